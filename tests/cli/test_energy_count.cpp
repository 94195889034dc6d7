// kinglet energy count, and the devices that it has written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "run_command.h"

namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;
using kinglet::testing::runCommand;

TEST(EnergyCount, OptionsThatMakeNoSenseAreBadUsage) {
  EXPECT_EQ(runCommand("energy count --out x.json").code, 2);
  EXPECT_EQ(runCommand("energy count --target cortex-m4").code, 2);
  EXPECT_EQ(runCommand("energy count --target cortex-m99 --out x.json").code, 2);
  EXPECT_EQ(runCommand("energy count --target cortex-m4 --front-end tape --out x.json").code, 2);
  EXPECT_EQ(runCommand("energy count --target cortex-m55 --power-mw 20 --out x.json").code, 2);
  EXPECT_EQ(runCommand("energy count --target cortex-m55 --clock-mhz 100 --power-mw -1 --out x.json").code,
            2);
}

TEST(EnergyCount, ItsDevicesTellEnergyOfKingletsC) {
  const auto own = runCommand("show --network ds_cnn --device kinglet-c-cortex-m4 --json");
  ASSERT_EQ(own.code, 0) << own.error;
  const Json json = Json::parse(own.out);
  EXPECT_EQ(json["runtime"], "Kinglet C");
  EXPECT_THAT(json["energy_source"].get<std::string>(), HasSubstr("counted"));
  const Json board = Json::parse(runCommand("show --network ds_cnn --device nucleo-l4r5 --json").out);
  EXPECT_NE(board["runtime"], json["runtime"]);
  EXPECT_GT(json["energy_mj"].get<double>(), 0.3 * board["energy_mj"].get<double>());
  EXPECT_LT(json["energy_mj"].get<double>(), 10 * board["energy_mj"].get<double>());
}

}  // namespace
