#include "study/fold_training.h"

#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <thread>

#include "base/error.h"

namespace kinglet::study {

FoldPart heldOut(const data::Dataset& dataset, int fold) {
  if (fold < 0 || fold >= dataset.folds)
    throw base::Error("there is no fold " + std::to_string(fold) + "; the data set's are 0 to " +
                      std::to_string(dataset.folds - 1));
  FoldPart part;
  part.fold = fold;
  for (std::size_t i = 0; i < dataset.clips.size(); ++i)
    (dataset.clips[i].fold == fold ? part.held : part.train).push_back(static_cast<int>(i));
  if (part.held.empty()) throw base::Error("fold " + std::to_string(fold) + " holds no clip");
  if (part.train.empty())
    throw base::Error("no clip is left to train on beside fold " + std::to_string(fold));
  return part;
}

std::vector<FoldPart> crossValidation(const data::Dataset& dataset) {
  std::vector<FoldPart> parts;
  for (int fold = 0; fold < dataset.folds; ++fold)
    if (!dataset.inFold(fold).empty()) parts.push_back(heldOut(dataset, fold));
  return parts;
}

std::vector<train::TrainOutcome> trainFolds(
    data::FeatureStore& features, const FoldTraining& training, const std::vector<FoldPart>& parts,
    const std::function<void(const FoldProgress&)>& progress,
    const std::function<void(int, const train::EpochReport&)>& epochDone, std::stop_token stop,
    const Trainer& trainer) {
  const auto set = features.features(train::frontEndOf(training.candidate.input), stop);
  std::vector<train::TrainOutcome> outcomes(parts.size());
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;  // the first; guarded by mutex
  std::stop_source all;
  const std::stop_callback forward(stop, [&] { all.request_stop(); });

  const auto work = [&] {
    for (std::size_t i = next++; i < parts.size() && !all.stop_requested(); i = next++) {
      train::TrainTask task;
      task.input = training.candidate.input;
      task.network = training.candidate.network;
      task.features = set;
      task.dataset = &features.dataset();
      task.train = parts[i].train;
      task.validation = parts[i].held;
      task.recipe = training.recipe;
      task.seed = base::seedFor(training.seed, static_cast<std::uint64_t>(parts[i].fold + 1));
      train::TrainObserver watch;
      watch.progress = [&](int epoch, double share) {
        if (progress) progress({static_cast<int>(i), epoch, training.recipe.epochs, share});
      };
      watch.epochDone = [&](const train::EpochReport& report) {
        if (epochDone) epochDone(static_cast<int>(i), report);
        return train::Verdict::goOn;
      };
      try {
        outcomes[i] = trainer(task, watch, all.get_token());
      } catch (...) {
        const std::lock_guard guard(mutex);
        if (!failure) failure = std::current_exception();
        all.request_stop();
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 1; i < training.workers; ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  if (stop.stop_requested()) throw base::Error("cancelled");
  return outcomes;
}

Spread spreadOf(const std::vector<double>& values) {
  Spread spread;
  if (values.empty()) return spread;
  for (const double value : values) spread.mean += value / double(values.size());
  if (values.size() < 2) return spread;
  double squares = 0;
  for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
  spread.deviation = std::sqrt(squares / double(values.size() - 1));
  return spread;
}

}  // namespace kinglet::study
