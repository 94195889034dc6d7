#include "study/run/pace.h"

#include <fstream>
#include <string>
#include <system_error>

namespace kinglet::study {
namespace {

std::string wordIn(const std::filesystem::path& file) {
  std::string word;
  std::ifstream(file) >> word;
  return word;
}

}  // namespace

bool onBattery(const std::filesystem::path& supplies) {
  std::error_code problem;
  bool discharges = false;
  for (const auto& supply : std::filesystem::directory_iterator(supplies, problem)) {
    const std::filesystem::path& folder = supply.path();
    // A mouse, a pen or a headset has a battery of its own.
    if (wordIn(folder / "scope") == "Device") continue;
    if (wordIn(folder / "type") == "Battery")
      discharges = discharges || wordIn(folder / "status") == "Discharging";
    else if (wordIn(folder / "online") == "1")
      return false;
  }
  return discharges;
}

}  // namespace kinglet::study
