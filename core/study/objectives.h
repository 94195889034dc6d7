// What a study searches for, and which of its trials are best.
#pragma once

#include <span>
#include <vector>

#include "search/objective.h"
#include "search/pareto.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// The three objectives of a study, in their order: error_percent, energy_mj or power_mw (log, known; which,
// Settings::objective says), memory_kb (log, known; flash + peak RAM). Reference point: Settings::worstError, and costs that no candidate of the space
// exceeds (Settings::reference).
std::vector<search::Objective> studyObjectives(const Settings& settings = {});
std::vector<double> objectivesOf(const Trial& trial);
// Objectives in the unit box: 1 is the reference; 0 is no error, and a cost 10^4 below the reference. Clamped
// to 0.
search::Point normalised(std::span<const double> objectives, std::span<const search::Objective> scale);
// Trials on the front: finished ones only, baselines excluded.
std::vector<int> frontOf(const TrialsView& trials);  // indices into trials, by energy or power
// Of the front, in the unit box: 0 .. 1.
double hypervolumeOf(const TrialsView& trials, const Settings& settings = {});

}  // namespace kinglet::study
