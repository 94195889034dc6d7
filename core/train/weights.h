// A trained network in figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kinglet::train {

// A trained network's numbers, readable without LibTorch: study files store them and exporters read them.
// Names are LAYER/weight, LAYER/bias (only where the layer has no batch norm), LAYER/bn_scale, bn_shift,
// bn_mean, bn_variance (y = (x - mean) / sqrt(variance + kBatchNormEpsilon) * scale + shift); for
// squeezeExcite LAYER/reduce_weight, reduce_bias, expand_weight, expand_bias. Convolution weights are
// [out][kernelH][kernelW][in] (depthwise: [1][kernelH][kernelW][channels]), dense [out][in] (also within
// squeezeExcite). Input normalisation: "input/mean", "input/deviation" [mels]: the network hears (log-mel -
// mean) / deviation.
constexpr double kBatchNormEpsilon = 1e-3;
struct Tensor {
  std::string name;
  std::vector<int> shape;
  std::vector<float> values;
};
using Weights = std::vector<Tensor>;
std::string packWeights(const Weights& weights);  // little-endian, checksummed
Weights unpackWeights(std::string_view bytes);    // throws base::Error when damaged

}  // namespace kinglet::train
