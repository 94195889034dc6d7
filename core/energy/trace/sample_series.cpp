#include "energy/trace/sample_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/format.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

constexpr double kMonsoonHz = 5000;
constexpr std::size_t kFilled = 5;           // missing figures in a row that a straight line stands for
constexpr double kGapSteps = 5;              // a pause of more steps is a gap
constexpr std::size_t kMostBursts = 10'000;  // looked at to tell them
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

// At most a hundred thousand of them, evenly taken: enough for a median.
template <class Keeps>
std::vector<float> some(const std::vector<float>& values, const Keeps& keeps) {
  const std::size_t stride = values.size() / 100'000 + 1;
  std::vector<float> taken;
  for (std::size_t i = 1; i < values.size(); i += stride)
    if (keeps(values[i])) taken.push_back(values[i]);
  return taken;
}

base::Message::Argument shown(double value) {
  return base::figure(base::general(value, 4));
}

void tellOfGaps(PowerTrace& trace) {
  if (trace.gaps.empty()) return;
  double lost = 0;
  for (const Gap& gap : trace.gaps) lost += gap.seconds;
  const double all = trace.seconds() + lost;
  trace.notes.push_back(trace.gaps.size() == 1
                            ? base::Message("1 gap: %1 s of %2 s have no samples", shown(lost), shown(all))
                            : base::Message("%1 gaps: %2 s of %3 s have no samples", trace.gaps.size(),
                                            shown(lost), shown(all)));
}

}  // namespace

void SampleSeries::add(double seconds, float milliwatts, std::uint64_t line, bool restarts) {
  if (steps_.empty()) last_ = seconds;
  double step = seconds - last_;
  const double mean = steps_.size() > 1 ? span_ / static_cast<double>(steps_.size() - 1) : 0;
  if (step < 0 && (restarts || -step > 10 * mean)) {
    // The clock began anew: what follows joins what was before.
    if (restarts_++ == 0) firstRestart_ = line;
    steps_.push_back(kUnknown);
    last_ = seconds;
  } else {
    if (step < 0) {
      if (backwards_++ == 0) firstBackwards_ = line;
      step = 0;  // out of order by little: as good as equal
    } else if (step == 0 && !steps_.empty()) {
      ++equal_;
    }
    steps_.push_back(static_cast<float>(step));
    span_ += step;
    last_ = std::max(last_, seconds);
  }
  milliwatts_.push_back(milliwatts);
}

void SampleSeries::reserve(std::size_t rows, bool stamped) {
  milliwatts_.reserve(std::min(rows, kMaxSamples));
  if (stamped) steps_.reserve(std::min(rows, kMaxSamples));
}

