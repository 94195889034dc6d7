#include "energy/trace/power_trace.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/regular_file.h"
#include "energy/trace/trace_formats.h"
#include "energy/trace/trace_table.h"

namespace kinglet::energy {

double PowerTrace::meanMw() const {
  double sum = 0;
  for (float mw : milliwatts) sum += mw;
  return milliwatts.empty() ? 0 : sum / double(milliwatts.size());
}

namespace {

std::string beginningOf(const std::filesystem::path& path) {
  base::RegularStream in(path);
  std::string start(256, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  return start;
}

bool isEnergyRunner(const std::filesystem::path& path, const TraceOptions& options) {
  const std::string start = beginningOf(path);
  if (options.format == TraceFormat::energyrunner) return true;
  if (!start.empty() && static_cast<unsigned char>(start[0]) == 0xF1) return true;
  refuseForeign(path, start);
  return false;
}

void refuseTableOptions(const TraceOptions& options) {
  const auto refuse = [](bool given, const char* option) {
    if (given)
      throw base::Error(
          "%1 is of no use for EnergyRunner's recordings: they state their rate and their power, in mW",
          option);
  };
  refuse(options.rateHz.has_value(), "--rate");
  refuse(options.volts.has_value(), "--voltage");
  refuse(
      !options.time.empty() || !options.current.empty() || !options.voltage.empty() || !options.power.empty(),
      "--column");
  refuse(!options.timeUnit.empty(), "--time-unit");
  refuse(!options.currentUnit.empty(), "--current-unit");
  refuse(!options.voltageUnit.empty(), "--voltage-unit");
  refuse(!options.powerUnit.empty(), "--power-unit");
  refuse(!options.trigger.empty(), "--trigger");
}

}  // namespace

PowerTrace readTrace(const std::filesystem::path& path, const TraceOptions& options,
                     const std::function<void(double)>& progress) {
  if (!isEnergyRunner(path, options)) return readTraceTable(path, options, progress);
  refuseTableOptions(options);
  const std::string name = path.filename().string();
  const auto at = name.rfind("-energy.bin");
  std::filesystem::path stamps;
  if (at != std::string::npos) stamps = path.parent_path() / (name.substr(0, at) + "-timestamps.json");
  return readEnergyRunner(path, std::filesystem::exists(stamps) ? stamps : std::filesystem::path{});
}

TraceLayout describeTrace(const std::filesystem::path& path, const TraceOptions& options) {
  if (!isEnergyRunner(path, options)) return layoutOf(path, options);
  refuseTableOptions(options);
  TraceLayout layout;
  layout.format = TraceFormat::energyrunner;
  return layout;
}

std::vector<TraceBucket> envelope(const PowerTrace& trace, double begin, double end, int buckets) {
  const auto n = static_cast<double>(trace.milliwatts.size());
  const double from = std::clamp(begin * trace.rateHz, 0.0, n), to = std::clamp(end * trace.rateHz, from, n);
  std::vector<TraceBucket> result;
  for (int b = 0; b < buckets; ++b) {
    const auto first = static_cast<std::size_t>(from + (to - from) * b / buckets);
    const auto last =
        std::min(std::max(first + 1, static_cast<std::size_t>(from + (to - from) * (b + 1) / buckets)),
                 trace.milliwatts.size());
    if (first >= last) break;
    TraceBucket bucket{trace.milliwatts[first], 0, trace.milliwatts[first]};
    double sum = 0;
    for (std::size_t i = first; i < last; ++i) {
      bucket.low = std::min(bucket.low, trace.milliwatts[i]);
      bucket.high = std::max(bucket.high, trace.milliwatts[i]);
      sum += trace.milliwatts[i];
    }
    bucket.mean = static_cast<float>(sum / double(last - first));
    result.push_back(bucket);
  }
  return result;
}

}  // namespace kinglet::energy
