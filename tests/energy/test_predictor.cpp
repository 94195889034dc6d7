#include "energy/predictor/predictor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "energy/planted.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

std::filesystem::path temporary(const std::string& name) {
  return test::scratch() / name;
}

PredictorOptions by(const std::string& method) {
  PredictorOptions options;
  options.method = method;
  options.folds = 5;
  return options;
}

TEST(Accuracy, OfKnownFigures) {
  const std::vector<EnergyInterval> predicted{{1.05, 0.9, 1.2}, {2, 1.9, 2.05}, {3, 2, 4}, {5, 4.9, 5.1}};
  const Accuracy accuracy = accuracyOf(predicted, {1, 2.5, 3, 4});
  EXPECT_EQ(accuracy.n, 4);
  EXPECT_NEAR(accuracy.mape, (5 + 20 + 0 + 25) / 4.0, 1e-9);
  EXPECT_NEAR(accuracy.rmspe, std::sqrt((25 + 400 + 0 + 625) / 4.0), 1e-9);
  EXPECT_NEAR(accuracy.within10, 50, 1e-9);
  EXPECT_NEAR(accuracy.within20, 75, 1e-9);
  EXPECT_NEAR(accuracy.spearman, 1, 1e-12);
  EXPECT_NEAR(accuracy.coverage, 50, 1e-9);
  EXPECT_NEAR(accuracyOf({{1, 0, 2}, {2, 0, 3}, {2, 0, 3}}, {3, 2, 1}).spearman, -std::sqrt(0.75), 1e-9);
}

TEST(Accuracy, FoldsKeepGroupsTogether) {
  const std::vector<std::string> groups{"a", "b", "a", "c", "d", "b", "e", "f"};
  const std::vector<int> folds = groupedFolds(groups, 3, 7);
  EXPECT_EQ(folds[0], folds[2]);
  EXPECT_EQ(folds[1], folds[5]);
  EXPECT_EQ(std::set<int>(folds.begin(), folds.end()).size(), 3u);
  EXPECT_EQ(folds, groupedFolds(groups, 3, 7));
}

TEST(Predictor, OfALargeTableEveryNthRowInTheOrderOfEnergyIsLearntFrom) {
  MeasuredTable table = planted::table(100, 0.02, 3);
  EXPECT_EQ(rowsLearnt(table).size(), 100u);
  const std::vector<MeasuredRow> rows = table.rows;
  while (table.rows.size() < 9000)
    for (const MeasuredRow& row : rows) {
      table.rows.push_back(row);
      table.rows.back().energyMj *= 1 + 1e-4 * double(table.rows.size());
    }
  const std::vector<int> learnt = rowsLearnt(table);
  ASSERT_EQ(learnt.size(), std::size_t(kMostRowsLearnt));
  EXPECT_TRUE(std::is_sorted(learnt.begin(), learnt.end()));
  EXPECT_EQ(std::adjacent_find(learnt.begin(), learnt.end()), learnt.end());
  std::vector<double> all, chosen;
  for (const MeasuredRow& row : table.rows) all.push_back(row.energyMj);
  for (const int row : learnt) chosen.push_back(table.rows[std::size_t(row)].energyMj);
  std::sort(all.begin(), all.end());
  std::sort(chosen.begin(), chosen.end());
  EXPECT_EQ(chosen.front(), all.front());
  EXPECT_EQ(chosen.back(), all.back());
  EXPECT_NEAR(chosen[chosen.size() / 2], all[all.size() / 2], 1e-3 * all[all.size() / 2]);
}

TEST(Predictor, FittingTellsHowFarItIsAndCanBeStopped) {
  const MeasuredTable table = planted::table(60, 0.02, 1);
  PredictorOptions options = by("auto");
  std::vector<double> shares;
  options.progress = [&](const base::Message&, double share) { shares.push_back(share); };
  (void)Predictor::fit(table, options);
  EXPECT_GT(shares.size(), 10u);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_LT(shares.back(), 1);
  for (const char* method : {"forest", "process"}) {
    std::stop_source stop;
    options = by(method);
    options.stop = stop.get_token();
    options.progress = [&](const base::Message&, double) { stop.request_stop(); };
    EXPECT_THROW(Predictor::fit(table, options), base::Error) << method;
  }
}

