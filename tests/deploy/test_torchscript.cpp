#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "deploy/torchscript/torchscript.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "random_model.h"

namespace kinglet::deploy {
namespace {

std::filesystem::path scratch(const std::string& name) {
  return std::filesystem::path(testing::TempDir()) / ("kinglet_" + std::to_string(::getpid()) + "_" + name);
}

void expectAgreement(const network::NetworkSpec& network) {
  const Model model = randomModel(network, 5);
  const Graph graph = buildGraph(model);
  const auto path = scratch("model.pt");
  writeTorchScript(graph, path);
  base::Random random(6);
  for (int i = 0; i < 3; ++i) {
    const auto input = randomInput(network.input(), random);
    const auto want = runFloat(graph, input)[graph.output];
    const auto got = runTorchScript(path, network.input(), input);
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t c = 0; c < want.size(); ++c)
      EXPECT_NEAR(got[c], want[c], 1e-4 * (1 + std::abs(want[c])));
  }
  std::filesystem::remove(path);
}

TEST(TorchScript, AgreesWithTheReferenceOnEveryLayer) {
  expectAgreement(everyLayer());
}
TEST(TorchScript, AgreesWithTheReferenceOnABaseline) {
  expectAgreement(network::mobileNetV2(0.35, {98, 32, 1}, 10));
  expectAgreement(network::mlperfTiny("ic"));  // three channels
}

TEST(TorchScript, WhatCannotBeLoadedIsAClearError) {
  const auto path = scratch("zeros.pt");
  base::writeAtomically(path, std::string(1000, '\0'));
  EXPECT_THROW(runTorchScript(path, {1, 1, 1}, std::vector<float>(1)), base::Error);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace kinglet::deploy
