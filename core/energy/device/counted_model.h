// What the C that Kinglet exports costs on a core, by counted instructions of its kernels:
//
//   instructions of a layer = sum over its kernels of sum over counts of (instructions of a count * count)
//   cycles                  = instructions * cyclesPerInstruction[kind of layer]
//   time                    = cycles / clock;   energy = time * active power (energyOf, device_profile.h)
//
// The instructions are fitted, never negative, to counts of designed layers under QEMU (-icount: an instruction is
// a nanosecond of the board's time), which are exact. QEMU knows no cycles: the timing is the core's, as timingOf
// states it, and no count can tell what flash and caches add to it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "energy/device/kernel_work.h"

namespace kinglet::energy {

// Cycles an instruction by toText(WorkKind), and of the front ends by toText(Kernel).
//
// Cortex-M4: each instruction that QEMU runs of designed layers and of a front end, with the timings of Arm's
//   Cortex-M4 Technical Reference Manual (DDI 0439, section 3.3): a load 2 cycles, 1 behind another load or
//   store; a store 1; a taken branch 1 and a refill of 1 to 3 (2 is taken); MUL, MLA, SMLAD, SMMUL 1; UDIV and
//   SDIV 2 to 12 (7 is taken); VLDR 2, VMLA 3, VDIV 14. The benchmark `cycles` works them out anew.
// Cortex-M33: Arm publishes no timings of its instructions; assumed to take a Cortex-M4's, whose pipeline has
//   three stages too.
// Cortex-M7: starts up to two instructions a cycle, Arm publishes no timings; assumed to take 0.62 of a
//   Cortex-M4's, the ratio of CMSIS-DSP's FFT on both (resources/boards.json).
// Cortex-M55: a vector instruction takes two cycles, of which loads and multiplications overlap (two beats a
//   cycle); assumed to take 1.3 cycles an instruction everywhere.
struct Timing {
  std::map<std::string, double> cyclesPerInstruction;
  std::string source;  // one line
};
// Of cortex-m4, -m7, -m33, -m55. Throws base::Error listing them otherwise.
Timing timingOf(const std::string& core);
std::vector<std::string> countedCores();
Products productsOf(const std::string& core);
const char* frontEndKind(bool fixed);

// A kernel that was counted.
struct CountedKernel {
  KernelWork work;
  double instructions = 0;
};

struct CountedModel {
  std::string core;  // "cortex-m4"
  bool fixedFrontEnd = true;
  Timing timing;
  // By toText(Kernel), each as countsOf(kernel); of the front end the one that is meant.
  std::map<std::string, std::vector<double>> instructions;
  // Of whole programmes, front end included, that the fit had not seen: percent, both NaN where none was counted.
  double medianErrorPercent = 0, worstErrorPercent = 0;
  int programmes = 0;

  double instructionsOf(const KernelWork& work) const;
  double cyclesOf(const network::Layer& layer) const;
  double cyclesOf(const LayerWork& layer) const;
  // Of all frames of one inference.
  double frontEndCycles(const network::InputSpec& input) const;
  // The same timing of what was counted: instructions by WorkKind's text or frontEndKind.
  double cycles(const std::string& kind, double instructions) const;
};

// Least squares of relative errors with costs of 0 or more, a kernel by itself. A kernel that was not counted costs
// nothing and is named by missing(). quantum: instructions that a count is exact to.
CountedModel fitCounted(const std::string& core, bool fixedFrontEnd, std::span<const CountedKernel> counted,
                        double quantum = 40);
std::vector<std::string> missing(const CountedModel& model);

// Layers to count, so that every cost can be told from the others: kinds, channels that tiles divide and that they do
// not, kernels, strides, few and many pixels, borders. Each network fits a board of half a megabyte.
std::vector<network::NetworkSpec> countDesign();
// Front ends of several FFT sizes, windows and numbers of bands.
std::vector<network::InputSpec> frontEndDesign();

}  // namespace kinglet::energy
