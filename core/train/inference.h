// Inference alone, for timing and energy: no data set, no trained weights (they change neither).
#pragma once

#include <cstdint>
#include <functional>

#include "network/network_spec.h"

namespace kinglet::train {

// A function that runs so many inferences of one clip, one after the other, on the calling thread with one
// LibTorch thread; batch norm folded, weights and input random by the seed. It throws base::Error when memory
// runs out.
std::function<void(long inferences)> inferenceOf(const network::NetworkSpec& network, std::uint64_t seed = 1);

}  // namespace kinglet::train
