// Which candidates of a study teach another in its final training (distillation).
#pragma once

#include <span>
#include <vector>
#include "space/audio_space.h"
#include "study/trial.h"

namespace kinglet::study {

// Trained anew wherever a student is, on the same clips, so that none has heard what the student is judged
// by: the weights that the search left are of no use here.
struct Teacher {
  int trial = -1;  // Trial::number
  space::Candidate candidate;
};

constexpr int kTeachers = 4;

// The best by validation accuracy of the candidates that finished, cheaper ones first among equals; at most
// `count`, fewer where there are no more. `student`: a trial's number, which does not teach itself; -1: none.
std::vector<Teacher> teachersFor(std::span<const Trial> trials, int student, int count = kTeachers);

}  // namespace kinglet::study
