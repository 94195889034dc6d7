// Networks as a study keeps them.
#include "energy/device/device_profile.h"
#include "energy/work.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "reader.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  network::NetworkSpec network;
  if (!attempt([&] { network = network::NetworkSpec::fromJson(std::string(bytes)); })) return;
  attempt([&] { network::costOf(network); });
  attempt([&] { energy::modelFor(energy::device(energy::kDefaultDevice))->estimate({}, network); });
  require(network::NetworkSpec::fromJson(network.toJson()).fingerprint() == network.fingerprint(),
          "a network comes back as it was written");
}

}  // namespace kinglet::fuzz
