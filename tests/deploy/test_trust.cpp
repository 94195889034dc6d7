// What is compiled and run when an export is tried, and what is not.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "base/error.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/onnx/onnx.h"
#include "deploy/verify/shell.h"
#include "deploy/verify/training_reference.h"
#include "deploy/verify/verify.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "random_model.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

TEST(Commands, KnowNothingOfTheUsersEnvironment) {
  const WorkFolder folder;
  ::setenv("KINGLET_SECRET", "heard", 1);
  ::setenv("BASH_ENV", "/tmp/none", 1);
  const std::string environment = runCommand(folder.path, "env", base::Message("look around"));
  ::unsetenv("KINGLET_SECRET");
  ::unsetenv("BASH_ENV");
  std::istringstream lines(environment);
  for (std::string line; std::getline(lines, line);)
    EXPECT_TRUE(line.starts_with("PATH=/usr/local/bin:/usr/bin:/bin") || line.starts_with("HOME=") ||
                line.starts_with("TMPDIR=") || line.starts_with("LC_ALL=") || line.starts_with("PWD="))
        << line;
  // A word is a word: there is no shell to read it.
  EXPECT_EQ(runProgram(folder.path, {"echo", "$(id)", "; id", "`id`"}, base::Message("talk")),
            "$(id) ; id `id`\n");
  // Programs of the user's PATH do not count.
  {
    std::ofstream(folder.path / "make") << "#!/bin/sh\necho mine\n";
    fs::permissions(folder.path / "make", fs::perms::owner_all);
  }
  const std::string before = std::getenv("PATH");
  ::setenv("PATH", (folder.path.string() + ":" + before).c_str(), 1);
  EXPECT_EQ(runCommand(folder.path, "make --version", base::Message("make")).find("mine"), std::string::npos);
  ::setenv("PATH", before.c_str(), 1);
}

TEST(Commands, EndInTimeAndSayOnlySoMuch) {
  const WorkFolder folder;
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_NE(
      refusal([&] {
        runProgram(folder.path, {"sleep", "60"}, base::Message("wait"), {}, std::chrono::milliseconds(300));
      }).find("did not end"),
      std::string::npos);
  EXPECT_NE(refusal([&] { runCommand(folder.path, "yes", base::Message("talk")); }).find("does not end"),
            std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(50));
}

TEST(Verification, TheRuntimeOfTheCurrentFolderIsNeverRun) {
  const WorkFolder folder;
  const fs::path trap = folder.path / "node_modules/onnxruntime-node";
  fs::create_directories(trap);
  std::ofstream(trap / "index.js") << "require('fs').writeFileSync('" << (folder.path / "ran").string()
                                   << "', '');";
  const fs::path before = fs::current_path();
  fs::current_path(folder.path);
  ::setenv("NODE_PATH", (folder.path / "node_modules").c_str(), 1);
  const Model model = randomModel(network::namedNetwork("ds_cnn", {49, 10, 1}, 4), 1);
  const Graph graph = buildGraph(model);
  writeOnnx(graph, folder.path / "model.onnx");
  const auto shape = model.network.input();
  const Windows windows{std::vector<float>(static_cast<std::size_t>(shape.elements()), 0.5f)};
  verifyOnnx("model.onnx", shape, windows,
             {runFloat(graph, windows[0])[static_cast<std::size_t>(graph.output)]}, 0);
  ::unsetenv("NODE_PATH");
  fs::current_path(before);
  EXPECT_FALSE(fs::exists(folder.path / "ran"));
}

// The name of a layer or a class is text in whatever is compiled.
TEST(Names, NeverBecomeCode) {
  const std::string evil =
      "x */ __attribute__((constructor)) static void f(void) { *(volatile int *)0 = 1; } /* ??/ \\";
  network::NetworkSpec network(evil, {20, 8, 1});
  network::Layer dense;
  dense.kind = network::LayerKind::dense;
  dense.name = evil;
  dense.inputs = {network::kNetworkInput};
  dense.filters = 2;
  network.add(dense);
  Model model = randomModel(network, 1);
  model.classes = {"a\"; }; int main(void) { return 3; } char x[] = {\"\n#error \\", "\xE2\x80\xA8*/ ?\?/"};
  const Graph graph = buildGraph(model);
  const WorkFolder folder;
  writeSources(cSources(model, graph), folder.path / "c");
  const Windows windows{std::vector<float>(160, 0.25f)};
  const Verification result =
      verifyC(folder.path / "c", "model", windows, {runTraining(model, windows[0])}, false);
  EXPECT_TRUE(result.verified) << result.by.english();
}

}  // namespace
}  // namespace kinglet::deploy
