// kinglet energy fit: a model from measurements.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "app/cli/interrupt.h"
#include "app/cli/shown.h"
#include "app/cli/status_line.h"
#include "base/error.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/accuracy_json.h"
#include "energy/predictor/predictor.h"

namespace kinglet::cli {
namespace {

struct Options {
  TableArguments table;
  energy::PredictorOptions how;
  std::string out;
  bool json = false;
};

void run(const Options& options) {
  const energy::MeasuredTable table = options.table.read();
  StatusLine line;
  if (table.rows.size() > std::size_t(energy::kMostRowsLearnt))
    line.print("Learning from " + std::to_string(energy::kMostRowsLearnt) + " of " +
               std::to_string(table.rows.size()) + " rows, every n-th in the order of energy.");
  std::stop_source stop;
  const Interrupt interrupt([&] { stop.request_stop(); });
  energy::PredictorOptions how = options.how;
  how.stop = stop.get_token();
  how.progress = [&](const base::Message& what, double share) {
    line.show(bar(share, 20) + " " + what.english());
  };
  const energy::Predictor predictor = [&] {
    try {
      return energy::Predictor::fit(table, how);
    } catch (const base::Error&) {
      if (!stop.stop_requested()) throw;
      throw base::Error("stopped; nothing was written");
    }
  }();
  line.clear();
  predictor.save(options.out);
  if (options.json) {
    nlohmann::ordered_json result{{"model", options.out},
                                  {"method", predictor.method()},
                                  {"source", predictor.source()},
                                  {"level", toText(predictor.features().level())}};
    for (const auto& [method, accuracy] : predictor.crossValidation())
      result["out_of_fold"][method] = toJson(accuracy);
    for (const auto& [name, share] : predictor.importance())
      result["importance"].push_back({{"feature", name}, {"share", share}});
    result["notes"] = englishOf(table.notes);
    std::cout << base::jsonText(result, 2) << "\n";
    return;
  }
  std::printf("%s: %zu measurements; %s\n", predictor.source().c_str(), table.rows.size(),
              table.notes.empty() ? "" : table.notes[0].english().c_str());
  std::printf("out of fold     MAPE   RMSPE  within 10 %%  within 20 %%  Spearman  90 %% interval covers\n");
  for (const auto& [method, a] : predictor.crossValidation())
    std::printf("  %-10s %6s %% %6s %%     %6s %%     %6s %%    %6s  %6s %%%s\n", method.c_str(),
                base::fixed(a.mape, 2).c_str(), base::fixed(a.rmspe, 1).c_str(),
                base::fixed(a.within10, 1).c_str(), base::fixed(a.within20, 1).c_str(),
                base::fixed(a.spearman, 3).c_str(), base::fixed(a.coverage, 1).c_str(),
                method == predictor.method() ? "  <- in use" : "");
  std::printf("%s written\n", options.out.c_str());
}

}  // namespace

void addEnergyFit(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      energy.add_subcommand("fit", "Learn energy from a table of measured kernels or networks");
  options->table.add(*command, true);
  command->add_option("--out", options->out, "File of the model")->required();
  command
      ->add_option("--method", options->how.method,
                   "forest, process, or the better by cross-validation (auto)")
      ->check(CLI::IsMember({"auto", "forest", "process"}))
      ->capture_default_str();
  command->add_option("--folds", options->how.folds, "Folds of the cross-validation, equal rows together")
      ->check(CLI::Range(2, 100))
      ->capture_default_str();
  command->add_option("--seed", options->how.seed, "Seed of the forest and the folds")->capture_default_str();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
