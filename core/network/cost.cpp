#include "network/cost.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "network/layer_traits.h"

namespace kinglet::network {
namespace {

// Which buffer holds each value, and from when to when each buffer lives. Value 0 is the network's input,
// value i + 1 what layer i writes.
struct Liveness {
  std::vector<int> bufferOf;     // by value
  std::vector<long> bytes;       // by buffer
  std::vector<int> first, last;  // by buffer: the layers that write it first and use it last
};

bool isView(const Layer& layer) {
  return traitsOf(layer.kind).operators == 0;
}

Liveness livenessOf(const NetworkSpec& network) {
  const auto& layers = network.layers();
  const int count = static_cast<int>(layers.size());
  // A view is the value that it looks at, so whoever reads the view keeps that value alive.
  std::vector<int> value(layers.size() + 1, 0), lastReader(layers.size() + 1, -1);
  for (int i = 0; i < count; ++i) {
    const Layer& layer = layers[i];
    value[i + 1] = isView(layer) ? value[layer.inputs[0] + 1] : i + 1;
    for (const int input : layer.inputs) lastReader[value[input + 1]] = i;
  }
  lastReader[value[count]] = count;

  Liveness live{{0}, {network.input().elements()}, {-1}, {lastReader[0]}};
  for (int i = 0; i < count; ++i) {
    const Layer& layer = layers[i];
    if (value[i + 1] != i + 1) {
      live.bufferOf.push_back(live.bufferOf[value[i + 1]]);
      continue;
    }
    const int last = std::max(i, lastReader[i + 1]);
    const auto dying = std::find_if(layer.inputs.begin(), layer.inputs.end(),
                                    [&](int input) { return lastReader[value[input + 1]] == i; });
    if (traitsOf(layer.kind).overwrites && dying != layer.inputs.end()) {
      live.bufferOf.push_back(live.bufferOf[*dying + 1]);
      live.last[live.bufferOf.back()] = last;
    } else {
      live.bufferOf.push_back(static_cast<int>(live.bytes.size()));
      live.bytes.push_back(layer.out.elements());
      live.first.push_back(i);
      live.last.push_back(last);
    }
  }
  return live;
}

void countWeights(const Layer& layer, LayerCost& cost) {
  const long positions = long(layer.out.h) * layer.out.w, kernel = long(layer.kernelH) * layer.kernelW;
  long weights = 0, biases = 0;
  switch (traitsOf(layer.kind).weights) {
    case WeightForm::filters:
      weights = kernel * layer.in.c * layer.filters;
      biases = layer.filters;
      cost.macs = weights * positions;
      break;
    case WeightForm::perChannel:
      weights = kernel * layer.in.c;
      biases = layer.in.c;
      cost.macs = weights * positions;
      break;
    case WeightForm::wholeMap:
      cost.macs = weights = layer.in.elements() * layer.filters;
      biases = layer.filters;
      break;
    case WeightForm::gate:
      cost.macs = weights = 2L * layer.in.c * layer.units;
      biases = layer.in.c + layer.units;
      break;
    case WeightForm::none:
      break;
  }
  cost.params = weights + biases;
  cost.weightBytes = weights + 4 * biases;
}

int operatorsOf(const Layer& layer) {
  return traitsOf(layer.kind).operators + (layer.activation == Activation::hardSwish ? 1 : 0);
}

}  // namespace

NetworkCost costOf(const NetworkSpec& network) {
  if (network.layers().empty()) throw base::Error("a network without layers has no cost; add a layer first");
  const Liveness live = livenessOf(network);
  NetworkCost total;
  for (std::size_t i = 0; i < network.layers().size(); ++i) {
    const Layer& layer = network.layers()[i];
    const int step = static_cast<int>(i);
    LayerCost cost;
    countWeights(layer, cost);
    cost.operators = operatorsOf(layer);
    if (cost.operators > 0) {
      for (const int input : layer.inputs) cost.readBytes += network.shapeOf(input).elements();
      cost.writtenBytes = layer.out.elements();
    }
    for (std::size_t b = 0; b < live.bytes.size(); ++b) {
      if (live.first[b] <= step && live.last[b] >= step) cost.liveBytes += live.bytes[b];
    }
    if (traitsOf(layer.kind).weights == WeightForm::gate) {
      const long channels = layer.in.c,
                 out = live.first[live.bufferOf[i + 1]] == step ? layer.out.elements() : 0;
      // The output is not there yet while the gate is worked out.
      cost.liveBytes += std::max(channels + layer.units - out, channels);
      // Pooling reads the map once more; pooled, hidden and gate are written and read.
      cost.readBytes += layer.in.elements() + 2 * channels + layer.units;
      cost.writtenBytes += 2 * channels + layer.units;
    }
    total.macs += cost.macs;
    total.params += cost.params;
    total.flashBytes += cost.weightBytes;
    total.operators += cost.operators;
    total.peakRamBytes = std::max(total.peakRamBytes, cost.liveBytes);
    total.layers.push_back(cost);
  }
  return total;
}

FrontEndMemory frontEndMemory(const InputSpec& input) {
  constexpr double kCodeBytes = 1400, kFloat = 4;
  const double window = input.windowMs * input.rate / 1000, fft = input.fftSize, mels = input.mels;
  // A bin between two bands lies in the triangles of both.
  const double bins = std::max(0.0, (input.highHz - input.lowHz) / input.rate * fft);
  FrontEndMemory memory;
  memory.flashBytes = std::lround(kFloat * (window + fft + 2 * bins + 2 * mels) + 6 * mels + kCodeBytes);
  memory.ramBytes = std::lround(kFloat * (2 * (fft / 2 + 1) + window + mels));
  return memory;
}

NetworkCost costOf(const NetworkSpec& network, const InputSpec& input) {
  NetworkCost cost = costOf(network);
  const FrontEndMemory memory = frontEndMemory(input);
  cost.frontEndFlashBytes = memory.flashBytes;
  cost.frontEndRamBytes = memory.ramBytes;
  cost.flashBytes += memory.flashBytes;
  cost.peakRamBytes += memory.ramBytes;
  return cost;
}

}  // namespace kinglet::network
