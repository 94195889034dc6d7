// Which clips of a data set are those that a study knows. Private to data/fingerprint.
#pragma once

#include <vector>

#include "data/fingerprint/fingerprint.h"

namespace kinglet::data {

struct Matching {
  std::vector<int> knownOf;  // of each clip that is there; -1: none
  std::vector<int> nowOf;    // of each known clip; -1: it is gone
  int equal = 0;             // pairs with the same content
};

// By name and content first, then by content (renamed, swapped), then by name, then by name without its
// ending and without regard to case (converted). One to one.
Matching match(const Fingerprint& known, const Fingerprint& now);

bool sameContent(const KnownClip& a, const KnownClip& b);  // or not known

}  // namespace kinglet::data
