// Runs int8 C exports on emulated boards and compares every logit's code with that of the host's own build.
#include <cmath>
#include <cstdio>
#include <sstream>

#include "../deploy/random_model.h"
#include "base/error.h"
#include "base/files.h"
#include "deploy/verify/qemu.h"
#include "deploy/verify/shell.h"
#include "network/cost.h"
#include "networks.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;
using Codes = std::vector<std::vector<std::int8_t>>;

constexpr int kCandidates = 8, kInputs = 5, kClasses = 10;

// What the host's build answers, as codes.
Codes onHost(const CSources& sources, const std::vector<std::vector<float>>& inputs, const Scale& scale) {
  const WorkFolder folder;
  writeSources(sources, folder.path);
  std::string bytes;
  for (const auto& input : inputs)
    bytes.append(reinterpret_cast<const char*>(input.data()), input.size() * sizeof(float));
  base::writeAtomically(folder.path / "windows.f32", bytes);
  runCommand(folder.path, "make -s model", base::Message("build the C sources"));
  std::istringstream lines(
      runCommand(folder.path, "./model --features windows.f32", base::Message("run the C sources")));
  Codes codes;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream numbers(line);
    codes.emplace_back();
    for (float logit; numbers >> logit;)
      codes.back().push_back(static_cast<std::int8_t>(std::lround(logit / scale.scale) + scale.zeroPoint));
  }
  return codes;
}

void printLayers(const BoardRun& run, const Graph& graph) {
  std::printf("\n%s by operator\n%-28s %14s %7s %9s\n", run.board.c_str(), "operator", "instructions",
              "share", "per MAC");
  for (std::size_t i = 0; i < graph.ops.size(); ++i) {
    const long macs = graph.ops[i].macs(graph.values);
    std::printf("%-28s %14ld %5.1f %% ", graph.ops[i].name.c_str(), run.instructions[i],
                100.0 * double(run.instructions[i]) / double(run.total));
    macs > 0 ? std::printf("%9.1f\n", double(run.instructions[i]) / double(macs)) : std::printf("%9s\n", "");
  }
  std::printf("\n");
}

int run() {
  auto cases = bench::randomCandidates(kCandidates, kClasses);
  cases.push_back(bench::mobileNets(kClasses).front());
  long same = 0, all = 0;
  std::printf("%-20s %-28s %10s %14s %9s\n", "network", "board", "MACs", "instructions", "per MAC");
  bool printed = false;
  for (const auto& one : cases) {
    // Bits do not depend on what was learnt, so weights are made up.
    const Model model = randomModel(one.input, one.network, kClasses, 1);
    base::Random random(2);
    std::vector<std::vector<float>> inputs;
    for (int i = 0; i < kInputs; ++i) inputs.push_back(randomInput(model.network.input(), random));
    const QuantizedGraph network = quantize(buildGraph(model), inputs);
    const CSources sources = cSources(model, network);
    const Codes host = onHost(sources, inputs, network.scales[network.graph.output]);
    Codes codes;
    for (const auto& input : inputs) {
      codes.emplace_back();
      for (const float value : input) codes.back().push_back(network.scales[0].quantise(value));
    }
    const long macs = network::costOf(one.network).macs;
    for (const auto& board : qemuBoards()) {
      BoardRun result;
      try {
        result = runOnBoard(sources, board, codes, static_cast<int>(network.graph.ops.size()), kClasses);
      } catch (const base::Error& error) {
        // The M55's board has half a megabyte: a network that does not fit is told of and not counted.
        if (std::string(error.what()).find("does not fit") == std::string::npos) throw;
        std::printf("%-20s %-28s does not fit\n", one.name.c_str(), board.c_str());
        continue;
      }
      for (std::size_t i = 0; i < host.size(); ++i, ++all) same += result.answers[i] == host[i];
      std::printf("%-20s %-28s %10ld %14ld %9.1f\n", one.name.c_str(), result.board.c_str(), macs,
                  result.total, double(result.total) / double(macs));
      std::fflush(stdout);
      if (!printed) printLayers(result, network.graph);
      printed = true;
    }
  }
  std::printf("qemu: %ld of %ld answers the host's bits (needed all)\n", same, all);
  return same == all && all > 0 ? 0 : 1;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "qemu: %s\n", error.what());
    return 1;
  }
}
