// energy/: what one inference costs in joules, where that figure comes from, and how far to trust it.
// Calls network/ and base/; search/ and study/ call it. A newcomer reads this header first, then
// device_profile.h.
#pragma once

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "network/network_spec.h"

namespace kinglet::energy {

// measured with a meter; predicted from measurements of other networks; counted from the instructions of the
// very code, times a stated timing and power; modelled by costs fitted to published measurements.
enum class Provenance { measured, predicted, counted, modelled };
const char* toText(Provenance provenance);

struct LayerEnergy {
  double latencyMs = 0, millijoules = 0;
};

// Energy of one inference, front end included.
struct EnergyEstimate {
  double millijoules = 0;
  double latencyMs = std::numeric_limits<double>::quiet_NaN();  // where known
  Provenance provenance = Provenance::modelled;
  double low = std::numeric_limits<double>::quiet_NaN();  // 90 % interval, mJ, where known
  double high = std::numeric_limits<double>::quiet_NaN();
  std::string source;   // one line: device, clock, data behind it, date
  std::string runtime;  // that the figure holds for: "X-CUBE-AI v10.2"; empty where it is not known
  double frontEndMillijoules = 0;
  double frontEndMs = std::numeric_limits<double>::quiet_NaN();  // of latencyMs; where known
  std::vector<LayerEnergy> layers;  // as NetworkSpec::layers; empty where the model cannot tell
};

// Any thread may call estimate().
class EnergyModel {
 public:
  virtual ~EnergyModel() = default;
  virtual std::string name() const = 0;
  virtual EnergyEstimate estimate(const network::InputSpec& input,
                                  const network::NetworkSpec& network) const = 0;
};

}  // namespace kinglet::energy
