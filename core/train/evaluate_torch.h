// Scores of clips by a network without autograd. Private to train/: it shows LibTorch's types.
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "data/feature_store.h"
#include "train/network_torch.h"
#include "train/windows.h"

namespace kinglet::train {

// Probabilities, clips x classes: those of a clip's windows are averaged. Incomplete after a stop request.
// network: folded.
std::vector<float> scoreWith(TorchNetwork& network, const data::FeatureSet& features,
                             const Normalisation& normalisation, std::span<const int> clips, bool multiLabel,
                             std::stop_token stop = {});

}  // namespace kinglet::train
