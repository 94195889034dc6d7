// What goes with an exported network: where it comes from, what it can do, what it costs, how to feed it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "deploy/deploy.h"

namespace kinglet::deploy {

// Told by who exports; figures as shares or in the units of their names.
struct ModelOrigin {
  std::string study;  // file name
  int trial = 0;
  std::uint64_t seed = 0;
  std::string dataset, layout;
  std::vector<std::string> dataNotes;                // licence and what else was understood of the data set
  std::string trainFolds, validationFold, testFold;  // as people name them
  std::optional<double> accuracy;                    // validation fold, float, 0 .. 1
  std::optional<double> testAccuracy;                // where the test fold was opened for this trial
  double energyMj = 0;
  std::string energySource;   // provenance, device, date
  std::string energyRuntime;  // that the energy holds for, "X-CUBE-AI v10.2"; empty where not known
  // What the int8 C export needs on the same processor, front end included, where that was counted: it is a runtime of
  // its own. None where energyRuntime is that runtime already.
  std::optional<double> exportedCMj;
  std::string exportedCSource;        // "counted: Kinglet C on ..., at 120 MHz, 33.32 mW; ..."
  std::optional<double> meanPowerMw;  // of the device while it listens, as listening tells
  double inferencesPerSecond = 0;     // as the study listens; 0: not known
  std::string listening;              // "1 inference a second at 160 MHz, front end and waiting included"
};

struct Card {
  ModelOrigin origin;
  std::string format, type;            // "tflite", "int8 (int8 ends)"
  std::string form, prefix;            // of the C export: "arduino", "dog"
  std::optional<double> int8Accuracy;  // validation fold
  bool fineTuned = false;
  long macs = 0, params = 0, flashBytes = 0, peakRamBytes = 0;  // of the network alone
  long frontEndFlashBytes = 0, frontEndRamBytes = 0;
  std::optional<long> arenaBytes;  // of the C export
  std::string stream;              // how it listens on
  std::string verification;
};

// The runtime of Kinglet's C, as devices and energies name it.
inline constexpr const char* kExportedC = "Kinglet C";

// The energy of an inference by each runtime that the card knows of: "X-CUBE-AI v10.2: 0.47 mJ, these C files: 1.4 mJ".
// Of C files it never gives the figure of another runtime alone without saying so.
std::string energyByRuntime(const Card& card);

// With which rounding an int8 TensorFlow Lite runtime gives the codes of the test vector, and why it may not; of all else
// empty.
std::string roundingOf(const Card& card);

std::string toMarkdown(const Card& card, const Model& model);
// The same for programs, with the normalisation of the features in full.
std::string toJson(const Card& card, const Model& model);

}  // namespace kinglet::deploy
