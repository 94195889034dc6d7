#include "deploy/package/export.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "base/random.h"
#include "deploy/graph/arena.h"
#include "deploy/graph/calibration.h"
#include "deploy/onnx/onnx.h"
#include "deploy/package/staging.h"
#include "deploy/stream/stream_plan.h"
#include "deploy/torchscript/torchscript.h"
#include "deploy/verify/training_reference.h"
#include "network/cost.h"
#include "network/streaming.h"

namespace kinglet::deploy {
namespace fs = std::filesystem;
namespace {

constexpr int kProbes = 10, kBoardProbes = 3;
constexpr std::uint64_t kProbeSeed = 10;
// Shares of the time, where everything is asked for.
constexpr double kQuantised = 0.6, kVerified = 0.8;
const std::vector<std::string> kCompanions = {".card.md", ".card.json", ".test.json"};
constexpr std::array kCompanionKinds = {FileKind::card, FileKind::card, FileKind::testVector};
constexpr std::array kFormats = {"torchscript", "onnx", "c", "tflite"};
static_assert(kFormats.size() == static_cast<std::size_t>(Format::tflite) + 1);

std::string typeText(const ExportPlan& plan) {
  if (!plan.int8) return "float";
  if (plan.format == Format::tflite && plan.ends == Ends::int8) return "int8 (int8 ends)";
  return plan.format == Format::c ? "int8" : "int8 (float ends)";
}

Form formOf(const ExportPlan& plan) {
  return plan.form.value_or(Form::plain);
}

// Also of "folder/".
std::string plainName(const fs::path& out) {
  return (out.filename().empty() ? out.parent_path() : out).filename().string();
}

CNames namesOf(const ExportPlan& plan) {
  return CNames(plan.prefix.value_or(kDefaultPrefix));
}

long valueBytes(const ExportPlan& plan) {
  return plan.int8 ? 1 : static_cast<long>(sizeof(float));
}

std::string streamText(const Model& model, const ExportPlan& plan, const Graph& graph, long arena,
                       int apart) {
  base::Message why;
  const auto stream = planStream(graph, model.network, apart, arena, &why);
  const int every = answersApart(stream, model.network, apart);
  const std::string pace = "an answer every " + std::to_string(every) + " frames (" +
                           base::general(every * model.input.hopMs / 1000, 4) + " s)";
  if (stream)
    return "computes new rows alone, " + std::to_string(stream->form.step) + " frames at once; " + pace +
           "; " + std::to_string(stream->elements * valueBytes(plan)) + " bytes in place of the arena";
  return "computes each frame's features once and whole windows of the network: " + why.english() + "; " +
         pace;
}

std::string testVector(const ExportPlan& plan, const Model& model, const std::vector<float>& window,
                       const std::vector<float>& logits, const QuantizedGraph* network,
                       const std::string& rounding) {
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
    if (!rounding.empty()) json["codes"] = rounding;
  }
  return base::jsonText(json);
}

class Exporter {
 public:
  Exporter(const Model& model, const ModelOrigin& origin, const Sounds& sounds, const ExportPlan& plan,
           const Progress& progress)
      : model_(model),
        sounds_(sounds),
        plan_(plan),
        progress_(progress),
        staging_(plan.out, plan.format == Format::c, kCompanions, plan.replace),
        origin_(origin) {}

  ExportResult run(const Int8Network* ready) {
    try {
      return work(ready);
    } catch (const Cancelled&) {
      throw;
    } catch (const base::Error& error) {
      throw base::Error(staging_.named(error.message()));
    }
  }

 private:
  ExportResult work(const Int8Network* ready) {
    graph_ = buildGraph(model_);
    chooseProbes();
    if (plan_.int8) result_.int8 = ready ? *ready : makeInt8(model_, sounds_, progress_.part(0, kQuantised));
    for (const auto& probe : probes_) {
      progress_.check();
      expected_.push_back(plan_.int8 ? runQuantized(result_.int8->network, probe)
                                     : runTraining(model_, probe));
    }
    result_.card = cardOf(model_, origin_, plan_, result_.int8 ? &*result_.int8 : nullptr);
    const double begun = plan_.int8 && !ready ? kQuantised : 0;
    progress_.tell(base::Message("writing"), begun);
    write();
    verify(progress_.part(begun + 0.05, plan_.board.empty() ? 1 : kVerified));
    if (!plan_.board.empty()) runBoard(progress_.part(kVerified, 1));
    writeCompanions();
    progress_.check();
    result_.files = staging_.handOver();
    return std::move(result_);
  }

