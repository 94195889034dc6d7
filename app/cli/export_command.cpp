#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/interrupt.h"
#include "app/cli/notices.h"
#include "app/cli/shown.h"
#include "app/cli/sounds_news.h"
#include "app/cli/status_line.h"
#include "app/diagnosis/work_log.h"
#include "app/shared/trial_export.h"
#include "base/error.h"
#include "base/json.h"
#include "study/trial.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string study, data, format, out, verify;
  std::optional<std::string> ends, form, prefix;
  int trial = 0;
  bool int8 = false, force = false, json = false, trust = false;
};

constexpr std::string_view kBoardPrefix = "qemu:";

deploy::ExportPlan planOf(const Options& options) {
  try {
    deploy::ExportPlan plan{deploy::formatFrom(options.format),
                            options.int8,
                            options.ends == "float" ? deploy::Ends::real : deploy::Ends::int8,
                            options.out,
                            {},
                            options.force};
    if (options.ends && (plan.format != deploy::Format::tflite || !plan.int8))
      throw base::Error("--ends is for int8 TFLite files; with --format %1%2 there is nothing to choose",
                        options.format, options.int8 ? " --int8" : "");
    if (options.form) plan.form = deploy::formFrom(*options.form);
    plan.prefix = options.prefix;
    if (!options.verify.empty()) {
      if (!options.verify.starts_with(kBoardPrefix))
        throw base::Error("--verify takes qemu:BOARD, for example qemu:cortex-m4");
      plan.board = options.verify.substr(kBoardPrefix.size());
      // The boards run the int8 network, so asking for one is asking for int8.
      plan.int8 = plan.int8 || plan.format == deploy::Format::c;
    }
    deploy::check(plan);
    return plan;
  } catch (const base::Error& error) {
    throw CLI::ValidationError(error.what());
  }
}

// Asks where there is somebody to ask.
void allowReplacing(deploy::ExportPlan& plan) {
  if (plan.replace) return;
  const auto there = deploy::alreadyThere(plan);
  if (there.empty()) return;
  if (::isatty(STDIN_FILENO) && ::isatty(STDERR_FILENO)) {
    std::cerr << there.front().string() << " is there already. Replace it? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    if (answer == "y" || answer == "Y" || answer == "yes") {
      plan.replace = true;
      return;
    }
  }
  throw base::Error("%1 is there already; choose another name, or replace it with --force", there.front());
}

Json toJson(const deploy::ExportResult& result, const Options& options) {
  Json json{{"trial", options.trial}, {"format", result.card.format}, {"type", result.card.type}};
  if (!result.card.form.empty()) {
    json["form"] = result.card.form;
    json["prefix"] = result.card.prefix;
  }
  for (const auto& file : result.files) json["files"].push_back(file.string());
  const auto& check = result.verification;
  json["verified"] = check.verified;
  json["verification"] = result.card.verification;
  if (check.verified) json["largest_difference"] = check.largestDifference;
  if (result.int8) {
    json["accuracy_float"] = result.int8->real.accuracy;
    json["accuracy_int8"] = result.int8->integer.accuracy;
    json["accuracy_int8_calibrated"] = result.int8->calibrated.accuracy;
    json["fine_tuned"] = result.int8->fineTuned;
  }
  json["energy_mj"] = result.card.origin.energyMj;
  json["energy_runtime"] = result.card.origin.energyRuntime;
  json["energy_by_runtime"] = deploy::energyByRuntime(result.card);
  if (result.card.origin.exportedCMj && result.card.format == "c" && result.int8)
    json["c_files_energy_mj"] = *result.card.origin.exportedCMj;
  json["peak_ram_bytes_modelled"] = result.card.peakRamBytes;
  json["flash_bytes_modelled"] = result.card.flashBytes;
  if (result.card.arenaBytes) json["arena_bytes"] = *result.card.arenaBytes;
  if (result.board) {
    Json board{{"name", result.board->board},
               {"instructions", result.board->total},
               {"flash_bytes", result.board->flashBytes},
               {"ram_bytes", result.board->arenaBytes}};
    for (std::size_t i = 0; i < result.operators.size(); ++i)
      board["operators"].push_back(
          {{"name", result.operators[i]}, {"instructions", result.board->instructions[i]}});
    json["board"] = std::move(board);
  }
  return json;
}

std::string accuracyText(const deploy::Int8Network& int8) {
  return "Accuracy on the validation fold: float " + percentText(int8.real.accuracy) + ", int8 " +
         percentText(int8.integer.accuracy) +
         (int8.fineTuned ? " (" + percentText(int8.calibrated.accuracy) + " before fine-tuning)" : "");
}

