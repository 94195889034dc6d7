// The exported int8 kernels against plain loops, on random shapes: bit for bit, and no read past a map.
#include "c_build.h"
#include "deploy/c_writer/c_kernels.h"
#include "deploy/verify/qemu.h"
#include "paths.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

class Kernels : public testing::Test {
 protected:
  Kernels() {
    const fs::path here = fs::path(KINGLET_SOURCE_DIR) / "tests/deploy";
    for (const char* name : {"kernel_shapes.c", "plain_loops.c"})
      fs::copy_file(here / name, folder_.path / name);
    base::writeAtomically(folder_.path / "kernels.c",
                          ownKernels(true, {"USE_ADD", "USE_CONV", "USE_DEPTHWISE", "USE_GLOBAL_MEAN",
                                            "USE_POOL", "USE_SCALE"}));
  }
  const WorkFolder folder_;
};

TEST_F(Kernels, AnswerAsPlainLoopsHere) {
  shell(folder_.path,
        "gcc -std=c99 -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -Wall -Wextra -Werror "
        "kernel_shapes.c -o shapes");
  EXPECT_NE(shell(folder_.path, "./shapes").find("0 of"), std::string::npos);
}

class KernelsOn : public Kernels, public testing::WithParamInterface<std::string> {};

TEST_P(KernelsOn, AnswerAsPlainLoops) {
  for (const char* program : {"arm-none-eabi-gcc", "qemu-system-arm"})
    if (!installed(program)) GTEST_SKIP() << "skipped: " << program << " is not installed";
  // Where nothing can be read behind these boards' memory; the others let reads pass, and maps end anywhere.
  std::string options = "-Wall -Wextra -Werror";
  if (GetParam() == "cortex-m33") options += " -DMAPS_END=0x38400000u";
  if (GetParam() == "cortex-m55") options += " -DMAPS_END=0x31400000u";
  if (options.find("MAPS") == std::string::npos) options += " -DMAPS_END=0x20800000u";
  EXPECT_EQ(runProgramOnBoard(folder_.path, GetParam(), "kernel_shapes.c", options).output.substr(0, 5),
            "0 of ");
}

INSTANTIATE_TEST_SUITE_P(Boards, KernelsOn, testing::ValuesIn(qemuBoards()),
                         [](const auto& board) { return board.param.substr(board.param.find('-') + 1); });

}  // namespace
}  // namespace kinglet::deploy
