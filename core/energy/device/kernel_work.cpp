#include "energy/device/kernel_work.h"

#include <algorithm>
#include <cmath>

namespace kinglet::energy {
namespace {

using network::Activation;
using network::Layer;
using network::LayerKind;
using network::Padding;
using network::Shape;

// The places of KernelWork::counts, a kernel; names in the same order below.
namespace conv {
enum {
  calls,
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
  flatVectors,
  flatRests,
  outside,
  outsideRows,
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
                                  "vectors of flat pixels",
                                  "rests of flat pixels",
                                  "sums outside of the map",
                                  "rows outside of the map",
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

namespace depthwise {
enum { calls, rows, pixels, fours, fourRows, fourTaps, ones, oneRows, oneTaps, count };
constexpr const char* kNames[] = {"calls",
                                  "rows",
                                  "pixels",
                                  "fours",
                                  "rows of fours",
                                  "taps of fours",
                                  "single channels",
                                  "rows of single channels",
                                  "taps of single channels"};
static_assert(std::size(kNames) == count);
}  // namespace depthwise

namespace pool {
enum { calls, rows, pixels, values, valueRows, valueTaps, count };
constexpr const char* kNames[] = {"calls", "rows", "pixels", "values", "rows of values", "taps of values"};
static_assert(std::size(kNames) == count);
}  // namespace pool

constexpr const char* kDilatedNames[] = {"calls", "rows", "channels", "taps", "values"};
constexpr const char* kMeanNames[] = {"calls", "channels", "values"};
constexpr const char* kElementNames[] = {"calls", "values"};
constexpr const char* kMoveNames[] = {"calls", "pixels", "values"};
constexpr const char* kShuffleNames[] = {"calls", "pixels", "groups", "values"};

namespace frame {
enum { frames, points, firstTwos, firstFours, butterflies, turns, steps, splits, bands, weights, count };
constexpr const char* kNames[] = {
    "frames", "samples", "first steps of two", "first steps of four", "steps of four", "turns", "sizes",
    "bins",   "bands",   "mel weights"};
static_assert(std::size(kNames) == count);
}  // namespace frame

// As deploy/c/geometry_int8.h.
struct Geometry {
  int h, w, c, oh, ow, oc, kh, kw, sh, sw, pt, pl;
};

// As geometryOf in deploy/c_writer/c_export.cpp.
Geometry turned(Geometry g) {
  if (g.w == 1 && g.kw == 1 && g.ow == 1) {
    std::swap(g.h, g.w);
    std::swap(g.oh, g.ow);
    std::swap(g.kh, g.kw);
    std::swap(g.sh, g.sw);
    std::swap(g.pt, g.pl);
  } else if (g.kh == 1 && g.kw == 1 && g.sh == 1 && g.sw == 1) {
    g.w *= g.h;
    g.ow *= g.oh;
    g.h = g.oh = 1;
  }
  return g;
}

// How much of a window at `at` lies on a map of `size`.
int onMap(int at, int kernel, int size) {
  return std::min(at + kernel, size) - std::max(at, 0);
}

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
    g_.kh > 1 && 2L * each_ <= kGathered ? gathered() : direct();
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
    if (rows < whole) outside(2.0 * pairs_, rows, run, 0);
    if (vectors_) {
      n_[conv::tileVectors] += calls * ((run + 15) / 16);
      return;
    }
    n_[conv::tileQuads] += calls * (run / 4);
    n_[conv::tileEights] += calls * (run / 8);
    n_[conv::tileSingles] += calls * (run % 4);
  }

  // conv_pixel; sides: of the window that lie left and right of the map.
  void pixel(int whole, int rows, int run, int sides) {
    const bool all = rows * run == each_;
    if (vectors_ && all && whole == 1 && g_.oc >= 4) return flat(1, run);
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
    if (!all) outside(2.0 * pairs_, rows, run, sides);
  }

  // flat_pixel, of vectors: four channels at a time.
  void flat(double pixels, int run) {
    const double fours = pixels * ((g_.oc + 3) / 4);
    n_[conv::flats] += pixels;
    n_[conv::flatFours] += fours;
    n_[conv::flatVectors] += fours * (run / 16);
    if (run % 16 > 0) n_[conv::flatRests] += fours;
  }

