// Instructions of exported C under emulation, for networks that nobody has trained: what a device profile is fitted to.
#pragma once

#include <string>
#include <vector>

#include "deploy/progress.h"
#include "network/network_spec.h"

namespace kinglet::deploy {

struct CountedOperator {
  int layer = 0;  // of NetworkSpec::layers
  long instructions = 0;
};

// Of one inference, an operator each in the order in which they run (a squeeze-excite is four, a hard swish one more, a
// view one of none), with weights made up. Throws as runOnBoard does.
std::vector<CountedOperator> countNetwork(const network::NetworkSpec& network, const std::string& board,
                                          const Progress& progress = {});

// Of one frame of the exported front end, from 16-bit samples to codes of the network's input; a mean of several frames
// of noise.
double countFrame(const network::InputSpec& input, const std::string& board, bool fixedPoint,
                  const Progress& progress = {});

}  // namespace kinglet::deploy
