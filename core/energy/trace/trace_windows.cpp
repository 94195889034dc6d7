#include "energy/trace/trace_windows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

constexpr int kBins = 256;
constexpr double kShortMs = 20;
constexpr double kLeastStep = 0.03;  // levels closer than this, in ln(power), are one level

std::size_t sampleAt(const PowerTrace& trace, double seconds) {
  const double at = std::round(seconds * trace.rateHz);
  return static_cast<std::size_t>(std::clamp(at, 0.0, double(trace.milliwatts.size())));
}

std::vector<float> smoothed(const PowerTrace& trace, double ms) {
  const std::size_t n = trace.milliwatts.size();
  const std::size_t half = static_cast<std::size_t>(std::max(0.0, ms / 1000 * trace.rateHz / 2));
  if (half == 0) return trace.milliwatts;
  std::vector<float> mean(n);
  double sum = 0;
  std::size_t first = 0, last = 0;  // [first, last)
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t to = std::min(n, i + half + 1), from = i > half ? i - half : 0;
    while (last < to) sum += trace.milliwatts[last++];
    while (first < from) sum -= trace.milliwatts[first++];
    mean[i] = static_cast<float>(sum / double(last - first));
  }
  return mean;
}

// Otsu 1979 on a histogram of ln(power); nothing where there is one level only.
std::optional<double> splitLevels(const std::vector<float>& power) {
  double low = std::numeric_limits<double>::infinity(), high = 0;
  for (float mw : power) {
    if (mw <= 0) continue;
    low = std::min(low, double(mw));
    high = std::max(high, double(mw));
  }
  if (!(high > low * (1 + kLeastStep))) return std::nullopt;
  const double bottom = std::log(low), width = (std::log(high) - bottom) / kBins;
  std::vector<double> counts(kBins, 0);
  double total = 0, all = 0;
  for (float mw : power) {
    const int bin =
        mw <= 0 ? 0 : std::clamp(static_cast<int>((std::log(double(mw)) - bottom) / width), 0, kBins - 1);
    counts[bin] += 1;
    total += 1;
    all += bin;
  }
  double below = 0, belowSum = 0, best = -1, squares = 0;
  for (int bin = 0; bin < kBins; ++bin) squares += counts[bin] * std::pow(bin - all / total, 2);
  int first = 0, last = 0;
  for (int bin = 0; bin + 1 < kBins; ++bin) {
    below += counts[bin];
    belowSum += counts[bin] * bin;
    if (below == 0 || below == total) continue;
    const double apart = belowSum / below - (all - belowSum) / (total - below);
    const double between = below * (total - below) * apart * apart;
    if (between > best * (1 + 1e-12)) {
      best = between;
      first = last = bin;
    } else if (between >= best * (1 - 1e-12)) {
      last = bin;  // empty bins between the levels: take their middle
    }
  }
  // One hump of noise cut in two explains 64 % of its variance (2 / pi); two levels explain nearly all of
  // theirs.
  if (best / total / squares < 0.75) return std::nullopt;
  return std::exp(bottom + width * ((first + last) / 2.0 + 1));
}

}  // namespace

double baselineMw(const PowerTrace& trace, const std::vector<Window>& windows) {
  std::vector<bool> busy(trace.milliwatts.size(), false);
  for (const Window& window : windows)
    for (std::size_t i = sampleAt(trace, window.begin); i < sampleAt(trace, window.end); ++i) busy[i] = true;
  std::vector<float> idle;
  for (std::size_t i = 0; i < busy.size(); ++i)
    if (!busy[i]) idle.push_back(trace.milliwatts[i]);
  if (idle.empty()) idle = trace.milliwatts;
  return statistics::upperMedian(std::move(idle));
}

FoundWindows findWindows(const PowerTrace& trace, const WindowSettings& settings) {
  if (trace.milliwatts.empty() || !(trace.rateHz > 0)) throw base::Error("The trace has no samples");
  if (settings.smoothMs < 0 || settings.minWindowMs.value_or(0) < 0 || settings.minPauseMs < 0)
    throw base::Error("Times for finding windows must be 0 ms or more");
  const std::vector<float> power = smoothed(trace, settings.smoothMs);
  FoundWindows found;
  const std::optional<double> threshold = settings.thresholdMw ? settings.thresholdMw : splitLevels(power);
  if (threshold) {
    found.thresholdMw = *threshold;
    const double pause = settings.minPauseMs / 1000;
    for (std::size_t i = 0; i < power.size();) {
      if (power[i] <= *threshold) {
        ++i;
        continue;
      }
      const std::size_t begin = i;
      while (i < power.size() && power[i] > *threshold) ++i;
      const Window window{double(begin) / trace.rateHz, double(i) / trace.rateHz};
      if (!found.windows.empty() && window.begin - found.windows.back().end < pause)
        found.windows.back().end = window.end;
      else
        found.windows.push_back(window);
    }
    // An inference of a small network is short work itself: only beside longer is it taken for a hiccup.
    const double least = settings.minWindowMs.value_or(kShortMs) / 1000;
    const auto isShort = [&](const Window& window) { return window.seconds() < least; };
    if (settings.minWindowMs || !std::all_of(found.windows.begin(), found.windows.end(), isShort))
      std::erase_if(found.windows, isShort);
  }
  found.baselineMw = baselineMw(trace, found.windows);
  return found;
}

InferenceEnergy energyOfWindows(const PowerTrace& trace, const std::vector<Window>& windows,
                                double inferencesPerWindow, double baseline) {
  if (!(inferencesPerWindow > 0) || !std::isfinite(inferencesPerWindow))
    throw base::Error("The number of inferences in a window must be above 0");
  InferenceEnergy result;
  result.inferencesPerWindow = inferencesPerWindow;
  std::vector<double> each;
  for (const Window& window : windows) {
    const std::size_t begin = sampleAt(trace, window.begin), end = sampleAt(trace, window.end);
    if (begin >= end) continue;
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += trace.milliwatts[i];
    WindowEnergy energy;
    energy.window = window;
    energy.meanMw = sum / double(end - begin);
    energy.millijoules = sum / trace.rateHz;
    energy.netMillijoules = energy.millijoules - baseline * double(end - begin) / trace.rateHz;
    for (const Gap& gap : trace.gaps)
      if (gap.at > window.begin && gap.at < window.end) energy.lostSeconds += gap.seconds;
    each.push_back(energy.millijoules / inferencesPerWindow);
    result.netMeanMj += energy.netMillijoules / inferencesPerWindow;
    result.windows.push_back(energy);
  }
  if (each.empty()) throw base::Error("No window with samples was given; find or mark one first");
  result.meanMj = statistics::mean(each);
  result.spreadMj = statistics::deviation(each);
  result.netMeanMj /= static_cast<double>(each.size());
  result.medianMj = statistics::median(std::move(each));
  return result;
}

double ownSeconds(const PowerTrace& trace, double recorded) {
  double lost = 0;
  for (const Gap& gap : trace.gaps) {
    if (recorded <= gap.at + lost) break;
    if (recorded < gap.at + lost + gap.seconds) return gap.at;
    lost += gap.seconds;
  }
  return recorded - lost;
}

double recordedSeconds(const PowerTrace& trace, double own) {
  double lost = 0;
  for (const Gap& gap : trace.gaps) {
    if (own <= gap.at) break;
    lost += gap.seconds;
  }
  return own + lost;
}

}  // namespace kinglet::energy
