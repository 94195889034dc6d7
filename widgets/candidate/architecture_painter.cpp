#include "widgets/candidate/architecture_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/text/layer_text.h"
#include "widgets/text/provenance.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::ArchitectureView)
};

constexpr double kLane = 10, kMargin = 8, kColumnGap = 12, kBoxGap = 5;
constexpr double kSmallestBox = 150, kSmallestBar = 84, kRoomForShapes = 190 + 80 + 2 * 90;
constexpr double kLeastWords = 80;

}  // namespace

void ArchitecturePainter::setData(ArchitectureData data) {
  data_ = std::move(data);
  findSkips();
  findBottleneck();
}

double ArchitecturePainter::energyOf(int layer) const {
  return layer < static_cast<int>(data_.energy.layers.size()) ? data_.energy.layers[layer].millijoules
                                                              : std::numeric_limits<double>::quiet_NaN();
}

void ArchitecturePainter::findBottleneck() {
  bottleneck_ = kNone;
  mostMacs_ = 0;
  mostEnergy_ = data_.energy.frontEndMillijoules;
  double most = energyByLayer() ? mostEnergy_ : 0;
  if (most > 0) bottleneck_ = kFrontEnd;
  for (int i = 0; i < static_cast<int>(data_.network.layers().size()); ++i) {
    const double macs = static_cast<double>(data_.cost.layers[i].macs);
    const double weight = energyByLayer() ? energyOf(i) : macs;
    if (weight > most) {
      most = weight;
      bottleneck_ = i;
    }
    mostMacs_ = std::max(mostMacs_, macs);
    if (energyByLayer()) mostEnergy_ = std::max(mostEnergy_, energyOf(i));
  }
}

void ArchitecturePainter::findSkips() {
  skips_.clear();
  const auto& layers = data_.network.layers();
  for (int i = 0; i < static_cast<int>(layers.size()); ++i) {
    for (const int input : layers[i].inputs) {
      if (input != i - 1) skips_.push_back({input + 1, i + 1, 0});
    }
  }
  // Short ones inside, long ones around them.
  std::stable_sort(skips_.begin(), skips_.end(),
                   [](const Skip& a, const Skip& b) { return a.to - a.from < b.to - b.from; });
  lanes_ = 0;
  for (std::size_t i = 0; i < skips_.size(); ++i) {
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t j = 0; j < i; ++j) {
        const bool overlap = skips_[j].from < skips_[i].to && skips_[i].from < skips_[j].to;
        if (overlap && skips_[j].lane == skips_[i].lane) {
          ++skips_[i].lane;
          moved = true;
        }
      }
    }
    lanes_ = std::max(lanes_, skips_[i].lane + 1);
  }
}

double ArchitecturePainter::rowHeight() const {
  QFont font = font_;
  font.setPointSizeF(font_.pointSizeF() * zoom_);
  return std::ceil(QFontMetricsF(font).height() * 1.9);
}

double ArchitecturePainter::headHeight() const {
  return std::ceil(QFontMetricsF(font_).height() * 1.8);
}

double ArchitecturePainter::smallestWidth() const {
  return (kSmallestBox + 2 * kSmallestBar) * zoom_ + lanes_ * kLane + 2 * kMargin + 2 * kColumnGap;
}

ArchitecturePainter::Columns ArchitecturePainter::columns(double width) const {
  QFont font = font_;
  font.setPointSizeF(font_.pointSizeF() * zoom_);
  // Where it is narrow, shapes go first: MACs and energy show the bottleneck, and hovering tells the shape.
  const double around = lanes_ * kLane + 2 * kMargin + 3 * kColumnGap;
  const bool shapes = width >= kRoomForShapes * zoom_ + around;
  const double shape =
      shapes ? QFontMetricsF(font).horizontalAdvance(QStringLiteral("499×64×128")) : -kColumnGap;
  const double left = kMargin + lanes_ * kLane + (lanes_ > 0 ? 4 : 0), height = rowHeight();
  const double rest = width - left - kMargin - shape - 3 * kColumnGap;
  const double box = std::clamp(rest * 0.46, kSmallestBox * zoom_, 420 * zoom_), bar = (rest - box) / 2;
  Columns at;
  at.box = QRectF(left, 0, box, height);
  at.shape = QRectF(at.box.right() + kColumnGap, 0, std::max(0.0, shape), height);
  at.macs = QRectF(at.box.right() + kColumnGap + shape + kColumnGap, 0, bar, height);
  at.energy = QRectF(at.macs.right() + kColumnGap, 0, bar, height);
  return at;
}

bool ArchitecturePainter::isEnergyAt(double x, double width) const {
  return rows() > 0 && x >= columns(width).energy.left();
}

QRectF ArchitecturePainter::layerBox(int layer, double width) const {
  return columns(width)
      .box.translated(0, (layer + 1) * rowHeight())
      .adjusted(0, kBoxGap / 2, 0, -kBoxGap / 2);
}

