// The int8 C export on an emulated microcontroller: the answers, and how many instructions each operator
// takes. A count is a measured figure of cost to set beside the modelled energy; it is not joules.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "deploy/c_writer/c_export.h"
#include "deploy/progress.h"

namespace kinglet::deploy {

struct BoardRun {
  std::string board;                              // "Cortex-M4 (QEMU mps2-an386)"
  std::vector<std::vector<std::int8_t>> answers;  // logits' codes, a window
  std::vector<long> instructions;                 // an operator, to about 40; of the first window
  long total = 0;                                 // an inference
  long flashBytes = 0;                            // text + read-only data of model.o
  long arenaBytes = 0;                            // data + bss of model.o
};

// cortex-m0plus, cortex-m3, cortex-m4, cortex-m7, cortex-m33, cortex-m55.
std::vector<std::string> qemuBoards();

// Needs gcc-arm-none-eabi, libnewlib-arm-none-eabi and qemu-system-arm; throws base::Error naming what is
// missing, or when the network does not fit the board. inputs: windows of codes. sources: of the int8
// network. Instructions are counted by QEMU's -icount (one instruction is one nanosecond of the board's
// time), the same in every run. A stop request throws Cancelled.
BoardRun runOnBoard(const CSources& sources, const std::string& board,
                    const std::vector<std::vector<std::int8_t>>& inputs, int operators, int classes,
                    const Progress& progress = {});

// The compiler and its options, "arm-none-eabi-gcc 12.2.1 -O2"; throws base::Error where it is not installed.
std::string boardCompiler(const std::string& board);

struct BoardProgram {
  std::string output;
  double instructionsATick = 0;  // of SysTick at the processor's clock
};

// Any C program of a folder's sources, as a count, a test or a benchmark has it. options: of the compiler.
BoardProgram runProgramOnBoard(const std::filesystem::path& folder, const std::string& board,
                               const std::string& sources, const std::string& options = {},
                               const Progress& progress = {});

}  // namespace kinglet::deploy
