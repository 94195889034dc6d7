// kinglet energy fit-boards: device profiles from published measurements.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/device/board_fit.h"
#include "energy/device/board_runtime.h"
#include "energy/device/layer_table.h"
#include "energy/device/streaming_fit.h"
#include "statistics/summary.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::vector<std::string> data, layers;
  std::string boards, streaming, out;
  std::vector<std::string> networks{"kws", "ic", "ad"}, extra;
  bool json = false;
};

using Json = nlohmann::ordered_json;

Json rowOf(const energy::LeftOut& left) {
  return {{"round", left.system->round},
          {"device", left.system->device},
          {"runtime", left.system->runtime},
          {"clock_mhz", *left.system->clockMhz},
          {"network", left.network},
          {"does_part", energy::hasIdleChannels(left.network) && energy::dropsIdleChannels(*left.system)},
          {"predicted_uj", left.predictedUj},
          {"measured_uj", left.measuredUj},
          {"error_percent", 100 * left.relativeError()}};
}

// Adds the rows by this name, and their median error.
void put(Json& result, const char* rows, const char* median, Json list) {
  std::vector<double> errors;
  for (const Json& row : list) errors.push_back(std::abs(row["error_percent"].get<double>()));
  result[rows] = std::move(list);
  result[median] = errors.empty() ? Json() : Json(statistics::median(std::move(errors)));
}

energy::LayerTable layersOf(const std::vector<std::string>& paths) {
  energy::LayerTable all;
  for (const std::string& path : paths)
    for (auto& [name, works] : energy::readLayerTable(path)) all[name] = std::move(works);
  return all;
}

void run(const Options& options) {
  const energy::LayerTable layers = layersOf(options.layers);
  const auto systems = energy::profileSystems(
      energy::readBoardTables({options.data.begin(), options.data.end()}), options.networks);
  if (systems.empty())
    throw base::Error("No system of %1 states a clock and has latency and energy of each network",
                      options.data.front());
  std::vector<std::string> networks = options.networks;
  networks.insert(networks.end(), options.extra.begin(), options.extra.end());
  std::vector<energy::BoardFacts> facts;
  if (!options.boards.empty()) facts = energy::boardFactsFromJson(base::readText(options.boards));
  std::vector<energy::StreamingRow> streaming;
  if (!options.streaming.empty()) streaming = energy::readStreamingTable(options.streaming);

  Json result, list = Json::array();
  result["systems"] = systems.size();
  for (const energy::LeftOut& left : energy::leaveOneNetworkOut(systems, layers, networks))
    list.push_back(rowOf(left));
  put(result, "left_out", "median_error_percent", std::move(list));

  list = Json::array();
  const auto boardOf = [&](const energy::BoardSystem& system) {
    const energy::BoardFacts* about = energy::findFacts(system.device, facts);
    return about ? about->slug : system.device;
  };
  for (const energy::LeftOut& left : energy::leaveOneBoardOut(systems, layers, networks, boardOf))
    list.push_back(rowOf(left));
  put(result, "board_left_out", "board_median_error_percent", std::move(list));

  if (!streaming.empty()) {
    const auto boards = energy::fitBoards(systems, layers, networks);
    const energy::ListeningFit fit = energy::fitListening(streaming, boards, layers, facts);
    result["front_end_cycles_per_op"] = fit.cyclesPerOp;
    result["wake_up_cycles"] = fit.wakeUpCycles;
    result["static_power_share"] = fit.staticShare;
    list = Json::array();
    for (const energy::LeftOutPower& left : energy::leaveOneBoardOutPower(streaming, boards, layers, facts))
      list.push_back({{"round", left.row->round},
                      {"device", left.row->device},
                      {"runtime", left.row->runtime},
                      {"clock_mhz", left.row->clockMhz},
                      {"predicted_mw", left.predictedMw},
                      {"measured_mw", left.row->powerMw},
                      {"error_percent", 100 * left.relativeError()}});
    result["streaming_systems"] = streaming.size();
    put(result, "power_left_out", "power_median_error_percent", std::move(list));
  }

  if (!options.out.empty()) {
    const auto profiles = energy::makeProfiles(systems, layers, networks, facts, streaming);
    std::filesystem::create_directories(options.out);
    for (const auto& profile : profiles)
      base::writeAtomically(std::filesystem::path(options.out) / (profile.id + ".json"), toJson(profile));
    result["profiles"] = profiles.size();
  }
  if (options.json) {
    std::cout << base::jsonText(result, 2) << "\n";
    return;
  }
  for (const auto& row : result["left_out"]) {
    const double percent = row["error_percent"];
    std::printf("%-5s %-18s %-38.38s %4s  %6s %%\n", row["round"].get<std::string>().c_str(),
                row["device"].get<std::string>().c_str(), row["runtime"].get<std::string>().c_str(),
                row["network"].get<std::string>().c_str(),
                ((percent < 0 ? "" : "+") + base::fixed(percent, 1)).c_str());
  }
  std::printf("%zu systems; each network left out of all of them in turn: median error of energy %s %%\n",
              systems.size(), base::fixed(result["median_error_percent"], 1).c_str());
  std::printf("each board left out but for %s: median error of energy %s %%\n", networks.front().c_str(),
              base::fixed(result["board_median_error_percent"], 1).c_str());
  if (result.contains("power_left_out"))
    for (const auto& row : result["power_left_out"])
      std::printf("mean power of %s at %s MHz, left out: %s mW, measured %s mW\n",
                  row["device"].get<std::string>().c_str(), base::general(row["clock_mhz"]).c_str(),
                  base::fixed(row["predicted_mw"], 2).c_str(), base::fixed(row["measured_mw"], 2).c_str());
  if (!options.out.empty())
    std::printf("%zu profiles written to %s\n", result["profiles"].get<std::size_t>(), options.out.c_str());
}

}  // namespace

void addEnergyFitBoards(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command = energy.add_subcommand(
      "fit-boards",
      "Fit device profiles to published measurements of whole networks, leaving each out in turn");
  command
      ->add_option("--data", options->data,
                   "CSV of measurements, as MLPerf Tiny's results; several are read as one")
      ->required();
  command->add_option("--layers", options->layers, "CSV of the layers of those networks, one or several")
      ->required();
  command->add_option("--networks", options->networks, "Networks that a system must have been measured with")
      ->capture_default_str();
  command->add_option("--extra", options->extra, "Further networks to fit to, where a system has them");
  CLI::Option* out = command->add_option("--out", options->out, "Folder for the profiles, a JSON file each");
  CLI::Option* boards =
      command->add_option("--boards", options->boards, "JSON of what data sheets say of the boards");
  out->needs(boards);
  command
      ->add_option("--streaming", options->streaming,
                   "CSV of mean power while listening, as MLPerf Tiny's streaming wake word")
      ->needs(boards);
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
