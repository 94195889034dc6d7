// The rules behind makeStoppingRule(), one a file.
#pragma once

#include <memory>

#include "train/stopping.h"

namespace kinglet::train {

std::unique_ptr<StoppingRule> makeNeverStop();
std::unique_ptr<StoppingRule> makeMedianRule(const StoppingSettings& settings);
std::unique_ptr<StoppingRule> makePatienceRule(const StoppingSettings& settings);
std::unique_ptr<StoppingRule> makeCurveRule(const StoppingSettings& settings);
std::unique_ptr<StoppingRule> makeHalvingRule(const StoppingSettings& settings);
std::unique_ptr<StoppingRule> makeParetoRule(const StoppingSettings& settings);

std::string percent(double share);  // "12.5 %", for reasons

}  // namespace kinglet::train