void SampleSeries::finish(const std::filesystem::path& path, const SpacingChoice& choice, bool startsHigh,
                          PowerTrace& trace) {
  const bool stamped = !steps_.empty();
  const std::size_t rows = milliwatts_.size();
  if (rows == 0) throw base::Error("%1 has a head and no samples", path);
  if (stamped && !choice.givenHz) {
    if (rows < 2) throw base::Error("%1 holds one sample; a recording needs at least two samples", path);
    if ((backwards_ + restarts_) * 10 > rows)
      throw base::Error(
          "%1, line %2: time runs backwards, here and in %3 of %4 rows; sort the rows by time, or choose "
          "another column with --column time=NAME",
          path, std::max(firstBackwards_, firstRestart_), backwards_ + restarts_, rows);
    if (!(span_ > 0))
      throw base::Error(
          "%1: time does not run forwards, every stamp is the same; choose another column (--column "
          "time=NAME) or give the rate of the samples (--rate HZ)",
          path);
  }
  const double mean = stamped && rows > 1 ? span_ / static_cast<double>(rows - 1) : 0;
  const double hertz = choice.givenHz.value_or(choice.statedHz.value_or(0));
  const Bursts found = stamped ? bursts() : Bursts{};
  fillMissing(trace, hertz > 0 ? 1 / hertz : mean);
  if (missing_ * 2 > rows)
    throw base::Error("%1: %2 of %3 samples hold no figure (empty, NaN, overflow); is it the right column?",
                      path, missing_, rows);

  if (choice.givenHz) {
    trace.rateFrom = RateFrom::person;
    spaceBy(*choice.givenHz, found.length > 0, trace);
    const double told = found.length > 0 ? found.hertz() : mean > 0 ? 1 / mean : 0;
    if (told > 0 && std::abs(told / *choice.givenHz - 1) > 0.02)
      trace.notes.push_back(base::Message("samples are spaced by the given %1 Hz; their stamps say %2 Hz",
                                          shown(*choice.givenHz), shown(told)));
  } else if (!stamped) {
    trace.rateFrom = RateFrom::recording;
    spaceBy(hertz, false, trace);
  } else if (found.length > 0) {
    const double own = found.hertz();
    const bool nominal = choice.isMonsoon && std::abs(own / kMonsoonHz - 1) < 0.25;
    trace.rateFrom = nominal ? RateFrom::nominal : RateFrom::stamps;
    spaceBy(nominal ? kMonsoonHz : own, true, trace);
    trace.notes.push_back(
        nominal ? base::Message("stamps come in bursts of %1: samples spaced by the nominal rate of %2 Hz",
                                shown(found.length), shown(kMonsoonHz))
                : base::Message("stamps come in bursts of %1: samples spread evenly, %2 a second",
                                shown(found.length), shown(own)));
  } else {
    trace.rateFrom = RateFrom::stamps;
    spaceByStamps(path, choice.resolution, trace);
    if (choice.isMonsoon && std::abs(trace.rateHz / kMonsoonHz - 1) > 0.02)
      trace.notes.push_back(
          base::Message("the stamps say %1 Hz, not Monsoon's 5000 Hz, and count; --rate says otherwise",
                        shown(trace.rateHz)));
  }
  if (restarts_ > 0)
    trace.notes.push_back(
        restarts_ == 1
            ? base::Message("time begins anew at line %1: what follows is joined without a gap",
                            firstRestart_)
            : base::Message(
                  "time begins anew %1 times, first at line %2: what follows is joined without gaps",
                  restarts_, firstRestart_));
  if (backwards_ > 0)
    trace.notes.push_back(
        base::Message("time runs backwards by a little in %1 rows, first at line %2: taken as equal stamps",
                      backwards_, firstBackwards_));
  tellOfGaps(trace);
  if (!edges_.empty() || startsHigh) {
    bool high = startsHigh;
    double begin = 0;
    edgeSeconds_.push_back(trace.seconds());
    for (const double edge : edgeSeconds_) {
      if (high && edge > begin) trace.windows.push_back({begin, edge});
      begin = edge;
      high = !high;
    }
  }
}

void SampleSeries::fillMissing(PowerTrace& trace, double secondsPerSample) {
  const std::size_t rows = milliwatts_.size();
  std::size_t kept = 0, edge = 0;
  double lostSteps = 0;
  for (std::size_t i = 0; i < rows;) {
    if (!std::isnan(milliwatts_[i])) {
      while (edge < edges_.size() && edges_[edge] <= i) edges_[edge++] = kept;
      milliwatts_[kept] = milliwatts_[i];
      if (!steps_.empty()) steps_[kept] = steps_[i] + static_cast<float>(lostSteps);
      lostSteps = 0;
      ++kept;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < rows && std::isnan(milliwatts_[end])) ++end;
    missing_ += end - i;
    const bool between = kept > 0 && end < rows;
    if (end - i <= kFilled && (kept > 0 || end < rows)) {
      const float before = kept > 0 ? milliwatts_[kept - 1] : milliwatts_[end];
      const float after = end < rows ? milliwatts_[end] : before;
      for (std::size_t j = i; j < end; ++j)
        milliwatts_[j] =
            before + (after - before) * static_cast<float>(j - i + 1) / static_cast<float>(end - i + 1);
      continue;
    }
    for (std::size_t j = i; j < end && !steps_.empty(); ++j)
      if (!std::isnan(steps_[j]) && kept > 0) lostSteps += steps_[j];
    if (between && steps_.empty())
      trace.gaps.push_back(
          {static_cast<double>(kept) * secondsPerSample, static_cast<double>(end - i) * secondsPerSample});
    i = end;
  }
  while (edge < edges_.size()) edges_[edge++] = kept;
  milliwatts_.resize(kept);
  if (!steps_.empty()) {
    steps_.resize(kept);
    if (kept > 0) steps_[0] = 0;
  }
  if (missing_ > 0)
    trace.notes.push_back(base::Message(
        "%1 of %2 samples hold no figure (empty, NaN, overflow): up to %3 in a row are filled in "
        "by a straight line, more are a gap",
        missing_, rows, kFilled));
}