  void outside(double sums, int rows, int run, int sides) {
    n_[conv::outside] += sums;
    n_[conv::outsideRows] += sums * (g_.kh - rows + sides * rows);
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
        for (int i = 0; i < pixels; ++i) pixel(1, 1, each_, 0);
    }
  }

  void direct() {
    const int first = (g_.pl + g_.sw - 1) / g_.sw, beyond = g_.w + g_.pl - g_.kw;
    const int last = std::min(beyond < 0 ? 0 : beyond / g_.sw + 1, g_.ow);
    const bool strips = g_.oc > 1 && last - first > 1;
    n_[conv::rows] = g_.oh;
    for (int y = 0; y < g_.oh; ++y) {
      const int rows = onMap(y * g_.sh - g_.pt, g_.kh, g_.h);
      for (int x = 0; x < g_.ow; ++x) {
        if (x == first && strips) {
          row(last - first, g_.kh, rows, skip_);
          x = last - 1;
          continue;
        }
        const int left = x * g_.sw - g_.pl;
        pixel(g_.kh, rows, onMap(left, g_.kw, g_.w) * g_.c, (left < 0) + (left + g_.kw > g_.w));
      }
    }
  }

  const Geometry g_;
  const bool vectors_;
  const int skip_, each_, pairs_;
  std::vector<double> n_;
};

// Along time, its taps apart.
std::vector<double> dilatedCounts(Shape in, Shape out, int taps, int apart, int stride, int before) {
  double heard = 0;  // taps that lie on the map
  for (int y = 0; y < out.h; ++y)
    for (int t = 0; t < taps; ++t) {
      const int row = y * stride - before + t * apart;
      heard += row >= 0 && row < in.h;
    }
  const double sums = double(out.h) * out.c;
  return {1, double(out.h), sums, sums * taps, heard * out.c * in.c};
}

// Sums over the rows and over the columns of an output map of what of its windows lies on the map.
std::pair<double, double> windows(const Geometry& g) {
  double rows = 0, columns = 0;
  for (int y = 0; y < g.oh; ++y) rows += onMap(y * g.sh - g.pt, g.kh, g.h);
  for (int x = 0; x < g.ow; ++x) columns += onMap(x * g.sw - g.pl, g.kw, g.w);
  return {rows, columns};
}

std::vector<double> depthwiseCounts(const Geometry& g) {
  std::vector<double> n(depthwise::count, 0.0);
  const auto [rows, columns] = windows(g);
  const double pixels = double(g.oh) * g.ow, fours = g.c < 4 ? 0 : (g.c + 3) / 4, ones = g.c < 4 ? g.c : 0;
  n[depthwise::calls] = 1;
  n[depthwise::rows] = g.oh;
  n[depthwise::pixels] = pixels;
  n[depthwise::fours] = fours * pixels;
  n[depthwise::fourRows] = fours * rows * g.ow;
  n[depthwise::fourTaps] = fours * rows * columns;
  n[depthwise::ones] = ones * pixels;
  n[depthwise::oneRows] = ones * rows * g.ow;
  n[depthwise::oneTaps] = ones * rows * columns;
  return n;
}

std::vector<double> poolCounts(const Geometry& g) {
  const auto [rows, columns] = windows(g);
  const double pixels = double(g.oh) * g.ow;
  return {1, double(g.oh), pixels, pixels * g.c, rows * g.ow * g.c, rows * columns * g.c};
}

// As deploy/graph/graph.cpp pads.
Geometry geometryOf(const Layer& layer) {
  const auto before = [&](int in, int out, int kernel, int stride) {
    return layer.padding == Padding::same ? std::max(0, (out - 1) * stride + kernel - in) / 2 : 0;
  };
  return turned({layer.in.h, layer.in.w, layer.in.c, layer.out.h, layer.out.w, layer.out.c, layer.kernelH,
                 layer.kernelW, layer.strideH, layer.strideW,
                 before(layer.in.h, layer.out.h, layer.kernelH, layer.strideH),
                 before(layer.in.w, layer.out.w, layer.kernelW, layer.strideW)});
}

KernelWork convWork(const Geometry& g, WorkKind kind, Products products) {
  return {Kernel::conv, kind, ConvCounter(g, products).count()};
}

// One pixel that sees all of a map.
KernelWork denseWork(Shape in, int outputs, Products products) {
  return convWork(turned({in.h, in.w, in.c, 1, 1, outputs, in.h, in.w, 1, 1, 0, 0}), WorkKind::dense,
                  products);
}

KernelWork moved(Kernel kernel, std::vector<double> counts) {
  return {kernel, WorkKind::data, std::move(counts)};
}

std::vector<KernelWork> squeezeExcite(const Layer& layer, Products products) {
  const double channels = layer.in.c, pixels = double(layer.in.h) * layer.in.w;
  return {moved(Kernel::globalMean, {1, channels, pixels * channels}),
          denseWork({1, 1, layer.in.c}, layer.units, products),
          denseWork({1, 1, layer.units}, layer.in.c, products),
          moved(Kernel::scale, {1, pixels, pixels * channels})};
}

// Mel weights, as audio/log_mel_plan.cpp lays the triangles.
double melWeights(const network::InputSpec& input) {
  const auto melOf = [](double hz) { return 2595 * std::log10(1 + hz / 700); };
  const auto hzOf = [](double mel) { return 700 * (std::pow(10, mel / 2595) - 1); };
  const double low = melOf(input.lowHz), step = (melOf(input.highHz) - low) / (input.mels + 1);
  const double binHz = double(input.rate) / input.fftSize;
  double weights = 0;
  for (int mel = 0; mel < input.mels; ++mel) {
    const double left = hzOf(low + mel * step) / binHz, right = hzOf(low + (mel + 2) * step) / binHz;
    const double from = std::floor(left) + 1, to = std::min(std::ceil(right) - 1, input.fftSize / 2.0);
    weights += std::max(0.0, to - from + 1);
  }
  return weights;
}

WorkKind convKind(const Layer& layer) {
  if (layer.kernelH == 1 && layer.kernelW == 1) return WorkKind::pointwise;
  return network::traitsOf(layer.kind).work;
}

// With neighbouring taps it is exported as any other convolution.
KernelWork dilatedWork(const Layer& layer, Products products) {
  if (layer.dilation == 1) return convWork(geometryOf(layer), convKind(layer), products);
  const int before = layer.padding == Padding::same
                         ? std::max(0, (layer.out.h - 1) * layer.strideH + layer.reachH() - layer.in.h) / 2
                         : 0;
  return {Kernel::dilated, WorkKind::conv1d,
          dilatedCounts(layer.in, layer.out, layer.kernelH, layer.dilation, layer.strideH, before)};
}

}  // namespace

