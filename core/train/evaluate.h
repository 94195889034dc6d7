// Scores of clips by a network: forward alone, by the running statistics.
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "data/feature_store.h"
#include "train/engine/engine.h"
#include "train/windows.h"

namespace kinglet::train {

// Probabilities, clips x classes: those of a clip's windows are averaged. Incomplete after a stop request.
// batch: windows at once, at most the engine's capacity.
std::vector<float> scoreWith(engine::Engine& engine, const engine::Parameters& parameters, long batch,
                             const data::FeatureSet& features, const Normalisation& normalisation,
                             std::span<const int> clips, bool multiLabel, std::stop_token stop = {});

}  // namespace kinglet::train
