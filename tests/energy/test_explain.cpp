#include "energy/predictor/explain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "energy/planted.h"
#include "energy/predictor/model_choice.h"
#include "energy/predictor/next_measurement.h"
#include "network/baselines.h"
#include "network/every_kind.h"
#include "network/network_spec.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

std::filesystem::path temporary(const std::string& name) {
  return test::scratch() / name;
}

Predictor planted80(const std::string& method) {
  PredictorOptions options;
  options.method = method;
  options.folds = 5;
  return Predictor::fit(planted::table(80, 0.02, 11), options);
}

std::vector<CandidateNetwork> candidates() {
  std::vector<CandidateNetwork> all;
  for (double width : {0.25, 0.5, 0.75, 1.0})
    all.push_back({static_cast<int>(all.size()), network::mobileNetV1(width, {49, 40, 1}, 10), width < 0.6});
  all.push_back({4, network::dsCnn({49, 40, 1}, 10), true});
  return all;
}

TEST(Explain, LayersMakeTheFigureAndNeighboursAreMeasured) {
  for (const char* method : {"forest", "process"}) {
    const Predictor predictor = planted80(method);
    const std::vector<LayerWork> works{planted::conv(28, 3, 1, 16, 32), planted::conv(14, 1, 1, 32, 64)};
    const Explanation e = explain(predictor, works);
    ASSERT_EQ(e.layers.size(), 2u);
    EXPECT_NEAR(e.layers[0].energy.mj + e.layers[1].energy.mj, e.total.mj, 1e-12);
    EXPECT_NEAR(e.layers[0].share + e.layers[1].share, 1, 1e-12);
    ASSERT_EQ(e.layers[0].nearest.size(), 3u);
    EXPECT_LE(e.layers[0].nearest[0].distance, e.layers[0].nearest[2].distance);
    EXPECT_TRUE(std::is_sorted(e.spread.begin(), e.spread.end()));
    EXPECT_LT(e.spread.front(), e.total.mj);
    EXPECT_GT(e.spread.back(), e.total.mj);
    EXPECT_TRUE(e.warnings.empty()) << e.warnings[0].english();
  }
}

TEST(Explain, WarnsOutsideOfWhatWasMeasured) {
  const Predictor predictor = planted80("process");
  const Explanation e = explain(predictor, {planted::conv(56, 5, 1, 4000, 4000)});
  ASSERT_FALSE(e.warnings.empty());
  EXPECT_NE(e.warnings[0].english().find("outside"), std::string::npos);
  ASSERT_FALSE(e.layers[0].outside.empty());
  EXPECT_NE(e.layers[0].outside[0].english().find("over the measured"), std::string::npos);
}

TEST(Explain, AProfileNamesItsMeasuredNetworks) {
  const DeviceProfile& profile = device(kDefaultDevice);
  const Explanation small = explain(profile, workOf(network::mlperfTiny("kws")));
  ASSERT_EQ(small.nearest.size(), profile.measured.size());
  EXPECT_EQ(small.nearest[0].name, "kws");
  EXPECT_TRUE(small.warnings.empty());
  EXPECT_GT(small.total.high, small.total.mj);
  EXPECT_EQ(modelFor(profile)->estimate({}, network::mlperfTiny("kws")).source.find("dilated"), std::string::npos);
  const auto apart = network::networkWith(network::LayerKind::dilatedConv1dTime);
  EXPECT_NE(modelFor(profile)->estimate({}, apart).source.find("dilated"), std::string::npos);
  const std::vector<base::Message> doubts = explain(profile, workOf(apart)).warnings;
  EXPECT_TRUE(std::any_of(doubts.begin(), doubts.end(), [](const base::Message& doubt) {
    return doubt.english().find("dilated") != std::string::npos;
  }));
  const Explanation large = explain(profile, workOf(network::mobileNetV1(1, {98, 64, 1}, 10)));
  EXPECT_FALSE(large.warnings.empty());
}