void ArchitecturePainter::paintHead(QPainter& painter, const Theme& theme, double width) const {
  const Columns at = columns(width);
  const double height = headHeight();
  painter.fillRect(QRectF(0, 0, width, height), theme.paper);
  painter.setFont(font_);
  painter.setPen(theme.faint);
  const auto head = [&](const QRectF& column, Qt::Alignment side, const QString& text) {
    const QRectF box(column.left(), 0, column.width(), height);
    painter.drawText(box, side | Qt::AlignVCenter,
                     QFontMetricsF(font_).elidedText(text, Qt::ElideRight, column.width()));
  };
  head(at.box, Qt::AlignLeft, Text::tr("Layer"));
  if (at.shape.width() > 0)
    head(at.shape.adjusted(-kColumnGap, 0, 0, 0), Qt::AlignRight, Text::tr("Output t×f×c"));
  head(at.macs, Qt::AlignLeft, Text::tr("MACs"));
  paintProvenance(painter, QRectF(at.energy.left(), height / 2 - 5, 10, 10), data_.energy.provenance,
                  theme.faint);
  const QString whole = Text::tr("Energy, %1").arg(provenanceName(data_.energy.provenance));
  const QRectF energy = at.energy.adjusted(15, 0, 0, 0);
  head(energy, Qt::AlignLeft,
       QFontMetricsF(font_).horizontalAdvance(whole) <= energy.width() ? whole : Text::tr("Energy"));
  painter.setPen(QPen(theme.grid, 1));
  painter.drawLine(QPointF(0, height - 0.5), QPointF(width, height - 0.5));
}

void ArchitecturePainter::paint(QPainter& painter, const Theme& theme, const Look& look, double width,
                                double top, double bottom) const {
  if (rows() == 0) return;
  painter.setRenderHint(QPainter::Antialiasing);
  QFont font = font_;
  font.setPointSizeF(font_.pointSizeF() * zoom_);
  painter.setFont(font);
  const Columns at = columns(width);
  paintLinks(painter, theme, at, top, bottom);
  const int first = std::max(0, static_cast<int>(top / rowHeight()));
  const int last = std::min(rows() - 1, static_cast<int>(bottom / rowHeight()));
  for (int row = first; row <= last; ++row) {
    painter.save();
    painter.translate(0, row * rowHeight());
    paintRow(painter, theme, look, at, row);
    painter.restore();
  }
}

void ArchitecturePainter::paintLinks(QPainter& painter, const Theme& theme, const Columns& at, double top,
                                     double bottom) const {
  const double height = rowHeight(), middle = at.box.left() + 14;
  const auto& layers = data_.network.layers();
  painter.setPen(QPen(theme.line, 1.25));
  for (int i = 0; i < static_cast<int>(layers.size()); ++i) {
    const bool fromAbove =
        std::find(layers[i].inputs.begin(), layers[i].inputs.end(), i - 1) != layers[i].inputs.end();
    const double y = (i + 1) * height;
    if (fromAbove && y > top - height && y < bottom + height) {
      painter.drawLine(QPointF(middle, y - kBoxGap), QPointF(middle, y + kBoxGap));
    }
  }
  for (const Skip& skip : skips_) {
    const double from = (skip.from + 0.5) * height, to = (skip.to + 0.5) * height;
    if (to < top || from > bottom) continue;
    const double x = at.box.left() - 4 - (skip.lane + 1) * kLane + 2, round = std::min(6.0, (to - from) / 2);
    QPainterPath path(QPointF(at.box.left(), from));
    path.lineTo(x + round, from);
    path.quadTo(x, from, x, from + round);
    path.lineTo(x, to - round);
    path.quadTo(x, to, x + round, to);
    path.lineTo(at.box.left() - 1, to);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setBrush(theme.line);
    painter.drawPolygon(QPolygonF{QPointF(at.box.left(), to), QPointF(at.box.left() - 5, to - 3.5),
                                  QPointF(at.box.left() - 5, to + 3.5)});
  }
}

void ArchitecturePainter::paintBar(QPainter& painter, const Theme& theme, const QRectF& column, double value,
                                   double largest, const QString& text, bool bottleneck) const {
  // The figure has a place of its own at the left, right-aligned, so that figures line up whatever the bars
  // do.
  const QFontMetricsF metrics(painter.font());
  const double figures = metrics.horizontalAdvance(QStringLiteral("888 mJ "));
  const QRectF number(column.left(), column.top(), figures, column.height());
  painter.setPen(bottleneck ? theme.warning : theme.text);
  painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, text);
  const double room = column.width() - figures - 6;
  if (!(value > 0) || largest <= 0 || room < 4) return;
  QRectF bar(number.right() + 6, column.center().y() - column.height() * 0.2,
             std::max(1.5, room * value / largest), column.height() * 0.4);
  painter.setPen(Qt::NoPen);
  painter.setBrush(bottleneck ? theme.warning : theme.front);
  painter.drawRect(bar);
}

