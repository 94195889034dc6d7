#include "deploy/export.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"
#include "deploy/calibration.h"
#include "deploy/onnx.h"
#include "deploy/torchscript.h"
#include "deploy/training_reference.h"
#include "network/cost.h"

namespace kinglet::deploy {
namespace fs = std::filesystem;
namespace {

constexpr int kProbes = 10, kBoardProbes = 3;
constexpr std::array kFormats = {"torchscript", "onnx", "c", "tflite"};

std::string typeText(const ExportPlan& plan) {
  if (!plan.int8) return "float";
  if (plan.format == Format::tflite && plan.ends == Ends::int8) return "int8 (int8 ends)";
  return plan.format == Format::c ? "int8" : "int8 (float ends)";
}

fs::path beside(const fs::path& out, const char* ending) {
  fs::path path = out;
  if (path.filename().empty()) path = path.parent_path();
  return path.string() + ending;
}

std::string testVector(const ExportPlan& plan, const Model& model, const std::vector<float>& window,
                       const std::vector<float>& logits, const QuantizedGraph* network) {
  nlohmann::ordered_json json = {
      {"what", "one window of normalised features and the logits expected of it"},
      {"type", typeText(plan)},
      {"shape", {model.network.input().h, model.network.input().w, model.network.input().c}},
      {"input", window},
      {"logits", logits}};
  if (network) {
    const auto codes = [&](const std::vector<float>& values, int value) {
      std::vector<int> result;
      for (const float real : values) result.push_back(network->scales[value].quantise(real));
      return result;
    };
    const auto scale = [&](int value) {
      return nlohmann::ordered_json{{"scale", network->scales[value].scale},
                                    {"zero_point", network->scales[value].zeroPoint}};
    };
    json["input_quantisation"] = scale(0);
    json["input_codes"] = codes(window, 0);
    json["logit_quantisation"] = scale(network->graph.output);
    json["logit_codes"] = codes(logits, network->graph.output);
  }
  return json.dump();
}

class Exporter {
 public:
  Exporter(const Model& model, const Origin& origin, const Sounds& sounds, const ExportPlan& plan,
           const std::function<void(const std::string&)>& progress)
      : model_(model), sounds_(sounds), plan_(plan), progress_(progress) {
    result_.card.origin = origin;
  }

  ExportResult run() {
    graph_ = buildGraph(model_);
    const auto& clips = sounds_.validation.empty() ? sounds_.train : sounds_.validation;
    probes_ = windowsOf(model_, *sounds_.features, clips, kProbes);
    if (probes_.empty()) throw base::Error("the data set gave no window of sound to try the export with");
    if (plan_.int8) result_.int8 = makeInt8(model_, sounds_, progress_);
    for (const auto& probe : probes_)
      expected_.push_back(plan_.int8 ? runQuantized(result_.int8->network, probe)
                                     : runTraining(model_, probe));
    fillCard();
    say("writing " + plan_.out.string());
    write();
    say("verifying");
    verify();
    if (!plan_.board.empty()) runBoard();
    writeCompanions();
    return std::move(result_);
  }

 private:
  void say(const std::string& line) const {
    if (progress_) progress_(line);
  }
  const QuantizedGraph* network() const { return result_.int8 ? &result_.int8->network : nullptr; }

  void fillCard() {
    Card& card = result_.card;
    const auto cost = network::costOf(model_.network);
    card.format = toText(plan_.format);
    card.type = typeText(plan_);
    card.macs = cost.macs;
    card.params = cost.params;
    card.flashBytes = cost.flashBytes;
    card.peakRamBytes = cost.peakRamBytes;
    card.verification = "not verified yet";
    if (!result_.int8 || sounds_.validation.empty()) return;
    card.int8Accuracy = result_.int8->integer.accuracy;
    card.fineTuned = result_.int8->fineTuned;
    card.origin.accuracy = result_.int8->real.accuracy;
  }

