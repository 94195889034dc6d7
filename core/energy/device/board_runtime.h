// What the name of a published runtime tells of it.
#pragma once

#include <string>

#include "energy/device/board_table.h"

namespace kinglet::energy {

// The runtime without version and options, lower case ("x-cube-ai"); TensorFlow Lite Micro goes by several
// names, all of them "tflite" here.
std::string runtimeFamily(const std::string& runtime);

// Whether the runtime does only a part of the published MobileNet (vww): X-CUBE-AI from 8.1 on and ONNC take
// a third less time for it than for kws, ic and ad, whose kernels are the same, and their forerunners did not
// (X-CUBE-AI 8.0 to 8.1 on a NUCLEO-L4R5ZI: kws 14 % faster, ic 4 %, vww 46 %). The vendors do not say why;
// channels of that network whose result is constant would explain it, its channels differ twentyfold in
// scale. It is a property of the network, not of a kernel, and no other network is taken to be cheaper for
// it.
bool dropsIdleChannels(const BoardSystem& system);

// "vww": the one published network with such channels.
bool hasIdleChannels(const std::string& network);

}  // namespace kinglet::energy
