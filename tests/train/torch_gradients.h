// Gradients by LibTorch's automatic differentiation, the second opinion on the engine's. No LibTorch type
// here.
#pragma once

#include <vector>

#include "network/network_spec.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {

struct TorchStep {
  std::vector<float> logits;  // clips x outputs
  Weights weights;            // after the step: running statistics have followed
  // of sum(logits x logitSlopes), named and ordered as weights, without statistics
  std::vector<Tensor> slopes;
};

// One forward in training mode and one backward.
TorchStep torchStep(const network::NetworkSpec& spec, const Weights& weights, const std::vector<float>& x,
                    const std::vector<float>& logitSlopes);
std::vector<float> torchLogits(const network::NetworkSpec& spec, const Weights& weights,
                               const std::vector<float>& x);

// By the running statistics: the gradient of sum(logits x logitSlopes) by x.
std::vector<float> torchInputSlopes(const network::NetworkSpec& spec, const Weights& weights,
                                    const std::vector<float>& x, const std::vector<float>& logitSlopes);

}  // namespace kinglet::train
