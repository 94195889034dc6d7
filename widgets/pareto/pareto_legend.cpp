#include "widgets/pareto/pareto_legend.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <cmath>

#include "widgets/look/theme.h"

namespace kinglet::widgets {
namespace {
constexpr double kGap = 6, kBetween = 16, kBar = 64, kLine = 4;
}

ParetoLegend::ParetoLegend(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setAccessibleName(tr("Legend"));
}

void ParetoLegend::setData(const ParetoLegendData& data) {
  if (data == data_) return;
  data_ = data;
  QStringList words;
  for (const auto& entry : data_.entries) words << entry.text;
  setAccessibleDescription(words.join(", "));
  updateGeometry();
  update();
}

double ParetoLegend::paint(QPainter* painter, const Theme& theme, const QFont& font, double width) const {
  const QFontMetricsF metrics(font);
  const double line = std::max(metrics.height(), 2 * data_.largeRadius) + kLine;
  double x = 0, y = 0;
  // Each part says how wide it is and is then painted where it fits.
  const auto place = [&](double wide, const auto& paintPart) {
    if (x > 0 && x + wide > width) {
      x = 0;
      y += line;
    }
    if (painter != nullptr) paintPart(QPointF(x, y + line / 2));
    x += wide + kBetween;
  };
  const auto text = [&](const QPointF& left, const QString& words, const QColor& ink) {
    painter->setPen(ink);
    painter->drawText(QRectF(left.x(), left.y() - line / 2, metrics.horizontalAdvance(words) + 2, line),
                      Qt::AlignLeft | Qt::AlignVCenter, words);
  };
  if (painter != nullptr) painter->setFont(font);
  for (const auto& entry : data_.entries) {
    place(10 + kGap + metrics.horizontalAdvance(entry.text), [&](const QPointF& left) {
      paintMark(*painter, entry.shape, left + QPointF(5, 0), 4, entry.colour, theme.paper);
      text(left + QPointF(10 + kGap, 0), entry.text, theme.text);
    });
  }
  if (const auto& scale = data_.colour) {
    const double title = metrics.horizontalAdvance(scale->title), low = metrics.horizontalAdvance(scale->low);
    place(title + low + kBar + metrics.horizontalAdvance(scale->high) + 3 * kGap, [&](QPointF left) {
      text(left, scale->title, theme.faint);
      left.rx() += title + kGap;
      text(left, scale->low, theme.text);
      left.rx() += low + kGap;
      const QRectF bar(left.x(), left.y() - 4, kBar, 8);
      QLinearGradient gradient(bar.topLeft(), bar.topRight());
      for (int i = 0; i <= 8; ++i) gradient.setColorAt(i / 8.0, amountColour(ColourMap::viridis, i / 8.0));
      painter->fillRect(bar, gradient);
      text(left + QPointF(kBar + kGap, 0), scale->high, theme.text);
    });
  }
  if (const auto& scale = data_.size) {
    const double title = metrics.horizontalAdvance(scale->title), low = metrics.horizontalAdvance(scale->low);
    const double wide = title + low + metrics.horizontalAdvance(scale->high) + 4 * kGap +
                        2 * (data_.smallRadius + data_.largeRadius);
    place(wide, [&](QPointF left) {
      text(left, scale->title, theme.faint);
      left.rx() += title + kGap;
      for (const bool large : {false, true}) {
        const double radius = large ? data_.largeRadius : data_.smallRadius;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.line, 1.25));
        painter->drawEllipse(left + QPointF(radius, 0), radius - 0.5, radius - 0.5);
        left.rx() += 2 * radius + kGap;
        text(left, large ? scale->high : scale->low, theme.text);
        left.rx() += low + kGap;
      }
    });
  }
  return x == 0 && y == 0 ? 0 : y + line;
}

int ParetoLegend::heightForWidth(int width) const {
  return static_cast<int>(std::ceil(paint(nullptr, Theme(palette()), font(), width)));
}

void ParetoLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  Theme theme(palette());
  theme.text = palette().color(QPalette::WindowText);
  theme.paper = palette().color(QPalette::Window);
  theme.faint = readable(theme.faint, theme.paper);
  paint(&painter, theme, font(), width());
}

}  // namespace kinglet::widgets
