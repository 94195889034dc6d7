// Cross-validates the predictors on a table of measured kernels; for the script of the same name.
//   bench_predictor CSV TARGET REPEATS   prints JSON: folds, predictions a method, accuracy; rows of one
//   configuration together ("repeats"), and rows of one kernel whatever its map ("by_kernel")
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "energy/accuracy_json.h"
#include "energy/predictor/predictor.h"

using namespace kinglet;

namespace {

std::vector<std::string> kernelsOf(const energy::MeasuredTable& table) {
  std::vector<std::string> kernels;
  for (const energy::MeasuredRow& row : table.rows)
    if (row.works.size() == 1) kernels.push_back(energy::kernelOf(row.works[0]));
  return kernels;
}

std::vector<std::string> groupsOf(const energy::MeasuredTable& table,
                                  std::vector<std::vector<double>>& features) {
  std::vector<std::string> groups;
  for (const energy::MeasuredRow& row : table.rows) {
    std::vector<double> point;
    if (row.works.size() == 1)
      table.features.ofKernel(row.works[0], point);
    else
      table.features.ofColumns(row.values, point);
    std::string group;
    for (double value : point) group += std::to_string(value) + ",";
    groups.push_back(group);
    features.push_back(point);
  }
  return groups;
}

void repeated(nlohmann::json& rows, const energy::MeasuredTable& table,
              const std::vector<std::string>& groups, const std::vector<double>& measured, int repeats) {
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const std::vector<int> folds = energy::groupedFolds(groups, 5, 100 + repeat);
    nlohmann::json one{{"folds", folds}};
    std::map<std::string, std::vector<energy::EnergyInterval>> predicted;
    int chosenProcess = 0;
    for (const char* method : {"forest", "process", "auto"}) predicted[method].resize(table.rows.size());
    for (int fold = 0; fold < 5; ++fold) {
      energy::MeasuredTable train = table;
      train.rows.clear();
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (folds[i] != fold) train.rows.push_back(table.rows[i]);
      std::map<std::string, energy::Predictor> fitted;
      for (const char* method : {"forest", "process"}) {
        energy::PredictorOptions how;
        how.method = method;
        how.seed = repeat;
        fitted.emplace(method, energy::Predictor::fit(train, how));
      }
      // What "auto" takes: the better by the training rows' own cross-validation.
      const bool process = fitted.at("process").crossValidation().at("process").mape <
                           fitted.at("forest").crossValidation().at("forest").mape;
      chosenProcess += process;
      for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (folds[i] != fold) continue;
        for (const char* method : {"forest", "process"})
          predicted[method][i] = fitted.at(method).predict(table.rows[i]);
        predicted["auto"][i] = predicted[process ? "process" : "forest"][i];
      }
    }
    for (const auto& [method, intervals] : predicted)
      one["accuracy"][method] = toJson(accuracyOf(intervals, measured));
    one["chosen_process"] = chosenProcess;
    rows.push_back(one);
    std::cerr << "repeat " << repeat + 1 << " of " << repeats << "\n";
  }
}

void run(const std::string& csv, const std::string& target, int repeats) {
  energy::TableOptions options;
  options.target = target;
  const energy::MeasuredTable table = energy::readMeasuredTable(csv, options);
  std::vector<std::vector<double>> features;
  const std::vector<std::string> groups = groupsOf(table, features);
  nlohmann::json result{{"features", features}, {"repeats", nlohmann::json::array()}};
  std::vector<double> measured;
  for (const auto& row : table.rows) measured.push_back(row.energyMj);
  result["measured"] = measured;

  repeated(result["repeats"], table, groups, measured, repeats);
  result["by_kernel"] = nlohmann::json::array();
  const std::vector<std::string> kernels = kernelsOf(table);
  if (kernels.size() == groups.size()) repeated(result["by_kernel"], table, kernels, measured, repeats);
  std::cout << result.dump() << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "bench_predictor CSV TARGET REPEATS\n";
    return 2;
  }
  try {
    run(argv[1], argv[2], std::atoi(argv[3]));
  } catch (const base::Error& e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
}