const char* toText(Kernel kernel) {
  switch (kernel) {
    case Kernel::conv:
      return "conv";
    case Kernel::depthwise:
      return "depthwise";
    case Kernel::dilated:
      return "dilated";
    case Kernel::maxPool:
      return "max_pool";
    case Kernel::averagePool:
      return "average_pool";
    case Kernel::globalMean:
      return "global_mean";
    case Kernel::add:
      return "add";
    case Kernel::scale:
      return "scale";
    case Kernel::place:
      return "concat";
    case Kernel::slice:
      return "slice";
    case Kernel::shuffle:
      return "shuffle";
    case Kernel::hardSwish:
      return "hard_swish";
    case Kernel::frontEndFloat:
      return "front_end_float";
    case Kernel::frontEndFixed:
      return "front_end_fixed";
    case Kernel::none:
      return "none";
  }
  return "none";
}

std::span<const char* const> countsOf(Kernel kernel) {
  switch (kernel) {
    case Kernel::conv:
      return conv::kNames;
    case Kernel::depthwise:
      return depthwise::kNames;
    case Kernel::dilated:
      return kDilatedNames;
    case Kernel::maxPool:
    case Kernel::averagePool:
      return pool::kNames;
    case Kernel::globalMean:
      return kMeanNames;
    case Kernel::add:
    case Kernel::hardSwish:
      return kElementNames;
    case Kernel::scale:
    case Kernel::place:
    case Kernel::slice:
      return kMoveNames;
    case Kernel::shuffle:
      return kShuffleNames;
    case Kernel::frontEndFloat:
    case Kernel::frontEndFixed:
      return frame::kNames;
    case Kernel::none:
      return {};
  }
  return {};
}

