#include "app/window/layer_bars.h"

#include <QPainter>
#include <algorithm>

#include "widgets/theme.h"
#include "widgets/units.h"

namespace kinglet::window {
namespace {

constexpr int kRow = 28;

}  // namespace

void LayerBars::setLayers(std::vector<LayerShare> layers) {
  layers_ = std::move(layers);
  std::stable_sort(layers_.begin(), layers_.end(),
                   [](const auto& a, const auto& b) { return a.joules > b.joules; });
  total_ = 0;
  QStringList words;
  for (const auto& layer : layers_) {
    total_ += layer.joules;
    words << QStringLiteral("%1: %2").arg(layer.name, widgets::figure(layer.joules, widgets::Unit::joule));
  }
  setAccessibleName(words.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

QSize LayerBars::sizeHint() const {
  return {320, kRow * static_cast<int>(layers_.size())};
}

void LayerBars::paintEvent(QPaintEvent*) {
  if (total_ <= 0) return;
  QPainter painter(this);
  const auto theme = widgets::Theme::of(this);
  const auto metrics = fontMetrics();
  const int figures = metrics.horizontalAdvance(QStringLiteral("0.000 µJ")) + 8;
  const int shares = metrics.horizontalAdvance(QStringLiteral("100 %")) + 8;
  const int names = width() - figures - shares;
  for (int row = 0; row < static_cast<int>(layers_.size()); ++row) {
    const auto& layer = layers_[row];
    const int top = row * kRow, text = kRow - 8;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, top, names, text), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(layer.name, Qt::ElideMiddle, names - 8));
    painter.drawText(QRect(names, top, figures, text), Qt::AlignVCenter | Qt::AlignRight,
                     widgets::figure(layer.joules, widgets::Unit::joule));
    painter.setPen(theme.faint);
    painter.drawText(QRect(names + figures, top, shares, text), Qt::AlignVCenter | Qt::AlignRight,
                     tr("%1 %").arg(widgets::figure(100 * layer.joules / total_, 2)));
    const QColor ink = row == 0 ? theme.warning : theme.selection;
    painter.fillRect(QRectF(0, top + text, width(), 4),
                     widgets::mixed(palette().color(QPalette::Window), theme.text, 0.08));
    painter.fillRect(QRectF(0, top + text, width() * layer.joules / total_, 4), ink);
  }
}

}  // namespace kinglet::window
