#include "energy/device/board_file.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::energy {
namespace {

constexpr std::string_view kPrefix = "board:";

}  // namespace

bool isBoardFile(const std::string& device) {
  return device.starts_with(kPrefix) || device.ends_with(".json");
}

std::string boardPath(const std::string& device) {
  return device.starts_with(kPrefix) ? device.substr(kPrefix.size()) : device;
}

std::string boardName(const std::string& device) {
  return std::string(kPrefix) + std::filesystem::path(boardPath(device)).filename().string();
}

const DeviceProfile& boardProfile(const std::string& text) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const DeviceProfile>> kept;
  const std::lock_guard lock(mutex);
  if (const auto known = kept.find(text); known != kept.end()) return *known->second;
  auto read = std::make_unique<const DeviceProfile>(profileFromJson(text));
  if (!(read->activePowerMw > 0))
    throw base::Error(
        "%1 knows no power and tells no energy; count it with the clock and power of your board "
        "(--clock-mhz, --power-mw)",
        read->name);
  return *kept.emplace(text, std::move(read)).first->second;
}

const DeviceProfile& deviceOrBoard(const std::string& name) {
  return isBoardFile(name) ? boardProfile(base::readText(boardPath(name), kMostBoardBytes)) : device(name);
}

}  // namespace kinglet::energy