void ArchitecturePainter::paintRow(QPainter& painter, const Theme& theme, const Look& look, const Columns& at,
                                   int row) const {
  const QFontMetricsF metrics(painter.font());
  const int layer = row - 1;
  const bool frontEnd = row == 0, total = row == rows() - 1;
  const QRectF box = at.box.adjusted(0, kBoxGap / 2, 0, -kBoxGap / 2);
  QString name, detail, shape, macs, energy;
  double macsValue = 0, energyValue = 0;
  QColor kind = theme.line;
  if (frontEnd) {
    detail = Text::tr("front end: %1 mels, hop %2 ms").arg(data_.input.mels).arg(data_.input.hopMs);
    shape = shapeText(data_.network.input());
    energyValue = data_.energy.frontEndMillijoules;
    energy = energyValue > 0 ? figure(energyValue * 1e-3, Unit::joule) : QString();
  } else if (total) {
    macs = figure(static_cast<double>(data_.cost.macs), Unit::count);
    energy = figure(data_.energy.millijoules * 1e-3, Unit::joule);
  } else {
    const network::Layer& it = data_.network.layers()[layer];
    name = QString::fromStdString(it.name);
    detail = describe(it);
    shape = shapeText(it.out);
    macsValue = static_cast<double>(data_.cost.layers[layer].macs);
    energyValue = energyOf(layer);
    macs = macsValue > 0 ? figure(macsValue, Unit::count) : QString();
    energy = energyByLayer() && energyValue > 0 ? figure(energyValue * 1e-3, Unit::joule) : QString();
    if (const int category = kindCategory(it.kind); category >= 0) kind = theme.category(category);
  }
  if (total) {
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(at.box.left(), 0.5), QPointF(at.energy.right(), 0.5));
    painter.setPen(theme.text);
    const QString text = Text::tr("Flash %1, RAM %2")
                             .arg(figure(static_cast<double>(data_.cost.flashBytes), Unit::byte),
                                  figure(static_cast<double>(data_.cost.peakRamBytes), Unit::byte));
    painter.drawText(QRectF(at.box.left(), 0, at.macs.left() - at.box.left() - kColumnGap, at.box.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, text);
    paintBar(painter, theme, at.macs, 0, 0, macs, false);
    paintBar(painter, theme, at.energy, 0, 0, energy, false);
    return;
  }
  const bool selected = look.selected == layer && !frontEnd, hovered = look.hovered == layer && !frontEnd;
  if (selected || hovered) {
    painter.fillRect(QRectF(at.box.left(), 0, at.energy.right() - at.box.left(), at.box.height()),
                     mixed(theme.paper, theme.selection, selected ? 0.16 : 0.07));
  }
  const QColor fill = mixed(theme.paper, kind, 0.14);
  painter.setPen(QPen(selected ? theme.selection : mixed(theme.paper, kind, 0.55), selected ? 2 : 1));
  painter.setBrush(fill);
  painter.drawRoundedRect(box, 3, 3);
  painter.fillRect(QRectF(box.left() + 1, box.top() + 1, 4, box.height() - 2), kind);

  const QRectF words = box.adjusted(24, 0, -6, 0);
  const bool narrowest = frontEnd ? bottleneck_ == kFrontEnd : layer == bottleneck_;
  QString badge;
  if (narrowest) {
    const double all = energyByLayer() ? data_.energy.millijoules : static_cast<double>(data_.cost.macs);
    const double share = all > 0 ? 100 * (energyByLayer() ? energyValue : macsValue) / all : 0;
    badge = Text::tr("bottleneck, %1").arg(figure(share, Unit::percent, 2));
    if (words.width() - metrics.horizontalAdvance(badge) < kLeastWords)
      badge = figure(share, Unit::percent, 2);
  }
  const double badgeWidth = badge.isEmpty() ? 0 : metrics.horizontalAdvance(badge) + 8;
  painter.setPen(readable(theme.text, fill));
  const double room = words.width() - badgeWidth;
  const QString first = metrics.elidedText(detail, Qt::ElideRight, room);
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, first);
  const double left = room - metrics.horizontalAdvance(first) - 12;
  if (left > metrics.horizontalAdvance(name) * 0.6) {
    painter.setPen(readable(theme.faint, fill));
    painter.drawText(words.adjusted(0, 0, -badgeWidth, 0), Qt::AlignVCenter | Qt::AlignRight,
                     metrics.elidedText(name, Qt::ElideLeft, left));
  }
  if (narrowest) {
    painter.setPen(readable(theme.warning, fill));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, badge);
  }
  painter.setPen(theme.text);
  if (at.shape.width() > 0)
    painter.drawText(at.shape.adjusted(-kColumnGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignRight, shape);
  paintBar(painter, theme, at.macs, macsValue, mostMacs_, macs, narrowest && !energyByLayer());
  paintBar(painter, theme, at.energy, energyValue, mostEnergy_, energy, narrowest && energyByLayer());
}

}  // namespace kinglet::widgets
