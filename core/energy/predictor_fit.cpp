// Fitting: both methods out of fold, the better one on all rows, the quantile of its scores.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/error.h"
#include "energy/gaussian_process.h"
#include "energy/predictor_state.h"
#include "energy/random_forest.h"

namespace kinglet::energy {
namespace {

constexpr int kFewestRows = 10;
constexpr double kLevel = 0.9;
constexpr int kRefitIterations = 15;  // of a fold's process, which starts from the parameters of all rows

struct Training {
  Points points;
  std::vector<double> logEnergy;
  std::vector<std::string> groups;  // rows with equal features
  std::vector<int> trend;
  double resolution = 0;
};

std::unique_ptr<Regressor> fitOne(const std::string& method, const Training& data,
                                  const std::vector<int>& rows, std::uint64_t seed,
                                  const std::vector<double>& start, int iterations) {
  std::vector<double> logEnergy;
  for (int row : rows) logEnergy.push_back(data.logEnergy[row]);
  FitOptions options;
  options.seed = seed;
  options.resolution = data.resolution;
  if (method == "forest") return fitForest(data.points.subset(rows), logEnergy, data.trend, options);
  ProcessSettings settings;
  settings.start = start;
  settings.iterations = iterations;
  return fitProcess(data.points.subset(rows), logEnergy, data.trend, options, settings);
}

struct OutOfFold {
  std::vector<LogPrediction> predictions;
  double quantile = 1, correlation = 1;
};

// The 90 % quantile with the finite-sample correction of conformal prediction.
double conformalQuantile(std::vector<double> scores) {
  std::sort(scores.begin(), scores.end());
  const std::size_t at = static_cast<std::size_t>(std::ceil(kLevel * (scores.size() + 1)));
  return scores[std::min(at, scores.size()) - 1];
}

OutOfFold outOfFold(const std::string& method, const Training& data, const Regressor& full,
                    const PredictorOptions& options) {
  const int n = data.points.rows();
  const std::vector<int> folds = groupedFolds(data.groups, options.folds, options.seed);
  OutOfFold result;
  result.predictions.resize(n);
  for (int fold = 0; fold < options.folds; ++fold) {
    std::vector<int> train, held;
    for (int i = 0; i < n; ++i) (folds[i] == fold ? held : train).push_back(i);
    if (held.empty() || train.empty()) continue;
    const auto regressor = fitOne(method, data, train, options.seed, parametersOf(full), kRefitIterations);
    for (int i : held) result.predictions[i] = regressor->predict(data.points.row(i));
  }
  std::vector<double> scores, z(n);
  double squares = 0;
  for (int i = 0; i < n; ++i) {
    z[i] = (data.logEnergy[i] - result.predictions[i].mean) / result.predictions[i].spread;
    scores.push_back(std::abs(z[i]));
    squares += z[i] * z[i] / n;
  }
  result.quantile = std::max(conformalQuantile(scores), 1e-3);
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

}  // namespace

Predictor Predictor::fit(const MeasuredTable& table, const PredictorOptions& options) {
  if (static_cast<int>(table.rows.size()) < kFewestRows)
    throw base::Error("A predictor needs at least 10 measurements, and " + table.source + " has " +
                      std::to_string(table.rows.size()));
  std::vector<std::string> methods{"forest", "process"};
  if (options.method == "forest" || options.method == "process")
    methods = {options.method};
  else if (options.method != "auto")
    throw base::Error("There is no method \"" + options.method + "\"; known are auto, forest, process");

  auto state = std::make_unique<State>();
  state->source = table.source;
  state->features = table.features;
  Training data;
  data.points.columns = static_cast<int>(table.features.names().size());
  data.trend = table.features.trendColumns();
  data.resolution = table.resolutionMj;
  std::vector<double> perMac;
  for (const MeasuredRow& row : table.rows) {
    const std::vector<double> point = state->featuresOf(row);
    data.points.add(point);
    data.logEnergy.push_back(std::log(row.energyMj));
    std::string group;
    for (double value : point) {
      char text[32];
      std::snprintf(text, sizeof text, "%.9g,", value);
      group += text;
    }
    data.groups.push_back(std::move(group));
    Example example{row.name, row.energyMj, {}, 0};
    for (const LayerWork& work : row.works) example.macs += work.macs;
    if (row.works.empty() && table.features.level() == FeatureLevel::network)
      for (int i = 1; i <= 5; ++i) example.macs += row.values.at(i);
    if (example.macs > 0) perMac.push_back(row.energyMj / example.macs);
    state->examples.push_back(std::move(example));
  }
  if (!perMac.empty()) {
    std::nth_element(perMac.begin(), perMac.begin() + perMac.size() / 2, perMac.end());
    state->mjPerMac = perMac[perMac.size() / 2];
  }

  std::vector<int> all(data.points.rows());
  for (int i = 0; i < data.points.rows(); ++i) all[i] = i;
  double best = 0;
  for (const std::string& method : methods) {
    auto regressor = fitOne(method, data, all, options.seed, {}, ProcessSettings{}.iterations);
    OutOfFold held = outOfFold(method, data, *regressor, options);
    std::vector<EnergyInterval> predicted;
    std::vector<double> measured;
    for (int i : all) {
      const LogPrediction& p = held.predictions[i];
      const double half = held.quantile * p.spread;
      predicted.push_back({std::exp(p.mean), std::exp(p.mean - half), std::exp(p.mean + half)});
      measured.push_back(table.rows[i].energyMj);
    }
    const Accuracy accuracy = accuracyOf(predicted, measured);
    state->accuracy[method] = accuracy;
    if (state->regressor && accuracy.mape >= best) continue;
    best = accuracy.mape;
    state->method = method;
    state->regressor = std::move(regressor);
    state->quantile = held.quantile;
    state->correlation = held.correlation;
    for (int i : all) state->examples[i].predicted = predicted[i];
  }
  state->points = std::move(data.points);
  return Predictor(std::move(state));
}

}  // namespace kinglet::energy
