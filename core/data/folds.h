// Which fold a recording belongs to, where a data set does not say.
#pragma once

#include <string>
#include <vector>

namespace kinglet::data {

struct Dataset;

constexpr int kDefaultFolds = 5;

// One clip as the assignment sees it.
struct FoldItem {
  std::string source;       // all clips of one source come into one fold
  std::vector<int> labels;  // indices of classes
};

// A fold 0 .. folds-1 for each item, so that each class is spread as evenly as its sources allow. Depends on
// the items alone, not on their order; the same on every machine.
std::vector<int> assignFolds(const std::vector<FoldItem>& items, int folds);

// A fold as people are told of it: by the data set's own name, "1" for the first where it has none.
std::string foldName(const Dataset& dataset, int fold);

// How many sources the class has that has most.
int mostSources(const std::vector<FoldItem>& items);

}  // namespace kinglet::data
