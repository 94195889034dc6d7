#include "study/final/final_training.h"

#include <chrono>
#include <mutex>
#include <numeric>

#include "study/elapsed.h"
#include "train/epoch_report.h"
#include "train/recipe.h"

namespace kinglet::study {

train::Recipe finalRecipeWith(int epochs) {
  train::Recipe recipe = train::finalRecipe();
  if (epochs > 0) recipe.epochs = epochs;
  return recipe;
}

FinalOutcome trainFinally(data::FeatureStore& features, const FinalPlan& plan,
                          const std::function<void(const FinalProgress&)>& progress,
                          const std::function<void(const FinalTraining::Fold&)>& foldJudged,
                          std::stop_token stop, const Trainer& trainer) {
  std::vector<FoldPart> parts;
  if (plan.judged) parts = crossValidation(features.dataset());
  FoldPart all;
  all.train.resize(features.dataset().clips.size());
  std::iota(all.train.begin(), all.train.end(), 0);
  parts.push_back(std::move(all));

  FoldTraining training;
  training.candidate = plan.candidate;
  training.teachers = plan.teachers;
  training.recipe = plan.recipe;
  training.seed = plan.seed;
  training.workers = plan.workers;
  std::mutex mutex;  // guards shares, and keeps the calls apart
  std::vector<double> shares(parts.size());
  const auto start = std::chrono::steady_clock::now();
  auto outcomes = trainFolds(
      features, training, parts,
      [&](const FoldProgress& now) {
        const std::lock_guard guard(mutex);
        const auto part = static_cast<std::size_t>(now.part);
        shares[part] = now.done;
        if (progress)
          progress({now.part, static_cast<int>(parts.size()), parts[part].fold, now.epoch,
                    std::accumulate(shares.begin(), shares.end(), 0.0) / double(parts.size())});
      },
      [&](int part, const train::EpochReport& report) {
        const std::lock_guard guard(mutex);
        const int fold = parts[static_cast<std::size_t>(part)].fold;
        if (report.epoch == plan.recipe.epochs && fold >= 0 && foldJudged)
          foldJudged({fold, report.validation});
      },
      stop, trainer);

  FinalOutcome outcome;
  outcome.result.recipe = plan.recipe;
  outcome.result.seed = plan.seed;
  if (plan.recipe.distillation > 0)
    for (const Teacher& teacher : plan.teachers) outcome.result.teachers.push_back(teacher.trial);
  for (std::size_t i = 0; i + 1 < parts.size(); ++i)
    outcome.result.folds.push_back({parts[i].fold, outcomes[i].validation});
  outcome.result.seconds = secondsSince(start);
  outcome.weights = std::move(outcomes.back().weights);
  return outcome;
}

Spread accuracyOf(const FinalTraining& training) {
  std::vector<double> accuracies;
  for (const auto& fold : training.folds) accuracies.push_back(fold.metrics.accuracy);
  return spreadOf(accuracies);
}

}  // namespace kinglet::study
