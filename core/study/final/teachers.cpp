#include "study/final/teachers.h"

#include <algorithm>

#include "study/trial.h"

namespace kinglet::study {

std::vector<Teacher> teachersFor(std::span<const Trial> trials, int student, int count) {
  std::vector<const Trial*> able;
  for (const Trial& trial : trials)
    if (trial.state == TrialState::finished && trial.baseline.empty() && trial.number != student &&
        !trial.curve.empty())
      able.push_back(&trial);
  std::stable_sort(able.begin(), able.end(), [](const Trial* a, const Trial* b) {
    return a->error() != b->error() ? a->error() < b->error() : a->energyMj() < b->energyMj();
  });
  able.resize(std::min(able.size(), static_cast<std::size_t>(std::max(count, 0))));
  std::vector<Teacher> teachers;
  teachers.reserve(able.size());
  for (const Trial* trial : able) teachers.push_back({trial->number, trial->candidate});
  return teachers;
}

}  // namespace kinglet::study
