// Compilers and programs for tests of exported sources.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/verify/shell.h"
#include "network/network_spec.h"
#include "random_model.h"

namespace kinglet::deploy {

// Strict, and in no time: what is compiled so runs for milliseconds.
inline const std::string kC99 = "gcc -std=c99 -O0 -Wall -Wextra -Wshadow -Werror -pedantic ";
inline const std::string kCpp11 = "g++ -std=c++11 -O0 -Wall -Wextra -Wpedantic -Werror ";

// What a shell's command in a folder says on both its outputs; a failure of the test with it where it fails.
inline std::string shell(const std::filesystem::path& folder, const std::string& command) {
  FILE* pipe = ::popen(("cd '" + folder.string() + "' && { " + command + "; } 2>&1").c_str(), "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  EXPECT_TRUE(pipe && ::pclose(pipe) == 0) << command << "\n" << text;
  return text;
}

inline QuantizedGraph quantized(const Model& model) {
  base::Random random(5);
  std::vector<std::vector<float>> inputs;
  for (int i = 0; i < 4; ++i) inputs.push_back(randomInput(model.network.input(), random));
  return quantize(buildGraph(model), inputs);
}

// A copy of each .c as .cpp beside it.
inline void copyAsCpp(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".c") sources.push_back(entry.path());
  for (auto path : sources) {
    const std::string text = base::readText(path);
    base::writeAtomically(path.replace_extension(".cpp"), text);
  }
}

// A small network of the given number of bands and classes, every kind of operator inside.
inline Model smallModel(int mels, std::uint64_t seed) {
  network::NetworkSpec net("small " + std::to_string(mels), {20, mels, 1});
  using namespace network;
  int x = net.add({.kind = LayerKind::conv2d,
                   .name = "stem */ first",
                   .filters = 8,
                   .kernelH = 3,
                   .kernelW = 3,
                   .strideH = 2,
                   .strideW = 2,
                   .activation = Activation::hardSwish,
                   .batchNorm = true});
  x = net.add({.kind = LayerKind::depthwise,
               .name = "dw",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 3,
               .activation = Activation::relu6,
               .batchNorm = true});
  x = net.add({.kind = LayerKind::globalAveragePool, .name = "pool", .inputs = {x}});
  net.add({.kind = LayerKind::dense, .name = "out", .inputs = {x}, .filters = 3});
  return randomModel(net, seed);
}

}  // namespace kinglet::deploy
