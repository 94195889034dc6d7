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
#include "energy/device/layer_table.h"
#include "statistics/summary.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string data, layers, boards, out;
  std::vector<std::string> networks{"kws", "ic", "ad"};
  bool json = false;
};

void run(const Options& options) {
  const auto layers = energy::readLayerTable(options.layers);
  const auto systems = energy::profileSystems(energy::readBoardTable(options.data), options.networks);
  if (systems.empty())
    throw base::Error("No system of %1 states a clock and has latency and energy of each network",
                      options.data);

  nlohmann::ordered_json result;
  std::vector<double> all;
  result["systems"] = systems.size();
  result["left_out"] = nlohmann::ordered_json::array();
  for (const energy::LeftOut& left : energy::leaveOneNetworkOut(systems, layers, options.networks)) {
    all.push_back(100 * std::abs(left.relativeError()));
    result["left_out"].push_back({{"round", left.system->round},
                                  {"device", left.system->device},
                                  {"runtime", left.system->runtime},
                                  {"clock_mhz", *left.system->clockMhz},
                                  {"network", left.network},
                                  {"predicted_uj", left.predictedUj},
                                  {"measured_uj", left.measuredUj},
                                  {"error_percent", 100 * left.relativeError()}});
  }
  result["median_error_percent"] = statistics::median(std::move(all));

  if (!options.out.empty()) {
    const auto facts = energy::boardFactsFromJson(base::readText(options.boards));
    const auto profiles = energy::makeProfiles(systems, layers, options.networks, facts);
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
  if (!options.out.empty())
    std::printf("%zu profiles written to %s\n", result["profiles"].get<std::size_t>(), options.out.c_str());
}

}  // namespace

void addEnergyFitBoards(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command = energy.add_subcommand(
      "fit-boards",
      "Fit device profiles to published measurements of whole networks, leaving each out in turn");
  command->add_option("--data", options->data, "CSV of measurements, as MLPerf Tiny's results")->required();
  command->add_option("--layers", options->layers, "CSV of the layers of those networks")->required();
  command->add_option("--networks", options->networks, "Networks of the table to fit to")
      ->capture_default_str();
  CLI::Option* out = command->add_option("--out", options->out, "Folder for the profiles, a JSON file each");
  CLI::Option* boards =
      command->add_option("--boards", options->boards, "JSON of what data sheets say of the boards");
  out->needs(boards);
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
