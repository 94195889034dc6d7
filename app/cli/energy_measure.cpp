// kinglet energy measure: networks on this computer.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "base/error.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/meter/measure.h"
#include "energy/predictor/next_measurement.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "train/inference.h"

namespace kinglet::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::vector<std::string> networks;
  std::string workList, out, meter = "auto", root = "/sys/class/powercap";
  double watts = 0;
  int classes = 10;
  energy::MeasureSettings settings;
  bool json = false;
};

std::unique_ptr<energy::Meter> meterOf(const Options& options) {
  if (options.meter == "powercap") return energy::powercapMeter(options.root);
  if (options.meter == "stated") {
    if (options.watts <= 0) throw CLI::ValidationError("--meter stated", "needs --watts");
    return energy::statedPowerMeter(options.watts);
  }
  try {
    return energy::powercapMeter(options.root);
  } catch (const base::Error&) {
    if (options.watts <= 0) throw;
    return energy::statedPowerMeter(options.watts);
  }
}

void run(const Options& options) {
  std::vector<energy::WorkItem> items;
  std::vector<energy::MeasureTask> tasks;
  const auto add = [&](const std::string& name, const network::NetworkSpec& spec) {
    tasks.push_back({name, spec, train::inferenceOf(spec)});
  };
  for (const std::string& name : options.networks)
    add(name, network::namedNetwork(name, network::InputSpec{}.shape(), options.classes));
  if (!options.workList.empty()) {
    items = energy::readWorkList(options.workList);
    for (const energy::WorkItem& item : items)
      add(item.network.name() + " #" + std::to_string(item.rank), item.network);
  }
  if (tasks.empty()) throw CLI::ValidationError("energy measure", "give --networks or --work-list");
  const auto meter = meterOf(options);
  std::string last;
  const auto report =
      energy::measure(tasks, *meter, options.settings, {}, [&](double share, const std::string& what) {
        if (what != last) std::fprintf(stderr, "%3ld %%  %s\n", std::lround(100 * share), what.c_str());
        last = what;
      });
  if (!items.empty()) {
    for (std::size_t i = 0; i < items.size(); ++i)
      items[i].measuredMj = report.networks.at(options.networks.size() + i).energyMj;
    energy::writeWorkList(options.workList, items);
  }
  if (!options.out.empty()) energy::writeMeasured(options.out, report);
  if (options.json) {
    ordered_json json{
        {"meter", report.meter}, {"source", report.source}, {"energy_source", toText(report.provenance)}};
    json["rest_mw"] = std::isfinite(report.restMw) ? ordered_json(report.restMw) : ordered_json(nullptr);
    for (const auto& m : report.networks)
      json["networks"].push_back({{"network", m.name},
                                  {"energy_mj", m.energyMj},
                                  {"energy_spread_mj", m.energySpreadMj},
                                  {"latency_ms", m.latencyMs},
                                  {"latency_spread_ms", m.latencySpreadMs},
                                  {"rounds", m.rounds},
                                  {"inferences", m.inferences}});
    std::cout << base::jsonText(json, 2) << "\n";
    return;
  }
  for (const auto& m : report.networks)
    std::printf("%-24s %9s mJ (spread %s)  %9s ms (spread %s)  %ld inferences in %d rounds, %s\n",
                m.name.c_str(), base::general(m.energyMj, 4).c_str(),
                base::general(m.energySpreadMj, 2).c_str(), base::general(m.latencyMs, 4).c_str(),
                base::general(m.latencySpreadMs, 2).c_str(), m.inferences, m.rounds,
                toText(report.provenance));
  std::printf("%s\n", report.source.c_str());
}

}  // namespace

void addEnergyMeasure(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      energy.add_subcommand("measure", "Measure networks on this computer, interleaved and repeated");
  command->add_option("--networks", options->networks, "Networks such as ds_cnn, mobilenet_v1:0.25");
  command->add_option("--work-list", options->workList, "Work list of networks to measure; it is filled in");
  command->add_option("--seconds", options->settings.seconds, "Of each network in each round")
      ->capture_default_str();
  command->add_option("--rounds", options->settings.rounds, "How often each network is measured")
      ->capture_default_str();
  command->add_option("--warm-up", options->settings.warmUpSeconds, "Seconds of each network before")
      ->capture_default_str();
  command
      ->add_option("--rest", options->settings.restSeconds, "Seconds of rest before, for the power at rest")
      ->capture_default_str();
  command->add_option("--meter", options->meter, "powercap, stated, or powercap where it can be read (auto)")
      ->check(CLI::IsMember({"auto", "powercap", "stated"}))
      ->capture_default_str();
  command->add_option("--watts", options->watts,
                      "This computer's power while it works, where it has no meter");
  command->add_option("--powercap-root", options->root, "Where the counters are")->capture_default_str();
  command->add_option("--classes", options->classes, "Outputs of the named networks")->capture_default_str();
  command->add_option("--out", options->out, "Table for \"energy fit\"");
  command->add_option("--seed", options->settings.seed, "Of the order")->capture_default_str();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
