#include "app/shared/count_profile.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/format.h"
#include "base/random.h"
#include "deploy/package/card.h"
#include "deploy/verify/count.h"
#include "deploy/verify/qemu.h"
#include "deploy/verify/shell.h"
#include "network/baselines.h"
#include "space/audio_space.h"
#include "statistics/summary.h"

namespace kinglet::app {
namespace {

struct Programme {
  network::InputSpec input;
  network::NetworkSpec network;
};

// That the fit does not see: of the space, and a published one.
std::vector<Programme> unseen() {
  constexpr int kClasses = 10, kCandidates = 7;
  std::vector<Programme> all;
  const auto space = space::audioSpace();
  base::Random random(16);
  for (int i = 0; i < kCandidates; ++i) {
    auto candidate = space::decode(space, space.sample(random), {}, kClasses);
    all.push_back({candidate.input, std::move(candidate.network)});
  }
  network::InputSpec input;
  input.mels = 32;
  input.hopMs = 20;
  all.push_back({input, network::dsCnn(input.shape(), kClasses)});
  return all;
}

const char* boardOf(const std::string& core) {
  if (core == "cortex-m4") return "nucleo-l4r5";
  if (core == "cortex-m7") return "nucleo-h7a3";
  if (core == "cortex-m33") return "nucleo-u575";
  return nullptr;
}

std::string figure(double value) {
  return base::withoutZeros(base::fixed(value, 6));
}

// Five significant digits are more than a count of other layers will bear out; files stay short.
void round(energy::CountedModel& model) {
  for (auto& [kernel, costs] : model.instructions)
    for (double& cost : costs) {
      if (cost <= 0) continue;
      const double unit = std::pow(10, std::floor(std::log10(cost)) - 4);
      cost = std::round(cost / unit) * unit;
    }
}

void takePower(const CountPlan& plan, energy::DeviceProfile& profile) {
  const char* id = boardOf(plan.core);
  if (plan.clockMhz && plan.powerMw) {
    profile.clockMhz = plan.clockMhz;
    profile.activePowerMw = *plan.powerMw;
    profile.name += ", " + figure(*plan.clockMhz) + " MHz, " + figure(*plan.powerMw) + " mW";
    profile.sources.push_back("clock and active power as given by whoever had it counted");
    return;
  }
  if (!id) {
    profile.sources.push_back("no clock and no power: cycles alone are known");
    return;
  }
  const energy::DeviceProfile& board = energy::device(id);
  profile.clockMhz = board.clockMhz;
  profile.supplyV = board.supplyV;
  profile.activePowerMw = board.activePowerMw;
  profile.sleepPowerMw = board.sleepPowerMw;
  profile.flashKb = board.flashKb;
  profile.ramKb = board.ramKb;
  profile.memorySource = board.memorySource;
  profile.listening = board.listening;
  profile.processor = board.processor;
  profile.name += ", " + board.name.substr(0, board.name.find(',')) + ", " + figure(*board.clockMhz) + " MHz";
  if (board.supplyV) profile.name += ", " + figure(*board.supplyV) + " V";
  profile.sources.push_back("active power " + figure(board.activePowerMw) +
                            " mW, measured of the same board with " + board.runtime + " (" + board.date +
                            "); Kinglet's C was taken to draw the same");
}

}  // namespace

std::string coreTitle(std::string core) {
  core[0] = 'C';
  core[core.find('-') + 1] = 'M';
  return core;
}

CountedProgramme countProgramme(const network::InputSpec& input, const network::NetworkSpec& network,
                                const std::string& core, bool fixedFrontEnd,
                                const deploy::Progress& progress) {
  energy::CountedModel timing;
  timing.core = core;
  timing.timing = energy::timingOf(core);
  CountedProgramme result;
  const double frames = input.frames();
  const double frame = frames * deploy::countFrame(input, core, fixedFrontEnd, progress.part(0, 0.3));
  result.instructions = frame;
  result.cycles = result.frontEndCycles = timing.cycles(energy::frontEndKind(fixedFrontEnd), frame);
  const auto counted = deploy::countNetwork(network, core, progress.part(0.3, 1));
  std::size_t at = 0;
  for (const network::Layer& layer : network.layers())
    for (const energy::KernelWork& work : energy::kernelsOf(layer, energy::productsOf(core))) {
      const auto instructions = static_cast<double>(counted.at(at++).instructions);
      result.instructions += instructions;
      result.cycles += timing.cycles(toText(work.kind), instructions);
    }
  return result;
}

energy::DeviceProfile countedProfile(const CountPlan& plan, const deploy::Progress& progress) {
  if (plan.clockMhz.has_value() != plan.powerMw.has_value())
    throw base::Error("the clock and the active power go together: give both, or none");
  const energy::Timing timing = energy::timingOf(plan.core);
  auto networks = energy::countDesign();
  auto frontEnds = energy::frontEndDesign();
  if (plan.quick) {
    networks = {networks.at(2), networks.at(6)};
    frontEnds.resize(3);
  }
  const auto programmes = plan.quick ? std::vector<Programme>() : unseen();
  const double steps = static_cast<double>(networks.size() + frontEnds.size() + 2 * programmes.size());
  double done = 0;
  const auto next = [&](double share) {
    const double from = done / steps;
    done += share;
    return progress.part(from, done / steps);
  };

  std::vector<energy::CountedKernel> counted;
  for (const network::NetworkSpec& network : networks) {
    const auto operators = deploy::countNetwork(network, plan.core, next(1));
    std::size_t at = 0;
    for (const network::Layer& layer : network.layers())
      for (energy::KernelWork& work : energy::kernelsOf(layer, energy::productsOf(plan.core)))
        counted.push_back({std::move(work), static_cast<double>(operators.at(at++).instructions)});
  }
  const auto layers = counted.size();
  for (const network::InputSpec& input : frontEnds)
    counted.push_back({energy::frontEndFrame(input, plan.fixedFrontEnd),
                       deploy::countFrame(input, plan.core, plan.fixedFrontEnd, next(1))});

  energy::DeviceProfile profile;
  profile.counted = energy::fitCounted(plan.core, plan.fixedFrontEnd, counted);
  energy::CountedModel& model = *profile.counted;
  round(model);
  std::vector<double> errors;
  for (const Programme& programme : programmes) {
    try {
      const CountedProgramme whole =
          countProgramme(programme.input, programme.network, plan.core, plan.fixedFrontEnd, next(2));
      double cycles = model.frontEndCycles(programme.input);
      for (const network::Layer& layer : programme.network.layers()) cycles += model.cyclesOf(layer);
      errors.push_back(100 * std::abs(cycles / whole.cycles - 1));
    } catch (const deploy::DoesNotFit&) {  // the board: the others tell enough
    }
  }
  model.programmes = static_cast<int>(errors.size());
  if (!errors.empty()) {
    model.worstErrorPercent = *std::max_element(errors.begin(), errors.end());
    model.medianErrorPercent = statistics::median(errors);
  }

  profile.id = "kinglet-c-" + plan.core + (plan.fixedFrontEnd ? "" : "-float");
  profile.name = "Kinglet C on " + coreTitle(plan.core) + (plan.fixedFrontEnd ? "" : ", float front end");
  profile.processor = coreTitle(plan.core);
  profile.runtime = deploy::kExportedC;
  profile.provenance = energy::Provenance::counted;
  profile.sources.push_back(
      "instructions of the C that Kinglet exports, as " + deploy::boardCompiler(plan.core) +
      " makes it, counted under QEMU: " + std::to_string(layers) + " operators and " +
      std::to_string(frontEnds.size()) + " front ends, fitted by the loops of their kernels");
  profile.sources.push_back(timing.source);
  if (model.programmes > 0)
    profile.sources.push_back(std::to_string(model.programmes) +
                              " whole programmes that the fit had not seen: error of cycles " +
                              base::fixed(model.medianErrorPercent, 1) + " % in the median, " +
                              base::fixed(model.worstErrorPercent, 1) + " % at worst");
  profile.sources.push_back(
      "not known to a count: wait states of flash and what caches miss; published networks took a real "
      "Cortex-M4 1.3 to "
      "1.4 times as long as such a count says");
  profile.frontEndSource = std::string("the exported front end in ") +
                           (plan.fixedFrontEnd ? "fixed point" : "floating point") + ", counted with it";
  takePower(plan, profile);
  return profile;
}

}  // namespace kinglet::app
