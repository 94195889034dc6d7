// decision/: what a candidate may be asked about which clip. Calls the study's file, sounds and final training; app/
// calls it.
#pragma once

#include <memory>
#include <vector>

#include "data/feature_store.h"
#include "study/file/store.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/decision/decision.h"
#include "train/trainer.h"

namespace kinglet::study {

// How the network whose weights a study keeps of a candidate stands to a clip.
enum class Heard {
  held,    // never learnt: it was judged by this clip in the search
  learnt,  // it learnt from this clip, so that its answer proves little
  closed,  // of the closed test fold: it is not asked
  opened,  // of the test fold, which was opened for this candidate
};

// A clip each. With Settings::crossValidate the weights kept are of the training that held out validationFold: clips
// of the other folds count as learnt. testOpen: the test fold was opened for this candidate, by a test or by a
// final training that was judged.
std::vector<Heard> heardOf(const Settings& settings, const data::Dataset& dataset, bool testOpen);

// The network with the weights that the search left. Throws base::Error: no weights (noWeights()), sounds that are
// not the study's.
std::unique_ptr<train::Decider> deciderOf(const StudyStore& store, const Trial& trial,
                                          const data::FeatureStore& features);

// The training of the search in which a candidate learnt its kept weights, without its seed and course.
train::TrainTask trainingOf(const Settings& settings, const Trial& trial, data::FeatureStore& features,
                            std::stop_token stop = {});

}  // namespace kinglet::study
