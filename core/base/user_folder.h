// Where a user's own files lie: the XDG base directory specification.
#pragma once

#include <filesystem>

namespace kinglet::base {

// "kinglet" in the folder that the variable names ("XDG_STATE_HOME"), or else in `usual` below the home
// folder (".local/state"). Relative paths count as none, as the specification says. Empty where there is
// neither; nothing is made.
std::filesystem::path userFolder(const char* variable, const char* usual);

}  // namespace kinglet::base
