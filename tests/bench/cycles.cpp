// Writes what the benchmark `cycles` traces: designed networks and a front end, each a folder with an ELF of an emulated
// Cortex-M4 and the kinds of its operators.
#include <cstdio>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/c_writer/c_sources.h"
#include "deploy/verify/made_up.h"
#include "deploy/verify/shell.h"
#include "energy/device/counted_model.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;
namespace fs = std::filesystem;

constexpr const char* kCompile =
    "arm-none-eabi-gcc -mthumb -std=c99 -O2 -mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16 "
    "--specs=rdimon.specs -T "
    "board.ld board.c ";

void boardFiles(const fs::path& folder) {
  std::string script(cSources().at("board.ld"));
  for (const auto& [name, value] : {std::pair{"CODE_ORIGIN", "0"},
                                    {"CODE_BYTES", "4194304"},
                                    {"DATA_ORIGIN", "0x20000000"},
                                    {"DATA_BYTES", "4194304"}})
    script.replace(script.find(name), std::string(name).size(), value);
  base::writeAtomically(folder / "board.ld", script);
  base::writeAtomically(folder / "board.c", cSources().at("board.c"));
}

void writeNetwork(const network::NetworkSpec& network, const fs::path& folder) {
  const Model model = randomModel(network, 1);
  base::Random random(2);
  const std::vector<std::vector<float>> inputs = {randomInput(network.input(), random)};
  const QuantizedGraph quantised = quantize(buildGraph(model), inputs);
  const CSources sources = cSources(model, quantised);
  writeSources(sources, folder);
  boardFiles(folder);
  base::writeAtomically(folder / "network.c", sources.names.named(cSources().at("board_network.c")));
  std::string codes;
  for (const float value : inputs[0]) codes += static_cast<char>(quantised.scales[0].quantise(value));
  base::writeAtomically(folder / "inputs.bin", codes);
  std::string kinds;
  for (const network::Layer& layer : network.layers())
    for (const energy::KernelWork& work : energy::kernelsOf(layer, energy::Products::pairs))
      if (work.kernel != energy::Kernel::none) kinds += std::string(toText(work.kind)) + "\n";
  base::writeAtomically(folder / "kinds", kinds);
  runCommand(folder, std::string(kCompile) + "-DMODEL_PROFILE network.c model.c -o board.elf",
             base::Message("build the network"));
}

void writeFrontEnd(bool fixed, const fs::path& folder) {
  network::NetworkSpec network("front end", {98, 32, 1});
  network.add({.kind = network::LayerKind::dense, .filters = 2});
  network::InputSpec input;
  input.mels = 32;
  const CSources sources =
      cSources(randomModel(input, network, 2, 1), buildGraph(randomModel(input, network, 2, 1)));
  writeSources(sources, folder);
  boardFiles(folder);
  base::writeAtomically(folder / "frames.c", sources.names.named(cSources().at("board_front_end.c")));
  base::writeAtomically(folder / "kinds", std::string(energy::frontEndKind(fixed)) + "\n");
  runCommand(
      folder,
      std::string(kCompile) + (fixed ? "-DFIXED=1" : "-DFIXED=0") + " frames.c frontend.c -o board.elf -lm",
      base::Message("build the front end"));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw base::Error("usage: bench_cycles FOLDER");
    const fs::path folder = argv[1];
    const auto networks = energy::countDesign();
    for (const std::size_t which : {std::size_t(2), std::size_t(4), std::size_t(6)})
      writeNetwork(networks.at(which), folder / std::to_string(which));
    writeFrontEnd(true, folder / "fixed");
    writeFrontEnd(false, folder / "float");
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cycles: %s\n", error.what());
    return 1;
  }
}