  const QuantizedGraph* network() const { return result_.int8 ? &result_.int8->network : nullptr; }

  void chooseProbes() {
    if (!sounds_.features) {
      if (plan_.int8) throw base::Error("int8 needs the study's sounds to calibrate on; find them first");
      base::Random random(kProbeSeed);
      for (int i = 0; i < kProbes; ++i) {
        probes_.emplace_back(model_.network.input().elements());
        for (float& value : probes_.back()) value = static_cast<float>(random.normal());
      }
      return;
    }
    const auto& clips = sounds_.validation.empty() ? sounds_.train : sounds_.validation;
    probes_ = windowsOf(model_, *sounds_.features, clips, kProbes);
    if (probes_.empty()) throw base::Error("the data set gave no window of sound to try the export with");
  }

  void write() {
    // What is inside a file cannot tell how the file was verified.
    Card inside = result_.card;
    inside.verification = "see the card beside this file";
    const std::string text = toJson(inside, model_);
    const fs::path out = staging_.artefact();
    switch (plan_.format) {
      case Format::torchscript:
        writeTorchScript(graph_, out, {{"kinglet_card.json", text}});
        break;
      case Format::onnx:
        network() ? writeOnnx(*network(), out, {{"kinglet_card", text}})
                  : writeOnnx(graph_, out, {{"kinglet_card", text}});
        break;
      case Format::tflite:
        network() ? writeTflite(*network(), plan_.ends, out, text) : writeTflite(graph_, out, text);
        break;
      case Format::c: {
        const CNames names = namesOf(plan_);
        const int apart = network::framesApart(model_.input, origin_.inferencesPerSecond);
        sources_ =
            network() ? cSources(model_, *network(), names, apart) : cSources(model_, graph_, names, apart);
        writeSources(inForm(*sources_, formOf(plan_)), out);
        break;
      }
    }
  }

  void verify(const Progress& progress) {
    const auto shape = model_.network.input();
    const double step = network() ? network()->scales[graph_.output].scale : 0;
    const fs::path out = staging_.artefact();
    if (!plan_.run) {
      result_.verification.by =
          base::Message("the network comes from somebody else, and nothing of it was compiled or run");
      result_.card.verification = result_.verification.text();
      return;
    }
    switch (plan_.format) {
      case Format::torchscript:
        result_.verification = verifyTorchScript(out, shape, probes_, expected_, progress);
        break;
      case Format::onnx:
        result_.verification = verifyOnnx(out, shape, probes_, expected_, step, progress);
        break;
      case Format::c:
        result_.verification = verifyWritten(out, progress);
        break;
      case Format::tflite:
        result_.verification.by = base::Message(
            "LiteRT does not run outside of a browser or Python; ./dev bench export runs such files in it");
        break;
    }
    result_.card.verification = result_.verification.text();
    if (!sounds_.features) result_.card.verification += ", of made-up features: the sounds were not at hand";
  }

  // The sources as they were written, wherever the form has them, built by the plain form's Makefile.
  Verification verifyWritten(const fs::path& out, const Progress& progress) const {
    const WorkFolder flat;
    for (const auto& [name, file] : sources_->files) {
      const std::string path = pathIn(formOf(plan_), name, file.kind);
      base::writeAtomically(flat.path / name, path.empty() ? file.content : base::readText(out / path));
    }
    return verifyC(flat.path, sources_->names.prefix, probes_, expected_, plan_.int8, progress);
  }

  void runBoard(const Progress& progress) {
    std::vector<std::vector<std::int8_t>> inputs;
    for (std::size_t i = 0; i < std::min<std::size_t>(kBoardProbes, probes_.size()); ++i) {
      inputs.emplace_back();
      for (const float value : probes_[i]) inputs.back().push_back(network()->scales[0].quantise(value));
    }
    const int classes = static_cast<int>(model_.network.output().elements());
    BoardRun run =
        runOnBoard(*sources_, plan_.board, inputs, static_cast<int>(graph_.ops.size()), classes, progress);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (run.answers[i] != runInteger(*network(), inputs[i])[graph_.output])
        throw base::Error("the network answers otherwise on %1 than on this computer; please report this",
                          run.board);
    }
    result_.card.verification +=
        "; the same bits on " + run.board + ", " + std::to_string(run.total) + " instructions an inference";
    for (const Op& op : graph_.ops) result_.operators.push_back(op.name);
    result_.board = std::move(run);
  }

