#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "deploy/onnx/onnx.h"
#include "network/baselines.h"
#include "random_model.h"

namespace kinglet::deploy {
namespace {

// What the files compute is checked by the export benchmark, where an ONNX runtime is.
TEST(Onnx, WhatIsWrittenPassesTheChecker) {
  const auto path =
      std::filesystem::path(testing::TempDir()) / ("kinglet_" + std::to_string(::getpid()) + ".onnx");
  for (const auto& network :
       {everyLayer(), network::mobileNetV2(0.35, {98, 32, 1}, 10), network::mlperfTiny("ic")}) {
    const Graph graph = buildGraph(randomModel(network, 2));
    base::Random random(3);
    const std::vector<std::vector<float>> inputs(2, randomInput(network.input(), random));
    writeOnnx(graph, path, {{"labels", "a,b"}});
    checkOnnx(path);
    const auto floatBytes = std::filesystem::file_size(path);
    writeOnnx(quantize(graph, inputs), path);
    checkOnnx(path);
    if (network.name() != "every layer") {
      EXPECT_LT(std::filesystem::file_size(path), 0.5 * floatBytes);  // weights take a byte each
    }
  }
  std::filesystem::remove(path);
}

TEST(Onnx, WhatIsNoModelIsAClearError) {
  const auto path =
      std::filesystem::path(testing::TempDir()) / ("kinglet_" + std::to_string(::getpid()) + "_bad.onnx");
  for (const std::string& bytes : {std::string("not a model"), std::string()}) {
    base::writeAtomically(path, bytes);
    EXPECT_THROW(checkOnnx(path), base::Error);
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace kinglet::deploy
