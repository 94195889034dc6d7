#include "energy/device/conv_work.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kinglet::energy {
namespace {

using Geometry = network::WindowGeometry;

// The places of the counts; names in the same order below.
namespace conv {
enum {
  calls,
  maps,
  rows,
  strips,
  stripRows,
  tiles,
  tileRows,
  rowTiles,
  tileQuads,
  tileEights,
  tileSingles,
  tileVectors,
  pixels,
  pairs,
  pairRows,
  pairQuads,
  pairSingles,
  pairVectors,
  flats,
  flatFours,
  flatQuads,
  flatPairs,
  flatPairQuads,
  flatVectors,
  flatRests,
  outside,
  outsideGaps,
  outsideBytes,
  chunks,
  runs,
  copied,
  copiedRows,
  copiedWords,
  cleared,
  clearedBytes,
  clearedRows,
  clearedWords,
  clearedSingles,
  count
};
constexpr const char* kNames[] = {"calls",
                                  "maps",
                                  "rows",
                                  "strips",
                                  "strips of rows",
                                  "tiles",
                                  "rows of tiles",
                                  "tiles of one row",
                                  "quads of tiles",
                                  "eights of tiles",
                                  "singles of tiles",
                                  "vectors of tiles",
                                  "single pixels",
                                  "channel pairs of single pixels",
                                  "rows of single pixels",
                                  "quads of single pixels",
                                  "singles of single pixels",
                                  "vectors of single pixels",
                                  "flat pixels",
                                  "channel fours of flat pixels",
                                  "quads of channel fours of flat pixels",
                                  "channel pairs of flat pixels",
                                  "quads of channel pairs of flat pixels",
                                  "vectors of flat pixels",
                                  "rests of flat pixels",
                                  "sums outside of the map",
                                  "gaps outside of the map",
                                  "bytes outside of the map",
                                  "gathered chunks",
                                  "gathered runs",
                                  "copied windows",
                                  "copied rows",
                                  "copied words",
                                  "cleared windows",
                                  "cleared bytes",
                                  "rows of cleared windows",
                                  "words of cleared windows",
                                  "singles of cleared windows"};
static_assert(std::size(kNames) == count);
}  // namespace conv

class ConvCounter {
 public:
  ConvCounter(const Geometry& g, Products products)
      : g_(g),
        vectors_(products == Products::vectors),
        skip_(g.kw * g.c),
        each_(g.kh * skip_),
        pairs_((g.oc + 1) / 2),
        n_(conv::count, 0.0) {}

  std::vector<double> count() {
    n_[conv::calls] = 1;
    if (g_.oh * g_.ow == 1 && g_.kh == g_.h && g_.kw == g_.w)
      dense();
    else if (g_.kh > 1 && 2L * each_ <= kGathered)
      gathered();
    else
      direct();
    return std::move(n_);
  }

 private:
  static constexpr int kGathered = 384;

  // conv_row: neighbouring pixels whose windows lie on the map from side to side. whole: rows of the kernel.
  void row(int pixels, int whole, int rows, int run) {
    if (vectors_ && whole == 1 && g_.oc >= 4) return flat(pixels, run);
    n_[conv::strips] += pairs_;
    const double tiles = double(pairs_) * ((pixels + 1) / 2), calls = tiles * rows;
    if (rows == 1) {
      n_[conv::rowTiles] += tiles;
    } else {
      n_[conv::stripRows] += pairs_;
      n_[conv::tiles] += tiles;
      n_[conv::tileRows] += calls;
    }
    if (rows < whole) outside(2.0 * pairs_, rows, run);
    if (vectors_) {
      n_[conv::tileVectors] += calls * ((run + 15) / 16);
      return;
    }
    n_[conv::tileQuads] += calls * (run / 4);
    n_[conv::tileEights] += calls * (run / 8);
    n_[conv::tileSingles] += calls * (run % 4);
  }

  // What flat_pixel takes.
  bool isFlat(int channels) const { return g_.oc >= 4 && (vectors_ || channels % 4 == 0); }

  // conv_pixel of a gathered window
  void gatheredPixel() {
    if (isFlat(each_))
      flat(1, each_);
    else
      pixel(1, each_);
  }

  // conv_pixel
  void pixel(int rows, int run) {
    const bool all = rows * run == each_;
    if (all && g_.kh == 1 && isFlat(g_.c)) return flat(1, run);
    ++n_[conv::pixels];
    n_[conv::pairs] += pairs_;
    const double calls = double(pairs_) * rows;
    n_[conv::pairRows] += calls;
    if (vectors_) {
      n_[conv::pairVectors] += calls * ((run + 15) / 16);
    } else {
      n_[conv::pairQuads] += calls * (run / 4);
      n_[conv::pairSingles] += calls * (run % 4);
    }
    if (!all) outside(2.0 * pairs_, rows, run);
  }

