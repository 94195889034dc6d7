#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/int8_layers.h"
#include "app/cli/shown.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "study/comparison/comparison_html.h"
#include "study/comparison/comparison_words.h"

namespace kinglet::cli {
namespace {

using network::LayerChange;
using study::Compared;
using study::GraphDiff;

// A number is a trial; a name the baseline that the study trained, or else the network as it stands.
Compared comparedBy(const study::StudyStore& store, const std::vector<study::Trial>& trials,
                    const std::string& word) {
  if (const auto number = base::integer(word)) {
    if (*number < 0 || *number > 1'000'000'000) throw base::Error("there is no trial %1", word);
    return study::comparedOf(findTrial(store, static_cast<int>(*number)));
  }
  for (const study::Trial& trial : trials)
    if (trial.baseline == word && trial.state == study::TrialState::finished) return study::comparedOf(trial);
  return study::comparedOf(word, store.settings());
}

std::string layerName(const network::NetworkSpec& network, int layer) {
  return layer < 0 ? std::string() : network.layers()[static_cast<std::size_t>(layer)].name;
}

void printFigures(const std::vector<Compared>& compared) {
  std::vector<std::vector<std::string>> rows{{"figure"}};
  for (const Compared& one : compared) {
    rows[0].push_back(one.name);
    if (&one != &compared.front()) rows[0].push_back("difference");
  }
  for (int f = 0; f < study::kFigures; ++f) {
    const auto figure = static_cast<study::Figure>(f);
    std::vector<std::string> row{study::toText(figure)};
    const double was = study::figureOf(compared.front(), figure);
    for (const Compared& one : compared) {
      const double is = study::figureOf(one, figure);
      row.push_back(study::textOf(figure, is));
      if (&one != &compared.front()) row.push_back(study::differenceText(figure, was, is));
    }
    rows.push_back(std::move(row));
  }
  std::cout << tableText(rows, 1);
}

// What became of the layers; those that stayed as they were are told only where they have an error in int8.
void printLayers(const GraphDiff& diff) {
  std::cout << "\n"
            << diff.first.name << " -> " << diff.second.name << ": " << study::summaryOf(diff) << "\n";
  std::vector<std::vector<std::string>> rows{
      {"", diff.first.name, diff.second.name, "change", "energy", "MACs", "flash", "RAM"}};
  if (diff.knowsInt8()) rows[0].push_back("int8 adds");
  const auto add = [&](std::vector<std::string> row, const auto& differenceOf, const std::string& int8 = {}) {
    for (int a = 0; a < study::kAmounts; ++a) {
      const auto amount = static_cast<study::Amount>(a);
      row.push_back(study::differenceText(amount, differenceOf(amount)));
    }
    if (diff.knowsInt8()) row.push_back(int8);
    rows.push_back(std::move(row));
  };
  add({"", "total", "total", ""}, [&](study::Amount amount) { return diff.difference(amount); });
  for (const study::GraphDiffRow& row : diff.rows) {
    if (row.change == LayerChange::same && !diff.knowsInt8()) continue;
    const auto differenceOf = [&](study::Amount amount) { return row.difference(amount); };
    if (row.isFrontEnd()) {
      add({network::signOf(row.change), "front end", "front end",
           study::wordsOf(diff.first.input) + " → " + study::wordsOf(diff.second.input)},
          differenceOf);
      continue;
    }
    add({network::signOf(row.change), layerName(diff.first.network, row.before),
         layerName(diff.second.network, row.after),
         row.edits.empty() ? network::toText(row.change) : study::wordsOf(row.edits)},
        differenceOf, study::int8Words(diff, row));
  }
  std::cout << tableText(rows, 4);
}

Json figureOrNull(double value) {
  return std::isfinite(value) ? Json(value) : Json();
}

Json amountsJson(const auto& differenceOf) {
  return {{"energy_mj", figureOrNull(differenceOf(study::Amount::energy))},
          {"macs", differenceOf(study::Amount::macs)},
          {"flash_kb", differenceOf(study::Amount::flash) / 1024},
          {"ram_kb", differenceOf(study::Amount::ram) / 1024}};
}

Json toJson(const Compared& compared) {
  Json json{{"name", compared.name}, {"trial", compared.trial < 0 ? Json() : Json(compared.trial)}};
  json["accuracy"] = figureOrNull(study::figureOf(compared, study::Figure::accuracy));
  json["balanced_accuracy"] = figureOrNull(study::figureOf(compared, study::Figure::balancedAccuracy));
  json.update(costFigures(compared.cost, compared.energy));
  json["mean_power_mw"] = powerFigure(compared.power);
  json["int8_added_error"] = compared.int8Errors.empty() ? Json() : Json(compared.int8Errors);
  return json;
}

Json toJson(const GraphDiff& diff) {
  Json json{{"from", diff.first.name}, {"to", diff.second.name}};
  json["added"] = diff.count(LayerChange::added);
  json["removed"] = diff.count(LayerChange::removed);
  json["edited"] = diff.count(LayerChange::edited);
  json["moved"] = diff.count(LayerChange::movedHere);
  json["shape_follows"] = diff.count(LayerChange::follows);
  json["front_end_differs"] = diff.frontEndDiffers;
  json["difference"] = amountsJson([&](study::Amount amount) { return diff.difference(amount); });
  Json layers = Json::array();
  for (const study::GraphDiffRow& row : diff.rows) {
    if (row.isFrontEnd()) {
      json["front_end"] = amountsJson([&](study::Amount amount) { return row.difference(amount); });
      continue;
    }
    Json edits = Json::array();
    for (const auto& edit : row.edits)
      edits.push_back(
          {{"figure", network::toText(edit.figure)}, {"before", edit.before}, {"after", edit.after}});
    Json layer{{"change", network::toText(row.change)},
               {"before", row.before < 0 ? Json() : Json(layerName(diff.first.network, row.before))},
               {"after", row.after < 0 ? Json() : Json(layerName(diff.second.network, row.after))},
               {"edits", std::move(edits)}};
    layer.update(amountsJson([&](study::Amount amount) { return row.difference(amount); }));
    layers.push_back(std::move(layer));
  }
  json["layers"] = std::move(layers);
  return json;
}

// Differences from the first, layer by layer and of what was taken for what.
Json toJson(const std::vector<Compared>& compared) {
  Json json{{"compared", Json::array()}, {"differences", Json::array()}};
  for (const Compared& one : compared) json["compared"].push_back(toJson(one));
  for (std::size_t i = 1; i < compared.size(); ++i) {
    Json difference = toJson(study::graphDiffOf(compared.front(), compared[i]));
    const auto confusion = study::confusionDifference(compared.front(), compared[i]);
    difference["confusion"] = confusion.empty() ? Json() : Json(confusion);
    json["differences"].push_back(std::move(difference));
  }
  const base::Message doubt = study::energyDoubt(compared);
  json["energy_doubt"] = doubt.empty() ? Json() : Json(doubt.english());
  return json;
}

}  // namespace

void addCompareCommand(CLI::App& app) {
  struct Options {
    std::string study, html, data;
    std::vector<std::string> networks;
    bool json = false, int8 = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "compare", "Compare two to four candidates or baselines: figures, and their layers beside each other");
  command->add_option("--study", options->study, "The study file")->required();
  command
      ->add_option("networks", options->networks,
                   "Trial numbers, or named networks: mobilenet_v1:WIDTH, mobilenet_v2:WIDTH, ds_cnn; "
                   "differences are told from the first")
      ->required()
      ->expected(static_cast<int>(study::kFewestCompared), static_cast<int>(study::kMostCompared));
  command->add_option("--html", options->html, "Write one self-contained page, e.g. compared.html");
  auto* int8 = command->add_flag("--int8", options->int8,
                                 "Quantise the trials and tell the error that each layer adds");
  command->add_option("--data", options->data, "Where the sounds for that are (default: the study's)")
      ->needs(int8);
  command->add_flag("--json", options->json, "Print a JSON object");
  command->callback([options] {
    const auto store = study::openStudy(options->study);
    const auto trials = trialsOf(*store);
    std::vector<Compared> compared;
    for (const std::string& word : options->networks) compared.push_back(comparedBy(*store, trials, word));
    for (Compared& one : compared)
      if (options->int8 && one.trial >= 0)
        one.int8Errors = Int8Layers(*store, findTrial(*store, one.trial), options->data).added();
    if (!options->html.empty())
      base::writeAtomically(options->html, study::comparisonHtml(compared, store->settings().classes));
    if (options->json) {
      std::cout << base::jsonText(toJson(compared), 2) << "\n";
      return;
    }
    printFigures(compared);
    for (std::size_t i = 1; i < compared.size(); ++i)
      printLayers(study::graphDiffOf(compared.front(), compared[i]));
    const base::Message doubt = study::energyDoubt(compared);
    if (!doubt.empty()) std::cout << "\nMind that " << doubt.english() << ".\n";
    if (!options->html.empty()) std::cout << "\nWrote " << options->html << "\n";
  });
}

}  // namespace kinglet::cli
