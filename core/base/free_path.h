// Names for new files that take the place of none.
#pragma once

#include <filesystem>
#include <string>

namespace kinglet::base {

// folder/NAME + ending, or, where something of that name is there (a link that leads nowhere, too), NAME with
// the separator and the first number from 2 that is free.
std::filesystem::path freePath(const std::filesystem::path& folder, const std::string& name,
                               const std::string& ending, const std::string& separator = "-");

// Throws base::Error where there is a file of that name, or a link.
void requireFree(const std::filesystem::path& path);

}  // namespace kinglet::base
