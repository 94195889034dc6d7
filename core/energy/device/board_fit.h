// Device profiles from published measurements of a few whole networks.
//
// A board has three measured networks and seven unknown costs (LatencyModel), so the costs are a hierarchical
// Bayesian estimate (maximum a posteriori; Gelman et al., Bayesian Data Analysis, ch. 5): log costs in clock
// cycles of
//
//   a board = its runtime family + a scale of its own + small deviations,
//   a family = its class + small deviations,     a class = a physical guess + deviations.
//
// Classes are processors that do a few operations a clock, and parallel engines (more than five MACs a clock
// on some network). The guesses are counts of instructions for int8 kernels with packed multiply-adds (Lai et
// al. 2018, CMSIS-NN), given in board_fit.cpp; no network's measured figure went into them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "energy/device/board_table.h"
#include "energy/device/device_profile.h"

namespace kinglet::energy {

// Costs in clock cycles: an operator, a MAC, a patch byte, an output, a weight byte, a depthwise MAC, an
// activation byte.
using CycleCosts = std::array<double, 7>;

struct FittedBoard {
  const BoardSystem* system = nullptr;
  CycleCosts costs{};
  double activePowerMw = 0;  // median of energy / latency over the networks of the fit
  LatencyModel latency() const;
};

using LayerTable = std::map<std::string, std::vector<LayerWork>>;

// Fits all systems together from the networks named. Systems need a clock, and latency and energy of each
// network; they must outlive the result. Throws base::Error where a system or the layer table lacks
// something.
std::vector<FittedBoard> fitBoards(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                   const std::vector<std::string>& networks);

struct LeftOut {
  const BoardSystem* system = nullptr;
  std::string network;
  double predictedUj = 0, measuredUj = 0;
  double relativeError() const { return predictedUj / measuredUj - 1; }
};

// Every network once left out of the fit of ALL systems, and then predicted on each.
std::vector<LeftOut> leaveOneNetworkOut(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks);

// Complete systems of the closed division that state a clock: those that become profiles.
std::vector<BoardSystem> profileSystems(const std::vector<BoardSystem>& systems,
                                        const std::vector<std::string>& networks);

// What no table of measurements tells of a board; typed from data sheets into resources/boards.json.
struct BoardFacts {
  std::string device;  // starts the device's name in the table
  std::string slug, vendor;
  std::optional<double> flashKb, ramKb;
  std::string memorySource;
  double frontEndCyclesPerOp = 4;
  std::string frontEndSource;
};
std::vector<BoardFacts> boardFactsFromJson(const std::string& text);  // throws base::Error

// One profile a system. The newest system of a board is called by the board's slug, the others by slug and
// round, and runtime or clock where that is not enough.
std::vector<DeviceProfile> makeProfiles(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks,
                                        const std::vector<BoardFacts>& facts);

}  // namespace kinglet::energy
