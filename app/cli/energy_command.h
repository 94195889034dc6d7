// The parts of `kinglet energy`, a file each.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "energy/predictor/measured_table.h"

namespace CLI {
class App;
}

namespace kinglet::cli {

void addEnergyFit(CLI::App& energy);
void addEnergyPredict(CLI::App& energy);
void addEnergyEvaluate(CLI::App& energy);
void addEnergyImport(CLI::App& energy);
void addEnergyMeasure(CLI::App& energy);
void addEnergyFitBoards(CLI::App& energy);
void addEnergyCount(CLI::App& energy);

// How a table of measurements is to be read; options that fit and evaluate share.
struct TableArguments {
  std::string data, target, unit, kind, layers;
  std::vector<std::string> map, features;
  void add(CLI::App& command, bool targetRequired);
  energy::MeasuredTable read() const;
};

}  // namespace kinglet::cli
