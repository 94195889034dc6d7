// A study for those who shall find a fault in Kinglet: its settings and trials as text, without anything that
// tells what it listens to.
#pragma once

#include <string>

#include "study/file/store.h"

namespace kinglet::app {

// JSON: what may be told of the settings, and counts in place of names. Throws base::Error.
std::string settingsFacts(const study::StudyStore& study);
// CSV, a row a trial. Throws base::Error.
std::string trialFacts(const study::StudyStore& study);

}  // namespace kinglet::app
