// Recordings of a power monitor. Read this header first, then trace_windows.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "energy/trace/trace_layout.h"

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

// Where the spacing of the samples comes from: their stamps, the meter's nominal rate, what the recording
// states of itself, the person.
enum class RateFrom { stamps, nominal, recording, person };

struct PowerTrace {
  std::string source;
  double rateHz = 0;
  std::vector<float> milliwatts;  // a sample each 1 / rateHz; lost samples are left out, not made up
  std::vector<Gap> gaps;
  std::vector<Window> windows;       // where the recording names them; else see findWindows
  std::vector<base::Message> notes;  // what was found odd and what was made of it, for people
  RateFrom rateFrom = RateFrom::recording;
  TraceLayout layout;  // what was taken as what
  double seconds() const { return rateHz > 0 ? double(milliwatts.size()) / rateHz : 0; }
  double meanMw() const;
  // Format, columns and units, voltage and rate, and where each comes from, in a sentence.
  base::Message reading() const;
};

constexpr std::size_t kMaxSamples = 50'000'000;  // 200 MB; a longer recording is refused

// A recording of a power monitor: EnergyRunner's binary, told by content, or a table (trace/trace_layout.h)
// of time and power, or of time and current with a voltage, at any spacing. For EnergyRunner,
// NAME-timestamps.json beside NAME-energy.bin is read too. Reads a table in pieces, and keeps twelve bytes a
// sample at most. progress: called now and then with the share that is read. Throws base::Error naming the
// line, and the option where only the person can say something.
PowerTrace readTrace(const std::filesystem::path& path, const TraceOptions& options = {},
                     const std::function<void(double)>& progress = {});

// What readTrace() would take as what, with the problems that only the person can solve. Reads the first
// lines only. Throws base::Error where the file is no recording.
TraceLayout describeTrace(const std::filesystem::path& path, const TraceOptions& options = {});

// EnergyRunner's binary: byte 0xF1, float32 rate in Hz, float32 samples in mW, little-endian. timestamps:
// JSON list of seconds: the start command, then begin and end of each window; none: no windows. Throws
// base::Error.
PowerTrace readEnergyRunner(const std::filesystem::path& trace, const std::filesystem::path& timestamps);

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
