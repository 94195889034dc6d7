// Writes networks in every format with inputs and what training, the references and the C programs answer;
// then, with
// --score, compares what other runtimes answered. See the script beside this file.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "data/dataset.h"
#include "data/feature_store.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/graph/calibration.h"
#include "deploy/graph/quantize.h"
#include "deploy/onnx/onnx.h"
#include "deploy/tflite/tflite.h"
#include "deploy/torchscript/torchscript.h"
#include "deploy/verify/training_reference.h"
#include "network/cost.h"
#include "networks.h"
#include "train/trainer.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;
using bench::Case, bench::exportCases;
namespace fs = std::filesystem;
using nlohmann::json;
using Answers = std::vector<std::vector<float>>;

constexpr int kInputs = 50, kCalibration = 100, kEpochs = 15;
constexpr double kTolerance = 1e-4;

void write(const fs::path& path, const Answers& answers) {
  std::string bytes;
  for (const auto& one : answers)
    bytes.append(reinterpret_cast<const char*>(one.data()), one.size() * sizeof(float));
  base::writeAtomically(path, bytes);
}

Answers read(const fs::path& path, std::size_t size) {
  Answers answers;
  if (!fs::exists(path)) return answers;
  const std::string bytes = base::readText(path, 1u << 30);
  for (std::size_t at = 0; at + size * sizeof(float) <= bytes.size(); at += size * sizeof(float)) {
    answers.emplace_back(size);
    std::memcpy(answers.back().data(), bytes.data() + at, size * sizeof(float));
  }
  return answers;
}

Answers runC(const CSources& sources, const fs::path& folder, const fs::path& inputs) {
  writeSources(sources, folder);
  const std::string at = "'" + folder.string() + "'";
  if (std::system(("make -s -C " + at + " model > /dev/null").c_str()) != 0)
    throw base::Error("the C export in " + folder.string() + " does not build");
  const std::string command = at + "/model --features '" + inputs.string() + "'";
  Answers answers;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  if (!pipe || ::pclose(pipe) != 0) throw base::Error("the C export in " + folder.string() + " does not run");
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream numbers(line);
    answers.emplace_back();
    for (float value; numbers >> value;) answers.back().push_back(value);
  }
  return answers;
}

// A short training on the built-in sounds: activations as trained networks have them.
struct Trained {
  Model model;
  Answers calibration, inputs;
  double accuracy = 0;
};

Trained trained(const Case& one, const data::Dataset& dataset, data::FeatureStore& store,
                std::uint64_t seed) {
  const auto split = data::splitFolds(dataset, dataset.folds - 1, dataset.folds - 2);
  train::TrainTask task;
  task.input = one.input;
  task.network = one.network;
  task.features = store.features(train::frontEndOf(one.input));
  task.dataset = &dataset;
  task.train = split.train;
  task.validation = split.validation;
  task.recipe.epochs = kEpochs;
  task.seed = seed;
  const auto outcome = train::trainNetwork(task);
  Trained result;
  result.model = {one.input, one.network, outcome.weights, dataset.classes, dataset.multiLabel};
  result.calibration = windowsOf(result.model, *task.features, split.train, kCalibration);
  result.inputs = windowsOf(result.model, *task.features, split.validation, kInputs);
  result.accuracy = outcome.validation.accuracy;
  return result;
}

void generate(const fs::path& root) {
  json torch = json::array(), onnx = json::array(), tflite = json::array(), list = json::array();
  const data::Dataset dataset = data::openDataset("demo");
  data::FeatureStore store(dataset, root / "features");
  for (const Case& one : exportCases(static_cast<int>(dataset.classes.size()))) {
    const std::string& name = one.name;
    const fs::path at = root / name;
    fs::create_directories(at);
    const auto [model, calibration, inputs, accuracy] = trained(one, dataset, store, list.size());
    const auto shape = model.network.input();
    Answers training, torchscript, simulation;
    write(at / "inputs.f32", inputs);

    const Graph graph = buildGraph(model);
    const QuantizedGraph quantized = quantize(graph, calibration);
    writeTorchScript(graph, at / "model.pt");
    writeOnnx(graph, at / "model.onnx");
    writeOnnx(quantized, at / "model_int8.onnx");
    writeTflite(graph, at / "model.tflite");
    writeTflite(quantized, Ends::real, at / "model_int8.tflite");
    for (const auto& input : inputs) {
      training.push_back(runTraining(model, input));
      torchscript.push_back(runTorchScript(at / "model.pt", shape, input));
      simulation.push_back(runQuantized(quantized, input));
    }
    write(at / "training.f32", training);
    write(at / "torchscript.f32", torchscript);
    write(at / "simulation.f32", simulation);
    write(at / "c.f32", runC(cSources(model, graph), at / "c", at / "inputs.f32"));
    write(at / "c_int8.f32", runC(cSources(model, quantized), at / "c_int8", at / "inputs.f32"));
    const auto job = [&](const char* file, const char* answers, std::vector<int> sides) {
      return json{
          {"model", at / file}, {"inputs", at / "inputs.f32"}, {"outputs", at / answers}, {"shape", sides}};
    };
    torch.push_back(job("model.pt", "torchscript_python.f32", {1, shape.h, shape.w}));
    onnx.push_back(job("model.onnx", "onnx.f32", {1, shape.h, shape.w}));
    onnx.push_back(job("model_int8.onnx", "onnx_int8.f32", {1, shape.h, shape.w}));
    tflite.push_back(job("model.tflite", "tflite.f32", {1, shape.h, shape.w, 1}));
    tflite.push_back(job("model_int8.tflite", "tflite_int8.f32", {1, shape.h, shape.w, 1}));
    list.push_back({{"name", name},
                    {"step", quantized.scales[graph.output].scale},
                    {"macs", network::costOf(model.network).macs},
                    {"classes", dataset.classes.size()}});
    std::fprintf(stderr, "wrote %-20s %5.1f %% accurate after %d epochs\n", name.c_str(), 100 * accuracy,
                 kEpochs);
  }
  base::writeAtomically(root / "torchscript.json", torch.dump());
  base::writeAtomically(root / "onnx.json", onnx.dump());
  base::writeAtomically(root / "tflite.json", tflite.dump());
  base::writeAtomically(root / "cases.json", list.dump());
}