// Most samples a moment after the one before, and regular pauses between: they arrive a buffer at a time.
SampleSeries::Bursts SampleSeries::bursts() const {
  if (steps_.size() < 8 || !(span_ > 0)) return {};
  const double mean = span_ / static_cast<double>(steps_.size() - 1);
  const double median = statistics::upperMedian(some(steps_, [](float step) { return !std::isnan(step); }));
  if (median > 0.2 * mean) return {};
  std::vector<double> lengths, periods;
  double length = 1, period = 0;
  bool whole = false;  // the first burst may be cut
  for (std::size_t i = 1; i < steps_.size() && lengths.size() < kMostBursts; ++i) {
    if (std::isnan(steps_[i])) return {};
    period += steps_[i];
    if (steps_[i] > 2 * mean) {
      if (whole) {
        lengths.push_back(length);
        periods.push_back(period);
      }
      whole = true;
      length = period = 0;
    }
    ++length;
  }
  if (lengths.size() < 3) return {};
  const Bursts bursts{statistics::upperMedian(lengths), statistics::upperMedian(periods)};
  const auto near = [](const std::vector<double>& values, double middle) {
    return std::count_if(values.begin(), values.end(),
                         [&](double value) { return std::abs(value / middle - 1) < 0.25; }) *
               10 >=
           static_cast<std::ptrdiff_t>(values.size()) * 8;
  };
  if (bursts.length < 4 || !near(lengths, bursts.length) || !near(periods, bursts.period)) return {};
  return bursts;
}

void SampleSeries::spaceBy(double hertz, bool inBursts, PowerTrace& trace) {
  trace.rateHz = hertz;
  for (const std::size_t edge : edges_) edgeSeconds_.push_back(static_cast<double>(edge) / hertz);
  if (inBursts) {
    // A burst arrives at once, and the next one when it is full. Only what is missing beyond two bursts is
    // surely lost.
    double sinceBurst = 0;
    std::size_t length = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      sinceBurst += steps_[i];
      const double expected = static_cast<double>(std::max<std::size_t>(length, 1)) / hertz;
      if (steps_[i] > 4 / hertz && length > 0) {
        const double lost = sinceBurst - expected;
        if (lost > std::max(expected, 0.02)) trace.gaps.push_back({static_cast<double>(i) / hertz, lost});
        sinceBurst = 0;
        length = 0;
      }
      ++length;
    }
  }
  steps_ = {};
  trace.milliwatts = std::move(milliwatts_);
}

void SampleSeries::spaceByStamps(const std::filesystem::path& path, double resolution, PowerTrace& trace) {
  const double positive = statistics::upperMedian(some(steps_, [](float step) { return step > 0; }));
  const bool coarse = equal_ * 100 > steps_.size();
  double typical = positive;
  if (coarse || !(positive > 0)) {  // the mean of steps that are no pause
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 1; i < steps_.size(); ++i)
      if (steps_[i] <= 10 * positive || !(positive > 0)) sum += steps_[i], ++count;
    typical = sum / static_cast<double>(std::max<std::size_t>(count, 1));
  }
  if (!(typical * kMostHertz >= 1))
    throw base::Error(
        "%1: by its stamps the samples are less than 10 ns apart; look at its column of times and their "
        "unit, "
        "or give the rate (--rate)",
        path);
  const double gap = kGapSteps * typical + (coarse ? 1.5 * positive : 0);
  for (float& step : steps_)
    if (std::isnan(step)) step = static_cast<float>(typical);
  if (equal_ > 0)
    trace.notes.push_back(
        base::Message("%1 of %2 stamps equal the one before: samples are spread evenly between stamps",
                      equal_, steps_.size()));
  if (keepEven(typical, gap, coarse, coarse ? positive : resolution, trace)) return;
  spreadEqual(typical, gap);
  resample(path, typical, gap, trace);
}

