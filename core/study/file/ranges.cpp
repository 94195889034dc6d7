#include "study/file/ranges.h"

#include <cmath>

#include "base/error.h"
#include "base/format.h"
#include "energy/energy_model.h"
#include "network/network_spec.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/metrics.h"

namespace kinglet::study {
namespace {

constexpr int kMostTrials = 1'000'000'000, kMostEpochs = 1'000'000, kMostFolds = 1000, kMostWorkers = 256;
constexpr double kMostSeconds = 1e10, kMostMillijoules = 1e12, kMostMilliwatts = 1e9;

// Not-a-number passes where it stands for "not known".
void within(const char* what, double value, double low, double high, bool mayBeUnknown = false) {
  if (mayBeUnknown && std::isnan(value)) return;
  if (!(value >= low && value <= high))
    throw base::Error("%1 is %2; %3 to %4 make sense", what, base::figure(base::general(value)),
                      base::figure(base::general(low, 10)), base::figure(base::general(high, 10)));
}

void check(const network::InputSpec& input) {
  within("the rate of the sounds", input.rate, 100, 1'000'000);
  within("the size of the FFT", input.fftSize, 2, 1 << 17);
  within("the number of mel bands", input.mels, 1, 4096);
  within("the window of the front end", input.windowMs, 0.01, 10'000);
  within("the hop of the front end", input.hopMs, 0.01, 10'000);
  within("the lowest frequency", input.lowHz, 0, 1'000'000);
  within("the highest frequency", input.highHz, 0, 1'000'000);
  within("the length of a clip", input.clipSeconds, 0.001, 86'400);
}

void check(const train::Metrics& metrics) {
  within("the number of clips", metrics.clips, 0, 1e9);
  within("an accuracy", metrics.accuracy, 0, 1, true);
  within("a balanced accuracy", metrics.balancedAccuracy, 0, 1, true);
  within("a mean average precision", metrics.map, 0, 1, true);
  within("an area under the curve", metrics.auc, 0, 1, true);
  for (const double recall : metrics.recall) within("a recall", recall, 0, 1, true);
  for (const auto& row : metrics.confusion)
    for (const int count : row) within("a count of the confusion matrix", count, 0, 1e9);
}

void check(const energy::EnergyEstimate& energy) {
  within("an energy", energy.millijoules, 0, kMostMillijoules);
  within("the energy of the front end", energy.frontEndMillijoules, 0, kMostMillijoules, true);
  within("a latency", energy.latencyMs, 0, 1e9, true);
  within("a latency of the front end", energy.frontEndMs, 0, 1e9, true);
  within("the lower end of an energy", energy.low, 0, kMostMillijoules, true);
  within("the upper end of an energy", energy.high, 0, kMostMillijoules, true);
}

void check(const char* what, const std::optional<double>& limit) {
  if (limit && !(*limit > 0)) throw base::Error("%1 is not above zero", what);
}

}  // namespace

void checkRanges(const Settings& settings) {
  within("the number of trials", settings.trials, 1, kMostTrials);
  within("the time limit in minutes", settings.minutes, 0, 1e9);
  within("the number of workers", settings.workers, 0, kMostWorkers);
  within("the share that is audited", settings.auditShare, 0, 1);
  within("the worst error", settings.worstError, 0, 100);
  within("the test fold", settings.testFold, -1, kMostFolds);
  within("the validation fold", settings.validationFold, -1, kMostFolds);
  if (settings.testFold >= 0 && settings.testFold == settings.validationFold)
    throw base::Error("the test and the validation fold are the same");
  check("the limit on energy", settings.limits.energyMj);
  check("the limit on flash", settings.limits.flashKb);
  check("the limit on RAM", settings.limits.ramKb);
  check("the limit on power", settings.limits.powerMw);
  within("the inferences a second", settings.listening.inferencesPerSecond, 1e-9, 1e6);
  within("the clock in MHz", settings.listening.clockMhz.value_or(1), 1e-6, 1e6);
  within("the power between inferences", settings.listening.idlePowerMw.value_or(0), 0, kMostMilliwatts);
  within("the power of the microphone", settings.listening.microphoneMw, 0, kMostMilliwatts);
  within("the power of the memory", settings.listening.memoryMw, 0, kMostMilliwatts);
  for (const double reference : settings.reference) within("a reference", reference, 1e-12, 1e15);
  within("the number of baselines", double(settings.baselines.size()), 0, 1000);
  within("the number of classes", double(settings.classes.size()), 0, 100'000);
  check(settings.input);
}

void checkRanges(const Trial& trial) {
  within("its number", trial.number, 0, kMostTrials);
  within("the epoch at which it was cut", trial.cutEpoch, 0, kMostEpochs);
  within("the time that it took", trial.seconds, 0, kMostSeconds, true);
  within("the time at which it ended", trial.endedAt, 0, kMostSeconds, true);
  within("the number of its suggestion", trial.suggestion, -1, kMostTrials);
  within("its place among the results", trial.toldAs, -1, kMostTrials);
  check(trial.candidate.input);
  check(trial.energy);
  for (const int gene : trial.genome) within("a choice of its genome", gene, 0, 1'000'000);
  for (const auto& epoch : trial.curve) {
    within("an epoch", epoch.epoch, 0, kMostEpochs);
    within("the time of an epoch", epoch.seconds, 0, kMostSeconds, true);
    check(epoch.validation);
  }
  if (trial.test) check(*trial.test);
}

void checkRanges(const Repeat& repeat) {
  within("the number of its suggestion", repeat.suggestion, 0, kMostTrials);
  within("the trial that it repeats", repeat.trial, -1, kMostTrials);
  within("its place among the results", repeat.toldAs, -1, kMostTrials);
  for (const int gene : repeat.genome) within("a choice of its genome", gene, 0, 1'000'000);
}

}  // namespace kinglet::study
