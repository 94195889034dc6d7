// kinglet energy count: a device profile of Kinglet's own C, from counted instructions.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/energy_command.h"
#include "app/cli/interrupt.h"
#include "app/cli/shown.h"
#include "app/cli/status_line.h"
#include "app/shared/count_profile.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/json.h"

namespace kinglet::cli {
namespace {

struct Options {
  app::CountPlan plan;
  std::string frontEnd = "fixed", out;
  bool json = false;
};

void run(const Options& options) {
  StatusLine line;
  std::stop_source stop;
  const Interrupt interrupt([&] { stop.request_stop(); });
  const deploy::Progress progress(
      [&](const base::Message& what, double share) { line.show(bar(share, 20) + " " + what.english()); },
      stop.get_token());
  const energy::DeviceProfile profile = app::countedProfile(options.plan, progress);
  line.clear();
  base::writeAtomically(options.out, energy::toJson(profile));
  if (options.json) {
    // The profile itself, and where it went.
    nlohmann::ordered_json json = base::parsedJson(energy::toJson(profile), base::Message("the profile"));
    json["file"] = options.out;
    std::cout << base::jsonText(json, 2) << "\n";
    return;
  }
  std::printf("%s\n", profile.name.c_str());
  for (const std::string& source : profile.sources) std::printf("  %s\n", source.c_str());
  if (!profile.clockMhz)
    std::printf("It tells no energy before it knows a board: give --clock-mhz and --power-mw.\n");
  std::printf("%s written\n", options.out.c_str());
}

}  // namespace

void addEnergyCount(CLI::App& energy) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = energy.add_subcommand(
      "count",
      "Count the instructions of the exported C under emulation and write a device profile of it; needs "
      "arm-none-eabi-gcc and qemu-system-arm");
  command
      ->add_option("--target", options->plan.core, "The core: cortex-m4, cortex-m7, cortex-m33 or cortex-m55")
      ->required()
      ->check(CLI::IsMember(energy::countedCores()));
  command->add_option("--front-end", options->frontEnd, "Which exported front end: fixed or float")
      ->check(CLI::IsMember({"fixed", "float"}))
      ->capture_default_str();
  CLI::Option* clock = command->add_option("--clock-mhz", options->plan.clockMhz, "Clock of your board")
                           ->check(CLI::PositiveNumber);
  CLI::Option* power = command
                           ->add_option("--power-mw", options->plan.powerMw,
                                        "What your board draws at that clock while it computes")
                           ->check(CLI::PositiveNumber);
  clock->needs(power);
  power->needs(clock);
  command->add_option("--out", options->out, "File of the profile")->required();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options] {
    options->plan.fixedFrontEnd = options->frontEnd == "fixed";
    run(*options);
  });
}

}  // namespace kinglet::cli
