#include "energy/power_trace.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/regular_file.h"

namespace kinglet::energy {

double PowerTrace::meanMw() const {
  double sum = 0;
  for (float mw : milliwatts) sum += mw;
  return milliwatts.empty() ? 0 : sum / double(milliwatts.size());
}

PowerTrace readTrace(const std::filesystem::path& path) {
  base::RegularStream in(path);
  std::string start(256, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  if (!start.empty() && static_cast<unsigned char>(start[0]) == 0xF1) {
    std::string name = path.filename().string();
    const auto at = name.rfind("-energy.bin");
    std::filesystem::path stamps;
    if (at != std::string::npos) stamps = path.parent_path() / (name.substr(0, at) + "-timestamps.json");
    return readEnergyRunner(path, std::filesystem::exists(stamps) ? stamps : std::filesystem::path{});
  }
  const std::string head = start.substr(0, start.find('\n'));
  if (head.find("(mA)") != std::string::npos && head.find("(V)") != std::string::npos)
    return readMonsoon(path);
  return readTimePower(path);
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
