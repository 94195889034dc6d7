// Writes networks as C and as ONNX, times the C programs, and compares with onnxruntime's times. See the
// script.
//
// onnxruntime-node's time is that of session.run, as a program in Node has it. What of it is the call and not
// the network is told too: the time of a network of one small layer, which is next to nothing to compute.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../deploy/random_model.h"
#include "base/error.h"
#include "base/files.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/onnx/onnx.h"
#include "deploy/verify/shell.h"
#include "networks.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;
namespace fs = std::filesystem;
using nlohmann::json;

constexpr long kMostMacs = 5'000'000;
constexpr int kCandidates = 16, kClasses = 10, kRepeats = 300, kRounds = 3;

constexpr const char* kTimer = R"(#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "model.h"
#include "network/network_spec.h"
#include "network/cost.h"
static int less(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}
int main(void) {
  enum { RUNS = 300 };
  static double times[RUNS];
  int i, r;
  for (r = 0; r < RUNS; ++r) {
    struct timespec start, end;
    model_value *input = model_input();
    for (i = 0; i < MODEL_FRAMES * MODEL_MELS; ++i) input[i] = (float)((i * 37 + r) % 201 - 100) / 50.0f;
    clock_gettime(CLOCK_MONOTONIC, &start);
    model_invoke();
    clock_gettime(CLOCK_MONOTONIC, &end);
    times[r] = 1e6 * (double)(end.tv_sec - start.tv_sec) + 1e-3 * (double)(end.tv_nsec - start.tv_nsec);
  }
  qsort(times, RUNS, sizeof times[0], less);
  printf("%.3f\n", times[RUNS / 2]);
  return 0;
}
)";

std::vector<bench::Case> cases() {
  network::InputSpec small;
  small.mels = 8;
  network::NetworkSpec one("nothing", small.shape());
  const int pool = one.add({.kind = network::LayerKind::globalAveragePool, .name = "pool"});
  one.add({.kind = network::LayerKind::dense, .name = "out", .inputs = {pool}, .filters = 2});
  std::vector<bench::Case> all{{"call", small, one}};
  for (auto& candidate : bench::randomCandidates(kCandidates, kClasses)) all.push_back(std::move(candidate));
  const network::InputSpec input;
  all.push_back({"ds_cnn", input, network::namedNetwork("ds_cnn", input.shape(), kClasses)});
  for (auto& net : bench::mobileNets(kClasses)) all.push_back(std::move(net));
  std::erase_if(all, [](const auto& c) { return network::costOf(c.network).macs > kMostMacs; });
  return all;
}

void generate(const fs::path& root) {
  json jobs = json::array(), list = json::array();
  for (const auto& one : cases()) {
    // Speed does not depend on what was learnt, so weights are made up.
    const Model model =
        randomModel(one.input, one.network, static_cast<int>(one.network.output().elements()), 1);
    const Graph graph = buildGraph(model);
    const fs::path at = root / one.name;
    writeSources(cSources(model, graph), at);
    base::writeAtomically(at / "time.c", kTimer);
    runCommand(at, "cc -std=c99 -O3 -march=native -ffp-contract=fast -o time time.c model.c -lm",
               base::Message("build the C sources of %1", one.name));
    writeOnnx(graph, at / "model.onnx");
    base::Random random(1);
    const auto input = randomInput(model.network.input(), random);
    base::writeAtomically(at / "inputs.f32",
                          {reinterpret_cast<const char*>(input.data()), input.size() * sizeof(float)});
    const auto shape = model.network.input();
    jobs.push_back({{"model", at / "model.onnx"},
                    {"inputs", at / "inputs.f32"},
                    {"shape", {1, shape.h, shape.w}},
                    {"repeats", kRepeats}});
    list.push_back({{"name", one.name}, {"macs", network::costOf(one.network).macs}});
  }
  base::writeAtomically(root / "onnx.json", jobs.dump());
  base::writeAtomically(root / "cases.json", list.dump());
}

void time(const fs::path& root, const std::string& round) {
  json times = json::array();
  for (const auto& one : json::parse(base::readText(root / "cases.json")))
    times.push_back(
        std::stod(runCommand(root / one.at("name").get<std::string>(), "./time", base::Message("time it"))));
  base::writeAtomically(root / ("c-" + round + ".json"), times.dump());
}

int score(const fs::path& root) {
  const json list = json::parse(base::readText(root / "cases.json"));
  // The least of the rounds' medians: what the computer does when nothing else disturbs it.
  const auto best = [&](const char* what, std::size_t index) {
    double least = 1e30;
    for (int round = 1; round <= kRounds; ++round)
      least = std::min(least, json::parse(base::readText(root / (what + std::to_string(round) + ".json")))
                                  .at(index)
                                  .get<double>());
    return least;
  };
  const double call = best("onnx-", 0);
  std::printf("a call of onnxruntime-node that computes next to nothing takes %.1f us\n", call);
  std::printf("%-20s %8s %10s %12s %8s %18s\n", "network", "MMACs", "C, us", "onnxrt, us", "C / ort",
              "without the call");
  double worst = 0, worstBare = 0;
  for (std::size_t i = 1; i < list.size(); ++i) {
    const double c = best("c-", i), onnx = best("onnx-", i);
    const double bare = onnx > call ? c / (onnx - call) : 0;
    worst = std::max(worst, c / onnx);
    worstBare = std::max(worstBare, bare);
    std::printf("%-20s %8.2f %10.1f %12.1f %8.2f %18.2f\n", list[i].at("name").get<std::string>().c_str(),
                list[i].at("macs").get<double>() / 1e6, c, onnx, c / onnx, bare);
  }
  std::printf("with the call's time taken off, the slowest is %.2f of onnxruntime's\n", worstBare);
  std::printf("c-speed: the slowest takes %.2f of onnxruntime-node's time (needed at most 1)\n", worst);
  return worst <= 1 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string first = argc > 1 ? argv[1] : "";
    if (argc == 4 && first == "--time") return time(argv[2], argv[3]), 0;
    if (argc == 3 && first == "--score") return score(argv[2]);
    if (argc != 2) throw base::Error("usage: bench_c-speed [--time FOLDER ROUND | --score] FOLDER");
    return generate(argv[1]), 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "c-speed: %s\n", error.what());
    return 1;
  }
}
