// Power traces as CSV: Monsoon's, and plain time and power.
#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/csv.h"
#include "base/error.h"
#include "base/format.h"
#include "energy/power_trace.h"
#include "energy/units.h"

namespace kinglet::energy {
namespace {

constexpr double kMostMilliwatts = 1e7;  // 10 kW: no battery device; a wrong unit

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::string figure(double value) {
  return base::general(value, 4);
}

void tellOfGaps(PowerTrace& trace) {
  if (trace.gaps.empty()) return;
  double lost = 0;
  for (const Gap& gap : trace.gaps) lost += gap.seconds;
  trace.notes.push_back(std::to_string(trace.gaps.size()) + (trace.gaps.size() == 1 ? " gap" : " gaps") +
                        ": " + figure(lost) + " s of " + figure(trace.seconds() + lost) +
                        " s have no samples");
}

std::optional<std::size_t> findHead(const std::vector<std::string>& header,
                                    std::initializer_list<const char*> words) {
  for (const char* word : words)
    for (std::size_t i = 0; i < header.size(); ++i)
      if (lower(header[i]).find(word) != std::string::npos) return i;
  return std::nullopt;
}

void refuseHeadless(const base::CsvReader& csv, const std::vector<std::string>& header) {
  const bool named = std::any_of(header.begin(), header.end(), [](const std::string& head) {
    return std::any_of(head.begin(), head.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)); });
  });
  if (!named) csv.fail("this row holds numbers; the first row must name the columns");
}

}  // namespace

PowerTrace readMonsoon(const std::filesystem::path& path, double nominalHz) {
  base::CsvReader csv(path);
  const std::vector<std::string> header = csv.readHeader();
  refuseHeadless(csv, header);
  const auto time = findHead(header, {"time"}), current = findHead(header, {"(ma)"});
  const auto voltage = findHead(header, {"(v)"});
  if (!time || !current || !voltage)
    csv.fail("a Monsoon recording has the columns Time(ms), Main(mA) and Main Voltage(V)");
  PowerTrace trace;
  trace.source = path.filename().string();
  trace.rateHz = nominalHz;

  double unit = 0, previous = 0, burstStart = 0;
  std::size_t inBurst = 0;
  while (const auto row = csv.next()) {
    if (trace.milliwatts.size() >= kMaxSamples)
      csv.fail("more than 50 million samples; cut the recording into parts");
    const double stamp = csv.number(*row, *time), ma = csv.number(*row, *current),
                 volts = csv.number(*row, *voltage);
    const double mw = ma * volts;
    if (std::abs(mw) > kMostMilliwatts) csv.fail("over 10 kW: current must be in mA and voltage in V");
    if (trace.milliwatts.empty()) {
      // Time since 1970 has 13 digits in milliseconds and 16 in microseconds, whatever the head says.
      unit = stamp > 1e14 ? 1e-6 : stamp > 1e11 ? 1e-3 : secondsIn(statedUnit(header[*time])).value_or(1e-3);
      if (stamp > 1e14)
        trace.notes.push_back("time stamps are microseconds since 1970, whatever their head says");
      burstStart = previous = stamp;
    }
    if (stamp < previous) csv.fail("time runs backwards");
    // A burst arrives at once, and the next one when it is full. Only what is missing beyond two bursts is
    // surely lost.
    const double pause = (stamp - previous) * unit,
                 expected = double(std::max<std::size_t>(inBurst, 1)) / nominalHz;
    if (pause > 4 / nominalHz && inBurst > 0) {
      const double lost = (stamp - burstStart) * unit - expected;
      if (lost > std::max(expected, 0.02))
        trace.gaps.push_back({double(trace.milliwatts.size()) / nominalHz, lost});
      burstStart = stamp;
      inBurst = 0;
    }
    ++inBurst;
    previous = stamp;
    trace.milliwatts.push_back(static_cast<float>(mw));
  }
  if (trace.milliwatts.empty()) csv.fail("the recording has a header and no samples");
  trace.notes.push_back("samples spaced by the nominal rate of " + figure(nominalHz) + " Hz");
  tellOfGaps(trace);
  return trace;
}

