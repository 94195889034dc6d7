// kinglet energy import: recordings of power, and measured work lists.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "app/cli/trace_arguments.h"
#include "base/error.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/predictor/measured_rows.h"
#include "energy/predictor/next_measurement.h"
#include "energy/trace/trace_windows.h"

namespace kinglet::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::string file, baseline, results, network, table, model, out;
  TraceArguments reading;
  double inferences = 0;
  energy::WindowSettings finding;
  std::vector<std::string> windows;
  bool json = false;
  // Given on the command line: those that say how windows are found, and all that are for recordings alone.
  std::vector<CLI::Option*> findingGiven, recordingGiven;
};

std::string figure(double value, int significant) {
  return base::general(value, significant);
}

// An option that would do nothing is refused.
void refuseUnused(const Options& options) {
  const auto refuse = [](const std::vector<CLI::Option*>& given, const std::string& reason) {
    for (const CLI::Option* option : given)
      if (option->count() > 0) throw CLI::ValidationError(option->get_name(), reason);
  };
  if (!options.model.empty())
    return refuse(options.recordingGiven,
                  "is for recordings; with --model the file is a list of measured work");
  if (!options.out.empty()) throw CLI::ValidationError("--out", "is for --model, which refines a model");
  if (!options.windows.empty()) refuse(options.findingGiven, "finds windows, and --window gives them");
  if (!options.reading.trigger.empty()) {
    refuse(options.findingGiven, "finds windows, and --trigger gives them");
    if (!options.windows.empty())
      throw CLI::ValidationError("--window", "and --trigger both give the windows");
  }
  if (!options.network.empty() && options.table.empty())
    throw CLI::ValidationError("--network", "names the row of a table; give the table with --table FILE");
}

std::vector<energy::Window> windowsByHand(const Options& options) {
  std::vector<energy::Window> windows;
  for (const std::string& text : options.windows) {
    const auto colon = text.find(':');
    const auto begin = base::number(text.substr(0, colon));
    const auto end = colon == std::string::npos ? std::nullopt : base::number(text.substr(colon + 1));
    if (!begin || !end || !(*begin < *end))
      throw CLI::ValidationError("--window", "takes BEGIN:END in seconds, not \"" + text + "\"");
    windows.push_back({*begin, *end});
  }
  return windows;
}

void importWorkList(const Options& options) {
  const auto items = energy::readWorkList(options.file);
  const auto measured = energy::measurementsOf(items);
  if (measured.empty()) throw base::Error("%1 has no row with measured_mj filled in", options.file);
  if (options.out.empty())
    throw CLI::ValidationError("energy import", "--model needs --out FILE for the refined model");
  const energy::Predictor predictor = energy::Predictor::load(options.model);
  const energy::Predictor refined = predictor.refined(measured);
  refined.save(options.out);
  ordered_json rows = ordered_json::array();
  for (const auto& network : measured)
    rows.push_back({{"network", network.name},
                    {"measured_mj", network.energyMj},
                    {"predicted_before_mj", predictor.predict(network.works).total.mj},
                    {"predicted_after_mj", refined.predict(network.works).total.mj}});
  if (options.json) {
    std::cout << base::jsonText(ordered_json{{"measured", rows}, {"model", options.out}}, 2) << "\n";
    return;
  }
  for (const auto& row : rows)
    std::printf("%-24s measured %s mJ, predicted %s mJ before and %s mJ after\n",
                row["network"].get<std::string>().c_str(), figure(row["measured_mj"], 4).c_str(),
                figure(row["predicted_before_mj"], 4).c_str(), figure(row["predicted_after_mj"], 4).c_str());
  std::printf("%s written\n", options.out.c_str());
}

