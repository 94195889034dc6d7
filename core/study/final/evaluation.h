// The test fold, opened for one trial by an explicit act.
#pragma once

#include "base/error.h"
#include "data/feature_store.h"
#include "study/file/store.h"
#include "study/trial.h"
#include "train/metrics.h"

namespace kinglet::study {

// Scores the closed test fold with the trial's weights, and keeps the figures in the study. Throws
// base::Error when the trial has no weights, or the data are not the study's (study/data/study_sounds.h).
train::Metrics openTestFold(StudyStore& store, const Trial& trial, data::FeatureStore& features);

// The trial's probabilities for some clips: clips x classes, row-major. Throws base::Error as above.
std::vector<float> scoreTrial(const StudyStore& store, const Trial& trial, data::FeatureStore& features,
                              std::span<const int> clips);

// Why a trial without weights cannot be used, and what to do.
base::Error noWeights(const Trial& trial);
// On all clips of other sounds than the study's (study/data/other_sounds.h); nothing is kept.
train::Metrics judgeOnOthers(const StudyStore& store, const Trial& trial, data::FeatureStore& features);

}  // namespace kinglet::study
