#include "energy/device/device_profile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "energy/energy_model.h"
#include "network/baselines.h"
#include "network/every_kind.h"
#include "network/network_spec.h"

namespace kinglet::energy {
namespace {

TEST(DeviceProfile, TheBuiltInOnesAreSaneAndHaveSources) {
  std::set<std::string> ids;
  for (const DeviceProfile& profile : builtinDevices()) {
    EXPECT_TRUE(ids.insert(profile.id).second) << profile.id;
    EXPECT_FALSE(profile.sources.empty()) << profile.id;
    EXPECT_FALSE(profile.frontEndSource.empty()) << profile.id;
    EXPECT_FALSE(profile.date.empty() && !profile.counted) << profile.id;
    EXPECT_GT(profile.activePowerMw, 0.1) << profile.id;
    if (!profile.counted) {
      EXPECT_GE(profile.measured.size(), 3u) << profile.id;
    }
    EXPECT_FALSE(profile.runtime.empty()) << profile.id;
    ASSERT_TRUE(profile.listening.has_value()) << profile.id;
    EXPECT_GT(profile.listening->idlePowerMw, 0) << profile.id;
    EXPECT_LE(profile.listening->idlePowerMw, profile.activePowerMw) << profile.id;
    EXPECT_FALSE(profile.listening->source.empty()) << profile.id;
    EXPECT_EQ(profile.flashKb.has_value() || profile.ramKb.has_value(), !profile.memorySource.empty())
        << profile.id;
  }
  EXPECT_EQ(device(kDefaultDevice).id, kDefaultDevice);
  EXPECT_EQ(device(device(kDefaultDevice).name).name, device(kDefaultDevice).name);
}

TEST(DeviceProfile, AnUnknownDeviceNamesTheKnownOnes) {
  try {
    device("abacus");
    FAIL();
  } catch (const base::Error& e) {
    EXPECT_NE(std::string(e.what()).find("nucleo-u575"), std::string::npos) << e.what();
  }
}

TEST(DeviceProfile, JsonComesBackUnchanged) {
  for (const DeviceProfile& profile : builtinDevices())
    EXPECT_EQ(toJson(profileFromJson(toJson(profile))), toJson(profile));
}

TEST(DeviceProfile, BadJsonIsRefusedInPlainWords) {
  EXPECT_THROW(profileFromJson("{"), base::Error);
  auto json = nlohmann::ordered_json::parse(toJson(device(kDefaultDevice)));
  json["latency"]["overhead_us"] = -1;
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
  json = nlohmann::ordered_json::parse(toJson(device(kDefaultDevice)));
  json["sources"] = nlohmann::ordered_json::array();
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
  json = nlohmann::ordered_json::parse(toJson(device(kDefaultDevice)));
  json["listening"]["static_power_share"] = 1.5;
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
  json = nlohmann::ordered_json::parse(toJson(device(kDefaultDevice)));
  json["provenance"] = "guessed";
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
}

TEST(ProfileModel, EveryKindOfLayerCostsOnEveryDevice) {
  for (const network::LayerKind kind : network::allLayerKinds()) {
    const network::NetworkSpec net = network::networkWith(kind);
    const std::vector<LayerWork> works = workOf(net);
    for (const DeviceProfile& profile : builtinDevices()) {
      const EnergyEstimate estimate = modelFor(profile)->estimate({}, net);
      for (std::size_t i = 0; i < works.size(); ++i) {
        SCOPED_TRACE(profile.id + ", " + net.name() + ": " + works[i].name);
        EXPECT_EQ(estimate.layers[i].millijoules > 0, works[i].kind != WorkKind::none);
        if (works[i].macs > 0 && !profile.counted) {
          EXPECT_TRUE(profile.latency.nsPerMac.contains(toText(works[i].kind)));
        }
      }
    }
  }
}

// The networks that were measured come out as measured, front end apart: fit, counts and sums are one chain.
TEST(ProfileModel, GivesBackTheMeasuredNetworks) {
  for (const DeviceProfile& profile : builtinDevices()) {
    for (const MeasuredNetwork& measured : profile.measured) {
      const auto spec = network::mlperfTiny(measured.network);
      const EnergyEstimate estimate = modelFor(profile)->estimate({}, spec);
      const double uj = (estimate.millijoules - estimate.frontEndMillijoules) * 1000;
      const double us = measured.latencyUs * profile.activePowerMw / 1000;
      EXPECT_NEAR(uj * measured.workShare / us, 1, 0.15) << profile.id << " " << measured.network;
      EXPECT_EQ(estimate.runtime, profile.runtime);
      EXPECT_NEAR(estimate.frontEndMs * profile.activePowerMw / 1000, estimate.frontEndMillijoules, 1e-9);
      ASSERT_EQ(estimate.layers.size(), spec.layers().size());
      double sum = estimate.frontEndMillijoules;
      for (const LayerEnergy& layer : estimate.layers) sum += layer.millijoules;
      EXPECT_NEAR(sum, estimate.millijoules, 1e-9 * sum);
      EXPECT_EQ(estimate.provenance, Provenance::modelled);
      EXPECT_NE(estimate.source.find("modelled"), std::string::npos);
      EXPECT_NE(estimate.source.find("MLPerf Tiny"), std::string::npos);
      EXPECT_LT(estimate.low, estimate.millijoules);
      EXPECT_GT(estimate.high, estimate.millijoules);
    }
  }
}

TEST(Work, TheFrontEndIsCountedFromItsParameters) {
  network::InputSpec input;
  const double ops = frontEndOps(input);
  // By hand for 25 ms at 16 kHz, a 512-point FFT and 64 mels: 400 + 6144 + 1024 + 512 + 2 * 247.68 + 1280 a
  // frame.
  EXPECT_NEAR(ops, input.frames() * 9855.36, 1);
  network::InputSpec half = input;
  half.hopMs = 20;
  EXPECT_NEAR(frontEndOps(half) / ops, 0.5, 0.02);
}

}  // namespace
}  // namespace kinglet::energy
