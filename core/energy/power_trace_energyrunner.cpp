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
#include "energy/power_trace.h"

namespace kinglet::energy {
namespace {

float littleEndian(const std::byte* bytes) {
  std::uint32_t bits = 0;
  for (int i = 3; i >= 0; --i) bits = bits << 8 | std::to_integer<std::uint32_t>(bytes[i]);
  return std::bit_cast<float>(bits);
}

std::vector<Window> windowsOf(const std::filesystem::path& path, double seconds) {
  const std::string bad = path.string() + " is not a list of EnergyRunner's time stamps: ";
  std::vector<double> stamps;
  try {
    stamps = base::parsedJson(base::readText(path, 16u << 20), path.string()).get<std::vector<double>>();
  } catch (const nlohmann::json::exception&) {
    throw base::Error(bad + "a JSON list of seconds is expected");
  }
  if (stamps.size() % 2 != 1)
    throw base::Error(bad + "after the start command, begin and end of each window are expected");
  std::vector<Window> windows;
  for (std::size_t i = 1; i + 1 < stamps.size(); i += 2) {
    if (!(stamps[i] >= 0 && stamps[i] < stamps[i + 1] && stamps[i + 1] <= seconds + 1))
      throw base::Error(bad + "a window from " + base::general(stamps[i]) + " s to " +
                        base::general(stamps[i + 1]) + " s does not lie in the trace of " +
                        base::general(seconds) + " s");
    windows.push_back({stamps[i], stamps[i + 1]});
  }
  return windows;
}

}  // namespace

PowerTrace readEnergyRunner(const std::filesystem::path& path, const std::filesystem::path& timestamps) {
  const base::MappedFile file(path);
  const auto bytes = file.bytes();
  if (bytes.size() < 9 || std::to_integer<int>(bytes[0]) != 0xF1)
    throw base::Error(path.string() + " is not a trace of EnergyRunner (its first byte is not 0xF1)");
  if ((bytes.size() - 5) % 4 != 0)
    throw base::Error(path.string() + " is cut short: its last sample is not whole; copy it again");
  PowerTrace trace;
  trace.source = path.filename().string();
  trace.rateHz = littleEndian(bytes.data() + 1);
  if (!(trace.rateHz > 0) || trace.rateHz > 1e8)
    throw base::Error(path.string() + " states a sample rate that makes no sense");
  const std::size_t samples = (bytes.size() - 5) / 4;
  if (samples > kMaxSamples)
    throw base::Error(path.string() + " holds more than 50 million samples; cut it into parts");
  trace.milliwatts.resize(samples);
  for (std::size_t i = 0; i < samples; ++i) {
    trace.milliwatts[i] = littleEndian(bytes.data() + 5 + 4 * i);
    if (!std::isfinite(trace.milliwatts[i]))
      throw base::Error(path.string() + ": sample " + std::to_string(i + 1) + " is not a number");
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
    if (!(window.energyUj > 0)) throw base::Error(path.string() + " names a window without its energy");
  if (windows.empty())
    throw base::Error(path.string() + " holds no \"Energy data for window\"; is it EnergyRunner's report?");
  return windows;
}

}  // namespace kinglet::energy