std::size_t decision(const std::vector<float>& logits) {
  return static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

// How far two lists of answers are apart. Relative to the logits' size where that is over 1, as float
// rounding is.
struct Agreement {
  double worst = 0;
  long within = 0, outputs = 0, decisions = 0, clips = 0;
  void add(const Answers& got, const Answers& want, double step) {
    if (got.size() != want.size()) throw base::Error("a runtime did not answer every input");
    for (std::size_t i = 0; i < want.size(); ++i) {
      ++clips;
      decisions += decision(got[i]) == decision(want[i]);
      for (std::size_t c = 0; c < want[i].size(); ++c, ++outputs) {
        const double apart = std::abs(got[i][c] - want[i][c]);
        worst = std::max(worst, apart / std::max(1.0, double(std::abs(want[i][c]))));
        within += apart <= step * 1.001;
      }
    }
  }
  double share() const { return 100.0 * static_cast<double>(within) / static_cast<double>(outputs); }
  double agreed() const { return 100.0 * static_cast<double>(decisions) / static_cast<double>(clips); }
};

int score(const fs::path& root) {
  const json list = json::parse(base::readText(root / "cases.json"));
  const std::size_t classes = list.at(0).at("classes");
  double worstFloat = 0, leastDecisions = 100, leastWithin = 100;
  long chosen = 0;
  for (const auto& one : list) {
    std::set<std::size_t> decided;
    for (const auto& logits : read(root / one.at("name").get<std::string>() / "training.f32", classes))
      decided.insert(decision(logits));
    chosen += static_cast<long>(decided.size());
  }
  std::printf(
      "%zu networks, %d inputs each; a network decides for %.1f of %zu classes\nfloat, against training in "
      "LibTorch        largest difference\n",
      list.size(), kInputs, static_cast<double>(chosen) / static_cast<double>(list.size()), classes);
  for (const char* runtime : {"torchscript", "torchscript_python", "onnx", "tflite", "c"}) {
    Agreement agreement;
    for (const auto& one : list) {
      const fs::path at = root / one.at("name").get<std::string>();
      agreement.add(read(at / (std::string(runtime) + ".f32"), classes), read(at / "training.f32", classes),
                    0);
    }
    std::printf("  %-39s %.2g\n", runtime, agreement.worst);
    worstFloat = std::max(worstFloat, agreement.worst);
  }
  std::printf("int8, against the simulation               same decision   within a step\n");
  for (const char* runtime : {"c_int8", "tflite_int8", "onnx_int8"}) {
    Agreement agreement;
    for (const auto& one : list) {
      const fs::path at = root / one.at("name").get<std::string>();
      agreement.add(read(at / (std::string(runtime) + ".f32"), classes), read(at / "simulation.f32", classes),
                    one.at("step"));
    }
    std::printf("  %-39s %8.2f %%      %8.2f %%\n", runtime, agreement.agreed(), agreement.share());
    leastDecisions = std::min(leastDecisions, agreement.agreed());
    leastWithin = std::min(leastWithin, agreement.share());
  }
  const bool good = worstFloat <= kTolerance && leastDecisions >= 99 && leastWithin >= 99;
  std::printf(
      "export: float %.2g apart, int8 %.2f %% of decisions, %.2f %% of outputs within a step (needed 0.0001, "
      "99 %%, 99 %%)\n",
      worstFloat, leastDecisions, leastWithin);
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 3 && std::string(argv[1]) == "--score") return score(argv[2]);
    if (argc != 2) throw base::Error("usage: bench_export [--score] FOLDER");
    generate(argv[1]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "export: %s\n", error.what());
    return 1;
  }
}
