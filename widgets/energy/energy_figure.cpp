#include "widgets/energy/energy_figure.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include "widgets/look/theme.h"
#include "widgets/text/provenance.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr int kMark = 10, kGap = 4;
}

EnergyFigure::EnergyFigure(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setEstimate({});
}

void EnergyFigure::setEstimate(const energy::EnergyEstimate& estimate) {
  estimate_ = estimate;
  setText(energyText(estimate));
  setToolTip(energyToolTip(estimate));
  setAccessibleName(tr("Energy per inference: %1, %2").arg(text(), provenanceName(estimate.provenance)));
  setAccessibleDescription(tr("Opens the explanation of this figure"));
  updateGeometry();
  update();
}

QSize EnergyFigure::sizeOf(const QString& text) const {
  return {kMark + kGap + fontMetrics().horizontalAdvance(text) + 2 * kGap, fontMetrics().height() + kGap};
}

QString EnergyFigure::shortText() const {
  const QString whole = figure(estimate_.millijoules * 1e-3, Unit::joule);
  return whole == text() ? whole : whole + QStringLiteral("\u00a0…");
}

QSize EnergyFigure::sizeHint() const {
  return sizeOf(text());
}

QSize EnergyFigure::minimumSizeHint() const {
  return sizeOf(shortText());
}

bool EnergyFigure::event(QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange) update();
  return QAbstractButton::event(event);
}

void EnergyFigure::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QColor ink = readable(palette().color(QPalette::Link), palette().color(QPalette::Window));
  paintProvenance(painter, QRectF(kGap, (height() - kMark) / 2.0, kMark, kMark), estimate_.provenance, ink);
  QFont underlined = font();
  underlined.setUnderline(underMouse() || hasFocus());
  painter.setFont(underlined);
  painter.setPen(ink);
  painter.drawText(rect().adjusted(kMark + 2 * kGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                   width() < sizeHint().width() ? shortText() : text());
  if (hasFocus()) {
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
  }
}

}  // namespace kinglet::widgets
