#include "app/cli/energy_command.h"

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"

namespace kinglet::cli {

void addEnergyCommand(CLI::App& app) {
  CLI::App* energy = app.add_subcommand("energy", "Measure, predict and question energy per inference");
  energy->require_subcommand(1);
  addEnergyFitBoards(*energy);
}

}  // namespace kinglet::cli
