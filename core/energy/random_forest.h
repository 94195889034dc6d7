// Random forest regression (Breiman 2001) on what the linear trend leaves over. Speckhard et al. 2023 predict
// energy with a random forest; the trend is ours, because trees alone are flat outside and between the
// measured sizes.
//
// Own trees rather than dlib's: dlib 19.24's regression forest gives one mean, and neither the trees' single
// answers nor the variance within a leaf, from which the spread is made.
#pragma once

#include "energy/regressor.h"

namespace kinglet::energy {

struct ForestSettings {
  int trees = 200;
  double columnShare = 0.5;  // of the columns tried at a split
  int minLeaf = 1;
  int minSplit = 2;
  int maxRows = 5000;  // drawn for a tree; of a larger table each tree sees another part
};

// trendColumns: those that the trend runs over. The same seed gives the same forest, whatever the thread.
std::unique_ptr<Regressor> fitForest(const Points& points, const std::vector<double>& logEnergy,
                                     const std::vector<int>& trendColumns, const FitOptions& options,
                                     const ForestSettings& settings = {});
std::unique_ptr<Regressor> forestFromJson(const nlohmann::json& json);

}  // namespace kinglet::energy
