#include "study/trial.h"

#include <iterator>

#include "base/error.h"

namespace kinglet::study {
namespace {

constexpr const char* kStates[] = {"running", "finished", "stopped", "failed", "preempted", "bad"};
static_assert(std::size(kStates) == static_cast<std::size_t>(TrialState::bad) + 1);

}  // namespace

const char* toText(TrialState state) {
  return kStates[static_cast<int>(state)];
}

TrialState trialStateFrom(const std::string& text) {
  for (std::size_t i = 0; i < std::size(kStates); ++i)
    if (text == kStates[i]) return static_cast<TrialState>(i);
  if (text == "cancelled") return TrialState::preempted;  // as it was called in version 1
  throw base::Error("\"%1\" is no state of a trial; the study file is damaged", text);
}

SharedTrials shared(std::vector<Trial> trials) {
  SharedTrials out;
  out.reserve(trials.size());
  for (Trial& trial : trials) out.push_back(std::make_shared<const Trial>(std::move(trial)));
  return out;
}

TrialsView::TrialsView(const std::vector<Trial>& trials) {
  trials_.reserve(trials.size());
  for (const Trial& trial : trials) trials_.push_back(&trial);
}

TrialsView::TrialsView(const SharedTrials& trials) {
  trials_.reserve(trials.size());
  for (const auto& trial : trials) trials_.push_back(trial.get());
}

TrialsView::TrialsView(std::initializer_list<Trial> trials) {
  for (const Trial& trial : trials) trials_.push_back(&trial);
}

double Trial::error() const {
  return curve.empty() ? std::numeric_limits<double>::quiet_NaN()
                       : 100 * (1 - curve.back().validation.accuracy);
}

}  // namespace kinglet::study