TEST(EnergyModels, ComeByNameOrFile) {
  EXPECT_EQ(energyModel("nucleo-u575")->name(), device("nucleo-u575").name);
  EXPECT_THROW(energyModel("abacus"), base::Error);
  EXPECT_THROW(energyModel("model:/no/such/file"), base::Error);
  const auto path = temporary("chosen.model");
  planted80("process").save(path);
  const auto model = energyModel("model:" + path.string());
  const network::NetworkSpec spec = network::dsCnn({98, 64, 1}, 10);
  const EnergyEstimate estimate = model->estimate({}, spec);
  EXPECT_EQ(estimate.provenance, Provenance::predicted);
  EXPECT_LT(estimate.low, estimate.millijoules);
  EXPECT_GT(estimate.high, estimate.millijoules);
  EXPECT_GT(estimate.frontEndMillijoules, 0);
  EXPECT_EQ(estimate.layers.size(), spec.layers().size());
  EXPECT_NE(estimate.source.find("planted"), std::string::npos);
  double sum = estimate.frontEndMillijoules;
  for (const LayerEnergy& layer : estimate.layers) sum += layer.millijoules;
  EXPECT_NEAR(sum, estimate.millijoules, 1e-9);
}

TEST(NextMeasurement, EachShrinksTheFrontAndTheFirstTheMost) {
  for (const char* method : {"forest", "process"}) {
    const std::vector<WorkItem> items = whatToMeasure(planted80(method), candidates(), 3);
    ASSERT_FALSE(items.empty()) << method;
    double last = 1e9, lastGain = 1e9;
    for (const WorkItem& item : items) {
      EXPECT_LT(item.frontSpreadAfter, item.frontSpreadBefore);
      EXPECT_LE(item.frontSpreadBefore, last + 1e-9);
      const double gain = std::pow(item.frontSpreadBefore, 2) - std::pow(item.frontSpreadAfter, 2);
      EXPECT_LE(gain, lastGain + 1e-6);
      last = item.frontSpreadAfter;
      lastGain = gain;
    }
  }
  EXPECT_EQ(whatToMeasure(device(kDefaultDevice), candidates(), 2).size(), 2u);
  EXPECT_THROW(whatToMeasure(device(kDefaultDevice), {{0, network::dsCnn({49, 40, 1}, 10), false}}, 2),
               base::Error);
}

TEST(NextMeasurement, TheWorkListComesBackMeasuredAndRefinesTheModel) {
  const Predictor predictor = planted80("process");
  std::vector<WorkItem> items = whatToMeasure(predictor, candidates(), 3);
  // The chip at hand takes a third more than the table's.
  for (std::size_t i = 0; i + 1 < items.size(); ++i) items[i].measuredMj = 1.33 * items[i].predicted.mj;
  const auto path = temporary("work.csv");
  writeWorkList(path, items);
  const std::vector<WorkItem> back = readWorkList(path);
  ASSERT_EQ(back.size(), items.size());
  EXPECT_EQ(back[0].trial, items[0].trial);
  EXPECT_EQ(back[0].network.fingerprint(), items[0].network.fingerprint());
  EXPECT_FALSE(back.back().measuredMj);
  const std::vector<NetworkMeasurement> measured = measurementsOf(back);
  EXPECT_EQ(measured.size(), items.size() - 1);
  const Predictor refined = predictor.refined(measured);
  const double ratio =
      refined.predict(measured[0].works).total.mj / predictor.predict(measured[0].works).total.mj;
  EXPECT_GT(ratio, 1.05);
  EXPECT_LE(ratio, 1.34);
  const auto file = temporary("refined.model");
  refined.save(file);
  EXPECT_NEAR(Predictor::load(file).predict(measured[0].works).total.mj,
              refined.predict(measured[0].works).total.mj, 1e-9);

  std::ofstream(path, std::ios::app) << "9,,x,1,1,1,1,1,-4,{}\n";
  try {
    readWorkList(path);
    FAIL();
  } catch (const base::Error& e) {
    EXPECT_NE(std::string(e.what()).find("line " + std::to_string(items.size() + 2)), std::string::npos)
        << e.what();
  }
}

}  // namespace
}  // namespace kinglet::energy
