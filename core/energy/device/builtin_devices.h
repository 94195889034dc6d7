// The JSON texts of resources/devices, compiled in (the .cpp is made by embed_devices.cmake).
#pragma once

#include <string_view>
#include <vector>

namespace kinglet::energy {

const std::vector<std::string_view>& builtinDeviceTexts();

}  // namespace kinglet::energy
