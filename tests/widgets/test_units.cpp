#include "widgets/text/units.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "energy/energy_model.h"
#include "widgets/application.h"
#include "widgets/look/theme.h"
#include "widgets/text/power_parts.h"
#include "widgets/text/provenance.h"
#include "widgets/text/quantity.h"

namespace kinglet::widgets {
namespace {

QString plain(QString text) {
  return text.replace(QChar(0x00a0), ' ');
}

class Units : public ::testing::Test {
 protected:
  void SetUp() override { kinglet::testing::application(); }
};

TEST_F(Units, ThreeSignificantDigits) {
  EXPECT_EQ(figure(0.04567), "0.0457");
  EXPECT_EQ(figure(1.0), "1.00");
  EXPECT_EQ(figure(12.345), "12.3");
  EXPECT_EQ(figure(99.96), "100");
  EXPECT_EQ(figure(0), "0");
  EXPECT_EQ(figure(std::numeric_limits<double>::quiet_NaN()), "–");
  EXPECT_EQ(figure(std::numeric_limits<double>::infinity()), "∞");
}

TEST_F(Units, PrefixesAsTheFigureNeedsThem) {
  EXPECT_EQ(plain(figure(12.3e-6, Unit::joule)), "12.3 µJ");
  EXPECT_EQ(plain(figure(999.6e-6, Unit::joule)), "1.00 mJ");
  EXPECT_EQ(plain(figure(1.25e6, Unit::count)), "1.25 M");
  EXPECT_EQ(plain(figure(999, Unit::count)), "999");
  EXPECT_EQ(plain(figure(65024, Unit::byte)), "63.5 kB");
  EXPECT_EQ(plain(figure(512, Unit::byte)), "512 B");
  EXPECT_EQ(plain(figure(84.2, Unit::percent)), "84.2 %");
  EXPECT_EQ(plain(figure(100, Unit::hours)), "4.17 days");
  EXPECT_EQ(plain(figure(8000, Unit::hertz)), "8.00 kHz");
}

TEST_F(Units, Durations) {
  EXPECT_EQ(duration(40), "40\u00a0s");
  EXPECT_EQ(duration(480), "8\u00a0min");
  EXPECT_EQ(duration(4800), "1\u00a0h\u00a020\u00a0min");
  EXPECT_EQ(duration(7200), "2\u00a0h");
  EXPECT_EQ(duration(std::nan("")), "–");
}

TEST_F(Units, EnergyTextNamesIntervalAndSource) {
  energy::EnergyEstimate estimate;
  estimate.millijoules = 0.0123;
  estimate.provenance = energy::Provenance::predicted;
  EXPECT_EQ(plain(energyText(estimate)), "12.3 µJ");
  estimate.low = 0.0101;
  estimate.high = 0.0147;
  estimate.source = "phone CPU, 296 kernels";
  EXPECT_EQ(plain(energyText(estimate)), "12.3 µJ (10.1 – 14.7)");
  EXPECT_TRUE(energyToolTip(estimate).contains("predicted"));
  EXPECT_TRUE(energyToolTip(estimate).contains("phone CPU, 296 kernels"));
}

TEST_F(Units, BatteryUse) {
  const BatteryUse phone{"phone", 51e3};
  EXPECT_NEAR(phone.percentPerDay(14), 100 * 1.2096e3 / 51e3, 1e-9);  // 14 mW: 1.21 kJ a day
  EXPECT_NEAR(phone.hours(14), 51e3 / 0.014 / 3600, 1e-6);
  EXPECT_TRUE(std::isinf(phone.hours(0)));
  EXPECT_TRUE(std::isnan(phone.percentPerDay(std::nan(""))));
  EXPECT_TRUE(std::isnan((BatteryUse{"", 0}.hours(1))));
}

TEST_F(Units, PartsOfAMeanPowerAreShares) {
  energy::MeanPower power;
  power.frontEndMw = 0.3;
  power.idleMw = 1.5;
  power.inferenceMw = 0.2;
  power.totalMw = 2;
  const auto parts = powerParts(power);
  ASSERT_EQ(parts.size(), 3u) << "what draws nothing is not told";
  EXPECT_EQ(parts[0].name, "Waiting");
  EXPECT_NEAR(parts[0].share, 0.75, 1e-12);
  EXPECT_EQ(plain(powerPartsText(power, 2)), "Waiting 75 %, Front end 15 %");
  EXPECT_EQ(plain(listeningText(1, 0)), "1 inference a second");
  EXPECT_EQ(plain(listeningText(2.5, 80)), "2.50 inferences a second at 80.0 MHz");
}

TEST_F(Units, QuantityKeysComeBack) {
  for (const Quantity quantity : allQuantities()) {
    EXPECT_EQ(quantityOf(keyOf(quantity)), quantity);
    EXPECT_FALSE(nameOf(quantity).isEmpty());
  }
  EXPECT_FALSE(quantityOf("nothing"));
}

TEST_F(Units, ColoursAreReadableOnLightAndDark) {
  const QPalette palettes[] = {QPalette(Qt::white), kinglet::testing::darkPalette(), QPalette(Qt::black)};
  for (const QPalette& palette : palettes) {
    const Theme theme(palette);
    EXPECT_GE(contrast(theme.text, theme.paper), 4.5);
    EXPECT_GE(contrast(theme.faint, theme.paper), 4.5);
    EXPECT_GE(contrast(theme.warning, theme.paper), 4.5);
    for (int i = 0; i < kCategories; ++i) EXPECT_GE(contrast(theme.category(i), theme.paper), 3) << i;
  }
  EXPECT_NEAR(contrast(Qt::white, Qt::black), 21, 1e-6);
  EXPECT_TRUE(Theme(kinglet::testing::darkPalette()).dark);
}

TEST_F(Units, AmountsGrowLighter) {
  for (const ColourMap map : {ColourMap::cividis, ColourMap::viridis}) {
    for (int i = 0; i < 20; ++i) {
      EXPECT_GT(contrast(amountColour(map, (i + 1) / 20.0), Qt::black),
                contrast(amountColour(map, i / 20.0), Qt::black));
    }
  }
}

}  // namespace
}  // namespace kinglet::widgets
