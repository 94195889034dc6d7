#pragma once

#include <string>
#include <vector>
#include "study/trial.h"

namespace kinglet::cli {

// The front as a table for people, by energy.
std::string paretoTable(const std::vector<study::Trial>& trials);

}  // namespace kinglet::cli
