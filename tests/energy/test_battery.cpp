#include "energy/battery.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

namespace kinglet::energy {
namespace {

TEST(Battery, AMeanPowerIsADayOfIt) {
  const Battery watch = batteryFromText("watch");
  const BatteryDay day = batteryDay(watch, 10);
  EXPECT_NEAR(day.joules, 864, 1e-9);
  EXPECT_NEAR(day.percent, 24, 1e-9);
  EXPECT_NEAR(day.hours, 100, 1e-9);
  EXPECT_NEAR(batteryDay(watch, powerLimitMw(30, watch)).percent, 30, 1e-9);
  EXPECT_THROW(batteryDay(watch, -1), base::Error);
}

TEST(Battery, TheFactsOfThePaper) {
  // MobileNetV2 took 14 mJ an inference: one a second is 1.21 kJ a day.
  const BatteryDay day = batteryDay(14, batteryFromText("phone"), {1, 0});
  EXPECT_NEAR(day.joules, 1209.6, 1e-9);
  EXPECT_NEAR(day.percent, 100 * 1209.6 / 51'000, 1e-9);
  EXPECT_NEAR(day.hours, 24 * 51'000 / 1209.6, 1e-9);
  EXPECT_TRUE(day.keepsUp);
}

TEST(Battery, SleepCountsOnlyBetweenInferences) {
  const Battery battery = batteryFromText("3.6 kJ");
  // Half of the time asleep at 2 mW: 1 mW on average, beside 1 mJ a second.
  EXPECT_NEAR(batteryDay(1, battery, {1, 2}, 500).joules, 86.4 * 2, 1e-9);
  EXPECT_NEAR(batteryDay(1, battery, {1, 2}).joules, 86.4 * 3, 1e-9);
  EXPECT_FALSE(batteryDay(1, battery, {4, 2}, 500).keepsUp);
  EXPECT_TRUE(std::isinf(batteryDay(0, battery, {1, 0}).hours));
}

TEST(Battery, TheLimitIsTheInverse) {
  for (const Battery& battery : batteries()) {
    const ListeningUse use{2.5, 0.1};
    const double mj = energyLimitMj(40, battery, use);
    EXPECT_NEAR(batteryDay(mj, battery, use).percent, 40, 1e-9) << battery.id;
  }
  EXPECT_EQ(energyLimitMj(1, batteryFromText("earphones"), {1, 100}), 0);
}

TEST(Battery, RefusesNonsense) {
  EXPECT_EQ(batteryFromText("2500").joules, 2500);
  EXPECT_NEAR(batteryFromText("2 Wh").joules, 7200, 1e-9);
  EXPECT_THROW(batteryFromText("toaster"), base::Error);
  EXPECT_THROW(batteryFromText("-5"), base::Error);
  EXPECT_THROW(batteryDay(1, batteryFromText("phone"), {0, 0}), base::Error);
  EXPECT_THROW(batteryDay(1, batteryFromText("phone"), {1, -1}), base::Error);
  EXPECT_THROW(batteryDay(std::nan(""), batteryFromText("phone"), {1, 0}), base::Error);
}

}  // namespace
}  // namespace kinglet::energy
