// The final training of a chosen candidate: a long schedule, apart from the search's short one. Every fold is
// held out in turn, which tells how the network does on sounds it never heard (so the test fold is opened
// too); then one network learns from all clips: its weights are those to take away.
#pragma once

#include "space/audio_space.h"
#include "study/final/fold_training.h"
#include "train/metrics.h"
#include "train/recipe.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::study {

// What it gave.
struct FinalTraining {
  train::Recipe recipe;
  std::uint64_t seed = 1;
  std::vector<int> teachers;  // trials that it learnt from beside the labels
  struct Fold {
    int fold = 0;            // that was held out, and judged by; the others were trained on
    train::Metrics metrics;  // of the last epoch
  };
  std::vector<Fold> folds;  // empty: it was not judged
  double seconds = 0;       // of work, all trainings together
};

// train::finalRecipe(), with as many epochs as are asked for; 0: its own.
train::Recipe finalRecipeWith(int epochs = 0);

struct FinalPlan {
  space::Candidate candidate;
  std::vector<Teacher> teachers;
  train::Recipe recipe;
  std::uint64_t seed = 1;
  int workers = 1;     // trainings at once
  bool judged = true;  // hold out each fold in turn first
};

struct FinalProgress {
  int part = 0, parts = 0;  // part is the training that this is about; the last one hears all clips
  int fold = -1;            // that it holds out; -1: none
  int epoch = 0;            // from 1; 0 while its teachers learn
  double done = 0;          // share of the whole work, 0 .. 1
};

struct FinalOutcome {
  FinalTraining result;
  train::Weights weights;  // of the network that learnt from all clips
};

// The same plan and data give the same bits, however many workers. Throws base::Error as the trainer does,
// and base::Cancelled where it was asked to stop. `progress` comes from worker threads, one call at a time;
// `foldJudged` too, once a fold.
FinalOutcome trainFinally(data::FeatureStore& features, const FinalPlan& plan,
                          const std::function<void(const FinalProgress&)>& progress = {},
                          const std::function<void(const FinalTraining::Fold&)>& foldJudged = {},
                          std::stop_token stop = {}, const Trainer& trainer = train::trainNetwork);

// Over the folds of a final training.
Spread accuracyOf(const FinalTraining& training);

}  // namespace kinglet::study
