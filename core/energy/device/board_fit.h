// Device profiles from published measurements of a few whole networks.
//
// A board has three or four measured networks and seven unknown costs (LatencyModel), so the costs are a
// hierarchical Bayesian estimate (maximum a posteriori; Gelman et al., Bayesian Data Analysis, ch. 5): log costs in
// clock cycles of
//
//   a board = its runtime family + a scale of its own + small deviations,
//   a family = its class + small deviations,     a class = a physical guess + deviations.
//
// Classes are processors that do a few operations a clock, and parallel engines (more than five MACs a clock
// on some network). The guesses are counts of instructions for int8 kernels with packed multiply-adds (Lai et
// al. 2018, CMSIS-NN), given in board_fit.cpp; no network's measured figure went into them. One more
// figure is common to all boards: the share of the published MobileNet (vww) that runtimes do which leave out
// a part of it (board_runtime.h).
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "energy/device/board_table.h"
#include "energy/device/device_profile.h"
#include "energy/device/streaming_table.h"

namespace kinglet::energy {

// Costs in clock cycles: an operator, a MAC, a patch byte, an output, a weight byte, a depthwise MAC, an
// activation byte.
using CycleCosts = std::array<double, 7>;

struct FittedBoard {
  const BoardSystem* system = nullptr;
  CycleCosts costs{};
  double activePowerMw = 0;  // median of energy / latency over the networks of the fit; NaN without energies
  // Of a network with idle channels, what this system does: 1 where it does all, or where no fit could tell.
  double idleChannelsShare = 1;
  LatencyModel latency() const;
  // One inference of a network of the layer table, in clock cycles.
  double cycles(const std::string& network, const std::vector<LayerWork>& works) const;
};

using LayerTable = std::map<std::string, std::vector<LayerWork>>;

// Fits all systems together from what each has of the networks named. Systems need a clock and the latency of
// one of them; they must outlive the result. Throws base::Error where a system or the layer table lacks
// something.
std::vector<FittedBoard> fitBoards(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                   const std::vector<std::string>& networks);

struct LeftOut {
  const BoardSystem* system = nullptr;
  std::string network;
  double predictedUj = 0, measuredUj = 0;
  double relativeError() const { return predictedUj / measuredUj - 1; }
};

// Every network once left out of the fit of ALL systems, and then predicted on each that has its energy.
std::vector<LeftOut> leaveOneNetworkOut(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks);

// Every board once left out with all its systems but for one figure each, the first of the networks: its other
// networks are then predicted on it. That is what to expect of a board of which one network is known.
// boardOf: what two systems of one board have in common.
std::vector<LeftOut> leaveOneBoardOut(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                      const std::vector<std::string>& networks,
                                      const std::function<std::string(const BoardSystem&)>& boardOf);

// Systems of the closed division that state a clock, complete in the networks named: those that become
// profiles.
std::vector<BoardSystem> profileSystems(const std::vector<BoardSystem>& systems,
                                        const std::vector<std::string>& networks);

// What no table of measurements tells of a board; typed from data sheets into resources/boards.json.
struct BoardFacts {
  std::string device;  // starts the device's name in the table
  std::string slug, vendor;
  std::optional<double> flashKb, ramKb;
  std::string memorySource;
  // Cycles of the front end beside a Cortex-M4's, above 0, and what that rests on.
  double frontEndCore = 1;
  std::string frontEndSource;
};
// By the beginning of the device's name; null, or base::Error, where there is none.
const BoardFacts* findFacts(const std::string& device, const std::vector<BoardFacts>& facts);
const BoardFacts& factsOf(const std::string& device, const std::vector<BoardFacts>& facts);
std::vector<BoardFacts> boardFactsFromJson(const std::string& text);  // throws base::Error

// One profile a system, of which the front end and waiting are as `listening` says. The newest system of a board is called by the board's slug, the others by slug and
// round, and runtime or clock where that is not enough.
std::vector<DeviceProfile> makeProfiles(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks,
                                        const std::vector<BoardFacts>& facts,
                                        const std::vector<StreamingRow>& listening);

}  // namespace kinglet::energy
