// Counts the instructions of int8 C exports on emulated boards, layer by layer, and of the same networks with
// the plain loops that Kinglet exported before (tests/deploy/plain_loops.c); then a frame of the front end.
//
// As a scale (issue 16): TensorFlow Lite Micro with CMSIS-NN was counted at 112 M instructions for ds_cnn on a
// Cortex-M4, whole programme without front end.
#include <cstdio>
#include <map>

#include "../deploy/random_model.h"
#include "base/error.h"
#include "base/files.h"
#include "deploy/c_writer/c_front_end.h"
#include "deploy/c_writer/c_kernels.h"
#include "deploy/c_writer/c_literals.h"
#include "deploy/verify/qemu.h"
#include "deploy/verify/shell.h"
#include "networks.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;
using network::LayerKind;

constexpr int kClasses = 10, kInputs = 1, kLooked = 200;
constexpr const char *kM4 = "cortex-m4", *kM55 = "cortex-m55";
constexpr double kLeastFewer = 3, kLeastFewerM55 = 6, kMostFixed = 46'000, kMostFloat = 45'000;
const std::map<std::string, double> kMostPerMac = {
    {"conv 2-D", 3.0}, {"conv 1-D", 1.8}, {"pointwise", 2.1}, {"depthwise", 9.0}, {"dense", 2.8}};

// What kind of network a candidate is; empty where it is none of those that are looked for.
std::string kindOf(const network::NetworkSpec& network) {
  std::map<LayerKind, int> layers;
  for (const auto& layer : network.layers()) ++layers[layer.kind];
  if (layers[LayerKind::squeezeExcite] > 1 && layers[LayerKind::depthwise] > 1) return "gated";
  if (layers[LayerKind::shuffle] > 1) return "shuffled";
  if (layers[LayerKind::conv1dTime] > 2) return "1-D";
  if (layers[LayerKind::conv2d] > 2) return "2-D";
  if (layers[LayerKind::depthwise] > 2) return "separable";
  return {};
}

