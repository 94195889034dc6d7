// The layers that are counted. Their costs are sums of loops, so each loop's count must vary by itself: most layers hang
// beside one another on a few maps, and nobody reads what they make.
#include <array>
#include <string>

#include "energy/device/counted_model.h"

namespace kinglet::energy {
namespace {

using network::Activation;
using network::Layer;
using network::LayerKind;
using network::NetworkSpec;
using network::Padding;

class Design {
 public:
  Design(const std::string& name, int frames, int mels) : network_(name, {frames, mels, 1}) {}

  int conv(int from, int filters, int kernelH, int kernelW, int stride = 1, Padding padding = Padding::same,
           Activation activation = Activation::relu) {
    return network_.add({.kind = LayerKind::conv2d,
                         .inputs = {from},
                         .filters = filters,
                         .kernelH = kernelH,
                         .kernelW = kernelW,
                         .strideH = stride,
                         .strideW = stride,
                         .padding = padding,
                         .activation = activation});
  }
  int pointwise(int from, int filters, int stride = 1) {
    return network_.add({.kind = LayerKind::pointwise,
                         .inputs = {from},
                         .filters = filters,
                         .strideH = stride,
                         .strideW = stride,
                         .activation = Activation::relu});
  }
  int depthwise(int from, int kernelH, int kernelW, int stride = 1) {
    return network_.add({.kind = LayerKind::depthwise,
                         .inputs = {from},
                         .kernelH = kernelH,
                         .kernelW = kernelW,
                         .strideH = stride,
                         .strideW = stride,
                         .activation = Activation::relu});
  }
  int time(int from, int filters, int kernel, int stride = 1) {
    return network_.add({.kind = LayerKind::conv1dTime,
                         .inputs = {from},
                         .filters = filters,
                         .kernelH = kernel,
                         .strideH = stride,
                         .activation = Activation::relu});
  }
  int pool(LayerKind kind, int from, int kernelH, int kernelW, int stride) {
    return network_.add({.kind = kind,
                         .inputs = {from},
                         .kernelH = kernelH,
                         .kernelW = kernelW,
                         .strideH = stride,
                         .strideW = stride});
  }
  int dense(int from, int units) {
    return network_.add(
        {.kind = LayerKind::dense, .inputs = {from}, .filters = units, .activation = Activation::relu});
  }
  int one(LayerKind kind, int from) { return network_.add({.kind = kind, .inputs = {from}}); }
  int add(Layer layer) { return network_.add(std::move(layer)); }

  // What moves data, at a map.
  void moves(int map) {
    const int channels = network_.shapeOf(map).c;
    one(LayerKind::globalAveragePool, map);
    // Two maps with scales of their own: of one and the same the compiler leaves half out.
    const int other = pointwise(map, channels);
    add({.kind = LayerKind::add, .inputs = {map, other}, .activation = Activation::hardSwish});
    add({.kind = LayerKind::add, .inputs = {other, map}, .activation = Activation::relu});
    add({.kind = LayerKind::concat, .inputs = {map, other}});
    add({.kind = LayerKind::split,
         .inputs = {map},
         .filters = channels - channels / 3,
         .begin = channels / 3});
    for (const int groups : {2, 4})
      if (channels % groups == 0) add({.kind = LayerKind::shuffle, .inputs = {map}, .groups = groups});
    add({.kind = LayerKind::squeezeExcite, .inputs = {map}, .units = std::max(4, channels / 4)});
    for (const LayerKind kind : {LayerKind::maxPool, LayerKind::averagePool}) {
      pool(kind, map, 2, 2, 2);
      pool(kind, map, 3, 3, 2);
      pool(kind, map, 3, 1, 1);
    }
  }

  NetworkSpec end(int map) {
    dense(one(LayerKind::globalAveragePool, map), 5);
    return std::move(network_);
  }

