// What the figures of a study may be. Files come from anybody, and a figure out of range would be believed,
// or send a loop, a sum or an index astray.
#pragma once

#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// All throw base::Error naming the figure.
void checkRanges(const Settings& settings);
void checkRanges(const Trial& trial);
void checkRanges(const Repeat& repeat);

}  // namespace kinglet::study
