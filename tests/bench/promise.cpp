// What a counted profile promises of networks that its fit has not seen, beside the count of the whole programme.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/shared/count_profile.h"
#include "base/error.h"
#include "base/files.h"
#include "networks.h"
#include "statistics/rank_correlation.h"
#include "statistics/summary.h"

namespace {

using namespace kinglet;

constexpr int kCandidates = 30, kClasses = 10;
constexpr double kMedian = 5, kWorst = 15, kRanks = 0.99;

std::vector<bench::Case> cases() {
  auto all = bench::randomCandidates(kCandidates, kClasses);
  for (bench::Case& one : bench::mobileNets(kClasses)) all.push_back(std::move(one));
  const network::InputSpec input;
  all.push_back({"ds_cnn", input, network::namedNetwork("ds_cnn", input.shape(), kClasses)});
  return all;
}

int run(const std::string& core, const std::string& file) {
  const energy::DeviceProfile profile =
      file.empty() ? energy::device("kinglet-c-" + core) : energy::profileFromJson(base::readText(file));
  const auto model = energy::modelFor(profile);
  std::vector<double> promised, counted, errors;
  std::printf("%s\n%-20s %12s %12s %8s %10s %10s\n", profile.name.c_str(), "network", "counted, mJ",
              "promised", "error", "front end", "kilocycles");
  for (const bench::Case& one : cases()) {
    app::CountedProgramme whole;
    try {
      whole = app::countProgramme(one.input, one.network, core, profile.counted->fixedFrontEnd);
    } catch (const base::Error& error) {
      if (std::string(error.what()).find("does not fit") == std::string::npos) throw;
      std::printf("%-20s does not fit the board\n", one.name.c_str());
      continue;
    }
    counted.push_back(energy::millijoulesOf(profile, whole.cycles / (1000 * *profile.clockMhz)));
    promised.push_back(model->estimate(one.input, one.network).millijoules);
    errors.push_back(100 * std::abs(promised.back() / counted.back() - 1));
    std::printf("%-20s %12.4f %12.4f %6.1f %% %8.0f %% %10.0f\n", one.name.c_str(), counted.back(),
                promised.back(), 100 * (promised.back() / counted.back() - 1),
                100 * whole.frontEndCycles / whole.cycles, whole.cycles / 1000);
    std::fflush(stdout);
  }
  const double median = statistics::median(errors), worst = *std::max_element(errors.begin(), errors.end()),
               ranks = statistics::rankCorrelation(promised, counted);
  std::printf("promise: %zu programmes on the %s\n", errors.size(), core.c_str());
  std::printf("promise: median error %.2f %% (needed at most %.0f %%)\n", median, kMedian);
  std::printf("promise: worst error %.2f %% (needed at most %.0f %%)\n", worst, kWorst);
  std::printf("promise: rank correlation %.4f (needed at least %.2f)\n", ranks, kRanks);
  return median <= kMedian && worst <= kWorst && ranks >= kRanks ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc > 1 ? argv[1] : "cortex-m4", argc > 2 ? argv[2] : "");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "promise: %s\n", error.what());
    return 1;
  }
}
