#include "study/comparison/compared.h"

#include <numeric>

#include "network/baselines.h"
#include "study/meaning.h"

namespace kinglet::study {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

int clipsOf(const std::vector<int>& row) {
  return std::accumulate(row.begin(), row.end(), 0);
}

}  // namespace

Compared comparedOf(const Trial& trial) {
  Compared compared;
  compared.name = trial.baseline.empty() ? "trial " + std::to_string(trial.number) : trial.baseline;
  compared.trial = trial.number;
  compared.input = trial.candidate.input;
  compared.network = trial.candidate.network;
  compared.cost = trial.cost;
  compared.energy = trial.energy;
  compared.power = trial.power;
  compared.curve = trial.curve;
  return compared;
}

Compared comparedOf(const std::string& network, const Settings& settings) {
  Compared compared;
  compared.name = network;
  compared.input = settings.input;
  const int classes = std::max(1, static_cast<int>(settings.classes.size()));
  compared.network = network::namedNetwork(network, compared.input.shape(), classes);
  compared.cost = network::costOf(compared.network, compared.input);
  compared.energy = energyModelOf(settings)->estimate(compared.input, compared.network);
  compared.power = meanPowerOf(settings, {compared.input, compared.network}, compared.energy);
  return compared;
}

const char* toText(Figure figure) {
  switch (figure) {
    case Figure::accuracy:
      return "accuracy";
    case Figure::balancedAccuracy:
      return "balanced accuracy";
    case Figure::energy:
      return "energy";
    case Figure::latency:
      return "latency";
    case Figure::power:
      return "mean power";
    case Figure::flash:
      return "flash";
    case Figure::ram:
      return "RAM";
    case Figure::macs:
      return "MACs";
    case Figure::params:
      return "parameters";
  }
  return "";
}

bool isBetter(Figure figure, double difference) {
  const bool more = figure == Figure::accuracy || figure == Figure::balancedAccuracy;
  return more ? difference > 0 : difference < 0;
}

double figureOf(const Compared& compared, Figure figure) {
  const train::Metrics* validation = compared.validation();
  switch (figure) {
    case Figure::accuracy:
      return validation ? validation->accuracy : kUnknown;
    case Figure::balancedAccuracy:
      return validation ? validation->balancedAccuracy : kUnknown;
    case Figure::energy:
      return compared.energy.millijoules;
    case Figure::latency:
      return compared.energy.latencyMs;
    case Figure::power:
      return compared.power.totalMw;
    case Figure::flash:
      return double(compared.cost.flashBytes);
    case Figure::ram:
      return double(compared.cost.peakRamBytes);
    case Figure::macs:
      return double(compared.cost.macs);
    case Figure::params:
      return double(compared.cost.params);
  }
  return kUnknown;
}

double recallOf(const Compared& compared, std::size_t index) {
  const train::Metrics* validation = compared.validation();
  return validation && index < validation->recall.size() ? validation->recall[index] : kUnknown;
}

std::vector<std::vector<int>> confusionDifference(const Compared& first, const Compared& second) {
  if (!first.validation() || !second.validation()) return {};
  const auto &a = first.validation()->confusion, &b = second.validation()->confusion;
  if (a.empty() || a.size() != b.size()) return {};
  auto difference = b;
  for (std::size_t row = 0; row < a.size(); ++row) {
    if (a[row].size() != b[row].size() || clipsOf(a[row]) != clipsOf(b[row])) return {};
    for (std::size_t column = 0; column < a[row].size(); ++column) difference[row][column] -= a[row][column];
  }
  return difference;
}

base::Message energyDoubt(const std::vector<Compared>& compared) {
  for (const Compared& one : compared) {
    const energy::EnergyEstimate &first = compared.front().energy, &other = one.energy;
    if (first.provenance != other.provenance)
      return base::Message(
          "the energy of %1 is %2, that of %3 is %4: their difference is no more certain than both",
          compared.front().name, energy::toText(first.provenance), one.name,
          energy::toText(other.provenance));
    if (first.runtime != other.runtime)
      return base::Message("the energies are of different runtimes, \"%1\" and \"%2\", and do not compare",
                           first.runtime, other.runtime);
  }
  return {};
}

}  // namespace kinglet::study
