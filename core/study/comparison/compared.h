// comparison/: two to four candidates or baselines beside each other: figures, classes, confusions, layers. Calls
// report/ for what pages share; app/ and widgets/ call it. A newcomer reads this header first, then graph_diff.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

constexpr std::size_t kFewestCompared = 2, kMostCompared = 4;

// One of those that are compared: a trial of the study, or a named network that was never trained.
struct Compared {
  std::string name;  // "trial 12", "mobilenet_v1:0.25"
  int trial = -1;    // its number; -1: of no trial
  network::InputSpec input;
  network::NetworkSpec network;
  network::NetworkCost cost;  // front end included
  energy::EnergyEstimate energy;
  energy::MeanPower power;
  std::vector<train::EpochReport> curve;  // empty where it was not trained
  // As NetworkSpec::layers: the error that each adds in int8, a share of its map (deploy::LayerError); empty where it was
  // not worked out.
  std::vector<double> int8Errors;

  const train::Metrics* validation() const { return curve.empty() ? nullptr : &curve.back().validation; }
};

Compared comparedOf(const Trial& trial);
// A named network on the study's input and device, as it stands. Throws base::Error: no such name, no such device.
Compared comparedOf(const std::string& network, const Settings& settings);

// Figures that any two can be compared by.
enum class Figure {
  accuracy,          // 0 .. 1, of validation
  balancedAccuracy,  // likewise
  energy,            // mJ an inference
  latency,           // ms
  power,             // mW while it listens
  flash,             // bytes
  ram,               // bytes
  macs,
  params,
};
constexpr int kFigures = static_cast<int>(Figure::params) + 1;
const char* toText(Figure figure);  // "accuracy", "energy", ...
bool isBetter(Figure figure, double difference);
// NaN where it is not known.
double figureOf(const Compared& compared, Figure figure);

// Recall of a class; NaN where it does not occur or nothing was trained.
double recallOf(const Compared& compared, std::size_t index);

// Clips taken for another class, second minus first, [true][predicted]; empty where either has none, or where they were
// not judged by the same clips.
std::vector<std::vector<int>> confusionDifference(const Compared& first, const Compared& second);

// Not empty: why the energies of these do not compare, as other provenance or runtime says.
base::Message energyDoubt(const std::vector<Compared>& compared);

}  // namespace kinglet::study
