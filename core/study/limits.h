// Limits on what a candidate may cost.
#pragma once

#include <optional>

#include "base/message.h"
#include "energy/energy_model.h"
#include "energy/listening/always_on.h"
#include "network/cost.h"

namespace kinglet::study {

// Hard: a candidate over one of them is never trained. What is not given is limited by the device's own flash
// and RAM (see limitsOf); an infinite one switches that off.
struct Limits {
  std::optional<double> energyMj, flashKb, ramKb, powerMw = {};
  bool operator==(const Limits&) const = default;
};

// What is wrong with these costs, for people ("flash 812 kB is over the limit of 512 kB"); empty when they
// keep the limits. A predicted energy keeps a limit where the upper end of its interval does. A limit on power
// also asks that the work of a second fits into one.
base::Message violated(const Limits& limits, const network::NetworkCost& cost,
                       const energy::EnergyEstimate& energy, const energy::MeanPower& power = {});

}  // namespace kinglet::study
