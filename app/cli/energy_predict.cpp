// kinglet energy predict: the energy of networks given as layers.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "app/cli/shown.h"
#include "base/error.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/device/board_file.h"
#include "energy/device/layer_table.h"
#include "energy/predictor/explain.h"
#include "energy/predictor/model_choice.h"

namespace kinglet::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::string model, device, layers;
  bool json = false;
};

ordered_json number(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

ordered_json toJson(const std::string& name, const energy::Explanation& e, const char* provenance,
                    bool latencyKnown) {
  ordered_json json{{"network", name},
                    {"energy_mj", e.total.mj},
                    {"low_mj", number(e.total.low)},
                    {"high_mj", number(e.total.high)},
                    {"energy_source", provenance},
                    {"source", e.source},
                    {"front_end_mj", 0}};
  double ms = 0;
  for (const energy::LayerExplanation& layer : e.layers) ms += layer.latencyMs;
  json["latency_ms"] = latencyKnown ? number(ms) : ordered_json(nullptr);
  json["warnings"] = englishOf(e.warnings);
  json["layers"] = ordered_json::array();
  for (const energy::LayerExplanation& layer : e.layers) {
    ordered_json one{{"layer", layer.name},
                     {"kind", toText(layer.kind)},
                     {"energy_mj", layer.energy.mj},
                     {"low_mj", number(layer.energy.low)},
                     {"high_mj", number(layer.energy.high)},
                     {"share", layer.share}};
    if (latencyKnown) one["latency_ms"] = number(layer.latencyMs);
    for (const energy::NearestExample& near : layer.nearest)
      one["nearest"].push_back(
          {{"name", near.name}, {"measured_mj", near.measuredMj}, {"distance", near.distance}});
    json["layers"].push_back(std::move(one));
  }
  return json;
}

void run(const Options& options) {
  const auto networks = energy::readLayerTable(options.layers);
  ordered_json all = ordered_json::array();
  const bool modelled = energy::isModelFile(options.device);
  const bool profile = options.model.empty() && !modelled;
  if (profile) {
    const energy::DeviceProfile& device = energy::deviceOrBoard(options.device);
    for (const auto& [name, works] : networks)
      all.push_back(toJson(name, explain(device, works), toText(device.provenance), true));
  } else {
    const energy::Predictor predictor =
        energy::Predictor::load(modelled ? energy::modelPath(options.device) : options.model);
    for (const auto& [name, works] : networks)
      all.push_back(toJson(name, explain(predictor, works), "predicted", false));
  }
  if (options.json) {
    // One network is the document itself; several are a list in it.
    ordered_json document = all.size() == 1 ? all[0] : ordered_json::object();
    document["networks"] = all;
    std::cout << base::jsonText(document, 2) << "\n";
    return;
  }
  for (const ordered_json& one : all) {
    const auto figure = [&](const char* key) { return base::general(one[key].get<double>(), 4); };
    std::printf("%-16s %s mJ", one["network"].get<std::string>().c_str(), figure("energy_mj").c_str());
    if (!one["low_mj"].is_null())
      std::printf(" (90 %%: %s to %s)", figure("low_mj").c_str(), figure("high_mj").c_str());
    if (!one["latency_ms"].is_null()) std::printf(", %s ms", figure("latency_ms").c_str());
    std::printf(", %s, without front end\n", one["energy_source"].get<std::string>().c_str());
    for (const auto& warning : one["warnings"])
      std::printf("  note: %s\n", warning.get<std::string>().c_str());
  }
  std::printf("%s\n", all[0]["source"].get<std::string>().c_str());
}

}  // namespace

void addEnergyPredict(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command = energy.add_subcommand("predict", "Energy of networks given as a table of layers");
  CLI::Option* model = command->add_option("--model", options->model, "File of a model of \"energy fit\"");
  CLI::Option* device =
      command->add_option("--device", options->device,
                          "A built-in device (any wrong name lists them), or FILE.json of \"energy count\"");
  model->excludes(device);
  command->add_option("--layers", options->layers, "CSV of layers: network, type, shapes, kernel, stride")
      ->required();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] {
    if (options->model.empty() && options->device.empty())
      throw CLI::ValidationError("energy predict", "give --model FILE or --device NAME");
    run(*options);
  });
}

}  // namespace kinglet::cli
