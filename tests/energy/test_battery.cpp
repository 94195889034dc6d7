#include "energy/battery.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "energy/listening/always_on.h"

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

// A device that draws millijoules an inference, for milliseconds of each, and idleMw between them.
BatteryDay dayOf(const Battery& battery, double millijoules, double milliseconds, double rate,
                 double idleMw) {
  ListeningWork work;
  work.networkMj = millijoules;
  work.networkMs = milliseconds;
  ListeningSettings settings;
  settings.inferencesPerSecond = rate;
  settings.idlePowerMw = idleMw;
  const MeanPower power = meanPower(ListeningDevice{}, work, settings);
  return batteryDay(battery, power.totalMw, power.keepsUp);
}

TEST(Battery, TheFactsOfThePaper) {
  // MobileNetV2 took 14 mJ an inference: one a second is 1.21 kJ a day.
  const BatteryDay day = dayOf(batteryFromText("phone"), 14, 0, 1, 0);
  EXPECT_NEAR(day.joules, 1209.6, 1e-9);
  EXPECT_NEAR(day.percent, 100 * 1209.6 / 51'000, 1e-9);
  EXPECT_NEAR(day.hours, 24 * 51'000 / 1209.6, 1e-9);
  EXPECT_TRUE(day.keepsUp);
}

TEST(Battery, WaitingCountsOnlyBetweenInferences) {
  const Battery battery = batteryFromText("3.6 kJ");
  // Half of the time waiting at 2 mW: 1 mW on average, beside 1 mJ a second.
  EXPECT_NEAR(dayOf(battery, 1, 500, 1, 2).joules, 86.4 * 2, 1e-9);
  EXPECT_NEAR(dayOf(battery, 1, std::nan(""), 1, 2).joules, 86.4 * 3, 1e-9);
  EXPECT_FALSE(dayOf(battery, 1, 500, 4, 2).keepsUp);
  EXPECT_TRUE(std::isinf(dayOf(battery, 0, 0, 1, 0).hours));
}

TEST(Battery, TheLimitIsTheInverse) {
  for (const Battery& battery : batteries())
    EXPECT_NEAR(batteryDay(battery, powerLimitMw(40, battery)).percent, 40, 1e-9) << battery.id;
}

TEST(Battery, RefusesNonsense) {
  EXPECT_EQ(batteryFromText("2500").joules, 2500);
  EXPECT_NEAR(batteryFromText("2 Wh").joules, 7200, 1e-9);
  EXPECT_THROW(batteryFromText("toaster"), base::Error);
  EXPECT_THROW(batteryFromText("-5"), base::Error);
  EXPECT_THROW(dayOf(batteryFromText("phone"), 1, 0, 0, 0), base::Error);
  EXPECT_THROW(dayOf(batteryFromText("phone"), 1, 0, 1, -1), base::Error);
  EXPECT_THROW(dayOf(batteryFromText("phone"), std::nan(""), 0, 1, 0), base::Error);
}

}  // namespace
}  // namespace kinglet::energy
