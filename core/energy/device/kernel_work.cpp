#include "energy/device/kernel_work.h"

#include <algorithm>
#include <cmath>

#include "energy/device/conv_work.h"
#include "network/window_geometry.h"

namespace kinglet::energy {
namespace {

using network::Activation;
using network::Layer;
using network::LayerKind;
using network::padsOf;
using network::Shape;
using network::turned;
using Geometry = network::WindowGeometry;

// The places of KernelWork::counts, a kernel; names in the same order below.
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

Geometry geometryOf(const Layer& layer) {
  Geometry g{layer.in.h,    layer.in.w,    layer.in.c,    layer.out.h,   layer.out.w, layer.out.c,
             layer.kernelH, layer.kernelW, layer.strideH, layer.strideW, 0,           0};
  g.pt = padsOf(layer.in.h, layer.out.h, layer.kernelH, layer.strideH).before;
  g.pl = padsOf(layer.in.w, layer.out.w, layer.kernelW, layer.strideW).before;
  return turned(g);
}

KernelWork convWork(const Geometry& g, WorkKind kind, Products products) {
  return {Kernel::conv, kind, convCounts(g, products)};
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
  const int before = padsOf(layer.in.h, layer.out.h, layer.reachH(), layer.strideH).before;
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
      return convCountNames();
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
    case LayerKind::cropTime:
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
    return padsOf(in, out, kernel, work.stride).before;
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
