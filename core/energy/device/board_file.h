// A device profile that a person brings as a file, as `kinglet energy count` writes it.
#pragma once

#include <string>

#include "energy/device/device_profile.h"

namespace kinglet::energy {

// "board:PATH", or a path that ends with .json.
bool isBoardFile(const std::string& device);
std::string boardPath(const std::string& device);
constexpr std::size_t kMostBoardBytes = 4u << 20;  // of a file
// As settings name it: "board:" and the file's name.
std::string boardName(const std::string& device);

// The profile that a file's text tells; the same text gives the same object, which lives as long as the program, as
// those of builtinDevices() do. Any thread. Throws base::Error: no profile, or one that tells no energy since it knows
// no power.
const DeviceProfile& boardProfile(const std::string& text);

// A built-in device by id or name, or the profile of a board's file. Throws base::Error.
const DeviceProfile& deviceOrBoard(const std::string& device);

}  // namespace kinglet::energy
