#include "widgets/look/spread_strip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr int kMargin = 8, kTicks = 28;
}

SpreadStrip::SpreadStrip(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Spread of the prediction"));
}

void SpreadStrip::setSpread(std::vector<double> totalsMj, const energy::EnergyInterval& figure) {
  totals_ = std::move(totalsMj);
  std::sort(totals_.begin(), totals_.end());
  figure_ = figure;
  const auto joules = [](double mj) { return widgets::figure(mj * 1e-3, Unit::joule); };
  setToolTip(totals_.empty() ? QString()
                             : tr("%1 values from %2 to %3; the interval is %4 to %5")
                                   .arg(totals_.size())
                                   .arg(joules(totals_.front()), joules(totals_.back()), joules(figure.low),
                                        joules(figure.high)));
  setAccessibleDescription(toolTip());
  update();
}

QSize SpreadStrip::sizeHint() const {
  return {320, kTicks + 2 * fontMetrics().height() + 2 * kMargin};
}

void SpreadStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme theme = Theme::of(this);
  painter.fillRect(rect(), theme.paper);
  if (totals_.empty()) {
    painter.setPen(theme.faint);
    painter.drawText(
        rect().adjusted(kMargin, 0, -kMargin, 0), Qt::AlignCenter | Qt::TextWordWrap,
        tr("This figure is modelled: there are no trees to ask. Its interval comes from boards left out of "
           "the fit."));
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  double low = totals_.front(), high = totals_.back();
  for (const double end : {figure_.low, figure_.high, figure_.mj}) {
    if (!std::isfinite(end)) continue;
    low = std::min(low, end);
    high = std::max(high, end);
  }
  const double left = 3 * kMargin, room = width() - 6 * kMargin;
  const auto place = [&](double mj) { return left + (high > low ? (mj - low) / (high - low) : 0.5) * room; };
  const double top = kMargin + fontMetrics().height(), bottom = top + kTicks;
  if (std::isfinite(figure_.low + figure_.high)) {
    painter.fillRect(QRectF(QPointF(place(figure_.low), top), QPointF(place(figure_.high), bottom)),
                     mixed(theme.paper, theme.front, 0.16));
  }
  QColor tick = theme.front;
  tick.setAlphaF(std::clamp(24.0F / static_cast<float>(totals_.size()) + 0.15F, 0.15F, 0.9F));
  painter.setPen(QPen(tick, 1.5));
  for (const double mj : totals_)
    painter.drawLine(QPointF(place(mj), top + 4), QPointF(place(mj), bottom - 4));
  painter.setPen(QPen(theme.text, 2));
  painter.drawLine(QPointF(place(figure_.mj), top - 2), QPointF(place(figure_.mj), bottom + 2));
  const auto label = [&](double mj, double y, const QColor& ink) {
    const QString text = figure(mj * 1e-3, Unit::joule);
    const double wide = fontMetrics().horizontalAdvance(text);
    painter.setPen(ink);
    painter.drawText(QPointF(std::clamp(place(mj) - wide / 2, 2.0, width() - wide - 2), y), text);
  };
  label(figure_.mj, top - 4, theme.text);
  const double below = bottom + fontMetrics().ascent() + 4;
  label(std::isfinite(figure_.low) ? figure_.low : low, below, theme.faint);
  label(std::isfinite(figure_.high) ? figure_.high : high, below, theme.faint);
}

}  // namespace kinglet::widgets