  // flat_pixel: four channels at a time.
  void flat(double pixels, int run) {
    const int left = g_.oc % 4;
    const bool pair = !vectors_ && (left == 1 || left == 2);
    const double fours = pixels * (pair ? g_.oc / 4 : (g_.oc + 3) / 4);
    n_[conv::flats] += pixels;
    n_[conv::flatFours] += fours;
    if (vectors_) {
      n_[conv::flatVectors] += fours * (run / 16);
      if (run % 16 > 0) n_[conv::flatRests] += fours;
      return;
    }
    n_[conv::flatQuads] += fours * (run / 4);
    if (!pair) return;
    n_[conv::flatPairs] += pixels;
    n_[conv::flatPairQuads] += pixels * (run / 4);
  }

  void outside(double sums, int rows, int run) {
    n_[conv::outside] += sums;
    n_[conv::outsideGaps] += sums * ((run == skip_ ? 1 : rows) + 1);
    n_[conv::outsideBytes] += sums * (each_ - double(rows) * run);
  }

  // As gather() walks a window.
  void gather(int y, int x) {
    const int top = y * g_.sh - g_.pt, left = x * g_.sw - g_.pl, fits = g_.w - g_.kw;
    const int rows = onMap(top, g_.kh, g_.h);
    const long spare = long(g_.h - top - g_.kh) * g_.w * g_.c + (long(fits) * g_.c - 3);
    if (rows == g_.kh && left >= 0 && left <= fits && long(left) * g_.c <= spare) {
      ++n_[conv::copied];
      n_[conv::copiedRows] += g_.kh;
      n_[conv::copiedWords] += double(g_.kh) * ((skip_ + 3) / 4);
      return;
    }
    const int run = onMap(left, g_.kw, g_.w) * g_.c;
    ++n_[conv::cleared];
    n_[conv::clearedBytes] += each_;
    n_[conv::clearedRows] += rows;
    n_[conv::clearedWords] += double(rows) * (run / 4);
    n_[conv::clearedSingles] += double(rows) * (run % 4);
  }

  void gathered() {
    const int most = kGathered / each_ / 2 * 2, all = g_.oh * g_.ow;
    for (int y = 0; y < g_.oh; ++y)
      for (int x = 0; x < g_.ow; ++x) gather(y, x);
    n_[conv::runs] += g_.oh;
    for (int at = 0; at < all; at += most) {
      const int pixels = std::min(all - at, most);
      ++n_[conv::chunks];
      if (at > 0 && at % g_.ow > 0) ++n_[conv::runs];  // a row in two chunks
      if (pixels > 1 && g_.oc > 1)
        row(pixels, 1, 1, each_);
      else
        for (int i = 0; i < pixels; ++i) gatheredPixel();
    }
  }

  void dense() {
    if (isFlat(g_.c))
      flat(1, each_);
    else
      pixel(g_.kh, skip_);
  }

  void direct() {
    const int first = (g_.pl + g_.sw - 1) / g_.sw, beyond = g_.w + g_.pl - g_.kw;
    const int last = std::min(beyond < 0 ? 0 : beyond / g_.sw + 1, g_.ow);
    const bool strips = g_.oc > 1 && last - first > 1;
    n_[conv::maps] = 1;
    n_[conv::rows] = g_.oh;
    for (int y = 0; y < g_.oh; ++y) {
      const int rows = onMap(y * g_.sh - g_.pt, g_.kh, g_.h);
      for (int x = 0; x < g_.ow; ++x) {
        if (x == first && strips) {
          row(last - first, g_.kh, rows, skip_);
          x = last - 1;
          continue;
        }
        const int run = onMap(x * g_.sw - g_.pl, g_.kw, g_.w) * g_.c;
        if (rows * run == each_ || each_ > kGathered) {
          pixel(rows, run);
        } else {
          ++n_[conv::runs];
          gather(y, x);
          gatheredPixel();
        }
      }
    }
  }

  const Geometry g_;
  const bool vectors_;
  const int skip_, each_, pairs_;
  std::vector<double> n_;
};

}  // namespace

std::vector<double> convCounts(const network::WindowGeometry& geometry, Products products) {
  return ConvCounter(geometry, products).count();
}

std::span<const char* const> convCountNames() {
  return conv::kNames;
}

// How much of a window at `at` lies on a map of `size`.
int onMap(int at, int kernel, int size) {
  return std::min(at + kernel, size) - std::max(at, 0);
}

}  // namespace kinglet::energy
