// Changes of a data set in words. Private to study/data.
#pragma once

#include "data/dataset.h"
#include "study/data/study_sounds.h"

namespace kinglet::study {

struct ComparedSounds {
  const data::Fingerprint& known;
  const data::Present& present;
  const data::Dataset& dataset;  // as it was read
  const data::Changes& changes;
  const data::FoldRoles& roles;
};

// summary and details; the refusal too, where the study has results to compare with.
SoundsNews newsOf(const ComparedSounds& compared, bool hasResults);

// Why a data set whose changes are refused() cannot be used; `place`: where it lies.
base::Message whyNot(const ComparedSounds& compared, const std::string& place);

}  // namespace kinglet::study
