// The samples of a recording as they come in, and what becomes of them at its end: evenly spaced power with
// the gaps named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "energy/trace/power_trace.h"

namespace kinglet::energy {

constexpr double kMostHertz = 1e8;  // no meter samples faster

// How the samples lie in time.
struct SpacingChoice {
  std::optional<double> givenHz;   // by the person: stamps do not count
  std::optional<double> statedHz;  // by the recording, where it has no stamps
  bool isMonsoon = false;          // bursts of stamps near 5 kHz are spaced by 5 kHz
  double resolution = 0;           // s: what the last digit of the stamps is worth
};

// Eight bytes a sample: power, and the step from the stamp before.
class SampleSeries {
 public:
  // seconds: from the first stamp, in the order of the file. milliwatts: NaN where the meter says none.
  // restarts: the logger began anew before this sample, so that an earlier time is none run backwards.
  void add(double seconds, float milliwatts, std::uint64_t line, bool restarts);
  void add(float milliwatts) { milliwatts_.push_back(milliwatts); }  // of a recording without stamps
  void reserve(std::size_t rows, bool stamped);  // room, so that no memory is held twice while it grows
  void markEdge() { edges_.push_back(milliwatts_.size()); }  // the trigger changes with the sample to come
  std::size_t size() const { return milliwatts_.size(); }

  // Fills rateHz, milliwatts, gaps, notes and, by the edges, windows of the trace. The energy of samples that
  // are not evenly stamped is that of straight lines between them (trapezoids); evenly stamped ones stay as
  // they are, each holding for a step. Up to five missing figures in a row are filled in by a straight line;
  // more are a gap. Throws base::Error where time does not run, or runs backwards time and again.
  void finish(const std::filesystem::path& path, const SpacingChoice& choice, bool startsHigh,
              PowerTrace& trace);

 private:
  struct Bursts {
    double length = 0, period = 0;  // samples, 0 where stamps come in none; s
    double hertz() const { return length > 0 ? length / period : 0; }
  };
  void fillMissing(PowerTrace& trace, double secondsPerSample);
  Bursts bursts() const;
  void spaceBy(double hertz, bool inBursts, PowerTrace& trace);
  void spaceByStamps(const std::filesystem::path& path, double resolution, PowerTrace& trace);
  bool keepEven(double typical, double gap, bool isCoarse, double resolution, PowerTrace& trace);
  void spreadEqual(double typical, double gap);
  void resample(const std::filesystem::path& path, double typical, double gap, PowerTrace& trace);

  std::vector<float> milliwatts_, steps_;  // s from the sample before; NaN where it is unknown
  std::vector<std::size_t> edges_;
  std::vector<double> edgeSeconds_;  // of the trace, once it is spaced
  double last_ = 0, span_ = 0;
  std::size_t backwards_ = 0, restarts_ = 0, equal_ = 0, missing_ = 0;
  std::uint64_t firstBackwards_ = 0, firstRestart_ = 0;
};

}  // namespace kinglet::energy
