#include "energy/listening/always_on.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/error.h"
#include "base/format.h"
#include "energy/battery.h"
#include "network/streaming.h"

namespace kinglet::energy {
namespace {

bool isPower(double milliwatts) {
  return milliwatts >= 0 && std::isfinite(milliwatts);
}

}  // namespace

void check(const ListeningSettings& settings) {
  if (!(settings.inferencesPerSecond > 0) || !std::isfinite(settings.inferencesPerSecond))
    throw base::Error("Inferences a second must be above 0");
  if (!isPower(settings.idlePowerMw.value_or(0)))
    throw base::Error("The power between inferences must be 0 mW or more");
  if (!isPower(settings.microphoneMw) || !isPower(settings.memoryMw))
    throw base::Error("The power of microphone and memory must be 0 mW or more");
}

ListeningDevice atClock(const ListeningDevice& device, double clockMhz) {
  if (!(device.clockMhz > 0)) throw base::Error("This device states no clock, so that none can be chosen");
  if (!(clockMhz > 0 && clockMhz <= device.clockMhz * (1 + 1e-9)))
    throw base::Error("A clock must be above 0 and at most the device's %1 MHz",
                      base::figure(base::general(device.clockMhz, 6)));
  const double slower = clockMhz / device.clockMhz;
  const double power = device.staticShare + (1 - device.staticShare) * slower;
  ListeningDevice there = device;
  there.clockMhz = clockMhz;
  there.activePowerMw *= power;
  there.idlePowerMw *= std::sqrt(power);
  there.wakeUpMs /= slower;
  // What follows the clock now is a smaller share of the whole.
  there.staticShare = power > 0 ? device.staticShare / power : 0;
  return there;
}

ListeningWork listeningWork(const ListeningDevice& device, const EnergyEstimate& estimate,
                            const network::InputSpec& input, const network::NetworkSpec& network,
                            double inferencesPerSecond) {
  const double frames = std::max(1, input.frames());
  ListeningWork work;
  work.networkMj = estimate.millijoules - estimate.frontEndMillijoules;
  work.networkMs = estimate.latencyMs - estimate.frontEndMs;
  work.frameMj = estimate.frontEndMillijoules / frames;
  work.frameMs = estimate.frontEndMs / frames;
  work.framesPerSecond = std::min(1000 / input.hopMs, inferencesPerSecond * frames);
  if (!device.stateful || estimate.layers.size() != network.layers().size()) return work;
  const auto streaming = network::streamingOf(network, network::framesApart(input, inferencesPerSecond));
  if (!streaming) return work;
  const double answers = 1000 / input.hopMs / inferencesPerSecond / streaming->every;  // for each asked for
  work.networkMj = work.networkMs = 0;
  for (std::size_t i = 0; i < estimate.layers.size(); ++i) {
    const double share = answers * streaming->share(network, static_cast<int>(i));
    work.networkMj += share * estimate.layers[i].millijoules;
    work.networkMs += share * estimate.layers[i].latencyMs;
  }
  return work;
}

MeanPower meanPower(const ListeningDevice& nominal, const ListeningWork& work,
                    const ListeningSettings& settings) {
  check(settings);
  const ListeningDevice device = settings.clockMhz ? atClock(nominal, *settings.clockMhz) : nominal;
  // The work as joules and seconds at the clock that was chosen.
  const double longer = settings.clockMhz ? nominal.clockMhz / device.clockMhz : 1;
  const double dearer =
      nominal.activePowerMw > 0 ? longer * device.activePowerMw / nominal.activePowerMw : longer;
  const double rate = settings.inferencesPerSecond;
  MeanPower power;
  power.clockMhz = device.clockMhz;
  power.frontEndMw = work.framesPerSecond * work.frameMj * dearer;
  power.inferenceMw = rate * work.networkMj * dearer;
  power.wakeUpMw = rate * device.wakeUpMs * device.activePowerMw / 1000;
  const double busyMs = work.framesPerSecond * work.frameMs + rate * work.networkMs;
  if (std::isfinite(busyMs)) power.duty = (busyMs * longer + rate * device.wakeUpMs) / 1000;
  power.keepsUp = power.duty <= 1;
  power.idleMw = settings.idlePowerMw.value_or(device.idlePowerMw) * std::max(0.0, 1 - power.duty);
  power.microphoneMw = settings.microphoneMw;
  power.memoryMw = settings.memoryMw;
  power.totalMw = power.frontEndMw + power.inferenceMw + power.wakeUpMw + power.idleMw + power.microphoneMw +
                  power.memoryMw;
  power.dailyJoules = power.totalMw / 1000 * kSecondsADay;
  return power;
}

MeanPower meanPower(const ListeningDevice& device, const EnergyEstimate& estimate,
                    const network::InputSpec& input, const network::NetworkSpec& network,
                    const ListeningSettings& settings) {
  check(settings);
  return meanPower(device, listeningWork(device, estimate, input, network, settings.inferencesPerSecond),
                   settings);
}

std::vector<double> clockChoices(const ListeningDevice& device) {
  const double own = device.clockMhz;
  if (!(own > 0)) return {};
  std::vector<double> clocks{own, own / 2, own / 4, own / 8};
  clocks.insert(clocks.end(), device.clocksMhz.begin(), device.clocksMhz.end());
  std::erase_if(clocks, [&](double clock) { return clock > own; });
  std::sort(clocks.begin(), clocks.end(), std::greater<>());
  clocks.erase(std::unique(clocks.begin(), clocks.end()), clocks.end());
  return clocks;
}

MeanPower thriftiest(const ListeningDevice& device, const EnergyEstimate& estimate,
                     const network::InputSpec& input, const network::NetworkSpec& network,
                     const ListeningSettings& settings) {
  ListeningSettings at = settings;
  at.clockMhz.reset();
  MeanPower best = meanPower(device, estimate, input, network, at);
  for (const double clock : clockChoices(device)) {
    at.clockMhz = clock;
    const MeanPower power = meanPower(device, estimate, input, network, at);
    if (power.keepsUp && (!best.keepsUp || power.totalMw < best.totalMw)) best = power;
  }
  return best;
}

}  // namespace kinglet::energy
