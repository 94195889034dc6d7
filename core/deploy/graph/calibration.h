// The windows of clips as a network hears them: what int8 is calibrated on, and what exports are tried with.
#pragma once

#include <span>
#include <vector>

#include "data/feature_store.h"
#include "deploy/deploy.h"

namespace kinglet::deploy {

// Normalised windows, spread evenly over the clips, at most `most`. features: computed with
// train::frontEndOf(model.input). Clips without features are passed over. Throws base::Error when features
// are another front end's.
std::vector<std::vector<float>> windowsOf(const Model& model, const data::FeatureSet& features,
                                          std::span<const int> clips, int most);

}  // namespace kinglet::deploy
