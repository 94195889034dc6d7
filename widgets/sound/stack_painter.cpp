#include "widgets/sound/stack_painter.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

constexpr double kMargin = 12, kImage = 48, kGap = 10;

// Of 1, 2 and 5 the step that leaves some 60 pixels between ticks.
double tickStep(double seconds, double width) {
  const double least = 60 * seconds / std::max(width, 1.0);
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * power >= least) return step * power;
  return 10 * power;
}

}  // namespace

void StackPainter::setRows(std::vector<StackRow> rows) {
  rows_ = std::move(rows);
  seconds_ = 1e-3;
  for (const StackRow& row : rows_) seconds_ = std::max(seconds_, row.seconds);
  missing_.clear();
}

void StackPainter::setScale(float quiet, float loud, PictureColours map) {
  quiet_ = quiet;
  loud_ = std::max(loud, quiet + 1.4f);
  map_ = map;
  pictures_.clear();
}

void StackPainter::addPicture(int clip, const SpectrogramData& data) {
  QImage picture(std::max(1, data.frames), std::max(1, data.mels), QImage::Format_RGB32);
  std::vector<QRgb> colours(256);
  for (std::size_t i = 0; i < colours.size(); ++i)
    colours[i] = pictureColour(map_, double(i) / double(colours.size() - 1)).rgb();
  picture.fill(colours.front());
  for (int m = 0; m < data.mels; ++m) {
    auto* line = reinterpret_cast<QRgb*>(picture.scanLine(data.mels - 1 - m));
    for (int t = 0; t < data.frames; ++t) {
      const float value = data.values[static_cast<std::size_t>(t) * data.mels + m];
      const float share = std::clamp((value - quiet_) / (loud_ - quiet_), 0.f, 1.f);
      line[t] = colours[static_cast<std::size_t>(std::lround(share * 255))];
    }
  }
  pictures_[clip] = std::move(picture);
}

std::vector<int> StackPainter::takeMissing() {
  std::vector<int> clips(missing_.begin(), missing_.end());
  missing_.clear();
  return clips;
}

double StackPainter::lineHeight() const {
  return QFontMetricsF(font_).height() + 2;
}

double StackPainter::rowHeight() const {
  return lineHeight() + kImage + kGap;
}

double StackPainter::headHeight() const {
  return lineHeight() + 6;
}

void StackPainter::paint(QPainter& painter, const Theme& theme, const Look& look, double width, double top,
                         double bottom) const {
  const double height = rowHeight(), line = lineHeight(), room = width - 2 * kMargin;
  painter.setFont(font_);
  const QFontMetricsF metrics(font_);
  const int first = std::max(0, static_cast<int>(top / height)),
            last = std::min(rows(), static_cast<int>(bottom / height) + 1);
  for (int i = first; i < last; ++i) {
    const StackRow& row = rows_[static_cast<std::size_t>(i)];
    const QRectF words(kMargin, i * height, room, line);
    const QString mark = !row.answered ? QString() : row.right ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
    const QString answer = metrics.elidedText(mark + row.answer, Qt::ElideRight, room * 0.6);
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, answer);
    painter.setPen(theme.faint);
    const double left = room - metrics.horizontalAdvance(answer) - 12;
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(row.name, Qt::ElideMiddle, left));
    const QRectF box(kMargin, i * height + line, room * std::min(1.0, row.seconds / seconds_), kImage);
    const auto picture = pictures_.find(row.clip);
    if (picture == pictures_.end()) {
      missing_.insert(row.clip);
      painter.fillRect(box, mixed(theme.paper, theme.text, 0.06));
    } else {
      painter.drawImage(box, picture->second);
    }
    if (i == look.selected || i == look.hovered) {
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(i == look.selected ? theme.selection : theme.line, i == look.selected ? 2 : 1));
      painter.drawRect(box.adjusted(-1, -1, 1, 1));
    }
  }
}

void StackPainter::paintHead(QPainter& painter, const Theme& theme, double width) const {
  painter.fillRect(QRectF(0, 0, width, headHeight()), theme.paper);
  painter.setFont(font_);
  const double room = width - 2 * kMargin, step = tickStep(seconds_, room), line = lineHeight();
  const QFontMetricsF metrics(font_);
  for (int i = 0; i * step <= seconds_ * 1.0001; ++i) {
    const double x = kMargin + room * i * step / seconds_;
    painter.setPen(theme.line);
    painter.drawLine(QPointF(x, line), QPointF(x, line + 4));
    const QString text = figure(i * step, Unit::second);
    const double half = metrics.horizontalAdvance(text) / 2;
    const double left = std::clamp(x - half, 0.0, std::max(0.0, width - 2 * half));
    painter.setPen(theme.faint);
    painter.drawText(QRectF(left, 0, 2 * half + 2, line), Qt::AlignLeft | Qt::AlignVCenter, text);
  }
}

}  // namespace kinglet::widgets
