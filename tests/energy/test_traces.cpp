#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/format.h"
#include "base/random.h"
#include "energy/trace/power_trace.h"
#include "energy/trace/trace_windows.h"
#include "paths.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

const std::filesystem::path kShared = std::filesystem::path(KINGLET_SHARED_DIR) / "energy";

std::filesystem::path write(const std::string& name, const std::string& text) {
  const auto path = test::scratch() / name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

template <class Read>
std::string complaint(Read read) {
  try {
    read();
  } catch (const base::Error& e) {
    return e.what();
  }
  return "";
}

// Bursts of 128 stamps, as the monitor sends them; `lost` bursts vanish after the third.
std::string monsoonText(int bursts, int lost) {
  std::string text = "Time(ms),Main(mA),Main Voltage(V),\n";
  for (int b = 0; b < bursts + lost; ++b) {
    if (b >= 3 && b < 3 + lost) continue;
    for (int i = 0; i < 128; ++i)
      text += std::to_string(1721763718734138 + b * 25600L + 2 * i) + "," + std::to_string(50 + i % 2) +
              ",4.0,\n";
  }
  return text;
}

PowerTrace pulses(double idleMw, double busyMw, double noise) {
  PowerTrace trace;
  trace.rateHz = 1000;
  base::Random random(4);
  for (int i = 0; i < 10'000; ++i) {
    const bool busy = i % 2000 >= 500 && i % 2000 < 1300;
    trace.milliwatts.push_back(static_cast<float>((busy ? busyMw : idleMw) * (1 + noise * random.normal())));
  }
  return trace;
}

TEST(Monsoon, UsesTheNominalRateInBurstsAndTellsOfGaps) {
  const PowerTrace whole = readTrace(write("whole.csv", monsoonText(20, 0)));
  EXPECT_EQ(whole.milliwatts.size(), 20u * 128);
  EXPECT_EQ(whole.rateHz, 5000);
  EXPECT_EQ(whole.rateFrom, RateFrom::nominal);
  EXPECT_NEAR(whole.meanMw(), 202, 1e-6);
  EXPECT_TRUE(whole.gaps.empty());
  const PowerTrace torn = readTrace(write("torn.csv", monsoonText(20, 8)));
  ASSERT_EQ(torn.gaps.size(), 1u);
  EXPECT_NEAR(torn.gaps[0].seconds, 8 * 0.0256, 0.002);
  EXPECT_NEAR(torn.gaps[0].at, 3 * 0.0256, 1e-9);
  EXPECT_NEAR(torn.meanMw(), 202, 1e-6);
}

TEST(Traces, UnevenStampsKeepTheEnergy) {
  // A ramp sampled at random times: the mean is that of the ramp.
  base::Random random(9);
  std::string text = "time_s,power_mW\n";
  double t = 0;
  for (int i = 0; i < 5000; ++i) {
    text += base::fixed(t, 6) + "," + base::fixed(100 + 10 * t, 6) + "\n";
    t += random.uniform(0.0005, 0.0015);
  }
  EXPECT_NEAR(readTrace(write("ramp.csv", text)).meanMw(), 100 + 5 * t, 0.05);
}

TEST(Traces, StepsOverGapsAndKeepsTheirPlace) {
  std::string text = "time_ms,power_W\n";
  for (int i = 0; i < 100; ++i) text += std::to_string(1000 + (i < 50 ? i : i + 400)) + ",0.5\n";
  const PowerTrace trace = readTrace(write("plain.csv", text));
  EXPECT_NEAR(trace.rateHz, 1000, 1e-3);
  EXPECT_NEAR(trace.meanMw(), 500, 1e-6);
  ASSERT_EQ(trace.gaps.size(), 1u);
  EXPECT_NEAR(trace.gaps[0].seconds, 0.4, 0.002);
  EXPECT_NEAR(trace.seconds(), 0.1, 0.003);
  EXPECT_NEAR(ownSeconds(trace, 0.46), 0.06, 0.001);
  EXPECT_NEAR(ownSeconds(trace, 0.2), 0.05, 0.001) << "within the gap";
  EXPECT_NEAR(recordedSeconds(trace, 0.06), 0.46, 0.001);
}

TEST(Traces, HostileFilesAreRefusedByLine) {
  const auto says = [&](const std::string& text, const char* what) {
    const std::string message = complaint([&] { readTrace(write("bad.csv", text)); });
    EXPECT_NE(message.find(what), std::string::npos) << text << message;
  };
  const std::string head = "Time(ms),Main(mA),Main Voltage(V),\n";
  says("", "empty");
  says("\n\n", "empty");
  says("a,b,c\n1,2,3\n", "--column");
  says(head, "no samples");
  says(head + "1,2,4,\n2,nan,4,\n3,nan,4,\n", "no figure");
  says(head + "1,2,4,\n2,99999999,4,\n", "line 3");
  says(head + std::string("\0\0\0\0", 4), "no samples");
  says(std::string("\0\1\2\3abc", 7), "not a text file");
  says("time,power_mW\n1,2\n", "--time-unit");
  says("time_s,power\n1,2\n", "--power-unit");
  says("time_s,weight\n1,2\n", "power");
  says("time_s,power_mW\n1,2\n1,2\n", "every stamp is the same");
  says("time_s,power_mW\n1,2\n", "two samples");
  says("1,2\n3,4\n", "--column");
  says("time_s,power_W\n1,2\n2,2000000\n", "line 3");
  says("time_s,power_W\n9,2\n8,2\n7,2\n6,2\n", "backwards");
  EXPECT_NE(complaint([] { readTrace(test::scratch()); }).find("folder"), std::string::npos);
  EXPECT_NE(complaint([] { readTrace(test::scratch() / "absent.csv"); }).find("cannot read"),
            std::string::npos);
}

TEST(Windows, AreFoundWhereTheDeviceWorks) {
  for (double busy : {2268.0, 4000.0}) {
    const PowerTrace trace = pulses(2095, busy, 0.003);
    const FoundWindows found = findWindows(trace);
    ASSERT_EQ(found.windows.size(), 5u);
    EXPECT_NEAR(found.baselineMw, 2095, 5);
    for (int i = 0; i < 5; ++i) {
      EXPECT_NEAR(found.windows[i].begin, 2 * i + 0.5, 0.01);
      EXPECT_NEAR(found.windows[i].end, 2 * i + 1.3, 0.01);
    }
    const InferenceEnergy energy = energyOfWindows(trace, found.windows, 100, found.baselineMw);
    EXPECT_NEAR(energy.meanMj, busy * 0.8 / 100, busy * 0.8 / 100 * 0.01);
    EXPECT_NEAR(energy.netMeanMj, (busy - 2095) * 0.8 / 100, 0.2);
    EXPECT_LT(energy.spreadMj, 0.01 * energy.meanMj);
  }
}

TEST(Windows, NoiseOfOneLevelHasNone) {
  EXPECT_TRUE(findWindows(pulses(100, 100, 0.05)).windows.empty());
  EXPECT_THROW(energyOfWindows(pulses(1, 2, 0), {}, 1, 0), base::Error);
  EXPECT_THROW(energyOfWindows(pulses(1, 2, 0), {{0, 1}}, 0, 0), base::Error);
  EXPECT_THROW(findWindows({}), base::Error);
}

// An inference of a small network lasts some milliseconds; beside long work, a burst as short is a hiccup.
TEST(Windows, ShortWorkIsFoundWhereThereIsNoLonger) {
  PowerTrace trace;
  trace.rateHz = 10000;
  const auto add = [&](double seconds, float milliwatts) {
    trace.milliwatts.insert(trace.milliwatts.end(), std::size_t(seconds * trace.rateHz), milliwatts);
  };
  for (int i = 0; i < 10; ++i) {
    add(0.188, 0.6f);
    add(0.012, 9.6f);
  }
  add(0.188, 0.6f);
  const FoundWindows found = findWindows(trace);
  ASSERT_EQ(found.windows.size(), 10u);
  const InferenceEnergy energy = energyOfWindows(trace, found.windows, 1, found.baselineMw);
  EXPECT_NEAR(energy.netMeanMj, 0.012 * 9, 0.002);
  WindowSettings settings;
  settings.minWindowMs = 20;
  EXPECT_TRUE(findWindows(trace, settings).windows.empty());
  add(0.1, 9.6f);
  add(0.1, 0.6f);
  EXPECT_EQ(findWindows(trace).windows.size(), 1u);
}

TEST(Windows, CanBeSetByHand) {
  const PowerTrace trace = pulses(50, 100, 0);
  WindowSettings settings;
  settings.thresholdMw = 120;
  EXPECT_TRUE(findWindows(trace, settings).windows.empty());
  settings.thresholdMw = 70;
  settings.minWindowMs = 900;
  EXPECT_TRUE(findWindows(trace, settings).windows.empty());
  const InferenceEnergy energy = energyOfWindows(trace, {{0.5, 1.3}, {-3, -2}}, 8, 50);
  ASSERT_EQ(energy.windows.size(), 1u);
  EXPECT_NEAR(energy.meanMj, 10, 1e-9);
  EXPECT_NEAR(energy.netMeanMj, 5, 1e-9);
}

TEST(Windows, TheEnvelopeHoldsEverySample) {
  const PowerTrace trace = pulses(50, 100, 0.1);
  double sum = 0;
  float high = 0;
  for (const TraceBucket& bucket : envelope(trace, 0, trace.seconds(), 37)) {
    EXPECT_LE(bucket.low, bucket.mean);
    EXPECT_LE(bucket.mean, bucket.high);
    sum += bucket.mean / 37;
    high = std::max(high, bucket.high);
  }
  EXPECT_NEAR(sum, trace.meanMw(), 0.5);
  EXPECT_EQ(high, *std::max_element(trace.milliwatts.begin(), trace.milliwatts.end()));
}

TEST(EnergyRunner, ReadsItsBinaryAndStamps) {
  std::string bytes("\xF1", 1);
  const auto put = [&](float value) {
    char raw[4];
    std::memcpy(raw, &value, 4);
    bytes.append(raw, 4);
  };
  put(1000);
  for (int i = 0; i < 100; ++i) put(i < 50 ? 10.0f : 30.0f);
  const auto path = write("trace1-energy.bin", bytes);
  write("trace1-timestamps.json", "[0.005, 0.05, 0.1]");
  const PowerTrace trace = readTrace(path);
  ASSERT_EQ(trace.windows.size(), 1u);
  EXPECT_NEAR(energyOfWindows(trace, trace.windows, 1, 10).meanMj, 1.5, 1e-9);
  EXPECT_THROW(readEnergyRunner(write("short.bin", bytes.substr(0, bytes.size() - 2)), {}), base::Error);
  EXPECT_THROW(readEnergyRunner(path, write("stamps.json", "[0.005, 0.05]")), base::Error);
  EXPECT_THROW(readEnergyRunner(path, write("stamps.json", "[0.005, 0.05, 9]")), base::Error);
  EXPECT_THROW(readEnergyRunner(path, write("stamps.json", "{")), base::Error);
  EXPECT_THROW(readEnergyRunner(write("other.bin", "hello, world"), {}), base::Error);
}

TEST(EnergyRunner, AgreesWithTheReportsBesideTheTraces) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no recordings at " << kShared;
  for (const auto& folder : std::filesystem::directory_iterator(kShared / "traces")) {
    const PowerTrace trace = readTrace(folder.path() / "trace1-energy.bin");
    const auto reported = readEnergyRunnerResults(folder.path() / "results.txt");
    ASSERT_EQ(trace.windows.size(), reported.size());
    const InferenceEnergy energy = energyOfWindows(trace, trace.windows, *reported[0].inferences, 0);
    for (std::size_t i = 0; i < reported.size(); ++i)
      EXPECT_NEAR(energy.windows[i].millijoules * 1000 / reported[i].energyUj, 1, 0.001) << folder.path();
    // Left to itself, the finder sees the same windows.
    const FoundWindows found = findWindows(trace);
    ASSERT_EQ(found.windows.size(), trace.windows.size()) << folder.path();
    for (std::size_t i = 0; i < found.windows.size(); ++i) {
      EXPECT_NEAR(found.windows[i].begin, trace.windows[i].begin, 0.02);
      EXPECT_NEAR(found.windows[i].end, trace.windows[i].end, 0.02);
    }
  }
}

TEST(Monsoon, MeanPowerOfTheRealRecordings) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no recordings at " << kShared;
  const PowerTrace trace = readTrace(kShared / "monsoon" / "inference_5911.csv");
  EXPECT_EQ(trace.milliwatts.size(), 48'640u);
  EXPECT_NEAR(trace.meanMw(), 319.2365, 0.01);
  ASSERT_EQ(trace.gaps.size(), 1u);
  EXPECT_NEAR(trace.gaps[0].seconds, 0.18, 0.01);
  EXPECT_TRUE(readTrace(kShared / "monsoon" / "baseline.csv").gaps.empty());
}

}  // namespace
}  // namespace kinglet::energy
