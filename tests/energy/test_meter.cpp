#include "energy/meter/meter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/csv.h"
#include "base/error.h"
#include "energy/energy_model.h"
#include "energy/meter/measure.h"
#include "energy/predictor/measured_table.h"
#include "network/baselines.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

namespace fs = std::filesystem;

// A tree such as the kernel shows below /sys/class/powercap.
class FakePowercap {
 public:
  FakePowercap() : root_(test::scratch() / "powercap") {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void domain(const std::string& folder, const std::string& name, std::uint64_t uj, std::uint64_t range) {
    fs::create_directories(root_ / folder);
    write(folder + "/name", name);
    write(folder + "/max_energy_range_uj", std::to_string(range));
    set(folder, uj);
  }
  void set(const std::string& folder, std::uint64_t uj) { write(folder + "/energy_uj", std::to_string(uj)); }
  void write(const std::string& file, const std::string& text) {
    std::ofstream(root_ / file) << text << "\n";
  }
  const fs::path& root() const { return root_; }

 private:
  fs::path root_;
};

std::string complaint(const fs::path& root) {
  try {
    powercapMeter(root);
  } catch (const base::Error& e) {
    return e.what();
  }
  return "";
}

TEST(Powercap, SumsPackagesAndTheirMemoryOnce) {
  FakePowercap tree;
  tree.domain("intel-rapl:0", "package-0", 1'000'000, 262'143'000'000);
  tree.domain("intel-rapl:0:0", "core", 500'000, 262'143'000'000);
  tree.domain("intel-rapl:0:1", "dram", 100'000, 65'000'000'000);
  tree.domain("intel-rapl:1", "package-1", 7'000'000, 262'143'000'000);
  tree.domain("intel-rapl:2", "psys", 9'000'000, 262'143'000'000);
  tree.domain("intel-rapl-mmio:0", "package-0", 1'000'000, 262'143'000'000);
  const auto meter = powercapMeter(tree.root());
  const double before = meter->joules();
  tree.set("intel-rapl:0", 3'000'000);
  tree.set("intel-rapl:0:0", 2'400'000);
  tree.set("intel-rapl:0:1", 600'000);
  tree.set("intel-rapl:1", 7'250'000);
  tree.set("intel-rapl:2", 99'000'000);
  tree.set("intel-rapl-mmio:0", 3'000'000);
  EXPECT_NEAR(meter->joules() - before, 2 + 0.5 + 0.25, 1e-9);
  EXPECT_EQ(meter->provenance(), Provenance::measured);
  EXPECT_NE(meter->source().find("package-0 + dram of package-0 + package-1"), std::string::npos)
      << meter->source();
}

TEST(Powercap, CountersWrapAround) {
  FakePowercap tree;
  tree.domain("intel-rapl:0", "package-0", 999'000, 1'000'000);
  const auto meter = powercapMeter(tree.root());
  tree.set("intel-rapl:0", 4'000);
  EXPECT_NEAR(meter->joules(), 0.005, 1e-9);
  tree.set("intel-rapl:0", 3'000);
  EXPECT_NEAR(meter->joules(), 0.005 + 0.999, 1e-9);
}

TEST(Powercap, PsysServesWhereThereIsNoPackage) {
  FakePowercap tree;
  tree.domain("intel-rapl:0", "psys", 0, 1'000'000'000);
  const auto meter = powercapMeter(tree.root());
  tree.set("intel-rapl:0", 2'000'000);
  EXPECT_NEAR(meter->joules(), 2, 1e-9);
}

TEST(Powercap, SaysWhatIsMissingAndWhatToDo) {
  FakePowercap tree;
  EXPECT_NE(complaint(tree.root()).find("--watts"), std::string::npos);
  EXPECT_NE(complaint(tree.root() / "none").find("virtual machines"), std::string::npos);
  // A counter that is there and cannot be read (a test as root may read anything, so it holds no number).
  tree.domain("intel-rapl:0", "package-0", 0, 1'000);
  tree.write("intel-rapl:0/energy_uj", "");
  EXPECT_NE(complaint(tree.root()).find("chmod"), std::string::npos);
}

TEST(StatedPower, IsTimeTimesPowerAndSaysSo) {
  double now = 5;
  const auto meter = statedPowerMeter(4, [&] { return now; });
  now = 8;
  EXPECT_NEAR(meter->joules(), 12, 1e-12);
  EXPECT_EQ(meter->provenance(), Provenance::modelled);
  EXPECT_NE(meter->source().find("stated"), std::string::npos);
  EXPECT_THROW(statedPowerMeter(0), base::Error);
}

TEST(RealCounters, RiseWhereTheyExist) {
  std::unique_ptr<Meter> meter;
  try {
    meter = powercapMeter();
  } catch (const base::Error& e) {
    GTEST_SKIP() << e.what();
  }
  const double before = meter->joules(), end = steadyClock()() + 0.2;
  double busy = 0;
  while (steadyClock()() < end) busy += std::sqrt(busy + 1);
  EXPECT_GT(meter->joules(), before) << busy;
}

// A computer whose clock and counter move by what the networks do.
struct World {
  double seconds = 0, joules = 0;
  std::vector<std::string> order;
};

class WorldMeter : public Meter {
 public:
  explicit WorldMeter(World& world) : world_(world) {}
  std::string name() const override { return "world"; }
  std::string source() const override { return "made up"; }
  Provenance provenance() const override { return Provenance::measured; }
  double joules() override { return world_.joules; }

 private:
  World& world_;
};

MeasureTask taskOf(World& world, const std::string& name, double ms, double mj) {
  return {name, network::dsCnn({49, 10, 1}, 12), [&world, name, ms, mj](long n) {
            world.seconds += double(n) * ms / 1000;
            world.joules += double(n) * (mj + 2 * ms) / 1000;  // at 2 W of rest beside
            if (world.order.empty() || world.order.back() != name) world.order.push_back(name);
          }};
}

TEST(Measure, InterleavesRepeatsAndWarmsUp) {
  World world;
  WorldMeter meter(world);
  const std::vector<MeasureTask> tasks{taskOf(world, "a", 2, 3), taskOf(world, "b", 7, 11),
                                       taskOf(world, "c", 0.01, 0.02)};
  MeasureSettings settings;
  settings.rounds = 4;
  const auto rest = [&](double s) { world.seconds += s, world.joules += 2 * s; };
  const MeasureReport report = measure(
      tasks, meter, settings, {}, {}, [&] { return world.seconds; }, rest);
  ASSERT_EQ(report.networks.size(), 3u);
  EXPECT_NEAR(report.restMw, 2000, 1e-6);
  const double mj[] = {3, 11, 0.02}, ms[] = {2, 7, 0.01};
  for (int i = 0; i < 3; ++i) {
    EXPECT_NEAR(report.networks[i].energyMj, mj[i] + 2 * ms[i], 1e-6);
    EXPECT_NEAR(report.networks[i].netEnergyMj, mj[i], 1e-6);
    EXPECT_NEAR(report.networks[i].latencyMs, ms[i], 1e-9);
    EXPECT_NEAR(report.networks[i].energySpreadMj, 0, 1e-6);
    EXPECT_EQ(report.networks[i].rounds, 4);
  }
  std::map<std::string, int> turns;
  for (const std::string& name : world.order) ++turns[name];
  EXPECT_GE(turns["a"], 4);  // never all rounds of one network together
  EXPECT_GE(turns["b"], 4);
  EXPECT_EQ(world.order[0] + world.order[1] + world.order[2], "abc");  // the warm-up

  const auto path = test::scratch() / "measured_networks.csv";
  writeMeasured(path, report);
  TableOptions options;
  options.target = "energy_mj";
  const MeasuredTable table = readMeasuredTable(path, options);
  EXPECT_EQ(table.features.level(), FeatureLevel::network);
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1].name, "b");
  EXPECT_NEAR(table.rows[1].energyMj, 25, 1e-6);
}

TEST(Measure, RefusesNonsenseAndStops) {
  World world;
  WorldMeter meter(world);
  const auto clock = [&] { return world.seconds; };
  EXPECT_THROW(measure({}, meter, {}, {}, {}, clock), base::Error);
  MeasureSettings settings;
  settings.restSeconds = 0;
  // A counter that stands still says nothing of energy.
  const std::vector<MeasureTask> idle{
      {"idle", network::dsCnn({49, 10, 1}, 12), [&](long n) { world.seconds += double(n); }}};
  EXPECT_THROW(measure(idle, meter, settings, {}, {}, clock), base::Error);
  std::stop_source stop;
  stop.request_stop();
  const MeasureReport report =
      measure({taskOf(world, "a", 2, 3)}, meter, settings, stop.get_token(), {}, clock);
  EXPECT_TRUE(report.cancelled);
  EXPECT_TRUE(report.networks.empty());
  settings.rounds = 0;
  EXPECT_THROW(measure(idle, meter, settings, {}, {}, clock), base::Error);
}

}  // namespace
}  // namespace kinglet::energy
