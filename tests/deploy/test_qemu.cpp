#include <gtest/gtest.h>

#include "base/error.h"
#include "deploy/verify/qemu.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "random_model.h"

namespace kinglet::deploy {
namespace {

class Qemu : public testing::TestWithParam<std::string> {};

TEST_P(Qemu, AnswersBitForBitAndCounts) {
  if (std::system("command -v arm-none-eabi-gcc qemu-system-arm >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "skipped: arm-none-eabi-gcc or qemu-system-arm is not installed";
  network::InputSpec input;
  input.mels = 32;
  input.hopMs = 20;
  const Model model = randomModel(input, network::dsCnn(input.shape(), 5), 5, 3);
  base::Random random(4);
  std::vector<std::vector<float>> inputs;
  for (int i = 0; i < 3; ++i) inputs.push_back(randomInput(model.network.input(), random));
  const QuantizedGraph network = quantize(buildGraph(model), inputs);
  std::vector<std::vector<std::int8_t>> codes;
  for (const auto& values : inputs) {
    codes.emplace_back();
    for (const float v : values) codes.back().push_back(network.scales[0].quantise(v));
  }
  const auto sources = cSources(model, network);
  const auto run = runOnBoard(sources, GetParam(), codes, static_cast<int>(network.graph.ops.size()), 5);
  for (std::size_t i = 0; i < codes.size(); ++i)
    EXPECT_EQ(run.answers[i], runInteger(network, codes[i])[static_cast<std::size_t>(network.graph.output)]);
  const long macs = network::costOf(model.network).macs;
  EXPECT_GT(run.total, macs / 16) << "no processor here multiplies more than 16 bytes at once";
  EXPECT_LT(run.total, 30 * macs);
  EXPECT_EQ(run.arenaBytes / 8 * 8, (sources.arenaBytes + 7) / 8 * 8);
  const auto again = runOnBoard(sources, GetParam(), codes, static_cast<int>(network.graph.ops.size()), 5);
  EXPECT_EQ(again.instructions, run.instructions);
}

INSTANTIATE_TEST_SUITE_P(Boards, Qemu, testing::ValuesIn(qemuBoards()),
                         [](const auto& board) { return board.param.substr(board.param.find('-') + 1); });

TEST(QemuBoards, AnUnknownBoardListsTheBoards) {
  try {
    runOnBoard(CSources(), "cortex-m99", {}, 0, 0);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("cortex-m55"), std::string::npos);
  }
}

}  // namespace
}  // namespace kinglet::deploy
