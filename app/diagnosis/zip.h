// A ZIP archive of a few texts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace kinglet::app {

// Names are ASCII with "/" between folders; texts below 4 GB. Throws base::Error where memory is short.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace kinglet::app
