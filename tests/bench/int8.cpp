// Trains every network of a study's front once for each validation fold, quantises it as an export does, and
// compares the accuracies. The study's test fold stays closed: it is neither trained on nor judged.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "data/dataset.h"
#include "data/feature_store.h"
#include "deploy/graph/int8.h"
#include "study/file/store.h"
#include "study/objectives.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/trainer.h"

namespace {

using namespace kinglet;

constexpr double kMostPoints = 1;

struct Sum {
  double real = 0, calibrated = 0, integer = 0;  // clips that were right
  int clips = 0, tuned = 0, folds = 0;
  void add(const deploy::Int8Network& int8) {
    const int n = int8.integer.clips;
    real += int8.real.accuracy * n;
    calibrated += int8.calibrated.accuracy * n;
    integer += int8.integer.accuracy * n;
    clips += n;
    tuned += int8.fineTuned;
    ++folds;
  }
  double points(double right) const { return 100 * right / clips; }
};

Sum onFolds(const study::Trial& trial, const data::Dataset& dataset, data::FeatureStore& store,
            const study::Settings& settings, int epochs) {
  Sum sum;
  const int test = settings.testFold < 0 ? dataset.folds - 1 : settings.testFold;
  for (int fold = 0; fold < dataset.folds; ++fold) {
    if (fold == test) continue;
    const auto split = data::splitFolds(dataset, test, fold);
    train::TrainTask task;
    task.input = trial.candidate.input;
    task.network = trial.candidate.network;
    task.features = store.features(train::frontEndOf(task.input));
    task.dataset = &dataset;
    task.train = split.train;
    task.validation = split.validation;
    task.recipe = settings.recipe;
    task.recipe.epochs = epochs;
    task.seed = settings.seed;
    const deploy::Model model{task.input, task.network, train::trainNetwork(task).weights, dataset.classes,
                              dataset.multiLabel};
    sum.add(deploy::makeInt8(model, {&dataset, task.features, split.train, split.validation}));
  }
  return sum;
}

int run(const std::string& data, const std::string& path, int epochs) {
  const auto store = study::openStudy(path);
  const auto settings = store->settings();
  const auto trials = store->trials();
  const auto front = study::frontOf(trials);
  if (front.empty()) throw base::Error("the search found no front; give it more minutes");
  data::FeatureStore features(data::openDataset(data));
  std::printf(
      "%zu networks of a front of %zu trials, %d epochs, each trained for each of %d validation folds\n",
      front.size(), trials.size(), epochs, features.dataset().folds - 1);
  std::printf("%-7s %8s %9s %8s %11s %8s %8s %11s\n", "trial", "MMACs", "flash kB", "float", "calibrated",
              "int8", "points", "fine-tuned");
  double worst = -100;
  for (const int index : front) {
    const study::Trial& trial = trials[static_cast<std::size_t>(index)];
    const Sum sum = onFolds(trial, features.dataset(), features, settings, epochs);
    const double drop = sum.points(sum.real - sum.integer);
    worst = std::max(worst, drop);
    std::printf("%-7d %8.3f %9.1f %6.2f %% %9.2f %% %6.2f %% %+8.2f %4d of %d\n", trial.number,
                double(trial.cost.macs) / 1e6, trial.flashKb(), sum.points(sum.real),
                sum.points(sum.calibrated), sum.points(sum.integer), -drop, sum.tuned, sum.folds);
    std::fflush(stdout);
  }
  std::printf("int8: the most that a network loses is %.2f points (needed at most %.0f)\n", worst,
              kMostPoints);
  return worst <= kMostPoints ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 4) throw base::Error("usage: bench_int8 DATA STUDY EPOCHS");
    return run(argv[1], argv[2], std::max(1, std::atoi(argv[3])));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "int8: %s\n", error.what());
    return 1;
  }
}