// A network of each kind from the space, ds_cnn, and both MobileNets.
std::vector<bench::Case> cases() {
  std::map<std::string, bench::Case> found;
  for (auto& candidate : bench::randomCandidates(kLooked, kClasses)) {
    const std::string kind = kindOf(candidate.network);
    const long macs = network::costOf(candidate.network).macs;
    if (kind.empty() || found.contains(kind) || macs < 200'000 || macs > 5'000'000) continue;
    candidate.name = kind;
    found.emplace(kind, std::move(candidate));
  }
  std::vector<bench::Case> all;
  for (auto& [kind, candidate] : found) all.push_back(std::move(candidate));
  const network::InputSpec input;
  for (const char* name : {"ds_cnn", "mobilenet_v1:0.25", "mobilenet_v2:0.25"})
    all.push_back({name, input, network::namedNetwork(name, input.shape(), kClasses)});
  return all;
}

std::string kindOf(const Graph& graph, const Op& op) {
  const auto in = graph.values[op.inputs[0]].shape;
  if (op.kind == OpKind::depthwise) return "depthwise";
  if (op.kind != OpKind::conv) return "other";
  // The gates of squeeze-excite are dense layers of a few dozen weights: told, and not counted as classifiers.
  if (op.name.find("/squeeze/") != std::string::npos) return "gates";
  if (in.h == 1 && in.w == 1) return "dense";
  if (op.kernelH == 1 && op.kernelW == 1) return "pointwise";
  return in.w == 1 || in.h == 1 ? "conv 1-D" : "conv 2-D";
}

// In text, from a beginning to an end that follows it.
void replace(std::string& text, const std::string& begin, const std::string& end, const std::string& with) {
  const auto at = text.find(begin);
  if (at == std::string::npos) throw base::Error("\"%1\" is not in the exported source", begin.substr(0, 40));
  const auto to = end.empty() ? at + begin.size() : text.find(end, at) + end.size();
  text.replace(at, to - at, with);
}

// The same network with the plain loops, which take biases without the zero point.
CSources withPlainLoops(CSources sources, const QuantizedGraph& network, const std::string& loops) {
  std::string& text = sources.files.at("model.c").content;
  const std::string kernels = ownKernels(true, {}).substr(1);
  const auto head = kernels.find("kernel_geometry;") + std::string("kernel_geometry;").size();
  std::string old = kernels.substr(0, head) + "\n" + loops;
  for (const char* name : {"conv", "depthwise", "pool", "global_mean", "add", "scale"})
    old += std::string("#define kernel_") + name + " plain_" + name + "\n";
  const auto rest = kernels.find("#ifdef USE_HARD_SWISH");
  replace(text, kernels, "", old + kernels.substr(rest));
  for (std::size_t i = 0; i < network.ops.size(); ++i)
    if (network.graph.ops[i].kind == OpKind::conv) {
      const std::string name = "b" + std::to_string(i);
      replace(text, "static const int32_t " + name + "[", "};\n",
              array("int32_t", name, network.ops[i].bias));
    }
  return sources;
}

struct Tally {
  std::map<std::string, std::map<std::string, std::vector<double>>> now, before;  // by board and kind: a MAC
  std::map<std::string, double> leastFewer;                                       // by board
  long right = 0, all = 0;
};

void printLayers(const QuantizedGraph& network, const BoardRun& before, const BoardRun& now) {
  const Graph& graph = network.graph;
  for (std::size_t i = 0; i < graph.ops.size(); ++i) {
    const Op& op = graph.ops[i];
    const auto in = graph.values[op.inputs[0]].shape, out = graph.values[op.output].shape;
    const double macs = std::max(1.0, static_cast<double>(op.macs(graph.values)));
    std::printf("  %-26s %3d x %3d x %3d to %3d x %3d x %3d, %d x %d %9ld %9ld %7.2f %7.2f\n",
                op.name.c_str(), in.h, in.w, in.c, out.h, out.w, out.c, op.kernelH, op.kernelW,
                before.instructions[i], now.instructions[i], double(before.instructions[i]) / macs,
                double(now.instructions[i]) / macs);
  }
}

void count(const bench::Case& one, const std::string& loops, bool layers, Tally& tally) {
  const Model model = randomModel(one.input, one.network, kClasses, 1);
  base::Random random(2);
  std::vector<std::vector<float>> inputs;
  for (int i = 0; i < kInputs; ++i) inputs.push_back(randomInput(model.network.input(), random));
  const QuantizedGraph network = quantize(buildGraph(model), inputs);
  const Graph& graph = network.graph;
  std::vector<std::vector<std::int8_t>> codes, expected;
  for (const auto& input : inputs) {
    codes.emplace_back();
    for (const float value : input) codes.back().push_back(network.scales[0].quantise(value));
    expected.push_back(runInteger(network, codes.back())[static_cast<std::size_t>(graph.output)]);
  }
  const CSources sources = cSources(model, network), plain = withPlainLoops(sources, network, loops);
  const int operators = static_cast<int>(graph.ops.size());
  const double macs = static_cast<double>(network::costOf(one.network).macs);
  for (const std::string board : {kM4, "cortex-m33", kM55}) {
    const BoardRun now = runOnBoard(sources, board, codes, operators, kClasses),
                   before = runOnBoard(plain, board, codes, operators, kClasses);
    for (std::size_t i = 0; i < expected.size(); ++i, ++tally.all)
      tally.right += now.answers[i] == expected[i] && before.answers[i] == expected[i];
    for (std::size_t i = 0; i < graph.ops.size(); ++i) {
      const std::string kind = kindOf(graph, graph.ops[i]);
      if (kind == "other") continue;
      const double each = static_cast<double>(graph.ops[i].macs(graph.values));
      tally.now[board][kind].push_back(static_cast<double>(now.instructions[i]) / each);
      tally.before[board][kind].push_back(static_cast<double>(before.instructions[i]) / each);
    }
    const double fewer = static_cast<double>(before.total) / static_cast<double>(now.total);
    const auto least = tally.leastFewer.try_emplace(board, fewer).first;
    least->second = std::min(least->second, fewer);
    std::printf("%-18s %-11s %8.2f %10.2f %10.2f %7.2f %7.2f %8ld %8ld\n", one.name.c_str(), board.c_str(),
                macs / 1e6, double(before.total) / 1e6, double(now.total) / 1e6, double(now.total) / macs,
                fewer, before.flashBytes, now.flashBytes);
    if (layers) printLayers(network, before, now);
    std::fflush(stdout);
  }
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// A frame of 512 points and 32 bands, in float and fixed point.
std::pair<double, double> frontEnd() {
  network::InputSpec input;
  input.mels = 32;
  const Model model = randomModel(input, network::dsCnn(input.shape(), kClasses), kClasses, 1);
  const FrontEndSources sources = frontEndSources(model, CNames());
  const WorkFolder folder;
  base::writeAtomically(folder.path / "frontend.h", sources.header);
  base::writeAtomically(folder.path / "frontend.c", sources.source);
  base::writeAtomically(folder.path / "frames.c", R"(#include <stdio.h>
#include <stdlib.h>
#include "frontend.h"
#define SYSTICK ((volatile uint32_t *)0xE000E010)
static int16_t samples[FRONTEND_WINDOW];
static float real[FRONTEND_WINDOW], features[FRONTEND_MELS];
static int32_t fixed[FRONTEND_MELS];
int main(void) {
  uint32_t begin, middle, end;
  int i;
  for (i = 0; i < FRONTEND_WINDOW; ++i) {
    samples[i] = (int16_t)((i * 7919) % 20011 - 10005);
    real[i] = (float)samples[i] / 32768.0f;
  }
  SYSTICK[1] = 0xFFFFFF;
  SYSTICK[2] = 0;
  SYSTICK[0] = 5;
  begin = SYSTICK[2];
  frontend_frame(real, features);
  middle = SYSTICK[2];
  frontend_frame_fixed(samples, fixed);
  end = SYSTICK[2];
  printf("%lu %lu\n", (unsigned long)((begin - middle) & 0xFFFFFF),
         (unsigned long)((middle - end) & 0xFFFFFF));
  fflush(stdout);
  exit(0);
}
)");
  const BoardProgram run = runProgramOnBoard(folder.path, kM4, "frames.c frontend.c");
  long real = 0, fixed = 0;
  if (std::sscanf(run.output.c_str(), "%ld %ld", &real, &fixed) != 2)
    throw base::Error("the front end's frames were not counted: %1", run.output);
  return {static_cast<double>(real) * run.instructionsATick,
          static_cast<double>(fixed) * run.instructionsATick};
}

int run(const std::string& loopsFile, bool layers) {
  const std::string loops = base::readText(loopsFile);
  Tally tally;
  std::printf("%-18s %-11s %8s %10s %10s %7s %7s %8s %8s\n", "network", "board", "MMACs", "plain, M",
              "now, M", "per MAC", "fewer", "flash", "now");
  for (const auto& one : cases()) count(one, loops, layers, tally);
  std::printf("\nmedian instructions a MAC, plain loops and now\n");
  for (const auto& [board, kinds] : tally.now)
    for (const auto& [kind, values] : kinds)
      std::printf("%-11s %-10s %3zu layers %7.2f %7.2f\n", board.c_str(), kind.c_str(), values.size(),
                  median(tally.before.at(board).at(kind)), median(values));
  std::printf("\n");
  bool enough = true;
  const auto say = [&](const std::string& what, double figure, bool good, const char* needed, double limit) {
    std::printf("mcu: %s %.2f (needed %s %.1f)\n", what.c_str(), figure, needed, limit);
    enough = enough && good;
  };
  for (const auto& [kind, most] : kMostPerMac) {
    const double per = median(tally.now.at(kM4).at(kind));
    say(kind + " on the M4, instructions a MAC:", per, per <= most, "at most", most);
  }
  const double m4 = tally.leastFewer.at(kM4), m55 = tally.leastFewer.at(kM55);
  say("whole networks on the M4, times fewer than plain loops:", m4, m4 >= kLeastFewer, "at least",
      kLeastFewer);
  say("whole networks on the M55, times fewer than plain loops:", m55, m55 >= kLeastFewerM55, "at least",
      kLeastFewerM55);
  const auto [real, fixed] = frontEnd();
  say("front end in fixed point, thousands a frame:", fixed / 1000, fixed <= kMostFixed, "at most",
      kMostFixed / 1000);
  say("front end in float, thousands a frame:", real / 1000, real <= kMostFloat, "at most",
      kMostFloat / 1000);
  std::printf("mcu: %ld of %ld answers the simulation's bits (needed all)\n", tally.right, tally.all);
  return enough && tally.right == tally.all && tally.all > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const bool layers = argc == 3 && std::string(argv[2]) == "--layers";
    if (argc != 2 && !layers) throw base::Error("usage: bench_mcu PLAIN_LOOPS [--layers]");
    return run(argv[1], layers);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mcu: %s\n", error.what());
    return 1;
  }
}