 private:
  NetworkSpec network_;
};

constexpr int kInput = network::kNetworkInput;

// Stems, on maps of one channel.
NetworkSpec stems() {
  Design d("counted stems", 25, 20);
  int last = 0;
  for (const auto& [kernelH, kernelW] : {std::array{3, 3}, {5, 5}, {7, 7}, {10, 4}, {3, 5}, {11, 12}})
    for (const auto& [filters, stride] : {std::array{4, 1}, {7, 2}, {12, 2}}) {
      last = d.conv(kInput, filters, kernelH, kernelW, stride);
      if (filters == 7) d.conv(kInput, 9, kernelH, kernelW, 1, Padding::valid);
    }
  d.moves(last);
  return d.end(last);
}

// Convolutions on maps of several channels: gathered, whole, with borders; pointwise and dense.
NetworkSpec maps(int frames, int mels, int channels) {
  Design d("counted maps of " + std::to_string(channels), frames, mels);
  const int map = d.conv(kInput, channels, 3, 3);
  for (const auto& [kernelH, kernelW, filters, stride] : {std::array{3, 3, 8, 1},
                                                          {3, 3, 13, 2},
                                                          {5, 5, 6, 1},
                                                          {5, 5, 9, 2},
                                                          {7, 7, 4, 2},
                                                          {3, 1, 10, 1},
                                                          {1, 3, 16, 1}})
    d.conv(map, filters, kernelH, kernelW, stride);
  d.conv(map, 6, 3, 3, 1, Padding::valid);
  for (const int filters : {1, 3, 4, 9, 24}) d.pointwise(map, filters);
  d.pointwise(map, 12, 2);
  for (const auto& [kernel, stride] : {std::array{3, 1}, {3, 2}, {5, 1}, {5, 2}, {7, 2}})
    d.depthwise(map, kernel, kernel, stride);
  d.depthwise(map, 5, 1);
  d.depthwise(map, 1, 3);
  d.moves(map);
  const int small = d.conv(map, channels + 1, 3, 3, 2), tiny = d.conv(small, channels + 3, 3, 3, 2);
  for (const int at : {small, tiny}) {
    for (const int kernel : {3, 5}) {
      d.conv(at, 12, kernel, kernel);
      d.depthwise(at, kernel, kernel);
    }
    d.pointwise(at, 11);
    d.moves(at);
  }
  for (const int units : {3, 8, 17}) d.dense(tiny, units);
  const int mean = d.one(LayerKind::globalAveragePool, map);
  for (const int units : {2, 4, 10, 18, 31}) d.dense(mean, units);
  return d.end(tiny);
}

// Convolutions over time with all frequencies as channels.
NetworkSpec times(int frames, int mels) {
  Design d("counted times of " + std::to_string(mels), frames, mels);
  const int flat = d.one(LayerKind::frequencyToChannels, kInput);
  for (const auto& [kernel, filters, stride] : {std::array{3, 8, 1},
                                                {3, 13, 2},
                                                {5, 16, 1},
                                                {7, 24, 2},
                                                {9, 7, 1},
                                                {11, 6, 2},
                                                {15, 5, 1},
                                                {1, 12, 1}})
    d.time(flat, filters, kernel, stride);
  const int map = d.time(flat, mels / 2 + 1, 3, 2);
  for (const auto& [kernel, filters, stride] : {std::array{3, 8, 1}, {5, 13, 2}, {7, 16, 1}, {11, 9, 1}})
    d.time(map, filters, kernel, stride);
  for (const int kernel : {3, 5, 7, 11})
    for (const int stride : {1, 2})
      d.add({.kind = LayerKind::depthwise,
             .inputs = {map},
             .kernelH = kernel,
             .kernelW = 1,
             .strideH = stride,
             .strideW = 1,
             .activation = Activation::relu});
  for (const auto& [taps, apart, filters] : {std::array{3, 2, 6}, {3, 4, 11}, {5, 2, 8}, {2, 3, 16}})
    d.add({.kind = LayerKind::dilatedConv1dTime,
           .inputs = {map},
           .filters = filters,
           .kernelH = taps,
           .activation = Activation::relu,
           .dilation = apart});
  for (const int filters : {8, 15, 32}) d.pointwise(map, filters);
  d.moves(map);
  for (const int units : {4, 11}) d.dense(map, units);
  return d.end(map);
}

}  // namespace

std::vector<NetworkSpec> countDesign() {
  return {stems(),        maps(13, 10, 3), maps(12, 9, 8), maps(9, 7, 13), maps(8, 6, 24),
          maps(7, 5, 38), times(31, 16),   times(24, 40),  times(14, 70)};
}

std::vector<network::InputSpec> frontEndDesign() {
  std::vector<network::InputSpec> all;
  for (const auto& [fft, mels, windowMs] : {std::array{256, 16, 16},
                                            {256, 24, 10},
                                            {512, 16, 25},
                                            {512, 32, 20},
                                            {512, 64, 32},
                                            {512, 40, 25},
                                            {1024, 20, 50},
                                            {1024, 64, 40},
                                            {1024, 40, 64},
                                            {2048, 32, 100},
                                            {2048, 80, 128}}) {
    network::InputSpec input;
    input.fftSize = fft;
    input.mels = mels;
    input.windowMs = windowMs;
    all.push_back(input);
  }
  return all;
}

}  // namespace kinglet::energy
