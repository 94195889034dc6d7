// kinglet energy evaluate: a model against measurements that it has not seen.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "base/error.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/accuracy_json.h"
#include "energy/predictor/predictor.h"

namespace kinglet::cli {
namespace {

struct Options {
  TableArguments table;
  std::string model;
  bool json = false, rows = false;
};

// Where no target is named, the column that the model was fitted to: "FILE, COLUMN in UNIT".
void targetOf(const energy::Predictor& predictor, TableArguments& table) {
  if (!table.target.empty()) return;
  const std::string& source = predictor.source();
  const auto comma = source.rfind(", "), in = source.rfind(" in ");
  if (comma == std::string::npos || in == std::string::npos || in < comma)
    throw base::Error("The model does not say which column holds the energy; name it with --target");
  table.target = source.substr(comma + 2, in - comma - 2);
  if (table.unit.empty()) table.unit = source.substr(in + 4);
}

void run(Options options) {
  const energy::Predictor predictor = energy::Predictor::load(options.model);
  targetOf(predictor, options.table);
  const energy::MeasuredTable table = options.table.read();
  if (table.features.level() != predictor.features().level() ||
      table.features.columns() != predictor.features().columns())
    throw base::Error("The rows of %1 are not like those that the model was fitted to (%2)",
                      options.table.data, predictor.source());
  std::vector<energy::EnergyInterval> predicted;
  std::vector<double> measured;
  // Rows that the model was fitted to are judged by what the other rows say of them.
  std::map<std::pair<std::string, double>, const energy::Example*> known;
  for (const energy::Example& example : predictor.examples())
    known[{example.name, example.measuredMj}] = &example;
  int seen = 0;
  for (const energy::MeasuredRow& row : table.rows) {
    const auto found = known.find({row.name, row.energyMj});
    seen += found != known.end();
    predicted.push_back(found != known.end() ? found->second->predicted : predictor.predict(row));
    measured.push_back(row.energyMj);
  }
  const energy::Accuracy accuracy = accuracyOf(predicted, measured);
  if (seen > 0)
    std::fprintf(stderr,
                 "kinglet: the model was fitted to %d of these %d rows; they are predicted from the others, "
                 "out of fold\n",
                 seen, accuracy.n);
  if (options.json) {
    nlohmann::ordered_json result = toJson(accuracy);
    result["seen"] = seen;
    result["method"] = predictor.method();
    if (options.rows)
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        result["rows"].push_back({{"name", table.rows[i].name},
                                  {"measured_mj", measured[i]},
                                  {"predicted_mj", predicted[i].mj},
                                  {"low_mj", predicted[i].low},
                                  {"high_mj", predicted[i].high}});
    std::cout << base::jsonText(result, 2) << "\n";
    return;
  }
  std::printf(
      "%d measurements: MAPE %s %%, RMSPE %s %%, %s %% within 10 %%, %s %% within 20 %%, "
      "Spearman %s, 90 %% intervals cover %s %%\n",
      accuracy.n, base::fixed(accuracy.mape, 2).c_str(), base::fixed(accuracy.rmspe, 2).c_str(),
      base::fixed(accuracy.within10, 1).c_str(), base::fixed(accuracy.within20, 1).c_str(),
      base::fixed(accuracy.spearman, 3).c_str(), base::fixed(accuracy.coverage, 1).c_str());
}

}  // namespace

void addEnergyEvaluate(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command = energy.add_subcommand("evaluate", "Hold a model against a table of measurements");
  command->add_option("--model", options->model, "File of the model")->required();
  options->table.add(*command, false);
  command->add_flag("--rows", options->rows, "With --json: every row's measurement and prediction too");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