TEST(Predictor, LearnsAPlantedProcessorAndKnowsHowWell) {
  const MeasuredTable train = planted::table(160, 0.02, 1), fresh = planted::table(300, 0.02, 2);
  const Predictor predictor = Predictor::fit(train, by("auto"));
  EXPECT_EQ(predictor.method(), "process");  // the surface is smooth
  EXPECT_EQ(predictor.crossValidation().size(), 2u);
  std::vector<EnergyInterval> predicted;
  std::vector<double> measured;
  for (const MeasuredRow& row : fresh.rows) {
    predicted.push_back(predictor.predict(row));
    measured.push_back(row.energyMj);
  }
  const Accuracy accuracy = accuracyOf(predicted, measured);
  EXPECT_LT(accuracy.mape, 6);
  EXPECT_GT(accuracy.spearman, 0.99);
  EXPECT_GT(accuracy.coverage, 80);
  EXPECT_LT(accuracy.coverage, 98);
}

TEST(Predictor, TheForestHasSpreadAndRepeatsItself) {
  const MeasuredTable train = planted::table(120, 0.02, 3), fresh = planted::table(200, 0.02, 4);
  const Predictor one = Predictor::fit(train, by("forest")), two = Predictor::fit(train, by("forest"));
  EXPECT_EQ(one.method(), "forest");
  double error = 0;
  int covered = 0;
  for (const MeasuredRow& row : fresh.rows) {
    const EnergyInterval a = one.predict(row), b = two.predict(row);
    EXPECT_EQ(a.mj, b.mj);
    EXPECT_LT(a.low, a.mj);
    EXPECT_GT(a.high, a.mj);
    error += std::abs(a.mj / row.energyMj - 1) / fresh.rows.size();
    covered += a.low <= row.energyMj && row.energyMj <= a.high;
  }
  EXPECT_LT(error, 0.2);
  EXPECT_GT(covered, 160);
}

TEST(Predictor, ComesBackFromItsFile) {
  const MeasuredTable train = planted::table(60, 0.05, 5);
  for (const char* method : {"forest", "process"}) {
    const Predictor fitted = Predictor::fit(train, by(method));
    const auto path = temporary(std::string(method) + ".model");
    fitted.save(path);
    const Predictor loaded = Predictor::load(path);
    EXPECT_EQ(loaded.method(), method);
    EXPECT_EQ(loaded.source(), fitted.source());
    EXPECT_EQ(loaded.examples().size(), train.rows.size());
    for (const MeasuredRow& row : planted::table(20, 0, 6).rows) {
      EXPECT_NEAR(loaded.predict(row).mj / fitted.predict(row).mj, 1, 1e-9);
      EXPECT_NEAR(loaded.predict(row).high / fitted.predict(row).high, 1, 1e-9);
    }
    EXPECT_NEAR(loaded.importance().front().second, fitted.importance().front().second, 1e-9);
  }
}

TEST(Predictor, RefusesDamagedFilesAndTinyTables) {
  const auto path = temporary("damaged.model");
  std::ofstream(path) << "not json";
  EXPECT_THROW(Predictor::load(path), base::Error);
  std::ofstream(path, std::ios::trunc) << R"({"format": "kinglet-energy-model", "version": 1})";
  EXPECT_THROW(Predictor::load(path), base::Error);
  EXPECT_THROW(Predictor::load(temporary("missing.model")), base::Error);
  EXPECT_THROW(Predictor::fit(planted::table(9, 0.02, 1)), base::Error);
  EXPECT_THROW(Predictor::fit(planted::table(20, 0.02, 1), by("oracle")), base::Error);
}

TEST(Predictor, TreesThatLeadOutOfThemselvesAreRefused) {
  const auto path = temporary("trees.model");
  Predictor::fit(planted::table(20, 0.02, 1), by("forest")).save(path);
  nlohmann::json model = base::parsedJson<nlohmann::json>(base::readText(path), "a model");
  const auto withTree = [&](const char* nodes) {
    model["regressor"]["trees"] = nlohmann::json::parse(nodes);
    return base::jsonText(model);
  };
  EXPECT_NO_THROW(Predictor::fromText(withTree("[[[0, 1, 1, 0], [0, 0, 1, 0], [0, 0, 1, 0]]]"), "m"));
  // 2^32 + 1 and 2^32, cut off, would be 1 and 0.
  for (const char* nodes :
       {"[[[0, 4294967297, 1, 0], [0, 0, 1, 0], [0, 0, 1, 0]]]",
        "[[[4294967296, 1, 1, 0], [0, 0, 1, 0], [0, 0, 1, 0]]]", "[[[0, 2147483648, 1, 0], [0, 0, 1, 0]]]",
        "[[[0, 1e300, 1, 0], [0, 0, 1, 0]]]", "[[[0, 0, 1, 0], [0, 1, 1, 0]]]", "[[]]", "[]"})
    EXPECT_THROW(Predictor::fromText(withTree(nodes), "m"), base::Error) << nodes;
}

