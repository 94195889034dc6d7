// What a hover card says of a trial, the same in every plot.
#pragma once

#include "study/trial.h"
#include "widgets/look/hover_card.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

HoverCard::Content cardOf(const study::Trial& trial, const TrialModel& model);
// "Candidate 37 ★" or the baseline's name.
QString candidateName(const study::Trial& trial);  // "Candidate 12", or the baseline's name
QString titleOf(const study::Trial& trial);        // with its star

}  // namespace kinglet::widgets
