// How much of this computer a search may take. It belongs to the computer and not to the study: nothing of it
// is in the file, and no result depends on it.
#pragma once

#include <filesystem>
#include <functional>

namespace kinglet::study {

// Whether the computer runs on its battery: one discharges, and no mains or USB supply is connected. False
// where the system does not tell. `supplies`: a folder as /sys/class/power_supply, see
// Documentation/ABI/testing/sysfs-class-power of Linux.
bool onBattery(const std::filesystem::path& supplies = "/sys/class/power_supply");

constexpr int kLeastShare = 5;  // percent

struct Pace {
  // Of the time of each worker that trains, percent: kLeastShare .. 100. It rests between batches.
  int share = 100;
  // The search pauses while the computer runs on its battery, and goes on by itself.
  bool pauseOnBattery = false;
  std::function<bool()> isOnBattery = [] { return onBattery(); };  // asked every few seconds
};

}  // namespace kinglet::study
