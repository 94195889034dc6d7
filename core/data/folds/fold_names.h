// What the names of folds mean, and their order.
#pragma once

#include <string>

namespace kinglet::data {

// The part of a data set that a fold is, as its name says; other: "1", "fold3", a site.
enum class FoldKind { training, validation, test, other };
FoldKind foldKindOf(const std::string& name);

// Learning first, judging next, testing last, so that the last fold is the one that stays closed by default;
// among others as people count: "fold2" before "fold10".
bool foldComesBefore(const std::string& a, const std::string& b);

}  // namespace kinglet::data
