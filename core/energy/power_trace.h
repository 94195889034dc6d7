// Recordings of a power monitor. Read this header first, then trace_windows.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kinglet::energy {

struct Window {
  double begin = 0, end = 0;  // seconds from the start of the trace
  double seconds() const { return end - begin; }
};

// Samples that the monitor lost: `seconds` of time that has no samples.
struct Gap {
  double at = 0;  // seconds from the start of the trace, in its samples' own time
  double seconds = 0;
};

struct PowerTrace {
  std::string source;
  double rateHz = 0;
  std::vector<float> milliwatts;  // a sample each 1 / rateHz; lost samples are left out, not made up
  std::vector<Gap> gaps;
  std::vector<Window> windows;     // where the recording names them; else see findWindows
  std::vector<std::string> notes;  // what was taken as what, for people
  double seconds() const { return rateHz > 0 ? double(milliwatts.size()) / rateHz : 0; }
  double meanMw() const;
};

constexpr std::size_t kMaxSamples = 50'000'000;  // 200 MB; a longer recording is refused

// Monsoon power monitor CSV: Time, Main(mA), Main Voltage(V); power is their product, sample by sample. The
// time stamps come in bursts and their unit is not always the one that the head names, so samples are spaced
// by the nominal rate, and stamps only show lost samples. Throws base::Error naming the line.
PowerTrace readMonsoon(const std::filesystem::path& path, double nominalHz = 5000);

// EnergyRunner's binary: byte 0xF1, float32 rate in Hz, float32 samples in mW, little-endian. timestamps:
// JSON list of seconds: the start command, then begin and end of each window; none: no windows. Throws
// base::Error.
PowerTrace readEnergyRunner(const std::filesystem::path& trace, const std::filesystem::path& timestamps);

struct PlainColumns {
  std::string time, power, current, voltage;  // empty: found by their heads
  std::string timeUnit, powerUnit;            // empty: as the heads state
};
// A CSV of time and power, or of time, current and voltage, at any spacing (resampled by straight lines to
// the median spacing). Throws base::Error naming the line: time that runs backwards, a unit that nobody
// states.
PowerTrace readTimePower(const std::filesystem::path& path, const PlainColumns& columns = {});

// Any of the three, told by content. For EnergyRunner, NAME-timestamps.json beside NAME-energy.bin is read
// too.
PowerTrace readTrace(const std::filesystem::path& path);

// What EnergyRunner wrote of its windows in results.txt.
struct ReportedWindow {
  double beginSeconds = 0, energyUj = 0;
  std::optional<double> inferences;
};
std::vector<ReportedWindow> readEnergyRunnerResults(const std::filesystem::path& path);  // throws base::Error

// Lowest, mean and highest power of `buckets` equal parts of [begin, end], for drawing.
struct TraceBucket {
  float low = 0, mean = 0, high = 0;
};
std::vector<TraceBucket> envelope(const PowerTrace& trace, double begin, double end, int buckets);

}  // namespace kinglet::energy
