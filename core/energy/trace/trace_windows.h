// Where in a power trace the device worked, and what an inference took.
#pragma once

#include <optional>
#include <vector>

#include "energy/trace/power_trace.h"

namespace kinglet::energy {

struct WindowSettings {
  double smoothMs = 5;  // moving mean before anything is compared
  // by hand; else Otsu's (1979): between two levels of power, on a logarithmic scale
  std::optional<double> thresholdMw;
  std::optional<double> minWindowMs;  // shorter work is no window; by hand, else 20, where any is as long
  double minPauseMs = 20;             // a shorter pause does not end one
};

struct FoundWindows {
  double baselineMw = 0;  // median power outside of the windows; of all samples where there are none
  double thresholdMw = 0;
  std::vector<Window> windows;
};
// Throws base::Error on an empty trace or settings that make no sense. A trace of one level has no windows.
FoundWindows findWindows(const PowerTrace& trace, const WindowSettings& settings = {});

// The median power outside of the windows given (or of all samples).
double baselineMw(const PowerTrace& trace, const std::vector<Window>& windows);

struct WindowEnergy {
  Window window;
  double meanMw = 0;
  double millijoules = 0;     // sum of power over the samples of [begin, end), by rate
  double netMillijoules = 0;  // above the baseline
  double lostSeconds = 0;     // of gaps inside
};

struct InferenceEnergy {
  std::vector<WindowEnergy> windows;
  double inferencesPerWindow = 1;
  double meanMj = 0, medianMj = 0,
         spreadMj = 0;  // of one inference over the windows; spread: standard deviation
  double netMeanMj = 0;
};
// Windows may be those found, those of the recording, or a user's own; they are cut to the trace. Throws
// base::Error where none is left, or inferencesPerWindow is not above 0.
InferenceEnergy energyOfWindows(const PowerTrace& trace, const std::vector<Window>& windows,
                                double inferencesPerWindow, double baselineMw);

// The time of a trace leaves its gaps out. Seconds since the first sample by the recording's own clock, gaps
// counted, as the trace's own seconds, and back; a time within a gap is the gap's place.
double ownSeconds(const PowerTrace& trace, double recordedSeconds);
double recordedSeconds(const PowerTrace& trace, double ownSeconds);

}  // namespace kinglet::energy