  void write() {
    // What is inside a file cannot tell how the file was verified.
    Card inside = result_.card;
    inside.verification = "see the card beside this file";
    const std::string text = toJson(inside, model_);
    switch (plan_.format) {
      case Format::torchscript:
        writeTorchScript(graph_, plan_.out, {{"kinglet_card.json", text}});
        break;
      case Format::onnx:
        network() ? writeOnnx(*network(), plan_.out, {{"kinglet_card", text}})
                  : writeOnnx(graph_, plan_.out, {{"kinglet_card", text}});
        break;
      case Format::tflite:
        network() ? writeTflite(*network(), plan_.ends, plan_.out, text)
                  : writeTflite(graph_, plan_.out, text);
        break;
      case Format::c: {
        const CSources sources = network() ? cSources(model_, *network()) : cSources(model_, graph_);
        result_.card.arenaBytes = sources.arenaBytes;
        writeSources(sources, plan_.out);
        break;
      }
    }
    result_.files.push_back(plan_.out);
  }

  void verify() {
    const auto shape = model_.network.input();
    const double step = network() ? network()->scales[graph_.output].scale : 0;
    switch (plan_.format) {
      case Format::torchscript:
        result_.verification = verifyTorchScript(plan_.out, shape, probes_, expected_);
        break;
      case Format::onnx:
        result_.verification = verifyOnnx(plan_.out, shape, probes_, expected_, step);
        break;
      case Format::c:
        result_.verification = verifyC(plan_.out, probes_, expected_, plan_.int8);
        break;
      case Format::tflite:
        result_.verification.by =
            "LiteRT does not run outside of a browser or Python; ./dev bench export runs such files in it";
        break;
    }
    result_.card.verification = result_.verification.text();
  }

  void runBoard() {
    say("running on an emulated " + plan_.board);
    std::vector<std::vector<std::int8_t>> inputs;
    for (std::size_t i = 0; i < std::min<std::size_t>(kBoardProbes, probes_.size()); ++i) {
      inputs.emplace_back();
      for (const float value : probes_[i]) inputs.back().push_back(network()->scales[0].quantise(value));
    }
    const int classes = static_cast<int>(model_.network.output().elements());
    BoardRun run = runOnBoard(cSources(model_, *network()), plan_.board, inputs,
                              static_cast<int>(graph_.ops.size()), classes);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (run.answers[i] != runInteger(*network(), inputs[i])[graph_.output])
        throw base::Error("the network answers otherwise on " + run.board +
                          " than on this computer; please report this");
    }
    result_.card.verification +=
        "; the same bits on " + run.board + ", " + std::to_string(run.total) + " instructions an inference";
    for (const Op& op : graph_.ops) result_.operators.push_back(op.name);
    result_.board = std::move(run);
  }

  void writeCompanions() {
    const auto save = [&](const char* ending, const std::string& text) {
      const fs::path path = beside(plan_.out, ending);
      base::writeAtomically(path, text);
      result_.files.push_back(path);
    };
    save(".card.md", toMarkdown(result_.card, model_));
    save(".card.json", toJson(result_.card, model_));
    save(".test.json", testVector(plan_, model_, probes_[0], expected_[0], network()));
  }

  const Model& model_;
  const Sounds& sounds_;
  const ExportPlan& plan_;
  const std::function<void(const std::string&)>& progress_;
  Graph graph_;
  Windows probes_, expected_;
  ExportResult result_;
};

}  // namespace

const char* toText(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

Format formatFrom(const std::string& text) {
  const auto found = std::find(kFormats.begin(), kFormats.end(), text);
  if (found == kFormats.end())
    throw base::Error("there is no format \"" + text + "\"; the formats are torchscript, onnx, c and tflite");
  return static_cast<Format>(found - kFormats.begin());
}

void check(const ExportPlan& plan) {
  if (plan.int8 && plan.format == Format::torchscript)
    throw base::Error("TorchScript is exported in float only; choose onnx, tflite or c for int8");
  if (plan.board.empty()) return;
  if (plan.format != Format::c || !plan.int8)
    throw base::Error("only the int8 C export runs on an emulated board; choose format c and int8");
  const auto boards = qemuBoards();
  if (std::find(boards.begin(), boards.end(), plan.board) != boards.end()) return;
  std::string known;
  for (const auto& board : boards) known += (known.empty() ? "" : ", ") + board;
  throw base::Error("there is no emulated board \"" + plan.board + "\"; the boards are " + known);
}

ExportResult exportNetwork(const Model& model, const Origin& origin, const Sounds& sounds,
                           const ExportPlan& plan, const std::function<void(const std::string&)>& progress) {
  check(plan);
  return Exporter(model, origin, sounds, plan, progress).run();
}

}  // namespace kinglet::deploy
