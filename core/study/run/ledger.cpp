#include "study/run/ledger.h"

#include <algorithm>

#include "study/objectives.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

std::vector<double> errorsOf(const Trial& trial) {
  std::vector<double> errors;
  errors.reserve(trial.curve.size());
  for (const auto& epoch : trial.curve) errors.push_back(1 - epoch.validation.accuracy);
  return errors;
}

}  // namespace

bool Ledger::Entry::isWork() const {
  return baseline.empty() && (state == TrialState::finished || state == TrialState::stoppedEarly);
}

void Ledger::note(const Trial& trial) {
  const auto [place, isNew] = entries_.try_emplace(trial.number);
  Entry& entry = place->second;
  if (entry.isWork()) work_ = {work_.ended - 1, work_.seconds - entry.seconds};
  entry = {trial.state, trial.baseline, errorsOf(trial), objectivesOf(trial), trial.seconds};
  if (entry.isWork()) work_ = {work_.ended + 1, work_.seconds + entry.seconds};
  if (isNew && trial.baseline.empty()) ++candidates_;
}

void Ledger::noteEpochs(const Trial& trial) {
  Entry& entry = entries_.at(trial.number);
  entry.errors = errorsOf(trial);
  entry.objectives = objectivesOf(trial);
}

int Ledger::nextNumber(int least) const {
  return entries_.empty() ? least : std::max(least, entries_.rbegin()->first + 1);
}

bool Ledger::holdsBaseline(const std::string& name) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const auto& entry) { return entry.second.baseline == name; });
}

Evidence Ledger::gather(int number) const {
  Evidence evidence;
  for (const auto& [other, entry] : entries_) {
    if (!entry.baseline.empty() || entry.errors.empty()) continue;
    if (other < number) evidence.others.push_back(entry.errors);
    if (entry.state == TrialState::finished) evidence.finished.push_back(entry.objectives);
  }
  const Entry& own = entries_.at(number);
  evidence.errors = own.errors;
  evidence.objectives = own.objectives;
  return evidence;
}

}  // namespace kinglet::study