ordered_json toJson(const energy::PowerTrace& trace) {
  ordered_json json{{"source", trace.source},         {"read", readingJson(trace)},
                    {"rate_hz", trace.rateHz},        {"samples", trace.milliwatts.size()},
                    {"seconds", trace.seconds()},     {"mean_mw", trace.meanMw()},
                    {"notes", ordered_json::array()}, {"gaps", ordered_json::array()}};
  for (const base::Message& note : trace.notes) json["notes"].push_back(note.english());
  for (const energy::Gap& gap : trace.gaps)
    json["gaps"].push_back({{"at_s", energy::recordedSeconds(trace, gap.at)}, {"seconds", gap.seconds}});
  return json;
}

void run(const Options& options) {
  refuseUnused(options);
  if (!options.model.empty()) return importWorkList(options);
  const energy::TraceOptions reading = options.reading.options();
  const energy::PowerTrace trace = energy::readTrace(options.file, reading);
  ordered_json json = toJson(trace);

  std::vector<energy::Window> windows = windowsByHand(options);
  for (energy::Window& window : windows)
    window = {energy::ownSeconds(trace, window.begin), energy::ownSeconds(trace, window.end)};
  const char* from = "given";
  const bool finds = std::any_of(options.findingGiven.begin(), options.findingGiven.end(),
                                 [](const CLI::Option* option) { return option->count() > 0; });
  if (windows.empty() && !trace.windows.empty() && !finds) {
    windows = trace.windows;
    from = trace.layout.trigger ? "trigger" : "recording";
  }
  if (windows.empty()) {
    const energy::FoundWindows found = energy::findWindows(trace, options.finding);
    windows = found.windows;
    from = "found";
    json["threshold_mw"] = found.thresholdMw;
  }
  double baseline = 0;
  if (options.baseline.empty()) {
    baseline = energy::baselineMw(trace, windows);
  } else {
    energy::TraceOptions atRest = reading;
    atRest.trigger.clear();
    baseline = energy::readTrace(options.baseline, atRest).meanMw();
  }
  json["baseline_mw"] = baseline;
  json["windows_from"] = from;
  json["windows"] = ordered_json::array();

  std::vector<energy::ReportedWindow> reported;
  if (!options.results.empty()) reported = energy::readEnergyRunnerResults(options.results);
  if (!reported.empty() && reported.size() != windows.size())
    throw base::Error("%1 reports %2 windows and the trace has %3", options.results, reported.size(),
                      windows.size());
  double inferences = options.inferences;
  if (inferences == 0 && !reported.empty() && reported[0].inferences) inferences = *reported[0].inferences;
  energy::InferenceEnergy energy;
  if (!windows.empty())
    energy = energy::energyOfWindows(trace, windows, inferences > 0 ? inferences : 1, baseline);
  for (std::size_t i = 0; i < energy.windows.size(); ++i) {
    const energy::WindowEnergy& w = energy.windows[i];
    ordered_json one{{"begin_s", energy::recordedSeconds(trace, w.window.begin)},
                     {"end_s", energy::recordedSeconds(trace, w.window.end)},
                     {"mean_mw", w.meanMw},
                     {"energy_mj", w.millijoules},
                     {"net_mj", w.netMillijoules},
                     {"lost_s", w.lostSeconds}};
    if (i < reported.size()) {
      one["reported_mj"] = reported[i].energyUj / 1000;
      one["difference_percent"] = 100 * (w.millijoules / (reported[i].energyUj / 1000) - 1);
    }
    json["windows"].push_back(one);
  }
  if (inferences > 0 && !energy.windows.empty())
    json["per_inference"] = {{"inferences_per_window", inferences},
                             {"energy_mj", energy.meanMj},
                             {"median_mj", energy.medianMj},
                             {"spread_mj", energy.spreadMj},
                             {"net_mj", energy.netMeanMj}};
  if (!options.table.empty()) {
    if (inferences <= 0 || options.network.empty())
      throw CLI::ValidationError("energy import", "--table needs --network NAME and --inferences N");
    if (energy.windows.empty())
      throw base::Error("No window of work was found; mark them with --window BEGIN:END");
    energy::appendMeasurement(options.table, options.network, energy, energy::provenanceOf(trace));
  }
  if (options.json) {
    std::cout << base::jsonText(json, 2) << "\n";
    return;
  }
  std::printf("%s: %zu samples at %s Hz, %s s, mean %s mW, baseline %s mW\n", trace.source.c_str(),
              trace.milliwatts.size(), figure(trace.rateHz, 6).c_str(), figure(trace.seconds(), 4).c_str(),
              figure(trace.meanMw(), 5).c_str(), figure(baseline, 5).c_str());
  std::printf("  read as: %s\n", trace.reading().english().c_str());
  for (const base::Message& note : trace.notes) std::printf("  note: %s\n", note.english().c_str());
  for (const auto& window : json["windows"]) {
    std::printf("  window %s to %s s: %s mW, %s mJ (%s mJ above the baseline)",
                base::fixed(window["begin_s"], 3).c_str(), base::fixed(window["end_s"], 3).c_str(),
                figure(window["mean_mw"], 5).c_str(), figure(window["energy_mj"], 6).c_str(),
                figure(window["net_mj"], 6).c_str());
    if (window.contains("difference_percent")) {
      const double percent = window["difference_percent"];
      std::printf(", %s%s %% of the report", percent < 0 ? "" : "+", base::fixed(percent, 3).c_str());
    }
    std::printf("\n");
  }
  if (json.contains("per_inference"))
    std::printf("an inference: %s mJ, spread %s mJ over %zu windows; %s mJ above the baseline\n",
                figure(energy.meanMj, 5).c_str(), figure(energy.spreadMj, 2).c_str(), energy.windows.size(),
                figure(energy.netMeanMj, 5).c_str());
  else if (windows.empty())
    std::printf("  no windows of work stand out; mark them with --window BEGIN:END\n");
}

}  // namespace