TEST(Predictor, FilesThatLackAPartOrSwellAreRefused) {
  const auto path = temporary("parts.model");
  for (const char* method : {"forest", "process"}) {
    Predictor::fit(planted::table(20, 0.02, 1), by(method)).save(path);
    const nlohmann::json good = base::parsedJson<nlohmann::json>(base::readText(path), "a model");
    const auto refused = [&](const std::function<void(nlohmann::json&)>& harm) {
      nlohmann::json model = good;
      harm(model);
      EXPECT_THROW(Predictor::fromText(base::jsonText(model), "m"), base::Error) << method;
    };
    EXPECT_NO_THROW(Predictor::fromText(base::jsonText(good), "m"));
    refused([](auto& model) { model["method"] = "oracle"; });
    refused([](auto& model) { model["accuracy"] = nlohmann::json::object(); });
    refused([](auto& model) {
      model["examples"] = nlohmann::json::array();
      model["points"] = nlohmann::json::array();
    });
  }
  // The work of a process grows with the cube of its points.
  nlohmann::json process = base::parsedJson<nlohmann::json>(base::readText(path), "a model");
  auto& regressor = process["regressor"];
  const std::size_t columns = regressor["mean"].size();
  regressor["log_energy"] = std::vector<double>(100'000, 1.0);
  regressor["points"] = std::vector<double>(100'000 * columns, 1.0);
  EXPECT_THROW(Predictor::fromText(base::jsonText(process), "m"), base::Error);
}

TEST(Predictor, ANetworkIsTheSumOfItsLayers) {
  const Predictor predictor = Predictor::fit(planted::table(150, 0.02, 8), by("process"));
  const std::vector<LayerWork> works{planted::conv(28, 3, 1, 16, 32), planted::conv(28, 1, 1, 32, 64),
                                     planted::conv(28, 3, 2, 64, 64)};
  const NetworkEnergy energy = predictor.predict(works);
  double sum = 0, truth = 0, low = 0;
  for (std::size_t i = 0; i < works.size(); ++i) {
    sum += energy.layers[i].mj;
    low += energy.layers[i].low;
    truth += planted::energyMj(works[i]);
  }
  EXPECT_NEAR(energy.total.mj, sum, 1e-12);
  EXPECT_NEAR(energy.total.mj / truth, 1, 0.15);
  // Errors partly cancel: the interval of the sum is narrower than the sum of the intervals, and is one.
  EXPECT_GT(energy.total.low, low);
  EXPECT_LT(energy.total.low, energy.total.mj);
  EXPECT_GT(energy.total.high, energy.total.mj);
}

TEST(Predictor, KindsThatWereNotMeasuredStillCount) {
  const Predictor predictor = Predictor::fit(planted::table(80, 0.02, 9), by("process"));
  LayerWork depthwise = planted::conv(28, 3, 1, 32, 32), dense, pool;
  depthwise.kind = WorkKind::depthwise;
  depthwise.macs = depthwise.params = 0;
  countWork(depthwise);
  dense.kind = WorkKind::dense;
  dense.in = {1, 1, 64};
  dense.out = {1, 1, 10};
  countWork(dense);
  pool.kind = WorkKind::data;
  pool.in = {8, 8, 64};
  pool.out = {1, 1, 64};
  countWork(pool);
  const NetworkEnergy energy = predictor.predict({depthwise, dense, pool});
  EXPECT_GT(energy.layers[0].mj, 0);
  EXPECT_LT(energy.layers[0].mj,
            predictor.predict(std::vector<LayerWork>{planted::conv(28, 3, 1, 32, 32)}).total.mj);
  EXPECT_NEAR(energy.layers[1].mj,
              predictor.predict(std::vector<LayerWork>{planted::conv(1, 1, 1, 64, 10)}).total.mj, 1e-12);
  EXPECT_EQ(energy.layers[2].mj, 0);
}

}  // namespace
}  // namespace kinglet::energy
