#include "energy/device/streaming_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

std::filesystem::path table(const std::string& rows) {
  const auto path = test::scratch() / "streaming.csv";
  std::ofstream(path)
      << "round,device,processor,runtime,clock_mhz,supply_v,power_mw,avg_period_s,avg_duty_cycle\n"
      << rows;
  return path;
}

TEST(StreamingTable, ReadsWhatIsComplete) {
  const auto rows = readStreamingTable(table("v1.3,B,M4,R 1,100,,12.5,0.032,0.5\nv1.3,B,M4,R 1,,3,12.5,,\n"));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].clockMhz, 100);
  EXPECT_FALSE(rows[0].supplyV.has_value());
  EXPECT_DOUBLE_EQ(rows[0].periodMs, 32);
}

TEST(StreamingTable, NamesTheLineOfABadFigure) {
  for (const char* bad : {"v1.3,B,M4,R 1,100,3,12.5,0.032,1.5\n", "v1.3,B,M4,R 1,-100,3,12.5,0.032,0.5\n"}) {
    try {
      readStreamingTable(table(bad));
      FAIL() << bad;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find("line 2"), std::string::npos) << error.what();
    }
  }
}

TEST(StreamingTable, ItsInputIsOneFrame) {
  EXPECT_EQ(streamingInput().frames(), 1);
}

}  // namespace
}  // namespace kinglet::energy
