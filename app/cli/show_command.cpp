#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/int8_layers.h"
#include "app/cli/shown.h"
#include "base/json.h"
#include "energy/battery.h"
#include "network/streaming.h"
#include "study/json_forms.h"
#include "study/meaning.h"

namespace kinglet::cli {
namespace {

std::string shapeText(const network::Shape& shape) {
  return std::to_string(shape.h) + "x" + std::to_string(shape.w) + "x" + std::to_string(shape.c);
}

Json shapeJson(const network::Shape& shape) {
  return {shape.h, shape.w, shape.c};
}

// "3x3 /2": what a layer's window is; empty where it has none.
std::string windowText(const network::Layer& layer) {
  if (layer.kernelH == 1 && layer.kernelW == 1 && layer.strideH == 1 && layer.strideW == 1) return {};
  std::string text = std::to_string(layer.kernelH) + "x" + std::to_string(layer.kernelW);
  if (layer.strideH != 1 || layer.strideW != 1)
    text += " /" + std::to_string(layer.strideH) +
            (layer.strideW == layer.strideH ? "" : "x" + std::to_string(layer.strideW));
  if (layer.dilation != 1) text += " dilation " + std::to_string(layer.dilation);
  return text;
}

std::string milliwatts(double value) {
  return digits(value) + " mW";
}

void printPower(const NetworkChoice::Chosen& chosen, const std::optional<energy::Battery>& battery) {
  const energy::MeanPower& power = chosen.power;
  const energy::ListeningSettings& listening = chosen.settings.listening;
  if (!std::isfinite(power.totalMw)) return;
  std::cout << "listening, " << digits(listening.inferencesPerSecond) << " inferences a second"
            << (power.clockMhz > 0 ? " at " + digits(power.clockMhz, 4) + " MHz" : std::string()) << ": "
            << milliwatts(power.totalMw) << " (front end " << milliwatts(power.frontEndMw) << ", inferences "
            << milliwatts(power.inferenceMw) << ", wake-ups " << milliwatts(power.wakeUpMw) << ", waiting "
            << milliwatts(power.idleMw);
  if (power.microphoneMw > 0) std::cout << ", microphone " << milliwatts(power.microphoneMw);
  if (power.memoryMw > 0) std::cout << ", memory " << milliwatts(power.memoryMw);
  std::cout << "), " << digits(power.dailyJoules) << " J a day\n";
  if (battery) {
    const energy::BatteryDay day = energy::batteryDay(*battery, power.totalMw, power.keepsUp);
    std::cout << digits(day.percent) << " % of the battery a day, " << digits(day.hours / 24) << " days\n";
  }
  if (!power.keepsUp)
    std::cout << "it does not keep up: a second's work takes " << digits(power.duty) << " s\n";
  const auto* profile = study::profileOf(chosen.settings);
  if (!profile || listening.clockMhz) return;
  const energy::MeanPower best =
      energy::thriftiest(energy::listeningDevice(profile), chosen.energy, chosen.candidate.input,
                         chosen.candidate.network, listening);
  if (best.clockMhz < power.clockMhz)
    std::cout << "at " << digits(best.clockMhz, 4) << " MHz it would be " << milliwatts(best.totalMw) << "\n";
}

std::optional<network::Streaming> streamingOf(const NetworkChoice::Chosen& chosen, base::Message& whyNot) {
  const double perSecond = chosen.settings.listening.inferencesPerSecond;
  return network::streamingOf(chosen.candidate.network,
                              network::framesApart(chosen.candidate.input, perSecond), &whyNot);
}

// What a device that listens may keep, as the exported C does.
std::string streamText(const NetworkChoice::Chosen& chosen) {
  const network::NetworkSpec& network = chosen.candidate.network;
  base::Message why;
  const auto streaming = streamingOf(chosen, why);
  if (!streaming) return "as it listens: whole windows (" + why.english() + ")";
  return "as it listens: " + std::to_string(streaming->trunk) + " of " +
         std::to_string(network.layers().size()) + " layers can compute new frames alone, " +
         std::to_string(streaming->step) + " at once, as the exported C does; an answer every " +
         std::to_string(streaming->every) + " frames";
}

void printTable(const NetworkChoice::Chosen& chosen, const std::optional<energy::Battery>& battery) {
  const auto& layers = chosen.candidate.network.layers();
  const bool knowsLayers = chosen.energy.layers.size() == layers.size();
  std::vector<std::vector<std::string>> rows{
      {"layer", "kind", "window", "input", "output", "MACs", "params", "energy", "share", "live kB"}};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto& layer = layers[i];
    const auto& cost = chosen.cost.layers[i];
    const double energy = knowsLayers ? chosen.energy.layers[i].millijoules : std::nan("");
    rows.push_back({layer.name, network::toText(layer.kind), windowText(layer), shapeText(layer.in),
                    shapeText(layer.out), countText(double(cost.macs)), countText(double(cost.params)),
                    energyText(energy), percentText(energy / chosen.energy.millijoules),
                    digits(double(cost.liveBytes) / 1024)});
  }
  const auto& input = chosen.candidate.input;
  std::cout << chosen.name << ": hears " << digits(input.clipSeconds) << " s at " << input.rate << " Hz, "
            << input.mels << " mels every " << digits(input.hopMs) << " ms\n\n"
            << tableText(rows, 3) << "\n"
            << countText(double(chosen.cost.macs)) << " MACs, " << countText(double(chosen.cost.params))
            << " parameters, flash " << digits(double(chosen.cost.flashBytes) / 1024) << " kB, peak RAM "
            << digits(double(chosen.cost.peakRamBytes) / 1024) << " kB, of which the front end "
            << digits(double(chosen.cost.frontEndFlashBytes) / 1024) << " and "
            << digits(double(chosen.cost.frontEndRamBytes) / 1024) << " kB\n"
            << energyText(chosen.energy.millijoules) << " an inference, of which the front end "
            << energyText(chosen.energy.frontEndMillijoules) << "\n"
            << sourceText(chosen.energy) << "\n";
  if (!chosen.energy.runtime.empty()) std::cout << "runtime: " << chosen.energy.runtime << "\n";
  std::cout << streamText(chosen) << "\n";
  printPower(chosen, battery);
}

// The parts of the mean power, and what it would be at the device's other clocks.
Json listeningJson(const NetworkChoice::Chosen& chosen, const std::optional<energy::Battery>& battery) {
  const energy::MeanPower& power = chosen.power;
  if (!std::isfinite(power.totalMw)) return {};
  Json clocks = Json::array();
  if (const auto* profile = study::profileOf(chosen.settings)) {
    const energy::ListeningDevice device = energy::listeningDevice(profile);
    for (const double clock : energy::clockChoices(device)) {
      energy::ListeningSettings at = chosen.settings.listening;
      at.clockMhz = clock;
      const energy::MeanPower there =
          energy::meanPower(device, chosen.energy, chosen.candidate.input, chosen.candidate.network, at);
      clocks.push_back({{"clock_mhz", clock},
                        {"mean_power_mw", there.totalMw},
                        {"duty", there.duty},
                        {"keeps_up", there.keepsUp}});
    }
  }
  Json json{{"inferences_per_s", chosen.settings.listening.inferencesPerSecond},
            {"clock_mhz", power.clockMhz > 0 ? Json(power.clockMhz) : Json()},
            {"front_end_mw", power.frontEndMw},
            {"inference_mw", power.inferenceMw},
            {"wake_up_mw", power.wakeUpMw},
            {"idle_mw", power.idleMw},
            {"microphone_mw", power.microphoneMw},
            {"memory_mw", power.memoryMw},
            {"duty", power.duty},
            {"keeps_up", power.keepsUp},
            {"daily_j", power.dailyJoules},
            {"clocks", std::move(clocks)}};
  if (battery) {
    const energy::BatteryDay day = energy::batteryDay(*battery, power.totalMw, power.keepsUp);
    json["battery_percent_a_day"] = day.percent;
    json["battery_days"] = day.hours / 24;
  }
  return json;
}

Json toJson(const NetworkChoice::Chosen& chosen, const std::optional<energy::Battery>& battery) {
  Json json{{"name", chosen.name}, {"input", study::toJson(chosen.candidate.input)}};
  if (chosen.trial) {
    json["trial"] = chosen.trial->number;
    json["state"] = study::toText(chosen.trial->state);
    json["proposed_by"] = study::toJson(chosen.trial->origin);
    const Json figures = trialFigures(*chosen.trial);
    json["accuracy"] = figures["accuracy"];
  }
  json.update(costFigures(chosen.cost, chosen.energy));
  json["front_end_energy_mj"] = chosen.energy.frontEndMillijoules;
  json["mean_power_mw"] = powerFigure(chosen.power);
  json["listening"] = listeningJson(chosen, battery);
  base::Message why;
  if (const auto streaming = streamingOf(chosen, why))
    json["streaming"] = {{"new_frame_layers", streaming->trunk},
                         {"step_frames", streaming->step},
                         {"answer_frames", streaming->every}};
  else
    json["streaming"] = {{"why_not", why.english()}};
  Json layers = Json::array();
  const auto& specs = chosen.candidate.network.layers();
  const bool knowsLayers = chosen.energy.layers.size() == specs.size();
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const auto& cost = chosen.cost.layers[i];
    layers.push_back({{"name", specs[i].name},
                      {"kind", network::toText(specs[i].kind)},
                      {"input", shapeJson(specs[i].in)},
                      {"output", shapeJson(specs[i].out)},
                      {"kernel", {specs[i].kernelH, specs[i].kernelW}},
                      {"stride", {specs[i].strideH, specs[i].strideW}},
                      {"dilation", specs[i].dilation},
                      {"activation", network::toText(specs[i].activation)},
                      {"macs", cost.macs},
                      {"params", cost.params},
                      {"energy_mj", knowsLayers ? Json(chosen.energy.layers[i].millijoules) : Json()},
                      {"ram_kb", double(cost.liveBytes) / 1024}});
  }
  json["layers"] = std::move(layers);
  return json;
}

}  // namespace