  void writeCompanions() {
    const std::array texts = {
        toMarkdown(result_.card, model_), toJson(result_.card, model_),
        testVector(plan_, model_, probes_[0], expected_[0], network(), roundingOf(result_.card))};
    for (std::size_t i = 0; i < texts.size(); ++i)
      base::writeAtomically(staging_.companion(kCompanions[i]), texts[i]);
  }

  const Model& model_;
  const Sounds& sounds_;
  const ExportPlan& plan_;
  const Progress& progress_;
  Staging staging_;
  const ModelOrigin& origin_;
  Graph graph_;
  std::optional<CSources> sources_;  // of C, plain
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
    throw base::Error("there is no format \"%1\"; the formats are torchscript, onnx, c and tflite", text);
  return static_cast<Format>(found - kFormats.begin());
}

void check(const ExportPlan& plan) {
  if (plan.int8 && plan.format == Format::torchscript)
    throw base::Error("TorchScript is exported in float only; choose onnx, tflite or c for int8");
  if (plan.format != Format::c && plan.form)
    throw base::Error("only C sources come in forms for tool chains; choose format c, not %1",
                      toText(plan.format));
  if (plan.format != Format::c && plan.prefix)
    throw base::Error(
        "only C sources have names that a prefix could stand in front of; choose format c, not %1",
        toText(plan.format));
  if (plan.prefix) checkPrefix(*plan.prefix);
  if (plan.format == Format::c) checkFolderName(formOf(plan), plainName(plan.out));
  if (plan.board.empty()) return;
  if (!plan.run)
    throw base::Error(
        "the network comes from somebody else: it is run on a board only once you said that you trust it");
  if (plan.format != Format::c || !plan.int8)
    throw base::Error("only the int8 C export runs on an emulated board; choose format c and int8");
  const auto boards = qemuBoards();
  if (std::find(boards.begin(), boards.end(), plan.board) != boards.end()) return;
  std::string known;
  for (const auto& board : boards) known += (known.empty() ? "" : ", ") + board;
  throw base::Error("there is no emulated board \"%1\"; the boards are %2", plan.board, known);
}

std::vector<PlannedFile> filesOf(const Model& model, const ExportPlan& plan) {
  std::vector<PlannedFile> files;
  if (plan.format == Format::c) {
    const CSources names = inForm(sourceNames(model, plan.int8, namesOf(plan)), formOf(plan));
    for (const auto& [path, file] : names.files) files.push_back({plan.out / path, file.kind});
  } else {
    files.push_back({plan.out, FileKind::model});
  }
  for (std::size_t i = 0; i < kCompanions.size(); ++i)
    files.push_back({plan.out.string() + kCompanions[i], kCompanionKinds[i]});
  return files;
}

std::vector<fs::path> alreadyThere(const ExportPlan& plan) {
  return Staging::present(plan.out, kCompanions);
}

Card cardOf(const Model& model, const ModelOrigin& origin, const ExportPlan& plan, const Int8Network* int8) {
  Card card;
  card.origin = origin;
  card.format = toText(plan.format);
  card.type = typeText(plan);
  if (plan.format == Format::c) {
    card.form = toText(formOf(plan));
    card.prefix = namesOf(plan).prefix;
  }
  const auto cost = network::costOf(model.network);
  card.macs = cost.macs;
  card.params = cost.params;
  card.flashBytes = cost.flashBytes;
  card.peakRamBytes = cost.peakRamBytes;
  const network::FrontEndMemory frontEnd = network::frontEndMemory(model.input);
  card.frontEndFlashBytes = frontEnd.flashBytes;
  card.frontEndRamBytes = frontEnd.ramBytes;
  card.verification = "not written yet";
  if (plan.format == Format::c) {
    const Graph graph = buildGraph(model);
    const long elements = planArena(graph).elements;
    card.arenaBytes = elements * valueBytes(plan);
    card.stream = streamText(model, plan, graph, elements,
                             network::framesApart(model.input, origin.inferencesPerSecond));
  }
  if (!int8 || int8->integer.clips == 0) return card;
  card.int8Accuracy = int8->integer.accuracy;
  card.fineTuned = int8->fineTuned;
  card.origin.accuracy = int8->real.accuracy;
  return card;
}

ExportResult exportNetwork(const Model& model, const ModelOrigin& origin, const Sounds& sounds,
                           const ExportPlan& plan, const Progress& progress, const Int8Network* ready) {
  check(plan);
  return Exporter(model, origin, sounds, plan, progress).run(ready);
}

}  // namespace kinglet::deploy
