// What training itself computes: the answer that every export is held against.
#pragma once

#include <span>
#include <vector>

#include "deploy/deploy.h"

namespace kinglet::deploy {

// Logits of one window by the training network in LibTorch, batch norm by its running statistics. input:
// normalised features. Throws base::Error.
std::vector<float> runTraining(const Model& model, std::span<const float> input);

}  // namespace kinglet::deploy