// Samples that are evenly spaced, as far as their stamps can tell, stay what they are.
bool SampleSeries::keepEven(double typical, double gap, bool isCoarse, double resolution, PowerTrace& trace) {
  const double tolerance = 2.1 * resolution + 0.02 * typical;
  // A part between gaps, and its first and last change of stamps, from the part's begin: between these, the
  // samples of coarse stamps are all counted.
  struct Part {
    std::size_t begin, end, first, last;
    double firstSeconds, lastSeconds;
    double step() const { return last > first ? (lastSeconds - firstSeconds) / double(last - first) : 0; }
  };
  std::vector<Part> parts;
  double changes = 0, seconds = 0;
  for (std::size_t i = 0; i < steps_.size();) {
    Part part{i, i + 1, i, i, 0, 0};
    double time = 0;
    for (; part.end < steps_.size() && steps_[part.end] <= gap; ++part.end) {
      time += steps_[part.end];
      if (!(steps_[part.end] > 0)) continue;
      // Of stamps that are not coarse, the first one counts as a change.
      if (isCoarse && part.first == part.begin) part.first = part.end, part.firstSeconds = time;
      part.last = part.end;
      part.lastSeconds = time;
    }
    changes += double(part.last - part.first);
    seconds += part.lastSeconds - part.firstSeconds;
    parts.push_back(part);
    i = part.end;
  }
  double step = changes > 0 ? seconds / changes : 0;
  if (!(step > 0)) return false;
  for (const Part& part : parts) {
    const double own = part.step() > 0 ? part.step() : step;
    const auto count = static_cast<double>(part.last - part.first);
    // Steps are kept as floats; what their rounding adds up to runs evenly and is left out by the part's own
    // step.
    if (std::abs(own - step) * count > 0.01 * step * count + 2 * tolerance) return false;
    double time = 0;
    for (std::size_t i = part.begin + 1; i < part.end; ++i) {
      time += steps_[i];
      const double even = part.firstSeconds + own * (double(i) - double(part.first));
      if (std::abs(time - even) > tolerance) return false;
    }
  }
  // Without gaps the span is known better than the sum of float steps.
  if (parts.size() == 1 && !isCoarse && restarts_ == 0 && missing_ == 0)
    step = span_ / static_cast<double>(steps_.size() - 1);
  trace.rateHz = 1 / step;
  for (std::size_t i = 1; i < parts.size(); ++i)
    trace.gaps.push_back({static_cast<double>(parts[i].begin) * step, steps_[parts[i].begin] - step});
  for (const std::size_t edge : edges_) edgeSeconds_.push_back(static_cast<double>(edge) * step);
  steps_ = {};
  trace.milliwatts = std::move(milliwatts_);
  return true;
}

// Samples of one stamp, evenly up to the next one; across a gap by the typical step.
void SampleSeries::spreadEqual(double typical, double gap) {
  for (std::size_t i = 0; i + 1 < steps_.size();) {
    std::size_t next = i + 1;
    while (next < steps_.size() && steps_[next] == 0) ++next;
    const auto count = static_cast<double>(next - i);
    if (next == i + 1) {
      ++i;
      continue;
    }
    const bool isGap = next == steps_.size() || steps_[next] > gap;
    const double step = isGap ? typical : steps_[next] / count;
    for (std::size_t j = i + 1; j < next; ++j) steps_[j] = static_cast<float>(step);
    if (next < steps_.size())
      steps_[next] = static_cast<float>(std::max<double>(steps_[next] - step * (count - 1), step * 0.1));
    i = next;
  }
}

void SampleSeries::resample(const std::filesystem::path& path, double typical, double gap,
                            PowerTrace& trace) {
  double all = 0;
  for (const float step : steps_) all += step <= gap ? step : typical;
  if (all / typical > static_cast<double>(kMaxSamples))
    throw base::Error("%1: the spacing of its samples varies too much to be resampled", path);
  trace.rateHz = 1 / typical;
  trace.milliwatts.reserve(static_cast<std::size_t>(all / typical) + 2);
  std::size_t edge = 0;
  double filled = 0, area = 0;  // of the cell that is being filled: s, mW s
  const auto own = [&] { return static_cast<double>(trace.milliwatts.size()) * typical + filled; };
  const auto piece = [&](double seconds, double from, double to) {
    while (filled + seconds >= typical * (1 - 1e-9)) {
      const double part = std::clamp(typical - filled, 0.0, seconds);
      const double at = seconds > 0 ? from + (to - from) * part / seconds : to;
      area += (from + at) / 2 * part;
      trace.milliwatts.push_back(static_cast<float>(area / typical));
      seconds -= part;
      from = at;
      filled = area = 0;
    }
    area += (from + to) / 2 * std::max(seconds, 0.0);
    filled += std::max(seconds, 0.0);
  };
  // What is left of a cell at an end counts whole where it is more than half of one.
  const auto close = [&] {
    if (filled > 0.5 * typical) trace.milliwatts.push_back(static_cast<float>(area / filled));
    filled = area = 0;
  };
  for (std::size_t i = 0; i < milliwatts_.size(); ++i) {
    if (i > 0 && steps_[i] > gap) {
      piece(typical, milliwatts_[i - 1], milliwatts_[i - 1]);  // the last sample holds for its step
      close();
      trace.gaps.push_back({own(), steps_[i] - typical});
    } else if (i > 0) {
      piece(steps_[i], milliwatts_[i - 1], milliwatts_[i]);
    }
    while (edge < edges_.size() && edges_[edge] <= i) edgeSeconds_.push_back(own()), ++edge;
  }
  piece(typical, milliwatts_.back(), milliwatts_.back());
  close();
  while (edge++ < edges_.size()) edgeSeconds_.push_back(own());
  trace.notes.push_back(
      base::Message("stamps are unevenly spaced: resampled by straight lines to %1 Hz", shown(trace.rateHz)));
  steps_ = {};
  milliwatts_ = {};
}

}  // namespace kinglet::energy
