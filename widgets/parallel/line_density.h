// Thousands of lines as a picture that tells how many run where.
#pragma once

#include <QColor>
#include <QImage>
#include <cstdint>
#include <vector>

namespace kinglet::widgets {

// Counts, pixel by pixel, the lines that pass; every line counts once a column of pixels and row it covers.
class LineDensity {
 public:
  LineDensity(int width, int height);
  // From (x0, y0) to (x1, y1) in pixels, x0 < x1; the last column is left to the next piece. Dotted: every other
  // stretch of it.
  void add(double x0, double y0, double x1, double y1, bool dotted = false);
  int at(int x, int y) const {
    return counts_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                   static_cast<std::size_t>(x)];
  }
  int most() const;
  // The colour, from `least` (one line) to 1 (the most) opaque by the logarithm of the count.
  QImage toImage(const QColor& colour, double least, double greatest = 1) const;

 private:
  int width_, height_;
  std::vector<std::uint16_t> counts_;
};

}  // namespace kinglet::widgets