void print(const deploy::ExportResult& result, const Options& options) {
  std::cout << "Trial " << options.trial << " as " << result.card.format << ", " << result.card.type << "\n";
  for (const auto& file : result.files) std::cout << "  " << file.string() << "\n";
  if (result.card.arenaBytes)
    std::cout << "Arena: " << *result.card.arenaBytes << " bytes, without allocation\n";
  std::cout << "Energy an inference: " << deploy::energyByRuntime(result.card) << "\n";
  std::cout << static_cast<char>(std::toupper(result.card.verification[0]))
            << result.card.verification.substr(1) << "\n";
  if (!result.board) return;
  std::cout << "\n"
            << result.board->board << ": flash " << result.board->flashBytes << " bytes, RAM "
            << result.board->arenaBytes
            << " bytes. A count of instructions is a measure of cost; it is not joules.\n";
  std::vector<std::vector<std::string>> rows{{"operator", "instructions", "share"}};
  for (std::size_t i = 0; i < result.operators.size(); ++i)
    rows.push_back({result.operators[i], std::to_string(result.board->instructions[i]),
                    percentText(double(result.board->instructions[i]) / double(result.board->total))});
  std::cout << tableText(rows, 1);
}

}  // namespace

void addExportCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("export", "Write a trained network in a form that runs elsewhere, and try it");
  command->add_option("--study", options->study, "The study file")->required();
  command->add_option("--trial", options->trial, "Number of the trial")
      ->required()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--format", options->format, "torchscript, onnx, c or tflite")->required();
  command->add_option("--out", options->out, "The file to write; for c a folder")->required();
  command->add_flag("--int8", options->int8, "Quantise to 8 bits, calibrated on the training clips");
  command->add_option("--ends", options->ends, "What an int8 TFLite file takes and gives")
      ->check(CLI::IsMember({"int8", "float"}))
      ->default_str("int8");
  command->add_option(
      "--verify", options->verify,
      "qemu:BOARD: run the C export, in int8, on this emulated board too; BOARD is cortex-m0plus, "
      "-m3, -m4, -m7, -m33 or -m55");
  command->add_option(
      "--as", options->form,
      "The form of C sources: plain (default), or a library as a tool chain takes it: arduino, "
      "zephyr, platformio, cmake");
  command->add_option(
      "--prefix", options->prefix,
      "What the names in C sources begin with (default: model), so that several networks live "
      "in one program; networks with a prefix share their kernels and an equal front end");
  command->add_option("--data", options->data,
                      "The data of the study (default: where the study had them from)");
  command->add_flag("--force", options->force, "Replace what is there already");
  command->add_flag("--trust", options->trust,
                    "The study is somebody else's, and you trust it: compile and run the export to try it");
  command->add_flag("--json", options->json, "Print a JSON object");
  command->callback([options] {
    deploy::ExportPlan plan = planOf(*options);
    allowReplacing(plan);
    std::stop_source stop;
    const Interrupt interrupt([&] { stop.request_stop(); });
    const auto store = study::openStudy(options->study);
    const study::Trial trial = findTrial(*store, options->trial);
    study::StudySounds sounds = study::openSounds(*store, options->data);
    tellNews(sounds.news);
    data::FeatureStore features(std::move(sounds.dataset));
    const app::TrialExport material = app::trialForExport(*store, trial, &features, stop.get_token());
    tellNotices(features);
    if (options->trust) store->trust(options->trial);
    plan.run = options->trust || material.isOurs;
    if (!plan.run)
      std::cerr
          << "This study was not made by you on this computer: nothing of it is compiled or run to try the "
             "export. Where you trust it, add --trust.\n";
    deploy::check(plan);
    StatusLine line;
    const deploy::Progress progress(
        [&](const base::Message& what, double share) { line.show(bar(share, 20) + " " + what.english()); },
        stop.get_token());
    // Both accuracies are told before anything is written.
    std::optional<deploy::Int8Network> int8;
    if (plan.int8) {
      int8 = deploy::makeInt8(material.model, material.sounds, progress.part(0, 0.6));
      if (int8->real.clips > 0 && !options->json) line.print(accuracyText(*int8));
    }
    app::ExportLog log(options->trial, plan);
    const auto result = deploy::exportNetwork(material.model, material.origin, material.sounds, plan,
                                              progress.part(int8 ? 0.6 : 0, 1), int8 ? &*int8 : nullptr);
    log.ended(result);
    line.clear();
    if (options->json)
      std::cout << base::jsonText(toJson(result, *options), 2) << "\n";
    else
      print(result, *options);
  });
}

}  // namespace kinglet::cli
