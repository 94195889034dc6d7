// What a user should know of the sounds, on the terminal.
#pragma once

#include <string>
#include <vector>

#include "data/feature_store.h"

namespace kinglet::cli {

// Prints the store's notices on standard error, a line each, and gives them, for JSON.
std::vector<std::string> tellNotices(const data::FeatureStore& features);

}  // namespace kinglet::cli
