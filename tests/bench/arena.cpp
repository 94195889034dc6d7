// Compiles int8 C exports for a Cortex-M4 and compares their sections with what was promised and modelled.
//
// The model of flash (network::costOf) counts int8 weights and int32 biases. What an object holds beside them
// is stated here before any network is compiled, and each part has its reason:
//   - the code: that of an object with every kernel and next to no weights, measured in the same run;
//   - kBytesPerOperator: the constants of an operator (a geometry of 48 bytes, or as many arguments) and its
//     call (at most twelve words of code that load arguments);
//   - a byte an output channel, the shift that makes its scale.
// What is beyond that must lie within 5 % of the model.
#include <cmath>
#include <cstdio>
#include <sstream>

#include "../deploy/random_model.h"
#include "base/error.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/graph/quantize.h"
#include "deploy/verify/shell.h"
#include "network/cost.h"
#include "networks.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;

constexpr long kBytesPerOperator = 96;
constexpr double kLargestError = 5;  // percent
constexpr int kClasses = 10;

struct Sections {
  long text = 0, constants = 0, ram = 0;
};

Sections compiled(const CSources& sources) {
  const WorkFolder folder;
  writeSources(sources, folder.path);
  runCommand(folder.path, "make -s cortex-m4", base::Message("compile the C sources"));
  std::istringstream lines(
      runCommand(folder.path, "arm-none-eabi-size -A model.o", base::Message("read the sizes")));
  Sections sections;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name;
    long size = 0;
    if (!(words >> name >> size)) continue;
    if (name.starts_with(".text")) sections.text += size;
    if (name.starts_with(".rodata")) sections.constants += size;
    if (name.starts_with(".bss") || name.starts_with(".data")) sections.ram += size;
  }
  return sections;
}

// Memory does not depend on what was learnt, so weights are made up.
QuantizedGraph quantised(const Model& model) {
  base::Random random(1);
  const std::vector<std::vector<float>> inputs(1, randomInput(model.network.input(), random));
  return quantize(buildGraph(model), inputs);
}

long channels(const Graph& graph) {
  long sum = 0;
  for (const Op& op : graph.ops) sum += static_cast<long>(op.bias.size());
  return sum;
}

double percent(double got, double wanted) {
  return 100 * (got - wanted) / wanted;
}

int run() {
  const Model every = randomModel(everyLayer(), 1);
  const long code = compiled(cSources(every, quantised(every))).text;
  std::printf("every kernel's code: %ld bytes; constant = %ld + %ld an operator + 1 an output channel\n",
              code, code, kBytesPerOperator);
  std::printf("%-20s %9s %9s %9s %8s %10s %9s %9s %8s\n", "network", "RAM", "arena", "modelled", "error",
              "flash", "modelled", "constant", "error");
  double worstRam = 0, worstFlash = 0;
  bool promised = true;
  for (const auto& one : bench::exportCases(kClasses)) {
    const Model model = randomModel(one.input, one.network, kClasses, 1);
    const QuantizedGraph network = quantised(model);
    const CSources sources = cSources(model, network);
    const Sections object = compiled(sources);
    const auto cost = network::costOf(one.network);
    const long constant =
        code + kBytesPerOperator * static_cast<long>(network.graph.ops.size()) + channels(network.graph);
    const long flash = object.text + object.constants;
    const double ram = percent(double(sources.arenaBytes), double(cost.peakRamBytes));
    // Beyond the constant, or short of the weights themselves.
    const double over = percent(double(flash - constant), double(cost.flashBytes)),
                 under = percent(double(flash), double(cost.flashBytes));
    const double error = over > 0 ? over : std::min(under, 0.0);
    // The arena is aligned to eight bytes.
    const bool kept = object.ram >= sources.arenaBytes && object.ram < sources.arenaBytes + 8;
    promised = promised && kept;
    worstRam = std::max(worstRam, std::abs(ram));
    worstFlash = std::max(worstFlash, std::abs(error));
    std::printf("%-20s %9ld %9ld %9ld %6.2f %% %10ld %9ld %9ld %6.2f %%%s\n", one.name.c_str(), object.ram,
                sources.arenaBytes, cost.peakRamBytes, ram, flash, cost.flashBytes, constant, error,
                kept ? "" : "  RAM is not the arena");
  }
  std::printf(
      "arena: RAM %s, %.2f %% off the model; flash %.2f %% beyond the constant (needed the arena, 5 %%, 5 "
      "%%)\n",
      promised ? "is the arena" : "is not the arena", worstRam, worstFlash);
  return promised && worstRam <= kLargestError && worstFlash <= kLargestError ? 0 : 1;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "arena: %s\n", error.what());
    return 1;
  }
}
