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
    source_ += "; latency by layer kind x mean active power";
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
    const double frontEndMs = profile_.nsPerFrontEndOp * frontEndOps(input) / 1e6;
    estimate.frontEndMillijoules = frontEndMs * profile_.activePowerMw / 1000;
    estimate.frontEndMs = frontEndMs;
    estimate.latencyMs = frontEndMs;
    const std::vector<LayerWork> works = workOf(network);
    estimate.source += assumedOf(works);
    for (const LayerWork& work : works) {
      const double ms = profile_.latency.microseconds(work) / 1000;
      estimate.layers.push_back({ms, ms * profile_.activePowerMw / 1000});
      estimate.latencyMs += ms;
    }
    estimate.millijoules = estimate.latencyMs * profile_.activePowerMw / 1000;
    if (!std::isfinite(estimate.millijoules))
      throw base::Error("%1 tells no energy of this network that could be one", profile_.name);
    if (profile_.relativeError90 > 0) {
      estimate.low = estimate.millijoules / (1 + profile_.relativeError90);
      estimate.high = estimate.millijoules * (1 + profile_.relativeError90);
    }
    return estimate;
  }

 private:
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
  if (profile->listening) {
    device.idlePowerMw = profile->listening->idlePowerMw;
    device.staticShare = profile->listening->staticPowerShare;
    device.wakeUpMs = profile->listening->wakeUpUs / 1000;
    device.clocksMhz = profile->listening->clocksMhz;
  }
  return device;
}

}  // namespace kinglet::energy
