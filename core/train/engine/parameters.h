// Everything that a network learns, in one array: the optimiser and averaging are one pass over it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/random.h"
#include "network/network_spec.h"
#include "train/weights.h"

namespace kinglet::train::engine {

class Parameters {
 public:
  // Random weights: He et al. 2015 (normal, fan-in) for what a rectifier follows, else variance 1 / fan-in.
  Parameters(const network::NetworkSpec& spec, base::Random& random);
  // Given weights. Throws base::Error when they are not of this network.
  Parameters(const network::NetworkSpec& spec, const Weights& weights);

  Weights weights() const;  // in the order and with the names that weights.h documents

  // All values: first those that weight decay holds small (weights), then biases and batch norm's scales and
  // shifts, last batch norm's running means and variances, which no gradient changes.
  std::span<float> values() { return values_; }
  std::span<const float> values() const { return values_; }
  std::size_t decaying() const { return decaying_; }    // how many of the first kind
  std::size_t trainable() const { return trainable_; }  // and of the first two

  // Where a part begins; -1 where the layer has none.
  struct Layer {
    long weight = -1, bias = -1, scale = -1, shift = -1, mean = -1, variance = -1;
    long reduceWeight = -1, reduceBias = -1, expandWeight = -1, expandBias = -1;
  };
  const Layer& layer(std::size_t index) const { return layers_[index]; }

 private:
  enum class Kind { decaying, trainable, statistic };
  struct Part {
    std::string name;
    std::vector<int> shape;
    Kind kind;
    std::size_t size, first;
    float start;  // what it holds before training; weights are drawn
  };
  explicit Parameters(const network::NetworkSpec& spec);

  std::vector<Part> parts_;  // in the order of weights()
  std::vector<Layer> layers_;
  std::vector<float> values_;
  std::size_t decaying_ = 0, trainable_ = 0;
};

}  // namespace kinglet::train::engine
