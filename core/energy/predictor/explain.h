// Why a figure is what it is, as plain data for a view or a report.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "energy/device/device_profile.h"
#include "energy/predictor/predictor.h"

namespace kinglet::energy {

struct NearestExample {
  std::string name;
  double measuredMj = 0;
  EnergyInterval predicted;  // for it, from the others
  double distance = 0;       // in the model's own measure: under 1 is alike, over 3 far
};

struct LayerExplanation {
  std::string name;
  WorkKind kind = WorkKind::none;
  EnergyInterval energy;  // low and high are NaN where the model has none for layers
  double latencyMs = 0;   // NaN where not known
  double share = 0;       // of the total, 0 .. 1
  std::vector<NearestExample> nearest;
  std::vector<base::Message> outside;  // "output channels 4096 over the measured 2048"
};

struct Explanation {
  EnergyInterval total;  // of the network, front end apart
  std::string method;    // "forest", "process", "device profile"
  std::string source;
  // as the works; one for the whole network where the model knows no layers
  std::vector<LayerExplanation> layers;
  // The total as each tree sees it, or equally likely values of the process, ascending, mJ; empty for a
  // device profile.
  std::vector<double> spread;
  // measured networks, where the model rests on networks; else see the layers
  std::vector<NearestExample> nearest;
  std::vector<base::Message> warnings;  // for people; empty where the network lies within what was measured
};

// Throws base::Error where the model's columns are not those of networks.
Explanation explain(const Predictor& predictor, const std::vector<LayerWork>& network, int nearest = 3);
Explanation explain(const DeviceProfile& profile, const std::vector<LayerWork>& network);

}  // namespace kinglet::energy
