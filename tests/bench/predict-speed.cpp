// How long it takes to ask for the energy of a network; for the script of the same name.
//   bench_predict-speed CSV   prints JSON, microseconds of processor time a network
#include <algorithm>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/random.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "energy/predictor/model_choice.h"
#include "network/baselines.h"
#include "space/audio_space.h"
#include "space/search_space.h"

using namespace kinglet;

namespace {

// Of this thread's own work: other programs on the machine do not count.
double seconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

// Each network asked once, as a search does: mean microseconds.
double askOnce(const energy::EnergyModel& model, const std::vector<space::Candidate>& candidates) {
  double sum = 0;
  const double start = seconds();
  for (const space::Candidate& candidate : candidates)
    sum += model.estimate(candidate.input, candidate.network).millijoules;
  const double took = seconds() - start;
  if (!(sum > 0)) throw base::Error("the energies make no sense");
  return 1e6 * took / double(candidates.size());
}

void run(const std::string& csv) {
  const space::SearchSpace space = space::audioSpace();
  base::Random random(1);
  std::vector<space::Candidate> candidates;
  while (candidates.size() < 10'000) candidates.push_back(space::decode(space, space.sample(random), {}, 10));

  energy::TableOptions options;
  options.target = "energy_mJ";
  const energy::MeasuredTable table = energy::readMeasuredTable(csv, options);
  nlohmann::json result{{"networks", candidates.size()}};
  for (const char* method : {"process", "forest"}) {
    energy::PredictorOptions how;
    how.method = method;
    const auto predictor = std::make_shared<const energy::Predictor>(energy::Predictor::fit(table, how));
    const auto model = energy::modelFor(predictor, "phone");
    // The first two hundred meet layers that nobody has asked for yet.
    const auto border = candidates.begin() + 200;
    result[method]["first_200_us"] = askOnce(*model, {candidates.begin(), border});
    result[method]["search_us"] = askOnce(*model, {border, candidates.end()});
    result[method]["again_us"] = askOnce(*model, candidates);
  }
  result["profile"]["search_us"] = askOnce(*energy::energyModel(energy::kDefaultDevice), candidates);
  std::cout << result.dump() << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "bench_predict-speed CSV\n";
    return 2;
  }
  try {
    run(argv[1]);
  } catch (const base::Error& e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
}
