// Which clips a network learns from and which it is judged by, outside of a search and in one that
// cross-validates.
#pragma once

#include <string>
#include <vector>

#include "data/dataset.h"

namespace kinglet::study {

struct FoldPart {
  int fold = -1;                 // that it is judged by; -1: by none
  std::vector<int> train, held;  // clip indices
  // Classes that no training clip has: their clips, which nothing could learn, are not held out.
  std::vector<std::string> unlearnt;
};

// Every fold but Dataset::addedFold held out in turn, the others trained on (cross-validation). This opens
// the test fold too.
std::vector<FoldPart> crossValidation(const data::Dataset& dataset);
// The same without the test fold, which is neither trained on nor judged by: to choose between candidates.
// Throws base::Error where fewer than two folds are open.
std::vector<FoldPart> openCrossValidation(const data::Dataset& dataset, const data::Split& split);
// One fold held out. Throws base::Error when there is no such fold, or nothing beside it.
FoldPart heldOut(const data::Dataset& dataset, int fold);

}  // namespace kinglet::study
