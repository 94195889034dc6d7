// Meters of this computer's energy.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "energy/energy_model.h"

namespace kinglet::energy {

// Not thread-safe.
class Meter {
 public:
  virtual ~Meter() = default;
  virtual std::string name() const = 0;
  virtual std::string source() const = 0;  // one line: what is counted, or assumed
  virtual Provenance provenance() const = 0;
  // Energy since an arbitrary moment, in joules; never falls. To be called at least once a minute, because
  // counters wrap.
  virtual double joules() = 0;
};

using Clock = std::function<double()>;  // seconds since an arbitrary moment
Clock steadyClock();

// Linux powercap (RAPL): the packages of the computer, and their memory where it has a counter of its own.
// Domains inside a package (core, uncore) are part of it and not added; psys counts only where there is no
// package. Throws base::Error telling what to do: no such interface (a virtual machine, another processor),
// no permission, no readable counter.
std::unique_ptr<Meter> powercapMeter(const std::filesystem::path& root = "/sys/class/powercap");

// A computer without a meter: time by the clock times a stated power; modelled, not measured. Throws
// base::Error where the power is not above 0.
std::unique_ptr<Meter> statedPowerMeter(double watts, Clock clock = steadyClock());

}  // namespace kinglet::energy
