// Device profiles.
#include "energy/device/device_profile.h"
#include "energy/predictor/explain.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "reader.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  static const network::InputSpec input;
  static const network::NetworkSpec network = network::namedNetwork("ds_cnn", input.shape(), 4);
  energy::DeviceProfile profile;
  if (!attempt([&] { profile = energy::profileFromJson(std::string(bytes)); })) return;
  attempt([&] { energy::modelFor(profile)->estimate(input, network); });
  attempt([&] { energy::leftOutExamples(profile); });
  attempt([&] { energy::costShares(profile); });
  attempt([&] { energy::explain(profile, energy::workOf(network)); });
  const std::string text = energy::toJson(profile);
  require(energy::toJson(energy::profileFromJson(text)) == text, "a profile comes back as it was written");
}

}  // namespace kinglet::fuzz
