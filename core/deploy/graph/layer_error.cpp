#include "deploy/graph/layer_error.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "deploy/graph/run_op.h"

namespace kinglet::deploy {
namespace {

using Codes = std::vector<std::int8_t>;

// Squares of what two maps differ by, and of the float one.
struct Sums {
  double added = 0, total = 0, real = 0;
};

double squares(const Codes& codes, Scale scale, const std::vector<float>& real) {
  double sum = 0;
  for (std::size_t i = 0; i < real.size(); ++i) {
    const double difference = double(scale.real(codes[i])) - real[i];
    sum += difference * difference;
  }
  return sum;
}

Codes rounded(const std::vector<float>& real, Scale scale) {
  Codes codes(real.size());
  std::transform(real.begin(), real.end(), codes.begin(), [&](float x) { return scale.quantise(x); });
  return codes;
}

std::vector<float> realOf(const Codes& codes, Scale scale) {
  std::vector<float> real(codes.size());
  std::transform(codes.begin(), codes.end(), real.begin(),
                 [&](std::int8_t code) { return scale.real(code); });
  return real;
}

// One window: every layer once with all before it in integers, and once alone, where both begin at rounded maps.
void addWindow(const QuantizedGraph& network, const std::vector<float>& window, std::vector<Sums>& sums) {
  const auto& ops = network.graph.ops;
  const auto real = runFloat(network.graph, window);
  const auto integer = runInteger(network, rounded(window, network.scales[0]));
  std::vector<Codes> codes(real.size());
  std::vector<std::vector<float>> floats(real.size());
  const auto begin = [&](std::size_t value) {
    codes[value] = rounded(real[value], network.scales[value]);
    floats[value] = realOf(codes[value], network.scales[value]);
  };
  for (std::size_t value = 0; value < real.size(); ++value) begin(value);
  for (std::size_t first = 0, end = 0; first < ops.size(); first = end) {
    // A layer may be several operators; within it, each goes on with its own.
    for (; end < ops.size() && ops[end].layer == ops[first].layer; ++end) {
      runIntegerOp(network, end, codes);
      runFloatOp(network.graph, end, floats);
    }
    const auto value = static_cast<std::size_t>(ops[end - 1].output);
    Sums& layer = sums[static_cast<std::size_t>(ops[first].layer)];
    layer.added += squares(codes[value], network.scales[value], floats[value]);
    layer.total += squares(integer[value], network.scales[value], real[value]);
    for (const float x : real[value]) layer.real += double(x) * x;
    for (std::size_t op = first; op < end; ++op) begin(static_cast<std::size_t>(ops[op].output));
  }
}

}  // namespace

std::vector<LayerError> layerErrors(const QuantizedGraph& network, std::span<const std::vector<float>> inputs,
                                    const Progress& progress) {
  if (inputs.empty()) throw base::Error("there is no sound to judge int8 by");
  const auto& ops = network.graph.ops;
  std::vector<Sums> sums(ops.empty() ? 0 : static_cast<std::size_t>(ops.back().layer) + 1);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    progress.check();
    addWindow(network, inputs[i], sums);
  }
  std::vector<LayerError> errors;
  for (std::size_t layer = 0; layer < sums.size(); ++layer) {
    const auto share = [&](double squared) {
      return sums[layer].real > 0 ? std::sqrt(squared / sums[layer].real)
                                  : std::numeric_limits<double>::quiet_NaN();
    };
    errors.push_back({static_cast<int>(layer), share(sums[layer].added), share(sums[layer].total)});
  }
  return errors;
}

}  // namespace kinglet::deploy