PowerTrace readTimePower(const std::filesystem::path& path, const PlainColumns& columns) {
  base::CsvReader csv(path);
  const std::vector<std::string> header = csv.readHeader();
  refuseHeadless(csv, header);
  const auto pick = [&](const std::string& named, std::initializer_list<const char*> words) {
    return named.empty() ? findHead(header, words) : std::optional(csv.column(named));
  };
  const auto time = pick(columns.time, {"time", "second", "stamp"}),
             power = pick(columns.power, {"power", "watt"});
  const auto current = pick(columns.current, {"current", "amp", "(ma)", "_ma"});
  const auto voltage = pick(columns.voltage, {"volt", "(v)", "_v"});
  if (!time) csv.fail("no column of time was found; name it");
  if (!power && !(current && voltage))
    csv.fail("neither a column of power nor those of current and voltage were found");
  const std::string timeUnit = columns.timeUnit.empty() ? statedUnit(header[*time]) : columns.timeUnit;
  const auto seconds = secondsIn(timeUnit);
  if (!seconds)
    csv.fail("the unit of \"" + header[*time] + "\" is not stated; head it time_s, time_ms or time_us");
  double factor = 1;
  if (power) {
    const std::string unit = columns.powerUnit.empty() ? statedUnit(header[*power]) : columns.powerUnit;
    const auto mw = milliwattsIn(unit);
    if (!mw)
      csv.fail("the unit of \"" + header[*power] + "\" is not stated; head it power_mW, power_W or power_uW");
    factor = *mw;
  } else {
    const auto ma = milliamperesIn(statedUnit(header[*current]));
    const auto v = voltsIn(statedUnit(header[*voltage]));
    if (!ma || !v)
      csv.fail("the units of current and voltage are not stated; head them current_mA and voltage_V");
    factor = *ma * *v;
  }

  std::vector<double> times;
  std::vector<float> values;
  while (const auto row = csv.next()) {
    if (values.size() >= kMaxSamples / 2)
      csv.fail("more than 25 million samples; cut the recording into parts");
    const double at = csv.number(*row, *time) * *seconds;
    const double mw =
        (power ? csv.number(*row, *power) : csv.number(*row, *current) * csv.number(*row, *voltage)) * factor;
    if (std::abs(mw) > kMostMilliwatts) csv.fail("over 10 kW: is the unit of power right?");
    if (!times.empty() && at <= times.back()) csv.fail("time does not run forwards");
    times.push_back(at);
    values.push_back(static_cast<float>(mw));
  }
  if (values.size() < 2) csv.fail("a recording needs at least two samples");

  std::vector<double> steps(times.size() - 1);
  for (std::size_t i = 0; i + 1 < times.size(); ++i) steps[i] = times[i + 1] - times[i];
  std::nth_element(steps.begin(), steps.begin() + steps.size() / 2, steps.end());
  const double step = steps[steps.size() / 2];
  PowerTrace trace;
  trace.source = path.filename().string();
  trace.rateHz = 1 / step;
  std::size_t i = 0;
  double pausedUntilNow = 0;
  // Grid times run on within the samples; a pause of more than five spacings is a gap and is stepped over.
  for (double t = times[0]; t <= times.back() + step * 1e-6;) {
    while (i + 2 < times.size() && times[i + 1] < t) ++i;
    const double width = times[i + 1] - times[i];
    if (width > 5 * step && t > times[i] + step * 0.5 && t < times[i + 1]) {
      trace.gaps.push_back({t - times[0] - pausedUntilNow, times[i + 1] - t});
      pausedUntilNow += times[i + 1] - t;
      t = times[i + 1];
      continue;
    }
    const double share = std::clamp((t - times[i]) / width, 0.0, 1.0);
    trace.milliwatts.push_back(static_cast<float>(values[i] + share * (values[i + 1] - values[i])));
    if (trace.milliwatts.size() > kMaxSamples)
      throw base::Error(path.string() + ": the spacing of its samples varies too much to be resampled");
    t += step;
  }
  tellOfGaps(trace);
  return trace;
}

}  // namespace kinglet::energy
