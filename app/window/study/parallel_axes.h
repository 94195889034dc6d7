// The axes on which the candidates of a study are drawn beside each other: what they reach, what they cost, what they are
// made of.
#pragma once

#include <vector>

#include "study/settings.h"
#include "widgets/parallel/parallel_axis.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::window {

// Error, what is searched by, memory, latency; then every parameter of the space with a choice, in the space's order.
// Throws base::Error where the settings name a space that is not known. The model must outlive the axes.
std::vector<widgets::ParallelAxis> parallelAxes(const study::Settings& settings,
                                                const widgets::TrialModel& model);

}  // namespace kinglet::window
