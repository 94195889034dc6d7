#include "energy/predictor/measured_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "energy/stated_units.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

std::filesystem::path write(const std::string& text) {
  const auto path = test::scratch() / "measured.csv";
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

TableOptions energyIn(const std::string& target, const std::string& unit = "") {
  TableOptions options;
  options.target = target;
  options.unit = unit;
  return options;
}

std::string complaint(const std::string& text, const TableOptions& options) {
  try {
    readMeasuredTable(write(text), options);
  } catch (const base::Error& e) {
    return e.what();
  }
  return "";
}

constexpr const char* kKernels =
    "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\nA,14,1,1,720,192,3.122\nB,28,3,2,16,32,0.5\n";

TEST(MeasuredTable, DecimalCommasAndSemicolonsAreReadAsTheyAreMeant) {
  const MeasuredTable table = readMeasuredTable(
      write("\xEF\xBB\xBFhw;in_c;out_c;kernel;stride;energy_mJ\r\n8;8;16;3;1;0,64\r\n10;8;16;3;1;1,05\r\n"),
      energyIn("energy_mJ"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_NEAR(table.rows[0].energyMj, 0.64, 1e-12);
  EXPECT_NEAR(table.rows[1].energyMj, 1.05, 1e-12);
  EXPECT_NEAR(table.resolutionMj, 0.005, 1e-12);
}

TEST(Units, AreThoseThatPeopleWrite) {
  EXPECT_EQ(*millijoulesIn("mJ"), 1);
  EXPECT_EQ(*millijoulesIn("µJ"), 1e-3);
  EXPECT_EQ(*millijoulesIn("J"), 1e3);
  EXPECT_FALSE(millijoulesIn("furlong"));
  for (const char* micro : {"uA",
                            "\xC2\xB5"
                            "A",
                            "\xCE\xBC"
                            "A",
                            "\xB5"
                            "A",
                            " [uA] ", "microamps",
                            "\xC3\x82\xC2\xB5"
                            "A"})
    EXPECT_EQ(milliamperesIn(micro).value_or(0), 1e-3) << micro;
  EXPECT_EQ(secondsIn("milliseconds"), 1e-3);
  EXPECT_EQ(voltsIn("mV"), 1e-3);
  EXPECT_EQ(milliwattsIn("watts"), 1e3);
  EXPECT_EQ(*secondsIn("ms"), 1e-3);
  EXPECT_EQ(statedUnit("energy_mJ"), "mJ");
  EXPECT_EQ(statedUnit("Main(mA)"), "mA");
  EXPECT_EQ(statedUnit("power [W]"), "W");
  EXPECT_EQ(statedUnit("energy"), "");
}

TEST(MeasuredTable, ReadsKernelsWithSamePadding) {
  const MeasuredTable table = readMeasuredTable(write(kKernels), energyIn("energy_mJ"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.features.level(), FeatureLevel::kernel);
  EXPECT_EQ(table.rows[0].name, "A");
  EXPECT_EQ(table.rows[0].works[0].macs, 14L * 14 * 720 * 192);
  EXPECT_EQ(table.rows[1].works[0].out.h, 14);
  EXPECT_EQ(table.rows[1].works[0].macs, 14L * 14 * 9 * 16 * 32);
  EXPECT_DOUBLE_EQ(table.resolutionMj, 0.0005);
}

TEST(MeasuredTable, SizesBeyondCountingAreRefused) {
  const std::string head = "HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\n";
  for (const char* row : {"1000000,1000000,1,1000000,1000000,1", "100000,1,1,1000,1000,1"})
    EXPECT_NE(complaint(head + row + "\n", energyIn("energy_mJ")).find("cannot be meant"), std::string::npos)
        << row;
  EXPECT_EQ(complaint(head + "1000,3,1,100,100,100000\n", energyIn("energy_mJ")), "");
}

TEST(MeasuredTable, ConvertsUnits) {
  const std::string text = "HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy\n14,1,1,720,192,3122\n";
  EXPECT_NEAR(readMeasuredTable(write(text), energyIn("energy", "uJ")).rows[0].energyMj, 3.122, 1e-12);
  EXPECT_NE(complaint(text, energyIn("energy")).find("--unit"), std::string::npos);
  EXPECT_NE(complaint(text, energyIn("energy", "parsec")).find("not a unit"), std::string::npos);
}

TEST(MeasuredTable, ColumnsCanBeMappedAndKindsStated) {
  TableOptions options = energyIn("energy_mJ");
  options.columns = {{"hw", "map"}, {"in_c", "planes"}, {"kernel", "taps"}};
  options.kind = WorkKind::depthwise;
  const MeasuredTable table = readMeasuredTable(write("map,planes,taps,energy_mJ\n20,32,3,0.1\n"), options);
  EXPECT_EQ(table.rows[0].works[0].kind, WorkKind::depthwise);
  EXPECT_EQ(table.rows[0].works[0].macs, 20L * 20 * 9 * 32);
  options.columns["in_q"] = "planes";
  EXPECT_THROW(readMeasuredTable(write("map,planes,taps,energy_mJ\n20,32,3,0.1\n"), options), base::Error);
}

TEST(MeasuredTable, KindsFollowFromTheColumnsThatAreThere) {
  const auto kind = [&](const std::string& text) {
    return readMeasuredTable(write(text), energyIn("energy_mJ")).rows[0].works[0].kind;
  };
  EXPECT_EQ(kind("HW,KERNEL_SIZE,STRIDES,CIN,energy_mJ\n20,3,1,32,0.1\n"), WorkKind::depthwise);
  EXPECT_EQ(kind("CIN,COUT,energy_mJ\n200,300,0.1\n"), WorkKind::dense);
  EXPECT_EQ(kind("HW,CIN,energy_mJ\n20,32,0.1\n"), WorkKind::data);
}

TEST(MeasuredTable, UnknownShapesBecomePlainColumns) {
  const MeasuredTable table =
      readMeasuredTable(write("id,HW,CIN1,CIN2,latency_ms,energy_mJ\n7,20,32,64,3,0.1\n8,10,32,64,3,0.05\n"),
                        energyIn("energy_mJ"));
  EXPECT_EQ(table.features.level(), FeatureLevel::columns);
  EXPECT_EQ(table.features.names(), (std::vector<std::string>{"HW", "CIN1", "CIN2"}));
  EXPECT_EQ(table.rows[1].values, (std::vector<double>{10, 32, 64}));
}

TEST(MeasuredTable, NetworksAreJoinedWithTheirLayers) {
  const auto layers = test::scratch() / "layers_of_networks.csv";
  std::ofstream(layers) << "network,layer,type,in_h,in_w,in_c,out_h,out_w,out_c,kernel_h,kernel_w,stride\n"
                           "a,0,CONV_2D,8,8,3,8,8,16,3,3,1\na,1,FULLY_CONNECTED,8,8,16,1,1,10,1,1,1\n";
  TableOptions options = energyIn("energy_uJ");
  options.layers = layers;
  const MeasuredTable table = readMeasuredTable(write("network,energy_uJ\na,100\n"), options);
  EXPECT_EQ(table.features.level(), FeatureLevel::network);
  EXPECT_EQ(table.rows[0].works.size(), 2u);
  EXPECT_NE(complaint("network,energy_uJ\nb,100\n", options).find("line 2"), std::string::npos);
}

TEST(MeasuredTable, HostileTablesAreRefusedByLine) {
  const std::string head = "HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\n", good = "14,1,1,720,192,3.122\n";
  const TableOptions options = energyIn("energy_mJ");
  const auto says = [&](const std::string& text, const char* what) {
    EXPECT_NE(complaint(text, options).find(what), std::string::npos) << complaint(text, options);
  };
  says(good + good, "line 1");  // no header
  says("", "empty");
  says(head, "no measurements");
  says(head + good + "14,1,1,720,192,-3\n", "line 3");  // negative
  says(head + good + "14,1,1,720,192,0\n", "line 3");
  says(head + good + "14,1,1,720,192,nan\n", "line 3");
  says(head + good + "14,1,1,720,192,much\n", "line 3");
  says(head + good + "14,1,1,720,192\n", "line 3");                     // short
  says(head + good + "14.5,1,1,720,192,1\n", "line 3");                 // half a pixel
  says(head + good + std::string("\0\1\2,1,1,1,1,1\n", 15), "line 3");  // binary
  says("HW,KERNEL_SIZE,STRIDES,CIN,COUT,power\n" + good, "energy_mJ");  // the missing column is named
  // Nanojoules taken for millijoules: no device needs so much.
  says(head + "14,1,1,720,192,3122000000\n", "unit");
  says(head + "14,1,1,720,192,0.0000000003\n", "unit");
}

TEST(MeasuredTable, TooManyRowsEndInAnErrorWithBoundedMemory) {
  const auto path = test::scratch() / "long.csv";
  {
    std::ofstream out(path);
    out << "HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\n";
    for (int i = 0; i < 200'001; ++i) out << "14,1,1,720,192,3.122\n";
  }
  try {
    readMeasuredTable(path, energyIn("energy_mJ"));
    FAIL();
  } catch (const base::Error& e) {
    EXPECT_NE(std::string(e.what()).find("line 200002"), std::string::npos) << e.what();
  }
  std::filesystem::remove(path);
}

// A cell may be a hundred kilobytes; ./dev fuzz found that asking about it took seconds.
TEST(StatedUnits, WhatIsLongerThanAnyUnitIsNone) {
  EXPECT_EQ(plainUnit(" [\xC2\xB5"
                      "A]."),
            "ua");
  EXPECT_EQ(plainUnit(std::string(200, ' ') + "mA"), "ma");
  EXPECT_EQ(plainUnit(std::string(100000, ' ') + "mA"), "");
  EXPECT_FALSE(milliamperesIn(std::string(100000, '[')));
}

}  // namespace
}  // namespace kinglet::energy
