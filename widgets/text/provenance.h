// Where an energy figure comes from, as a small mark beside it: a full disc is measured, a half one
// predicted, a ring modelled. The same mark everywhere, and its tooltip tells the source.
#pragma once

#include <QPixmap>
#include <QString>

#include "energy/energy_model.h"

class QPainter;
class QPaintDevice;

namespace kinglet::widgets {

QString provenanceName(energy::Provenance provenance);  // "measured", translated
QString provenanceSign(energy::Provenance provenance);  // "●", "◐", "○" for plain text
void paintProvenance(QPainter& painter, const QRectF& box, energy::Provenance provenance, const QColor& ink);
QPixmap provenancePixmap(energy::Provenance provenance, const QColor& ink, int size, double devicePixelRatio);

// "12.3 µJ", with " (10.1 – 14.7)" where an interval is known.
QString energyText(const energy::EnergyEstimate& estimate);
// Several lines: figure, what it is, interval, source.
QString energyToolTip(const energy::EnergyEstimate& estimate);

}  // namespace kinglet::widgets