void addEnergyImport(CLI::App& energy) {
  auto options = std::make_shared<Options>();
  CLI::App* command = energy.add_subcommand(
      "import",
      "Read a recording of power or current (Monsoon, Power Profiler Kit II, Joulescope, Otii, Keysight, "
      "EnergyRunner, any table) or, with --model, a measured work list");
  command->add_option("file", options->file, "Recording (.csv or .bin), or work list (.csv)")->required();
  auto& recording = options->recordingGiven;
  recording = options->reading.add(*command);
  const auto keep = [&](CLI::Option* option) {
    recording.push_back(option);
    return option;
  };
  keep(command->add_option("--baseline", options->baseline, "A recording of the same device at rest"));
  keep(command->add_option(
      "--window", options->windows,
      "BEGIN:END of work, in seconds from the first sample by its stamps; otherwise found or as "
      "recorded"));
  auto& finding = options->findingGiven;
  finding.push_back(command->add_option("--threshold-mw", options->finding.thresholdMw,
                                        "Power above which the device works"));
  finding.push_back(
      command->add_option("--smooth-ms", options->finding.smoothMs, "Smoothing before windows are found")
          ->capture_default_str());
  finding.push_back(command->add_option("--min-window-ms", options->finding.minWindowMs,
                                        "Shorter work is no window (default: 20, where any is as long)"));
  finding.push_back(
      command
          ->add_option("--min-pause-ms", options->finding.minPauseMs, "A shorter pause does not end a window")
          ->capture_default_str());
  recording.insert(recording.end(), finding.begin(), finding.end());
  keep(command->add_option("--inferences", options->inferences, "Inferences in a window"))
      ->check(CLI::PositiveNumber);
  keep(command->add_option("--results", options->results, "EnergyRunner's results.txt to compare with"));
  keep(command->add_option("--network", options->network, "Name of the network that ran"));
  keep(command->add_option("--table", options->table,
                           "Append the energy an inference to this table, for \"energy fit\""));
  command->add_option("--model", options->model,
                      "Refine this model by the networks measured in the work list");
  command->add_option("--out", options->out, "File of the refined model");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
