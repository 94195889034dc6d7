#include "study/limits.h"

#include <cmath>

#include "base/format.h"

namespace kinglet::study {
namespace {

base::Message::Argument amount(double value, const char* unit) {
  return base::figure(base::general(value, 4) + " " + unit);
}

}  // namespace

base::Message violated(const Limits& limits, const network::NetworkCost& cost,
                       const energy::EnergyEstimate& energy, const energy::MeanPower& power) {
  const bool predicted = energy.provenance == energy::Provenance::predicted && std::isfinite(energy.high);
  const double energyMj = predicted ? energy.high : energy.millijoules;
  const double flash = double(cost.flashBytes) / 1024, ram = double(cost.peakRamBytes) / 1024;
  if (limits.energyMj && energyMj > *limits.energyMj) {
    const auto have = amount(energyMj, "mJ"), limit = amount(*limits.energyMj, "mJ");
    return predicted ? base::Message("energy, which may be %1, is over the limit of %2", have, limit)
                     : base::Message("energy %1 is over the limit of %2", have, limit);
  }
  if (limits.powerMw && std::isfinite(*limits.powerMw) && !power.keepsUp)
    return base::Message("the work of a second takes the device %1", amount(power.duty, "s"));
  if (limits.powerMw && power.totalMw > *limits.powerMw)
    return base::Message("mean power %1 is over the limit of %2", amount(power.totalMw, "mW"),
                         amount(*limits.powerMw, "mW"));
  if (limits.flashKb && flash > *limits.flashKb)
    return base::Message("flash %1 is over the limit of %2", amount(flash, "kB"),
                         amount(*limits.flashKb, "kB"));
  if (limits.ramKb && ram > *limits.ramKb)
    return base::Message("RAM %1 is over the limit of %2", amount(ram, "kB"), amount(*limits.ramKb, "kB"));
  return {};
}

}  // namespace kinglet::study
