#include "app/cli/energy_command.h"

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "base/error.h"

namespace kinglet::cli {

void TableArguments::add(CLI::App& command, bool targetRequired) {
  command.add_option("--data", data, "CSV of measured kernels or networks")->required();
  command.add_option("--target", target, "Column of the measured energy")->required(targetRequired);
  command.add_option("--unit", unit,
                     "Unit of that column (J, mJ, uJ, nJ, Wh), where its name does not end in it");
  command.add_option("--map", map,
                     "ROLE=COLUMN where a name is not understood; roles: hw, in_h, in_w, in_c, out_c, "
                     "kernel, kernel_h, kernel_w, stride, type, network, name");
  command.add_option("--kind", kind, "What all rows are: conv, depthwise, dense, data")
      ->check(CLI::IsMember({"conv", "depthwise", "dense", "data"}));
  command.add_option("--features", features, "Columns to learn from as plain numbers, instead of shapes");
  command.add_option("--layers", layers, "CSV of the layers of the networks that the rows name");
}

energy::MeasuredTable TableArguments::read() const {
  energy::TableOptions options;
  options.target = target;
  options.unit = unit;
  for (const std::string& pair : map) {
    const auto at = pair.find('=');
    if (at == std::string::npos)
      throw CLI::ValidationError("--map", "takes ROLE=COLUMN, not \"" + pair + "\"");
    options.columns[pair.substr(0, at)] = pair.substr(at + 1);
  }
  for (energy::WorkKind known :
       {energy::WorkKind::conv, energy::WorkKind::depthwise, energy::WorkKind::dense, energy::WorkKind::data})
    if (kind == toText(known)) options.kind = known;
  options.features = features;
  options.layers = layers;
  return energy::readMeasuredTable(data, options);
}

void addEnergyCommand(CLI::App& app) {
  CLI::App* energy = app.add_subcommand("energy", "Measure, predict and question energy per inference");
  energy->require_subcommand(1);
  addEnergyFit(*energy);
  addEnergyPredict(*energy);
  addEnergyEvaluate(*energy);
  addEnergyImport(*energy);
  addEnergyMeasure(*energy);
  addEnergyFitBoards(*energy);
  addEnergyCount(*energy);
}

}  // namespace kinglet::cli