void addShowCommand(CLI::App& app) {
  struct Options {
    NetworkChoice network;
    std::string battery, data;
    int classes = 10;
    bool json = false, int8 = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("show", "Print a network layer by layer: shapes, MACs, energy, memory");
  options->network.addTo(*command);
  options->network.addListeningTo(*command);
  command->add_option(
      "--battery", options->battery,
      "What that power means for a battery: phone, watch, earphones or an energy, \"2.5 kJ\"");
  command->add_option("--classes", options->classes, "Classes of a named network")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  auto* int8 = command->add_flag("--int8", options->int8,
                                 "Quantise the trial and tell the error that each layer adds");
  int8->needs("--trial");
  command->add_option("--data", options->data, "Where the sounds for that are (default: the study's)")
      ->needs(int8);
  command->add_flag("--json", options->json, "Print a JSON object");
  command->callback([options] {
    std::optional<energy::Battery> battery;
    if (!options->battery.empty()) battery = energy::batteryFromText(options->battery);
    const auto chosen = options->network.load(options->classes);
    std::optional<Int8Layers> int8;
    if (options->int8) int8.emplace(*chosen.store, *chosen.trial, options->data);
    if (options->json) {
      Json json = toJson(chosen, battery);
      if (int8) json["int8"] = int8->toJson();
      std::cout << base::jsonText(json, 2) << "\n";
      return;
    }
    printTable(chosen, battery);
    if (int8) int8->print();
  });
}

}  // namespace kinglet::cli
