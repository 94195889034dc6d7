// The networks of a front that one would look at first.
#pragma once

#include <functional>

#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

// The front's knee in (logarithm of the cost that the study searches by, error): see search/knee.h. The trial's number;
// -1 while there is no front.
int kneeTrial(const TrialModel& model);
// The most accurate of the front for which `keeps` holds; the cheaper of two as good. -1 for none.
int bestTrial(const TrialModel& model, const std::function<bool(const study::Trial&)>& keeps);

}  // namespace kinglet::widgets
