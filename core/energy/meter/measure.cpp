#include "energy/meter/measure.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

#include "base/csv.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/random.h"
#include "base/words.h"
#include "energy/predictor/layer_features.h"
#include "energy/work.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kMoment = 0.05;  // seconds of a batch: long against reading a counter, short against a slice

struct Round {
  double mj = 0, ms = 0;
};

struct Slice {
  double joules = 0, seconds = 0;
  long inferences = 0;
};

std::vector<double> figures(const std::vector<Round>& rounds, double Round::*what) {
  std::vector<double> values;
  for (const Round& round : rounds) values.push_back(round.*what);
  return values;
}

Slice runFor(const MeasureTask& task, Meter& meter, const Clock& clock, double seconds, long batch,
             const std::stop_token& stop) {
  Slice slice;
  const double startJoules = meter.joules(), start = clock();
  do {
    task.run(batch);
    slice.inferences += batch;
    slice.seconds = clock() - start;
    slice.joules = meter.joules() - startJoules;
  } while (slice.seconds < seconds && !stop.stop_requested());
  return slice;
}

// Inferences that take about a moment, found while warming up.
long batchOf(const MeasureTask& task, const Clock& clock, double warmUpSeconds) {
  long batch = 1;
  const double start = clock();
  for (;;) {
    const double before = clock();
    task.run(batch);
    const double took = clock() - before, all = clock() - start;
    if (took >= kMoment && all >= warmUpSeconds) return batch;
    if (took < kMoment) batch = std::min(batch * 2, 1L << 40);
  }
}

void check(const std::vector<MeasureTask>& tasks, const MeasureSettings& settings) {
  if (tasks.empty()) throw base::Error("Name at least one network to measure");
  if (settings.rounds < 1 || !(settings.seconds > 0) || settings.warmUpSeconds < 0 ||
      settings.restSeconds < 0)
    throw base::Error("Rounds and seconds of a measurement must be above 0");
}

std::string number(double value) {
  return std::isfinite(value) ? base::general(value, 8) : "";
}

}  // namespace

MeasureReport measure(const std::vector<MeasureTask>& tasks, Meter& meter, const MeasureSettings& settings,
                      std::stop_token stop, const MeasureProgress& progress, const Clock& clock,
                      const std::function<void(double)>& sleep) {
  check(tasks, settings);
  const auto rest = [&](double seconds) {
    if (sleep)
      sleep(seconds);
    else
      std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  };
  const auto say = [&](double share, const std::string& what) {
    if (progress) progress(share, what);
  };
  MeasureReport report;
  report.meter = meter.name();
  report.source = meter.source();
  report.provenance = meter.provenance();
  report.restMw = kNaN;
  // A stated power says nothing of rest.
  if (settings.restSeconds > 0 && meter.provenance() == Provenance::measured) {
    say(0, "at rest");
    const double joules = meter.joules(), start = clock();
    rest(settings.restSeconds);
    report.restMw = (meter.joules() - joules) / (clock() - start) * 1000;
  }
  std::vector<long> batches;
  for (const MeasureTask& task : tasks) {
    say(0, "warming up " + task.name);
    batches.push_back(batchOf(task, clock, settings.warmUpSeconds));
    if (stop.stop_requested()) break;
  }

  std::vector<std::vector<Round>> rounds(tasks.size());
  std::vector<long> inferences(tasks.size(), 0);
  base::Random random(settings.seed);
  for (int round = 0; round < settings.rounds && !stop.stop_requested(); ++round) {
    std::vector<int> order(tasks.size());
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(std::span<int>(order));
    for (std::size_t i = 0; i < order.size() && !stop.stop_requested(); ++i) {
      const int t = order[i];
      say((round + double(i) / double(order.size())) / settings.rounds, tasks[t].name);
      const Slice slice = runFor(tasks[t], meter, clock, settings.seconds, batches[t], stop);
      if (stop.stop_requested()) break;
      if (!(slice.joules > 0))
        throw base::Error("The meter did not move while %1 ran: measure for longer (--seconds)",
                          tasks[t].name);
      rounds[t].push_back(
          {slice.joules * 1000 / double(slice.inferences), slice.seconds * 1000 / double(slice.inferences)});
      inferences[t] += slice.inferences;
    }
  }
  report.cancelled = stop.stop_requested();
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    if (rounds[t].empty()) continue;
    MeasuredEnergy measured;
    measured.name = tasks[t].name;
    measured.network = tasks[t].network;
    const std::vector<double> mj = figures(rounds[t], &Round::mj), ms = figures(rounds[t], &Round::ms);
    measured.energyMj = statistics::mean(mj);
    measured.energySpreadMj = statistics::deviation(mj);
    measured.latencyMs = statistics::mean(ms);
    measured.latencySpreadMs = statistics::deviation(ms);
    measured.netEnergyMj = measured.energyMj - report.restMw * measured.latencyMs / 1000;
    measured.inferences = inferences[t];
    measured.rounds = static_cast<int>(rounds[t].size());
    report.networks.push_back(std::move(measured));
  }
  say(1, "done");
  return report;
}

void writeMeasured(const std::filesystem::path& path, const MeasureReport& report) {
  std::string text =
      "network,energy_mj,energy_spread_mj,net_energy_mj,latency_ms,latency_spread_ms,rounds,inferences,meter,"
      "energy_source";
  for (const std::string& name : networkSumNames()) text += "," + name;
  text += "\n";
  for (const MeasuredEnergy& m : report.networks) {
    text += base::csvCell(m.name) + "," + number(m.energyMj) + "," + number(m.energySpreadMj) + "," +
            number(m.netEnergyMj) + "," + number(m.latencyMs) + "," + number(m.latencySpreadMs) + "," +
            std::to_string(m.rounds) + "," + std::to_string(m.inferences) + "," +
            base::csvCell(report.meter) + "," + toText(report.provenance);
    for (double sum : networkSums(workOf(m.network))) text += "," + number(sum);
    text += "\n";
  }
  base::writeAtomically(path, text);
}

}  // namespace kinglet::energy
