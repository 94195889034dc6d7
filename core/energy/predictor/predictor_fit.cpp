// Fitting: both methods out of fold, the better one on all rows, the quantile of its scores.
#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/error.h"
#include "base/format.h"
#include "energy/predictor/predictor_state.h"
#include "energy/predictor/process_regressor.h"
#include "statistics/random_forest.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

using statistics::Points;
using statistics::Prediction;
using statistics::Regressor;

constexpr int kFewestRows = 10;
constexpr double kLevel = 0.9;
constexpr int kRefitIterations = 15;  // of a fold's process, which starts from the parameters of all rows

struct Training {
  Points points;
  std::vector<double> logEnergy;
  std::vector<std::string> groups;  // rows that are left out together
  std::vector<int> trend;
  double resolution = 0;
};

std::unique_ptr<Regressor> fitOne(const std::string& method, const Training& data,
                                  const std::vector<int>& rows, const PredictorOptions& how,
                                  const std::vector<double>& start, int iterations) {
  std::vector<double> logEnergy;
  for (int row : rows) logEnergy.push_back(data.logEnergy[row]);
  if (method == "forest") {
    statistics::ForestSettings settings;
    settings.seed = how.seed;
    settings.stop = how.stop;
    return fitForest(data.points.subset(rows), logEnergy, data.trend, settings);
  }
  ProcessSettings settings;
  settings.seed = how.seed;
  settings.stop = how.stop;
  settings.resolution = data.resolution;
  settings.start = start;
  settings.iterations = iterations;
  return fitProcess(data.points.subset(rows), logEnergy, data.trend, settings);
}

struct OutOfFold {
  std::vector<Prediction> predictions;
  double quantile = 1, correlation = 1;
};

// tell: of the fold that begins, from 1.
OutOfFold outOfFold(const std::string& method, const Training& data, const Regressor& full,
                    const PredictorOptions& options, const std::function<void(int)>& tell) {
  const int n = data.points.rows();
  const std::vector<int> folds = groupedFolds(data.groups, options.folds, options.seed);
  OutOfFold result;
  result.predictions.resize(n);
  for (int fold = 0; fold < options.folds; ++fold) {
    std::vector<int> train, held;
    for (int i = 0; i < n; ++i) (folds[i] == fold ? held : train).push_back(i);
    if (held.empty() || train.empty()) continue;
    tell(fold + 1);
    const auto regressor = fitOne(method, data, train, options, parametersOf(full), kRefitIterations);
    for (int i : held) result.predictions[i] = regressor->predict(data.points.row(i));
  }
  std::vector<double> scores, z(n);
  double squares = 0;
  for (int i = 0; i < n; ++i) {
    z[i] = (data.logEnergy[i] - result.predictions[i].mean) / result.predictions[i].spread;
    scores.push_back(std::abs(z[i]));
    squares += z[i] * z[i] / n;
  }
  result.quantile = std::max(statistics::conformalQuantile(std::move(scores), kLevel), 1e-3);
  // Errors of neighbours that were left out together.
  double products = 0;
  int pairs = 0;
  for (int i = 0; i < n && n <= 5000; ++i) {
    int nearest = -1;
    double best = 0;
    for (int j = 0; j < n; ++j) {
      if (folds[j] != folds[i] || data.groups[j] == data.groups[i]) continue;
      const double distance = full.distance(data.points.row(i), data.points.row(j));
      if (nearest < 0 || distance < best) nearest = j, best = distance;
    }
    if (nearest < 0) continue;
    products += z[i] * z[nearest];
    ++pairs;
  }
  // Never quite independent: what a table does not tell (a busy bus, a warm chip) hits all layers of a run.
  result.correlation = std::clamp(pairs > 0 && squares > 0 ? products / pairs / squares : 0.5, 0.1, 1.0);
  return result;
}

std::string groupOf(std::span<const double> point) {
  std::string group;
  for (double value : point) group += base::general(value, 9) + ",";
  return group;
}

double macsOfSums(const std::vector<double>& sums) {
  double macs = 0;
  for (int i = 1; i <= 5; ++i) macs += sums.at(i);
  return macs;
}

