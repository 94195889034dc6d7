// Device profiles of Kinglet's own C: energy/ knows the model, deploy/ the code and the emulator.
#pragma once

#include <optional>
#include <string>

#include "deploy/progress.h"
#include "energy/device/device_profile.h"
#include "network/network_spec.h"

namespace kinglet::app {

// A whole exported programme, front end included, counted and timed as the core's timing says.
struct CountedProgramme {
  double instructions = 0, cycles = 0, frontEndCycles = 0;
};
// Throws base::Error as deploy::runOnBoard does: no compiler, no emulator, the network does not fit.
CountedProgramme countProgramme(const network::InputSpec& input, const network::NetworkSpec& network,
                                const std::string& core, bool fixedFrontEnd,
                                const deploy::Progress& progress = {});

// "Cortex-M4" of "cortex-m4".
std::string coreTitle(std::string core);

struct CountPlan {
  std::string core = "cortex-m4";  // of energy::countedCores()
  bool fixedFrontEnd = true;
  // Those of a measured board where not given: NUCLEO-L4R5ZI of a Cortex-M4, H7A3ZI-Q of an M7, U575ZI-Q of an M33.
  // Of an M55 no board is known, and the profile then tells cycles alone.
  std::optional<double> clockMhz, powerMw;
  bool quick = false;  // two networks and three front ends, and no programmes: for a test
};
// Counts designed layers and front ends, fits the model, and holds it against programmes that the fit has not seen.
// Some minutes. Throws base::Error, deploy's Cancelled.
energy::DeviceProfile countedProfile(const CountPlan& plan, const deploy::Progress& progress = {});

}  // namespace kinglet::app
