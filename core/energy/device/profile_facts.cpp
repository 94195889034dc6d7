// What a device profile says of itself: how well it does on networks left out, and what its figures consist
// of.
#include <algorithm>
#include <array>
#include <cmath>

#include "energy/device/device_profile.h"
#include "network/baselines.h"

namespace kinglet::energy {

std::vector<LayerWork> measuredWorks(const std::string& network) {
  for (const char* known : {"kws", "ic", "ad", "vww"})
    if (network == known) return workOf(network::mlperfTiny(network));
  return {};
}

std::vector<Example> leftOutExamples(const DeviceProfile& profile) {
  std::vector<Example> examples;
  const double factor = 1 + profile.relativeError90;
  for (const MeasuredNetwork& network : profile.measured) {
    if (!std::isfinite(network.leftOutUj)) continue;
    const double mj = network.leftOutUj / 1000;
    Example example{
        network.network + ", " + profile.name, network.energyUj / 1000, {mj, mj / factor, mj * factor}, 0};
    for (const LayerWork& work : measuredWorks(network.network)) example.macs += double(work.macs);
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<std::pair<std::string, double>> costShares(const DeviceProfile& profile) {
  const LatencyModel& cost = profile.latency;
  std::array<std::pair<std::string, double>, 7> shares{{{"operators", 0},
                                                        {"multiply-adds", 0},
                                                        {"depthwise multiply-adds", 0},
                                                        {"gathered inputs", 0},
                                                        {"outputs", 0},
                                                        {"weights", 0},
                                                        {"moved activations", 0}}};
  int counted = 0;
  for (const MeasuredNetwork& network : profile.measured) {
    const std::vector<LayerWork> works = measuredWorks(network.network);
    std::array<double, 7> ns{};
    double total = 0;
    for (const LayerWork& work : works) {
      const auto mac = cost.nsPerMac.find(toText(work.kind));
      const double macs = mac == cost.nsPerMac.end() ? 0 : mac->second * double(work.macs);
      ns[0] += cost.overheadUs * 1000 * work.operators;
      ns[work.kind == WorkKind::depthwise ? 2 : 1] += macs;
      ns[3] += cost.nsPerPatchByte * double(work.patchBytes);
      ns[4] += cost.nsPerOutput * double(work.outputs);
      ns[5] += cost.nsPerWeightByte * double(work.params);
      ns[6] += cost.nsPerActivationByte * double(work.activationBytes);
    }
    for (double part : ns) total += part;
    if (total <= 0) continue;
    ++counted;
    for (std::size_t i = 0; i < ns.size(); ++i) shares[i].second += ns[i] / total;
  }
  if (counted == 0) return {};
  for (auto& [name, share] : shares) share /= counted;
  std::stable_sort(shares.begin(), shares.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return {shares.begin(), shares.end()};
}

}  // namespace kinglet::energy
