// A study and its data set: settings filled in from it, and which clips are for what.
#pragma once

#include <vector>

#include "data/dataset.h"
#include "data/open_options.h"
#include "study/settings.h"
#include "train/trainer.h"

namespace kinglet::study {

// How the study reads its data set.
data::OpenOptions openOptionsOf(const Settings& settings);
// Settings as a new study keeps them: names and folds filled in, the space written out (a later Kinglet may
// have another one), the reference point taken from the space. Throws base::Error where they make no sense
// for this data set: an unknown name, fewer than three folds, limits that no candidate of the space keeps.
Settings completed(Settings settings, const data::Dataset& dataset);

// Throws base::Error when a data set is not the one (by its classes and folds) that the study was made for.
void requireSameData(const Settings& settings, const data::Dataset& dataset);

data::Split splitOf(const Settings& settings, const data::Dataset& dataset);
// With crossValidate: what a candidate is trained on and judged by beside splitOf's. Else empty.
std::vector<train::TrainTask::Part> furtherParts(const Settings& settings, const data::Dataset& dataset);

}  // namespace kinglet::study
