// Weights and inputs that nobody learnt: what a network costs, and whether exports agree, does not hang on them.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.h"
#include "deploy/deploy.h"
#include "network/network_spec.h"

namespace kinglet::deploy {

// Weights as training would leave them: He-sized, batch norm with statistics of its own.
train::Weights randomWeights(const network::NetworkSpec& network, int mels, base::Random& random);

Model randomModel(const network::InputSpec& input, const network::NetworkSpec& network, int classes,
                  std::uint64_t seed);
// With an input made up to fit the network.
Model randomModel(const network::NetworkSpec& network, std::uint64_t seed);

// Smooth in time, as features are.
std::vector<float> randomInput(const network::Shape& shape, base::Random& random);

}  // namespace kinglet::deploy
