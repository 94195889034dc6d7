// Random forest regression (Breiman 2001, "Random forests") on what a linear trend leaves over. Speckhard et
// al. 2023 predict energy with a random forest; the trend is ours, because trees alone are flat outside and
// between the sizes that they know.
//
// Own trees rather than dlib's: dlib 19.24's regression forest gives one mean, and neither the trees' single
// answers nor the variance within a leaf, from which the spread is made.
#pragma once

#include <memory>

#include "statistics/regressor.h"

namespace kinglet::statistics {

struct ForestSettings {
  std::uint64_t seed = 1;
  int trees = 200;
  double columnShare = 0.5;  // of the columns tried at a split
  int minLeaf = 1;
  int minSplit = 2;
  int maxRows = 5000;  // drawn for a tree; of a larger table each tree sees another part
  std::stop_token stop;
};

// trendColumns: those that the trend, a ridge regression, runs over. One target a row, at least one. The same
// seed gives the same forest, whatever the thread. Throws base::Cancelled when asked to stop.
std::unique_ptr<Regressor> fitForest(const Points& points, const std::vector<double>& targets,
                                     const std::vector<int>& trendColumns, const ForestSettings& settings);
// What toJson() of a forest gave. Throws base::Error where it makes no sense, and nlohmann's exceptions.
std::unique_ptr<Regressor> forestFromJson(const nlohmann::json& json);

}  // namespace kinglet::statistics
