// A network with its costs, as the views of it are handed it.
#pragma once

#include <QString>

#include "energy/energy_model.h"
#include "network/cost.h"
#include "network/network_spec.h"

namespace kinglet::widgets {

struct ArchitectureData {
  QString title;
  network::InputSpec input;
  network::NetworkSpec network;
  network::NetworkCost cost;
  energy::EnergyEstimate energy;  // its layers may be empty where the model cannot tell
};

}  // namespace kinglet::widgets
