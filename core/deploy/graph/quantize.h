// int8 post-training quantisation, after Jacob et al. 2018 (arXiv 1712.05877) and TensorFlow Lite's int8
// specification: weights symmetric, one scale an output channel, -127 .. 127; activations asymmetric, one
// scale and zero point a map; biases int32 with scale input x weight; real = scale * (q - zeroPoint).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "deploy/graph/graph.h"
#include "deploy/progress.h"

namespace kinglet::deploy {

struct Scale {
  float scale = 1;
  int zeroPoint = 0;                       // -128 .. 127
  std::int8_t quantise(float real) const;  // half to even, as runtimes do
  float real(int q) const { return scale * static_cast<float>(q - zeroPoint); }
};

// result = (x * multiplier + 2^(shift - 1)) >> shift, in 64 bits: a real factor as integers, half rounded up.
struct Multiplier {
  std::int32_t multiplier = 0;  // below 2^31
  int shift = 31;               // 1 .. 47
  std::int32_t apply(std::int64_t x, int extraShift = 0) const {
    const int by = shift + extraShift;
    return static_cast<std::int32_t>((x * multiplier + (std::int64_t(1) << (by - 1))) >> by);
  }
};
Multiplier multiplierFor(double factor);  // 0 < factor < 2^30

struct QuantizedOp {
  std::vector<std::int8_t> weights;  // layout of Op::weights
  std::vector<std::int32_t> bias;
  std::vector<float> weightScales;          // an output channel
  Multiplier rescale;                       // conv, depthwise, scale, globalMean
  std::vector<std::uint8_t> channelShifts;  // conv, depthwise: added to rescale.shift, 0 .. 15
  int low = -128, high = 127;               // clamp, quantised
  // add: out = zero + ((a - zeroA) * factors[0] + (b - zeroB) * factors[1] + 2^(shift - 1)) >> shift, in 32
  // bits
  std::int32_t factors[2] = {};
  int addShift = 1;
  std::vector<std::int8_t> table;  // hardSwish: 256 results by q + 128
};

struct QuantizedGraph {
  Graph graph;                   // float weights still inside, for exporters that store both
  std::vector<Scale> scales;     // a value
  std::vector<QuantizedOp> ops;  // as graph.ops
};

// Calibrates the ranges on normalised inputs (value 0 each; at least one; 50 to 200 training windows are
// plenty) and quantises. Ranges are the smallest and largest value seen, except where cutting the rarest
// values off loses less than it gains in mean squared error. Throws base::Error without inputs, Cancelled.
QuantizedGraph quantize(const Graph& graph, std::span<const std::vector<float>> inputs,
                        const Progress& progress = {});

// Runs in integers, exactly as the C export does on every processor; returns every value.
std::vector<std::vector<std::int8_t>> runInteger(const QuantizedGraph& network,
                                                 std::span<const std::int8_t> input);

// Quantises a normalised input, runs, and gives the logits back as floats.
std::vector<float> runQuantized(const QuantizedGraph& network, std::span<const float> input);

}  // namespace kinglet::deploy
