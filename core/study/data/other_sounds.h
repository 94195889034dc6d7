// Sounds that a study was not made with, and that a person says are others: to test a network on, or to train
// it on anew.
#pragma once

#include <string>

#include "data/dataset.h"
#include "study/data/study_sounds.h"

namespace kinglet::study {

struct OtherSounds {
  data::Dataset dataset;  // with the study's classes; what the study knows by its sound is left out
  SoundsNews news;        // that it was left out
};

// Throws base::Error: classes that the study's networks do not know, or no clip that is new to the study.
OtherSounds openOtherSounds(const StudyStore& store, const std::string& path, const data::OpenOptions& how);

}  // namespace kinglet::study
