#include "widgets/parallel/line_density.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinglet::widgets {
namespace {
constexpr int kDot = 4;  // pixels of a dot and of the gap behind it
}

LineDensity::LineDensity(int width, int height)
    : width_(std::max(width, 0)),
      height_(std::max(height, 0)),
      counts_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {}

void LineDensity::add(double x0, double y0, double x1, double y1, bool dotted) {
  const int first = std::max(0, static_cast<int>(std::lround(x0)));
  const int last = std::min(width_, static_cast<int>(std::lround(x1)));
  const double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
  for (int x = first; x < last; ++x) {
    if (dotted && ((x - first) / kDot) % 2 == 1) continue;
    double from = y0 + slope * (x - x0), to = y0 + slope * (x + 1 - x0);
    if (from > to) std::swap(from, to);
    const int top = std::clamp(static_cast<int>(from), 0, height_ - 1);
    const int bottom = std::clamp(static_cast<int>(to), top, height_ - 1);
    for (int y = top; y <= bottom; ++y) {
      std::uint16_t& count = counts_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                                     static_cast<std::size_t>(x)];
      if (count < std::numeric_limits<std::uint16_t>::max()) ++count;
    }
  }
}

int LineDensity::most() const {
  return counts_.empty() ? 0 : *std::max_element(counts_.begin(), counts_.end());
}

QImage LineDensity::toImage(const QColor& colour, double least, double greatest) const {
  QImage image(width_, height_, QImage::Format_ARGB32_Premultiplied);
  const int all = most();
  // One opacity a count: looked up, because there are as many pixels as a window has.
  std::vector<QRgb> colours(static_cast<std::size_t>(all) + 1, 0);
  for (int count = 1; count <= all; ++count) {
    const double share = all > 1 ? std::log(count) / std::log(all) : 1;
    QColor tone = colour;
    tone.setAlphaF(static_cast<float>(least + (greatest - least) * share));
    colours[static_cast<std::size_t>(count)] = qPremultiply(tone.rgba());
  }
  for (int y = 0; y < height_; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < width_; ++x) line[x] = colours[static_cast<std::size_t>(at(x, y))];
  }
  return image;
}

}  // namespace kinglet::widgets
