#include "deploy/package/card.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/words.h"

#include "base/format.h"

namespace kinglet::deploy {
namespace {

using Json = nlohmann::ordered_json;

std::string kilobytes(long bytes) {
  return base::fixed(static_cast<double>(bytes) / 1024, 1) + " kB";
}

constexpr const char* kHow =
    "Input: one window of log-mel features, frames x mels, time first: w[n] = 0.5 - 0.5 cos(2 pi n / N) "
    "(periodic Hann), "
    "power spectrum of the zero-padded frame, triangular filters equally spaced on the mel scale 2595 "
    "log10(1 + f / 700), "
    "peak 1, ln(max(energy, 1e-6)); then (x - mean[m]) / deviation[m] for each mel band. Output: one logit a "
    "class.";
constexpr const char* kWeightsLicence =
    "The weights are yours: they were learnt from the data set named above, whose licence and owners' rights "
    "may bear on them.";
constexpr const char* kSourcesLicence =
    "The C code in this export (kernels, front end, programs, build files) is under the Zero-Clause BSD "
    "licence, "
    "0BSD: it may be used, changed and passed on freely, in closed firmware too. Kinglet itself is "
    "GPL-3.0-or-later.";

std::string licenceOf(const Card& card) {
  return std::string(kWeightsLicence) + (card.format == "c" ? std::string(" ") + kSourcesLicence : "");
}

std::string millijoules(double mj) {
  return base::general(mj, 3) + " mJ";
}

bool isInt8(const Card& card) {
  return card.type.starts_with("int8");
}

}  // namespace

std::string energyByRuntime(const Card& card) {
  const ModelOrigin& origin = card.origin;
  const std::string promised = millijoules(origin.energyMj);
  const bool own = origin.energyRuntime == kExportedC;
  const std::string runtime = origin.energyRuntime.empty() ? "the study's device" : origin.energyRuntime;
  if (card.format != "c") return runtime + ": " + promised;
  if (!isInt8(card))
    return runtime + (own ? ", int8: " : ": ") + promised + ", these C files, in float: not known";
  if (own) return "these C files: " + promised;
  return runtime + ": " + promised +
         ", these C files: " + (origin.exportedCMj ? millijoules(*origin.exportedCMj) : "not known");
}

std::string roundingOf(const Card& card) {
  if (card.format != "tflite" || !isInt8(card)) return {};
  return "exact where the runtime rounds a product once (built with TFLITE_SINGLE_ROUNDING=1), as Kinglet "
         "and this test vector do. TensorFlow Lite's default rounds twice, the high half of a product and "
         "then "
         "its shift, so that a code may differ by one";
}

std::string toMarkdown(const Card& card, const Model& model) {
  const ModelOrigin& origin = card.origin;
  std::string text = "# " + base::markdownText(model.network.name()) + "\n\nMade by Kinglet: trial " +
                     std::to_string(origin.trial) + " of " + base::markdownText(origin.study) + " (seed " +
                     std::to_string(origin.seed) + "), exported as " + card.format + ", " + card.type +
                     ".\n\n";
  const auto row = [&](const std::string& what, const std::string& value) {
    text += "| " + base::markdownText(what) + " | " + base::markdownText(value) + " |\n";
  };
  text += "| | |\n|---|---|\n";
  row("data set", origin.dataset + " (" + origin.layout + ")");
  row("trained on", origin.trainFolds);
  if (origin.accuracy)
    row("accuracy, validation (" + origin.validationFold + "), float", base::percent(*origin.accuracy));
  if (card.int8Accuracy)
    row("accuracy, validation (" + origin.validationFold + "), int8",
        base::percent(*card.int8Accuracy) +
            (card.fineTuned ? ", fine-tuned with quantisation in the loop" : ""));
  row("accuracy, test (" + origin.testFold + ")",
      origin.testAccuracy ? base::percent(*origin.testAccuracy) + ", float" : "not opened");
  row("energy an inference", energyByRuntime(card));
  row("that energy is", origin.energySource);
  if (card.format == "c" && isInt8(card) && origin.exportedCMj)
    row("that of these C files is", origin.exportedCSource);
  if (origin.meanPowerMw)
    row("mean power while listening", base::general(*origin.meanPowerMw) + " mW; " + origin.listening);
  row("multiply-accumulates", std::to_string(card.macs));
  row("parameters", std::to_string(card.params));
  row("flash, int8 weights (modelled)", kilobytes(card.flashBytes));
  row("peak RAM, int8 maps (modelled)", kilobytes(card.peakRamBytes));
  row("front end, floating point (modelled)", "flash " + kilobytes(card.frontEndFlashBytes) + ", RAM " +
                                                  kilobytes(card.frontEndRamBytes) +
                                                  ": tables, code and buffers, beside the network's");
  if (!card.form.empty()) row("C sources", card.form + "; names begin with " + card.prefix);
  if (card.arenaBytes) row("arena of this export", std::to_string(*card.arenaBytes) + " bytes");
  if (!card.stream.empty()) row("as it listens on (" + card.prefix + "_push)", card.stream);
  if (const std::string rounding = roundingOf(card); !rounding.empty()) row("codes", rounding);
  row("this file", card.verification);
  const auto& in = model.input;
  text += "\n## Front end\n\n";
  text += std::to_string(in.rate) + " Hz, window " + base::general(in.windowMs) + " ms, hop " +
          base::general(in.hopMs) + " ms, FFT " + std::to_string(in.fftSize) + ", " +
          std::to_string(in.mels) + " mel bands from " + base::general(in.lowHz) + " to " +
          base::general(in.highHz) + " Hz, " + std::to_string(in.frames()) + " frames (" +
          base::general(in.clipSeconds) + " s). " + kHow +
          " Means and deviations are in the JSON card.\n\n## Labels\n\n";
  for (std::size_t c = 0; c < model.classes.size(); ++c)
    text += std::to_string(c) + ". " + base::markdownText(model.classes[c]) + "\n";
  text += std::string("\n") +
          (model.multiLabel ? "Several labels may hold at once: a sigmoid a class." : "One label: softmax.") +
          "\n";
  text += std::string("\n## Licence\n\n") + licenceOf(card) + "\n";
  for (const auto& note : origin.dataNotes) text += "\n- " + base::markdownText(note);
  return text + (origin.dataNotes.empty() ? "" : "\n");
}

std::string toJson(const Card& card, const Model& model) {
  const ModelOrigin& origin = card.origin;
  const auto& in = model.input;
  const auto figure = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
  Json json = {
      {"made_by", "Kinglet"},
      {"network", model.network.name()},
      {"study", {{"file", origin.study}, {"trial", origin.trial}, {"seed", origin.seed}}},
      {"format", card.format},
      {"type", card.type},
      {"form", card.form.empty() ? Json() : Json(card.form)},
      {"prefix", card.prefix.empty() ? Json() : Json(card.prefix)},
      {"data", {{"name", origin.dataset}, {"layout", origin.layout}, {"notes", origin.dataNotes}}},
      {"folds",
       {{"train", origin.trainFolds}, {"validation", origin.validationFold}, {"test", origin.testFold}}},
      {"accuracy",
       {{"validation_float", figure(origin.accuracy)},
        {"validation_int8", figure(card.int8Accuracy)},
        {"int8_fine_tuned", card.fineTuned},
        {"test_float", figure(origin.testAccuracy)}}},
      {"energy_mj", origin.energyMj},
      {"energy_source", origin.energySource},
      {"energy_runtime", origin.energyRuntime.empty() ? Json() : Json(origin.energyRuntime)},
      {"energy_by_runtime", energyByRuntime(card)},
      {"c_files_energy_mj",
       card.format == "c" && isInt8(card)
           ? figure(origin.energyRuntime == kExportedC ? origin.energyMj : origin.exportedCMj)
           : Json()},
      {"c_files_energy_source",
       card.format == "c" && isInt8(card) && origin.exportedCMj ? Json(origin.exportedCSource) : Json()},
      {"mean_power_mw", figure(origin.meanPowerMw)},
      {"listening", origin.listening.empty() ? Json() : Json(origin.listening)},
      {"macs", card.macs},
      {"params", card.params},
      {"flash_bytes_modelled", card.flashBytes},
      {"peak_ram_bytes_modelled", card.peakRamBytes},
      {"front_end_flash_bytes_modelled", card.frontEndFlashBytes},
      {"front_end_ram_bytes_modelled", card.frontEndRamBytes},
      {"stream", card.stream.empty() ? Json() : Json(card.stream)},
      {"arena_bytes", card.arenaBytes ? Json(*card.arenaBytes) : Json()},
      {"codes", roundingOf(card).empty() ? Json() : Json(roundingOf(card))},
      {"verification", card.verification},
      {"front_end",
       {{"rate", in.rate},
        {"window_ms", in.windowMs},
        {"hop_ms", in.hopMs},
        {"fft_size", in.fftSize},
        {"mels", in.mels},
        {"low_hz", in.lowHz},
        {"high_hz", in.highHz},
        {"clip_s", in.clipSeconds},
        {"frames", in.frames()},
        {"how", kHow},
        {"mean", tensorOf(model, "input/mean", in.mels).values},
        {"deviation", tensorOf(model, "input/deviation", in.mels).values}}},
      {"labels", model.classes},
      {"multi_label", model.multiLabel},
      {"licence", licenceOf(card)}};
  return base::jsonText(json, 1);
}

}  // namespace kinglet::deploy