std::vector<KernelWork> kernelsOf(const Layer& layer, Products products) {
  const double values = double(layer.out.elements()), pixels = double(layer.out.h) * layer.out.w;
  std::vector<KernelWork> works;
  switch (layer.kind) {
    case LayerKind::conv2d:
    case LayerKind::pointwise:
    case LayerKind::conv1dTime:
      works = {convWork(geometryOf(layer), convKind(layer), products)};
      break;
    case LayerKind::dilatedConv1dTime:
      works = {dilatedWork(layer, products)};
      break;
    case LayerKind::depthwise:
      works = {{Kernel::depthwise, WorkKind::depthwise, depthwiseCounts(geometryOf(layer))}};
      break;
    case LayerKind::dense:
      works = {denseWork(layer.in, layer.filters, products)};
      break;
    case LayerKind::squeezeExcite:
      return squeezeExcite(layer, products);
    case LayerKind::frequencyToChannels:
      return {KernelWork{}};
    case LayerKind::add:
      works = {moved(Kernel::add, {1, values})};
      break;
    case LayerKind::concat:
      return {moved(Kernel::place, {2, 2 * pixels, values})};
    case LayerKind::split:
      return {moved(Kernel::slice, {1, pixels, values})};
    case LayerKind::shuffle:
      return {moved(Kernel::shuffle, {1, pixels, pixels * layer.groups, values})};
    case LayerKind::maxPool:
      return {moved(Kernel::maxPool, poolCounts(geometryOf(layer)))};
    case LayerKind::averagePool:
      return {moved(Kernel::averagePool, poolCounts(geometryOf(layer)))};
    case LayerKind::globalAveragePool:
      return {moved(Kernel::globalMean, {1, double(layer.in.c), double(layer.in.elements())})};
  }
  if (layer.activation == Activation::hardSwish) works.push_back(moved(Kernel::hardSwish, {1, values}));
  return works;
}

std::vector<KernelWork> kernelsOf(const LayerWork& work, Products products) {
  if (work.kind == WorkKind::none) return {};
  if (work.kind == WorkKind::dense) return {denseWork(work.in, int(work.out.elements()), products)};
  // What moves data may be any of several kernels: a sum of two maps stands for them.
  if (work.kind == WorkKind::data) return {moved(Kernel::add, {1, double(work.activationBytes) / 2})};
  const auto before = [&](int in, int out, int kernel) {
    return std::max(0, (out - 1) * work.stride + kernel - in) / 2;
  };
  if (work.dilation > 1)
    return {{Kernel::dilated, WorkKind::conv1d,
             dilatedCounts(work.in, work.out, work.kernelH, work.dilation, work.stride,
                           before(work.in.h, work.out.h, (work.kernelH - 1) * work.dilation + 1))}};
  const Geometry g =
      turned({work.in.h, work.in.w, work.in.c, work.out.h, work.out.w, work.out.c, work.kernelH, work.kernelW,
              work.stride, work.stride, before(work.in.h, work.out.h, work.kernelH),
              before(work.in.w, work.out.w, work.kernelW)});
  if (work.kind == WorkKind::depthwise) return {{Kernel::depthwise, work.kind, depthwiseCounts(g)}};
  return {convWork(g, work.kind, products)};
}

KernelWork frontEndFrame(const network::InputSpec& input, bool fixed) {
  KernelWork work{fixed ? Kernel::frontEndFixed : Kernel::frontEndFloat, WorkKind::none,
                  std::vector<double>(frame::count, 0.0)};
  std::vector<double>& n = work.counts;
  const int half = input.fftSize / 2;
  n[frame::frames] = 1;
  n[frame::points] = std::floor(input.windowMs * input.rate / 1000 + 1e-6);
  int size = 2;
  // A power of four is begun by steps of four.
  if (std::lround(std::log2(half)) % 2 == 0) {
    size = 4;
    n[frame::firstFours] = half / 4.0;
  } else {
    n[frame::firstTwos] = half / 2.0;
  }
  for (; size < half; size *= 4) {
    n[frame::butterflies] += half / 4.0;
    n[frame::turns] += size;
    ++n[frame::steps];
  }
  n[frame::splits] = half / 2.0 + 1;
  n[frame::bands] = input.mels;
  n[frame::weights] = melWeights(input);
  return work;
}

}  // namespace kinglet::energy
