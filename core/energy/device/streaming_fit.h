// What listening costs beside the network: the front end, a wake-up, and waiting; fitted to published mean
// power (streaming_table.h) and to counted instructions.
//
// Of a published row, duty * period * clock are the cycles of one wake-up. What its network does not explain
// is the front end's frame and the rest of a wake-up (buffers moved, features quantised, and what the
// estimate of the network is off by): cycles = (perOp * operations + wakeUp) * core, core being 1 on a
// Cortex-M4. One network cannot tell the two apart, so perOp is held towards what was counted: a frame of 512
// samples and 32 mels takes CMSIS-DSP 60,000 cycles by the instructions that QEMU counts and a Cortex-M4's
// timings, 6.5 an operation, and boards take 1.35 times what is counted so, for their flash's wait states.
//
// What is drawn while waiting, in mA, is idleRoot * sqrt(active mA): between a current that does not depend on
// the core (oscillators, transfers of the microphone) and one in proportion to it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "energy/device/board_fit.h"
#include "energy/device/streaming_table.h"
#include "energy/listening/always_on.h"

namespace kinglet::energy {

struct ListeningFit {
  double cyclesPerOp = 0;                                // of the front end (frontEndOps) on a Cortex-M4
  double wakeUpCycles = 0;                               // on a Cortex-M4
  double staticShare = 0;                                // of active power, that does not follow the clock
  double idleRoot = 0;                                   // sqrt(mA)
  std::map<std::string, double> idleRoots;               // of boards that were measured, by slug
  std::map<std::string, std::vector<double>> clocksMhz;  // that they were measured at
};

// boards: as fitBoards made them, with facts for each; rows of boards that are not among them are passed
// over. Without any row the figures are those expected beforehand.
ListeningFit fitListening(const std::vector<StreamingRow>& rows, const std::vector<FittedBoard>& boards,
                          const LayerTable& layers, const std::vector<BoardFacts>& facts);

// A board at its nominal clock, as its measured rows and the others say.
ListeningProfile listeningProfile(const ListeningFit& fit, const FittedBoard& board, const BoardFacts& about);

struct LeftOutPower {
  const StreamingRow* row = nullptr;
  double predictedMw = 0;
  double relativeError() const { return predictedMw / row->powerMw - 1; }
};
// Each board's rows once left out of the fit, and then predicted from what is known of its other networks.
std::vector<LeftOutPower> leaveOneBoardOutPower(const std::vector<StreamingRow>& rows,
                                                const std::vector<FittedBoard>& boards,
                                                const LayerTable& layers,
                                                const std::vector<BoardFacts>& facts);

}  // namespace kinglet::energy
