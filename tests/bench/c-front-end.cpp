// Trains networks on ESC-10, exports them as C, and compares the programs' decisions on WAV files with those
// of the training front end and network on the same files.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "audio/front_end.h"
#include "audio/sound_file.h"
#include "base/error.h"
#include "data/dataset.h"
#include "data/feature_store.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/graph/calibration.h"
#include "deploy/verify/shell.h"
#include "deploy/verify/training_reference.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "networks.h"
#include "train/loss.h"
#include "train/trainer.h"
#include "train/windows.h"

namespace {

using namespace kinglet;
using namespace kinglet::deploy;
namespace fs = std::filesystem;

constexpr int kClips = 50, kCalibration = 200;

// Every few clips of those that may be listened to (the test fold stays closed), as 16-bit WAV files at the
// network's rate.
std::vector<fs::path> wavs(const data::Dataset& dataset, std::vector<int> clips, int rate,
                           const fs::path& to) {
  std::vector<fs::path> files;
  for (int i = 0; i < kClips; ++i) {
    const auto& clip = dataset.clips[static_cast<std::size_t>(clips[i * clips.size() / kClips])];
    files.push_back(to / (std::to_string(i) + ".wav"));
    audio::writeWav(files.back(), audio::readSound(clip.path, rate), rate);
  }
  return files;
}

std::size_t best(const std::vector<float>& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// As training judges a clip: log-mel, windows, probabilities averaged. logits: of one window.
template <class Logits>
std::size_t decided(const Model& model, const fs::path& wav, const Logits& logits) {
  const auto params = train::frontEndOf(model.input);
  const auto sound = audio::readSound(wav, params.rate);
  data::FeatureView view;
  std::vector<float> values(static_cast<std::size_t>(params.frames(static_cast<long>(sound.size()))) *
                            params.mels);
  view.frames = audio::LogMel(params).compute(sound, values);
  view.mels = params.mels;
  view.values = values;
  const int needed = model.network.input().h, classes = static_cast<int>(model.classes.size());
  const auto normalisation = train::Normalisation::of(model.weights);
  std::vector<float> scores(static_cast<std::size_t>(classes)), window(model.network.input().elements());
  for (const int first : train::evaluationWindows(view, needed)) {
    train::cutWindow(view, first, needed, normalisation, window);
    auto answer = logits(window);
    train::toProbabilities(answer, classes, model.multiLabel);
    for (int c = 0; c < classes; ++c)
      scores[static_cast<std::size_t>(c)] += answer[static_cast<std::size_t>(c)];
  }
  return best(scores);
}

// The label that the program prints last.
std::string program(const fs::path& folder, const std::string& option, const fs::path& wav) {
  std::vector<std::string> words{"./model", option, fs::absolute(wav).string()};
  if (option.empty()) words.erase(words.begin() + 1);
  std::istringstream lines(runProgram(folder, words, base::Message("run the C program")));
  std::string last;
  for (std::string line; std::getline(lines, line);) last = line;
  return last;
}

struct Tally {
  int floats = 0, fixed = 0, integer = 0, integerFixed = 0, right = 0, clips = 0;
};

Tally compare(const bench::Case& one, const data::Dataset& dataset, data::FeatureStore& store, int epochs) {
  const auto split = data::splitFolds(dataset, dataset.folds - 1, dataset.folds - 2);
  train::TrainTask task;
  task.input = one.input;
  task.network = one.network;
  task.features = store.features(train::frontEndOf(one.input));
  task.dataset = &dataset;
  task.train = split.train;
  task.validation = split.validation;
  task.recipe.epochs = epochs;
  const Model model{one.input, one.network, train::trainNetwork(task).weights, dataset.classes,
                    dataset.multiLabel};
  const Graph graph = buildGraph(model);
  const QuantizedGraph network = quantize(graph, windowsOf(model, *task.features, split.train, kCalibration));
  const WorkFolder folder;
  writeSources(cSources(model, graph), folder.path / "float");
  writeSources(cSources(model, network), folder.path / "int8");
  for (const char* name : {"float", "int8"})
    runCommand(folder.path / name, "make -s model", base::Message("build the C sources"));
  Tally tally;
  std::vector<int> clips = split.validation;
  for (const auto& wav : wavs(dataset, clips, one.input.rate, folder.path)) {
    const auto& label = [&](std::size_t c) { return dataset.classes[c]; };
    const std::string want =
        label(decided(model, wav, [&](const auto& window) { return runTraining(model, window); }));
    const std::string integer =
        label(decided(model, wav, [&](const auto& window) { return runQuantized(network, window); }));
    const int clip = clips[static_cast<std::size_t>(tally.clips) * clips.size() / kClips];
    tally.right +=
        want == label(static_cast<std::size_t>(dataset.clips[static_cast<std::size_t>(clip)].labels[0]));
    tally.floats += program(folder.path / "float", "", wav) == want;
    tally.fixed += program(folder.path / "float", "--fixed", wav) == want;
    tally.integer += program(folder.path / "int8", "", wav) == integer;
    tally.integerFixed += program(folder.path / "int8", "--fixed", wav) == integer;
    ++tally.clips;
  }
  return tally;
}

int run(const std::string& data, int epochs) {
  const data::Dataset dataset = data::openDataset(data);
  data::FeatureStore store(dataset);
  const int classes = static_cast<int>(dataset.classes.size());
  const network::InputSpec input;
  std::vector<bench::Case> cases{{"ds_cnn", input, network::namedNetwork("ds_cnn", input.shape(), classes)}};
  for (auto& candidate : bench::randomCandidates(8, classes))
    if (network::costOf(candidate.network).macs < 2'000'000) cases.push_back(std::move(candidate));
  int floats = kClips, fixed = kClips;
  std::printf("decisions of the C program that are training's, of %d clips\n%-14s %10s %8s %8s %14s %14s\n",
              kClips, "network", "right", "float", "fixed", "int8", "int8, fixed");
  for (const auto& one : cases) {
    const Tally tally = compare(one, dataset, store, epochs);
    std::printf("%-14s %8.0f %% %8d %8d %14d %14d\n", one.name.c_str(), 100.0 * tally.right / tally.clips,
                tally.floats, tally.fixed, tally.integer, tally.integerFixed);
    std::fflush(stdout);
    // Float front end: float and int8 networks; fixed: both too.
    floats = std::min({floats, tally.floats, tally.integer});
    fixed = std::min({fixed, tally.fixed, tally.integerFixed});
  }
  std::printf("c-front-end: float %d of %d, fixed point %.0f %% at least (needed all, 98 %%)\n", floats,
              kClips, 100.0 * fixed / kClips);
  return floats == kClips && 100 * fixed >= 98 * kClips ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw base::Error("usage: bench_c-front-end DATA EPOCHS");
    return run(argv[1], std::max(1, std::atoi(argv[2])));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "c-front-end: %s\n", error.what());
    return 1;
  }
}
