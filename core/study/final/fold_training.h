// Training one network outside of a search: on chosen folds, judged by another, or by each in turn.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "data/feature_store.h"
#include "space/audio_space.h"
#include "study/final/teachers.h"
#include "study/fold_parts.h"
#include "study/run/runner.h"
#include "train/epoch_report.h"
#include "train/recipe.h"
#include "train/trainer.h"

namespace kinglet::study {

struct FoldTraining {
  space::Candidate candidate;
  // Trained first, by the same recipe on the part's own training clips; the candidate then learns from them
  // as Recipe::distillation says.
  std::vector<Teacher> teachers;
  train::Recipe recipe;
  std::uint64_t seed = 1;  // of each part: seedFor(seed, fold), so that parts may run in any order
  int workers = 1;         // parts trained at once
};

struct FoldProgress {
  int part = 0;
  int epoch = 0;    // from 1; 0 while the teachers learn
  double done = 0;  // share of the part's work, by multiply-adds
};

// In the order of the parts. Throws base::Error as the trainer does, and base::Cancelled where it was asked
// to stop. `progress` and `epochDone` come from worker threads.
std::vector<train::TrainOutcome> trainFolds(
    data::FeatureStore& features, const FoldTraining& training, const std::vector<FoldPart>& parts,
    const std::function<void(const FoldProgress&)>& progress = {},
    const std::function<void(int part, const train::EpochReport&)>& epochDone = {},
    const std::stop_token& stop = {}, const Trainer& trainer = train::trainNetwork);

struct Spread {
  double mean = 0, deviation = 0;  // sample standard deviation; 0 of one value
};
Spread spreadOf(const std::vector<double>& values);

}  // namespace kinglet::study
