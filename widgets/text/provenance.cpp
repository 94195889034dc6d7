#include "widgets/text/provenance.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::Provenance)
};

}  // namespace

QString provenanceName(energy::Provenance provenance) {
  switch (provenance) {
    case energy::Provenance::measured:
      return Text::tr("measured");
    case energy::Provenance::predicted:
      return Text::tr("predicted");
    case energy::Provenance::counted:
      return Text::tr("counted");
    case energy::Provenance::modelled:
      return Text::tr("modelled");
  }
  return {};
}

QString provenanceSign(energy::Provenance provenance) {
  switch (provenance) {
    case energy::Provenance::measured:
      return QString(QChar(0x25cf));
    case energy::Provenance::predicted:
      return QString(QChar(0x25d0));
    case energy::Provenance::counted:
      return QString(QChar(0x25d2));
    case energy::Provenance::modelled:
      return QString(QChar(0x25cb));
  }
  return {};
}

void paintProvenance(QPainter& painter, const QRectF& box, energy::Provenance provenance, const QColor& ink) {
  const double side = std::min(box.width(), box.height()) - 1.5;
  const QRectF disc(box.center() - QPointF(side, side) / 2, QSizeF(side, side));
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, 1.25));
  painter.setBrush(provenance == energy::Provenance::measured ? QBrush(ink) : Qt::NoBrush);
  painter.drawEllipse(disc);
  if (provenance == energy::Provenance::predicted) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPie(disc, 90 * 16, 180 * 16);
  }
  if (provenance == energy::Provenance::counted) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPie(disc, 180 * 16, 180 * 16);
  }
  painter.restore();
}

QPixmap provenancePixmap(energy::Provenance provenance, const QColor& ink, int size,
                         double devicePixelRatio) {
  QPixmap pixmap(static_cast<int>(std::ceil(size * devicePixelRatio)),
                 static_cast<int>(std::ceil(size * devicePixelRatio)));
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  paintProvenance(painter, QRectF(0, 0, size, size), provenance, ink);
  return pixmap;
}

QString energyText(const energy::EnergyEstimate& estimate) {
  const QString text = figure(estimate.millijoules * 1e-3, Unit::joule);
  if (!std::isfinite(estimate.low) || !std::isfinite(estimate.high)) return text;
  const double factor = prefixFor(estimate.millijoules * 1e-3, Unit::joule).factor;
  return text + QStringLiteral(" (%1 – %2)")
                    .arg(figure(estimate.low * 1e-3 / factor), figure(estimate.high * 1e-3 / factor));
}

QString energyToolTip(const energy::EnergyEstimate& estimate) {
  QStringList lines;
  lines << Text::tr("%1 an inference, %2")
               .arg(figure(estimate.millijoules * 1e-3, Unit::joule), provenanceName(estimate.provenance));
  if (std::isfinite(estimate.low) && std::isfinite(estimate.high)) {
    lines << Text::tr("9 times in 10 between %1 and %2")
                 .arg(figure(estimate.low * 1e-3, Unit::joule), figure(estimate.high * 1e-3, Unit::joule));
  }
  if (estimate.frontEndMillijoules > 0) {
    lines << Text::tr("%1 of it in the front end")
                 .arg(figure(estimate.frontEndMillijoules * 1e-3, Unit::joule));
  }
  if (!estimate.runtime.empty())
    lines << Text::tr("Runtime: %1").arg(QString::fromStdString(estimate.runtime));
  if (!estimate.source.empty()) lines << Text::tr("Source: %1").arg(QString::fromStdString(estimate.source));
  return lines.join('\n');
}

}  // namespace kinglet::widgets
