#include "deploy/graph/quantize.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.h"

namespace kinglet::deploy {
namespace {

constexpr int kBins = 2048;

// The values of one map over all calibration inputs: range first, then a histogram over it.
struct Distribution {
  float low = 0, high = 0;  // zero always has an exact code
  std::vector<long> bins = std::vector<long>(kBins, 0);

  void widen(std::span<const float> values) {
    for (const float v : values) {
      low = std::min(low, v);
      high = std::max(high, v);
    }
  }
  void count(std::span<const float> values) {
    const float step = (high - low) / kBins;
    if (step <= 0) return;
    for (const float v : values) ++bins[std::clamp(static_cast<int>((v - low) / step), 0, kBins - 1)];
  }
  double center(int bin) const { return low + (bin + 0.5) * (high - low) / kBins; }

  // Mean squared error of 256 codes over [from, to], values outside clamped.
  double errorOf(double from, double to) const {
    const double step = (to - from) / 255;
    double sum = 0;
    for (int b = 0; b < kBins; ++b) {
      if (bins[b] == 0) continue;
      const double x = center(b), outside = x < from ? from - x : x > to ? x - to : 0;
      sum += bins[b] * (outside * outside + step * step / 12);
    }
    return sum;
  }

  // The range of least squared error among those that cut off a share of either end.
  std::pair<double, double> best() const {
    if (high <= low) return {0, 1};
    std::pair<double, double> best{low, high};
    double least = errorOf(low, high);
    for (double share = 0.98; share >= 0.5; share -= 0.02)
      for (const auto& [from, to] :
           {std::pair<double, double>{low, high * share}, {low * share, high}, {low * share, high * share}}) {
        if (to - from <= 0) continue;
        if (const double error = errorOf(from, to); error < least) {
          least = error;
          best = {from, to};
        }
      }
    return best;
  }
};

// Operators whose codes pass through unchanged: input and output share one scale (TensorFlow Lite asks for it
// too).
bool keepsCodes(OpKind kind) {
  switch (kind) {
    case OpKind::maxPool:
    case OpKind::averagePool:
    case OpKind::concat:
    case OpKind::slice:
    case OpKind::shuffle:
    case OpKind::view:
    case OpKind::crop:
      return true;
    case OpKind::conv:
    case OpKind::depthwise:
    case OpKind::dilatedConv:
    case OpKind::add:
    case OpKind::scale:
    case OpKind::globalMean:
    case OpKind::hardSwish:
      return false;
  }
  return false;
}

Scale scaleFor(double low, double high) {
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (high - low < 1e-6) high = low + 1e-6;
  Scale scale;
  scale.scale = static_cast<float>((high - low) / 255);
  scale.zeroPoint = std::clamp(static_cast<int>(std::lround(-128 - low / scale.scale)), -128, 127);
  return scale;
}

std::vector<Scale> calibrate(const Graph& graph, std::span<const std::vector<float>> inputs,
                             const Progress& progress) {
  const int count = static_cast<int>(graph.values.size());
  std::vector<int> group(count);
  std::iota(group.begin(), group.end(), 0);
  const auto root = [&](int v) {
    while (group[v] != v) v = group[v] = group[group[v]];
    return v;
  };
  for (const Op& op : graph.ops)
    if (keepsCodes(op.kind))
      for (const int input : op.inputs) group[root(input)] = root(op.output);

  std::vector<Distribution> seen(count);
  const base::Message what("calibrating on %1 windows of training clips", inputs.size());
  double done = 0;
  for (const bool first : {true, false})
    for (const auto& input : inputs) {
      progress.tell(what, done++ / (2.0 * static_cast<double>(inputs.size())));
      const auto values = runFloat(graph, input);
      for (int v = 0; v < count; ++v)
        if (first)
          seen[root(v)].widen(values[v]);
        else
          seen[root(v)].count(values[v]);
    }
  std::vector<Scale> scales(count);
  for (int v = 0; v < count; ++v) {
    const auto& distribution = seen[root(v)];
    // The logits are compared with one another, so the rare large ones are the ones that matter.
    const auto [low, high] = root(v) == root(graph.output)
                                 ? std::pair<double, double>(distribution.low, distribution.high)
                                 : distribution.best();
    scales[v] = scaleFor(low, high);
  }
  for (const Op& op : graph.ops)
    // Not 1/256: a gate times a map of the same scale would then land on halves, which runtimes round
    // differently.
    if (op.clamp == Clamp::unit) scales[op.output] = {1.0f / 255, -128};
  return scales;
}

void quantizeWeights(const Op& op, const Scale& in, const Scale& out, QuantizedOp& q) {
  const long channels = static_cast<long>(op.bias.size()),
             each = static_cast<long>(op.weights.size()) / channels;
  const bool channelLast = op.kind == OpKind::depthwise;
  const auto at = [&](long c, long i) { return channelLast ? i * channels + c : c * each + i; };
  std::vector<double> needed(channels);
  for (long c = 0; c < channels; ++c) {
    float largest = 0;
    for (long i = 0; i < each; ++i) largest = std::max(largest, std::abs(op.weights[at(c, i)]));
    // A bias must fit its 32 bits, so a channel of tiny weights and a large bias gets a coarser scale.
    const double forBias = std::abs(op.bias[c]) / (double(in.scale) * (1 << 28));
    needed[c] = std::max({largest / 127.0, forBias, 1e-12});
  }
  const double coarsest = *std::max_element(needed.begin(), needed.end());
  q.rescale = multiplierFor(double(in.scale) * coarsest / out.scale);
  q.weights.resize(op.weights.size());
  for (long c = 0; c < channels; ++c) {
    const int shift = std::clamp(std::ilogb(coarsest / needed[c]), 0, 15);
    const double scale = std::ldexp(coarsest, -shift);
    for (long i = 0; i < each; ++i)
      q.weights[at(c, i)] =
          static_cast<std::int8_t>(std::clamp(std::lround(op.weights[at(c, i)] / scale), -127L, 127L));
    q.channelShifts.push_back(static_cast<std::uint8_t>(shift));
    q.weightScales.push_back(static_cast<float>(scale));
    q.bias.push_back(
        static_cast<std::int32_t>(std::llround(double(op.bias[c]) / (double(in.scale) * scale))));
  }
}

void clampCodes(Clamp clamp, const Scale& out, QuantizedOp& q) {
  if (clamp == Clamp::none) return;
  q.low = std::max(-128, out.zeroPoint);
  const double top = clamp == Clamp::relu6 ? 6 : clamp == Clamp::unit ? 1 : 0;
  if (top > 0) q.high = static_cast<int>(std::min(127L, std::lround(top / out.scale) + out.zeroPoint));
}

QuantizedOp quantizeOp(const Graph& graph, const std::vector<Scale>& scales, const Op& op) {
  QuantizedOp q;
  const Scale &in = scales[op.inputs[0]], &out = scales[op.output];
  clampCodes(op.clamp, out, q);
  switch (op.kind) {
    case OpKind::conv:
    case OpKind::depthwise:
    case OpKind::dilatedConv:
      quantizeWeights(op, in, out, q);
      break;
    case OpKind::add: {
      const double a = double(in.scale) / out.scale, b = double(scales[op.inputs[1]].scale) / out.scale;
      // The larger factor takes 20 bits: with 9-bit differences the sum stays below 2^31.
      q.addShift = std::clamp(19 - std::ilogb(std::max(a, b)), 1, 30);
      q.factors[0] = static_cast<std::int32_t>(std::lround(std::ldexp(a, q.addShift)));
      q.factors[1] = static_cast<std::int32_t>(std::lround(std::ldexp(b, q.addShift)));
      break;
    }
    case OpKind::scale:
      q.rescale = multiplierFor(double(in.scale) * scales[op.inputs[1]].scale / out.scale);
      break;
    case OpKind::globalMean: {
      const auto shape = graph.values[op.inputs[0]].shape;
      q.rescale = multiplierFor(double(in.scale) / out.scale / (double(shape.h) * shape.w));
      break;
    }
    case OpKind::hardSwish:
      for (int code = -128; code < 128; ++code) {
        const float x = in.real(code);
        q.table.push_back(out.quantise(x * std::clamp(x + 3.0f, 0.0f, 6.0f) / 6.0f));
      }
      break;
    case OpKind::maxPool:
    case OpKind::averagePool:
    case OpKind::concat:
    case OpKind::slice:
    case OpKind::shuffle:
    case OpKind::view:
    case OpKind::crop:
      break;  // keep their codes
  }
  return q;
}

}  // namespace

std::int8_t Scale::quantise(float value) const {
  const float q = std::nearbyint(value / scale) + static_cast<float>(zeroPoint);
  return static_cast<std::int8_t>(std::clamp(q, -128.0f, 127.0f));
}

Multiplier multiplierFor(double factor) {
  // The most bits that fit below 2^31, but no shift over 47, so that a channel may add 15 to it.
  const int shift = std::clamp(30 - std::ilogb(factor), 1, 47);
  const std::int64_t multiplier = std::llround(std::ldexp(factor, shift));
  return {
      static_cast<std::int32_t>(std::min<std::int64_t>(multiplier, std::numeric_limits<std::int32_t>::max())),
      shift};
}

QuantizedGraph quantize(const Graph& graph, std::span<const std::vector<float>> inputs,
                        const Progress& progress) {
  if (inputs.empty())
    throw base::Error("int8 quantisation needs some training clips to calibrate on; the data set gave none");
  QuantizedGraph result{graph, calibrate(graph, inputs, progress), {}};
  for (const Op& op : graph.ops) result.ops.push_back(quantizeOp(graph, result.scales, op));
  return result;
}

}  // namespace kinglet::deploy
