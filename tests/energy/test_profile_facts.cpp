#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "energy/device/device_profile.h"
#include "energy/predictor/explain.h"
#include "energy/predictor/measured_rows.h"

namespace kinglet::energy {
namespace {

TEST(ProfileFacts, EveryBuiltInDeviceSaysHowItDoesOnNetworksItHadNotSeen) {
  std::vector<Example> all;
  std::size_t measured = 0;
  for (const DeviceProfile& profile : builtinDevices()) {
    const std::vector<Example> own = leftOutExamples(profile);
    ASSERT_EQ(own.size(), profile.measured.size()) << profile.id;
    measured += own.size();
    for (std::size_t i = 0; i < own.size(); ++i) {
      EXPECT_DOUBLE_EQ(own[i].measuredMj, profile.measured[i].energyUj / 1000);
      EXPECT_NE(own[i].predicted.mj, own[i].measuredMj);
      EXPECT_LT(own[i].predicted.low, own[i].predicted.mj);
      EXPECT_GT(own[i].macs, 0);
      all.push_back(own[i]);
    }
  }
  const Accuracy accuracy = accuracyOf(all);
  EXPECT_EQ(accuracy.n, static_cast<int>(measured));
  // The interval is made of these very errors.
  EXPECT_NEAR(accuracy.coverage, 90, 4);
}

TEST(ProfileFacts, TheNearestNetworksOfAnExplanationArePredictedWithoutThemselves) {
  const DeviceProfile& profile = device(kDefaultDevice);
  for (const NearestExample& near : explain(profile, measuredWorks("kws")).nearest)
    for (const MeasuredNetwork& measured : profile.measured)
      if (measured.network == near.name) {
        EXPECT_DOUBLE_EQ(near.predicted.mj, measured.leftOutUj / 1000);
      }
}

TEST(ProfileFacts, SharesOfTheCostsSumToOne) {
  for (const DeviceProfile& profile : builtinDevices()) {
    if (profile.counted) continue;  // nothing was measured of it
    double sum = 0, last = 1;
    for (const auto& [name, share] : costShares(profile)) {
      EXPECT_LE(share, last);
      sum += last = share;
    }
    EXPECT_NEAR(sum, 1, 1e-9) << profile.id;
  }
  EXPECT_TRUE(costShares({}).empty());
  EXPECT_TRUE(measuredWorks("a fourth").empty());
}

TEST(MeasuredRows, AreAppendedAndNeverSpoilAnotherTable) {
  const auto path = std::filesystem::path(testing::TempDir()) / "recordings.csv";
  std::filesystem::remove(path);
  InferenceEnergy energy;
  energy.meanMj = 1.5;
  energy.inferencesPerWindow = 10;
  energy.windows.resize(3);
  appendMeasurement(path, "ds_cnn", energy, "monitor, 5 kHz");
  energy.meanMj = 2.5;
  appendMeasurement(path, "other", energy, "monitor");
  const std::string text = base::readText(path);
  EXPECT_NE(text.find("\nds_cnn,1.5,0,3,10,\"monitor, 5 kHz\"\nother,2.5,"), std::string::npos) << text;

  std::ofstream(path) << "id,energy_mJ\na,1\n";
  EXPECT_THROW(appendMeasurement(path, "ds_cnn", energy, ""), base::Error);
  EXPECT_EQ(base::readText(path), "id,energy_mJ\na,1\n");
}

}  // namespace
}  // namespace kinglet::energy
