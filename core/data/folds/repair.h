// Folds that a search can work with: every class is trained on, and judged by, where its recordings allow.
#pragma once

#include <vector>

#include "data/folds.h"

namespace kinglet::data {

enum class FoldRole { training, validation, test };

// Moves single sources so that each class is in training; then in validation too, where it has two sources;
// then in the test, where it has three. What was so already is not touched. roles: of each fold. folds: of
// each item; those of one source are equal before and after.
void repairFolds(const std::vector<FoldItem>& items, const std::vector<FoldRole>& roles,
                 std::vector<int>& folds);

}  // namespace kinglet::data
