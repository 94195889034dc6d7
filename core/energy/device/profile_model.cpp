// The EnergyModel of a device profile.
#include <cmath>

#include "base/error.h"
#include "base/format.h"
#include "energy/device/device_profile.h"

namespace kinglet::energy {
namespace {

class ProfileModel : public EnergyModel {
 public:
  explicit ProfileModel(DeviceProfile profile) : profile_(std::move(profile)) {
    source_ = std::string(toText(profile_.provenance)) + ": " + profile_.name;
    if (profile_.clockMhz) source_ += " at " + plain(*profile_.clockMhz) + " MHz";
    if (profile_.supplyV) source_ += ", " + plain(*profile_.supplyV) + " V";
    source_ += profile_.counted ? "; counted instructions x cycles of each x mean active power"
                                : "; latency by layer kind x mean active power";
    for (const std::string& line : profile_.sources) source_ += "; " + line;
    if (!profile_.frontEndSource.empty()) source_ += "; front end: " + profile_.frontEndSource;
  }

  std::string name() const override { return profile_.name; }

  EnergyEstimate estimate(const network::InputSpec& input,
                          const network::NetworkSpec& network) const override {
    EnergyEstimate estimate;
    estimate.provenance = profile_.provenance;
    estimate.source = source_;
    estimate.runtime = profile_.runtime;
    const double frontEndMs = frontEndMsOf(input);
    estimate.frontEndMillijoules = millijoulesOf(profile_, frontEndMs);
    estimate.frontEndMs = frontEndMs;
    estimate.latencyMs = frontEndMs;
    if (!profile_.counted) estimate.source += assumedOf(workOf(network));
    for (const double ms : layersMs(network)) {
      estimate.layers.push_back({ms, millijoulesOf(profile_, ms)});
      estimate.latencyMs += ms;
    }
    estimate.millijoules = millijoulesOf(profile_, estimate.latencyMs);
    if (!std::isfinite(estimate.millijoules))
      throw base::Error("%1 tells no energy of this network that could be one", profile_.name);
    if (profile_.relativeError90 > 0) {
      estimate.low = estimate.millijoules / (1 + profile_.relativeError90);
      estimate.high = estimate.millijoules * (1 + profile_.relativeError90);
    }
    return estimate;
  }

 private:
  double ofCycles(double cycles) const { return cycles / (1000 * profile_.clockMhz.value_or(0)); }
  double frontEndMsOf(const network::InputSpec& input) const {
    return profile_.counted ? ofCycles(profile_.counted->frontEndCycles(input))
                            : profile_.nsPerFrontEndOp * frontEndOps(input) / 1e6;
  }
  std::vector<double> layersMs(const network::NetworkSpec& network) const {
    std::vector<double> all;
    if (profile_.counted)
      for (const network::Layer& layer : network.layers())
        all.push_back(ofCycles(profile_.counted->cyclesOf(layer)));
    else
      for (const LayerWork& work : workOf(network)) all.push_back(profile_.latency.microseconds(work) / 1000);
    return all;
  }
  static std::string plain(double value) { return base::withoutZeros(base::fixed(value, 6)); }

  DeviceProfile profile_;
  std::string source_;
};

}  // namespace

const char* toText(Provenance provenance) {
  switch (provenance) {
    case Provenance::measured:
      return "measured";
    case Provenance::predicted:
      return "predicted";
    case Provenance::counted:
      return "counted";
    case Provenance::modelled:
      return "modelled";
  }
  return "modelled";
}

std::shared_ptr<const EnergyModel> modelFor(const DeviceProfile& profile) {
  return std::make_shared<ProfileModel>(profile);
}

ListeningDevice listeningDevice(const DeviceProfile* profile) {
  ListeningDevice device;
  if (!profile) return device;
  device.clockMhz = profile->clockMhz.value_or(0);
  device.activePowerMw = profile->activePowerMw;
  device.stateful = profile->counted.has_value();  // the exported C
  if (profile->listening) {
    device.idlePowerMw = profile->listening->idlePowerMw;
    device.staticShare = profile->listening->staticPowerShare;
    device.wakeUpMs = profile->listening->wakeUpUs / 1000;
    device.clocksMhz = profile->listening->clocksMhz;
  }
  return device;
}

}  // namespace kinglet::energy
