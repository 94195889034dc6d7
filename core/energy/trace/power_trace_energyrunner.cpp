// EnergyRunner's recordings and its report.
#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "base/regular_file.h"
#include "energy/trace/power_trace.h"

namespace kinglet::energy {
namespace {

float littleEndian(const std::byte* bytes) {
  std::uint32_t bits = 0;
  for (int i = 3; i >= 0; --i) bits = bits << 8 | std::to_integer<std::uint32_t>(bytes[i]);
  return std::bit_cast<float>(bits);
}

std::vector<Window> windowsOf(const std::filesystem::path& path, double seconds) {
  std::vector<double> stamps;
  try {
    stamps = base::parsedJson(base::readText(path, 16u << 20), path.string()).get<std::vector<double>>();
  } catch (const nlohmann::json::exception&) {
    throw base::Error("%1 is not a list of EnergyRunner's time stamps: a JSON list of seconds is expected",
                      path);
  }
  if (stamps.size() % 2 != 1)
    throw base::Error(
        "%1 is not a list of EnergyRunner's time stamps: after the start command, begin and end of each "
        "window are expected",
        path);
  std::vector<Window> windows;
  for (std::size_t i = 1; i + 1 < stamps.size(); i += 2) {
    if (!(stamps[i] >= 0 && stamps[i] < stamps[i + 1] && stamps[i + 1] <= seconds + 1))
      throw base::Error(
          "%1 is not a list of EnergyRunner's time stamps: a window from %2 s to %3 s does not lie in the "
          "trace of %4 s",
          path, base::figure(base::general(stamps[i])), base::figure(base::general(stamps[i + 1])),
          base::figure(base::general(seconds)));
    windows.push_back({stamps[i], stamps[i + 1]});
  }
  return windows;
}

}  // namespace

PowerTrace readEnergyRunner(const std::filesystem::path& path, const std::filesystem::path& timestamps) {
  const base::MappedFile file(path);
  const auto bytes = file.bytes();
  if (bytes.size() < 9 || std::to_integer<int>(bytes[0]) != 0xF1)
    throw base::Error("%1 is not a trace of EnergyRunner (its first byte is not 0xF1)", path);
  if ((bytes.size() - 5) % 4 != 0)
    throw base::Error("%1 is cut short: its last sample is not whole; copy it again", path);
  PowerTrace trace;
  trace.source = path.filename().string();
  trace.layout.format = TraceFormat::energyrunner;
  trace.rateHz = littleEndian(bytes.data() + 1);
  if (!(trace.rateHz > 0) || trace.rateHz > 1e8)
    throw base::Error("%1 states a sample rate that makes no sense", path);
  const std::size_t samples = (bytes.size() - 5) / 4;
  if (samples > kMaxSamples)
    throw base::Error("%1 holds more than 50 million samples; cut it into parts", path);
  trace.milliwatts.resize(samples);
  for (std::size_t i = 0; i < samples; ++i) {
    trace.milliwatts[i] = littleEndian(bytes.data() + 5 + 4 * i);
    if (!std::isfinite(trace.milliwatts[i])) throw base::Error("%1: sample %2 is not a number", path, i + 1);
  }
  if (!timestamps.empty()) trace.windows = windowsOf(timestamps, trace.seconds());
  return trace;
}

std::vector<ReportedWindow> readEnergyRunnerResults(const std::filesystem::path& path) {
  base::RegularStream in(path);
  std::vector<ReportedWindow> windows;
  std::string line;
  std::size_t performance = 0;
  while (std::getline(in, line) && windows.size() < 10'000) {
    const auto after = [&](std::string_view word) -> std::optional<double> {
      const auto at = line.find(word);
      if (at == std::string::npos) return std::nullopt;
      std::string_view rest = std::string_view(line).substr(at + word.size());
      return base::leadingNumber(rest);
    };
    if (line.find("Energy data for window") != std::string::npos) {
      windows.push_back({after("at time").value_or(0), 0, std::nullopt});
    } else if (const auto energy = after("Energy       :"); energy && !windows.empty()) {
      windows.back().energyUj = *energy;
    } else if (const auto count = after("# Inferences :"); count && performance < windows.size()) {
      windows[performance++].inferences = *count;
    }
  }
  for (const ReportedWindow& window : windows)
    if (!(window.energyUj > 0)) throw base::Error("%1 names a window without its energy", path);
  if (windows.empty())
    throw base::Error("%1 holds no \"Energy data for window\"; is it EnergyRunner's report?", path);
  return windows;
}

}  // namespace kinglet::energy