// Everything but the regressor stands in the state; adds the better regressor, its quantile and the examples'
// predictions. groups: what is left out together, a row each; empty: rows of equal features.
void fitState(Predictor::State& state, const PredictorOptions& options,
              const std::vector<std::string>& groups = {}) {
  if (state.points.rows() < kFewestRows)
    throw base::Error("A predictor needs at least 10 measurements, and %1 has %2", state.source,
                      state.points.rows());
  std::vector<std::string> methods{"forest", "process"};
  if (options.method == "forest" || options.method == "process")
    methods = {options.method};
  else if (options.method != "auto")
    throw base::Error("There is no method \"%1\"; known are auto, forest, process", options.method);

  Training data;
  data.points = state.points;
  data.trend = state.features.trendColumns();
  data.resolution = state.resolutionMj;
  std::vector<int> all;
  std::vector<double> measured, perMac;
  for (int i = 0; i < data.points.rows(); ++i) {
    const Example& example = state.examples[i];
    all.push_back(i);
    measured.push_back(example.measuredMj);
    data.logEnergy.push_back(std::log(example.measuredMj));
    data.groups.push_back(groups.empty() ? groupOf(data.points.row(i)) : groups[i]);
    if (example.macs > 0) perMac.push_back(example.measuredMj / example.macs);
  }
  if (!perMac.empty()) state.mjPerMac = statistics::upperMedian(std::move(perMac));
  double best = 0;
  for (std::size_t m = 0; m < methods.size(); ++m) {
    const std::string& method = methods[m];
    const auto tell = [&](int part) {
      if (!options.progress) return;
      const double share = (double(m) + double(part) / (options.folds + 1)) / double(methods.size());
      options.progress(
          method == "forest" ? base::Message("fitting the forest") : base::Message("fitting the process"),
          share);
    };
    tell(0);
    auto regressor = fitOne(method, data, all, options, {}, ProcessSettings{}.iterations);
    OutOfFold held = outOfFold(method, data, *regressor, options, tell);
    std::vector<EnergyInterval> predicted;
    for (int i : all) {
      const Prediction& p = held.predictions[i];
      const double half = held.quantile * p.spread;
      predicted.push_back({std::exp(p.mean), std::exp(p.mean - half), std::exp(p.mean + half)});
    }
    const Accuracy accuracy = accuracyOf(predicted, measured);
    state.accuracy[method] = accuracy;
    if (state.regressor && accuracy.mape >= best) continue;
    best = accuracy.mape;
    state.method = method;
    state.regressor = std::move(regressor);
    state.quantile = held.quantile;
    state.correlation = held.correlation;
    for (int i : all) state.examples[i].predicted = predicted[i];
  }
}

}  // namespace

std::vector<int> rowsLearnt(const MeasuredTable& table) {
  std::vector<int> rows(table.rows.size());
  std::iota(rows.begin(), rows.end(), 0);
  if (rows.size() <= static_cast<std::size_t>(kMostRowsLearnt)) return rows;
  std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
    return table.rows[static_cast<std::size_t>(a)].energyMj <
           table.rows[static_cast<std::size_t>(b)].energyMj;
  });
  std::vector<int> learnt;
  for (std::size_t i = 0; i < static_cast<std::size_t>(kMostRowsLearnt); ++i)
    learnt.push_back(rows[i * (rows.size() - 1) / (kMostRowsLearnt - 1)]);
  std::sort(learnt.begin(), learnt.end());
  return learnt;
}

Predictor Predictor::fit(const MeasuredTable& table, const PredictorOptions& options) {
  auto state = std::make_unique<State>();
  const std::vector<int> learnt = rowsLearnt(table);
  state->source = table.source;
  if (learnt.size() < table.rows.size())
    state->source +=
        ", " + std::to_string(learnt.size()) + " of " + std::to_string(table.rows.size()) + " rows";
  state->features = table.features;
  state->resolutionMj = table.resolutionMj;
  state->points.columns = static_cast<int>(table.features.names().size());
  const bool kernels = table.features.level() == FeatureLevel::kernel;
  std::vector<std::string> groups;
  for (const int number : learnt) {
    const MeasuredRow& row = table.rows[static_cast<std::size_t>(number)];
    state->points.add(state->featuresOf(row));
    Example example{row.name, row.energyMj, {}, 0};
    for (const LayerWork& work : row.works) example.macs += work.macs;
    if (row.works.empty() && table.features.level() == FeatureLevel::network)
      example.macs = macsOfSums(row.values);
    state->examples.push_back(std::move(example));
    if (kernels && row.works.size() == 1) groups.push_back(kernelOf(row.works[0]));
  }
  if (groups.size() != learnt.size()) groups.clear();
  fitState(*state, options, groups);
  return Predictor(std::move(state));
}

Predictor Predictor::refined(const std::vector<NetworkMeasurement>& measured) const {
  const State& s = *state_;
  if (s.features.level() == FeatureLevel::columns)
    throw base::Error(
        "This model was fitted to columns of its own table; measured networks cannot refine it");
  auto state = std::make_unique<State>();
  state->source = s.source + "; " + std::to_string(measured.size()) + " measured networks";
  state->features = s.features;
  state->resolutionMj = s.resolutionMj;
  state->points = s.points;
  state->examples = s.examples;
  if (s.features.level() == FeatureLevel::network) {
    for (const NetworkMeasurement& network : measured) {
      std::vector<double> point;
      const std::vector<double> sums = networkSums(network.works);
      state->features.ofSums(sums, point);
      state->points.add(point);
      state->examples.push_back({network.name, network.energyMj, {}, macsOfSums(sums)});
    }
    fitState(*state, {});
    return Predictor(std::move(state));
  }
  state->method = s.method;
  state->accuracy = s.accuracy;
  state->quantile = s.quantile;
  state->correlation = s.correlation;
  state->mjPerMac = s.mjPerMac;
  state->factor = s.factor;
  state->regressor = regressorFromJson(s.regressor->toJson());
  double pull = 0, precision = 0, spread = 0;
  for (const NetworkMeasurement& network : measured) {
    const EnergyInterval total = predict(network.works).total;
    const double own = std::log(total.high / total.mj) / s.quantile;
    const double rest = own * own * (1 - s.correlation) + 1e-4;  // 1 %: the meter's own
    pull += std::log(network.energyMj / total.mj) / rest;
    precision += 1 / rest;
    spread += own * own / double(measured.size());
  }
  if (precision > 0) state->factor *= std::exp(pull / (precision + 1 / (s.correlation * spread + 1e-4)));
  return Predictor(std::move(state));
}

}  // namespace kinglet::energy
