// The rules behind makeStoppingRule(), one a file.
#pragma once

#include <memory>

#include "train/stopping.h"

namespace kinglet::train {

std::unique_ptr<StoppingRule> makeNeverStop();
// percentile: of the other trials' errors, 0 .. 1; the rule of the paper has the median.
std::unique_ptr<StoppingRule> makeMedianRule(const StoppingSettings& settings, double percentile = 0.5);
std::unique_ptr<StoppingRule> makePatienceRule(const StoppingSettings& settings);
std::unique_ptr<StoppingRule> makeCurveRule(const StoppingSettings& settings);
// reduction: rungs lie that factor apart, and one in so many goes on at each.
std::unique_ptr<StoppingRule> makeHalvingRule(const StoppingSettings& settings, int reduction = 3);
std::unique_ptr<StoppingRule> makeParetoRule(const StoppingSettings& settings);

base::Message::Argument percent(double share);  // "12.5 %", for reasons

}  // namespace kinglet::train
