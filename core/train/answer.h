// What the scores of a clip say, wherever it is told.
#pragma once

#include <algorithm>
#include <span>

namespace kinglet::train {

// The class with the highest score, of equal ones the first.
inline int answerOf(std::span<const float> scores) {
  return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace kinglet::train
