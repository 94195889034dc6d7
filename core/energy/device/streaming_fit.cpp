#include "energy/device/streaming_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/format.h"
#include "energy/device/board_runtime.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

// Expected beforehand; deviations are of natural logarithms.
constexpr double kCyclesPerOp = 6.5 * 1.35, kCyclesPerOpSpread = 0.3;
constexpr double kWakeUpCycles = 100'000, kWakeUpSpread = 1;
constexpr double kRestError = 0.2;  // of what the network does not explain
// As one more board would have it: data sheets give run currents nearly in proportion to the clock.
constexpr double kStaticShare = 0.1;
constexpr double kIdleRoot = 1;      // 1 mA of 1 mA, 3 mA of 10
constexpr double kUsualSupplyV = 3;  // where none is stated
constexpr const char* kNetwork = "sww";

double supplyOf(const std::optional<double>& volts) {
  return volts.value_or(kUsualSupplyV);
}

double idleMw(double root, double activeMw, double volts) {
  return std::min(root * std::sqrt(activeMw / volts) * volts, activeMw);
}

// The newest of the board's systems that may stand for the row: of its runtime, at its supply if there is one,
// not slower.
const FittedBoard* boardOf(const StreamingRow& row, const std::vector<FittedBoard>& boards,
                           const BoardFacts& about, const std::vector<BoardFacts>& facts) {
  const auto rank = [&](const FittedBoard& board) {
    std::string_view round = board.system->round;
    if (round.starts_with('v')) round.remove_prefix(1);
    return std::pair(board.system->supplyV == row.supplyV, base::leadingNumber(round).value_or(0));
  };
  const FittedBoard* best = nullptr;
  for (const FittedBoard& board : boards) {
    if (&factsOf(board.system->device, facts) != &about || *board.system->clockMhz < row.clockMhz ||
        runtimeFamily(board.system->runtime) != runtimeFamily(row.runtime))
      continue;
    if (!best || rank(*best) < rank(board)) best = &board;
  }
  return best;
}

struct Seen {
  const StreamingRow* row;
  const FittedBoard* board;
  const BoardFacts* about;
  double networkCycles;
};

std::vector<Seen> matched(const std::vector<StreamingRow>& rows, const std::vector<FittedBoard>& boards,
                          const LayerTable& layers, const std::vector<BoardFacts>& facts) {
  const auto network = layers.find(kNetwork);
  if (network == layers.end())
    throw base::Error("The layer table has no network \"%1\"; add its layers", kNetwork);
  std::vector<Seen> seen;
  for (const StreamingRow& row : rows) {
    const BoardFacts* about = findFacts(row.device, facts);
    const FittedBoard* board = about ? boardOf(row, boards, *about, facts) : nullptr;
    if (board && board->activePowerMw > 0)
      seen.push_back({&row, board, about, board->cycles(kNetwork, network->second)});
  }
  return seen;
}

double frameOps() {
  const network::InputSpec input = streamingInput();
  return frontEndOps(input) / input.frames();
}

// Log cycles an operation and of a wake-up, from what is left of each board, in cycles of a Cortex-M4: least
// squares held towards what was expected, by Gauss-Newton.
Eigen::Vector2d fitRest(const std::vector<double>& rests) {
  const Eigen::Vector2d expected(std::log(kCyclesPerOp), std::log(kWakeUpCycles));
  const Eigen::Vector2d precision(1 / (kCyclesPerOpSpread * kCyclesPerOpSpread),
                                  1 / (kWakeUpSpread * kWakeUpSpread));
  const double ops = frameOps();
  Eigen::Vector2d at = expected;
  for (int step = 0; step < 100; ++step) {
    const double frame = std::exp(at[0]) * ops, wakeUp = std::exp(at[1]), sum = frame + wakeUp;
    const Eigen::Vector2d slope(frame / sum, wakeUp / sum);
    Eigen::Vector2d gradient = precision.cwiseProduct(at - expected);
    Eigen::Matrix2d hessian = precision.asDiagonal();
    for (const double rest : rests) {
      gradient += slope * (std::log(sum / rest) / (kRestError * kRestError));
      hessian += slope * slope.transpose() / (kRestError * kRestError);
    }
    const Eigen::Vector2d move = hessian.ldlt().solve(gradient);
    at -= 0.5 * move;  // half steps: the sum of two exponentials is not straight
    if (move.norm() < 1e-10) break;
  }
  return at;
}

// Mean power at one clock gives the power while it computes, where waiting is known.
double activeAt(const Seen& seen, double idleNominalMw) {
  const StreamingRow& row = *seen.row;
  double active = seen.board->activePowerMw * row.clockMhz / *seen.board->system->clockMhz;
  for (int i = 0; i < 20; ++i) {
    const double idle = idleNominalMw * std::sqrt(active / seen.board->activePowerMw);
    active = std::max((row.powerMw - (1 - row.duty) * idle) / row.duty, 1e-6);
  }
  return active;
}

}  // namespace

ListeningFit fitListening(const std::vector<StreamingRow>& rows, const std::vector<FittedBoard>& boards,
                          const LayerTable& layers, const std::vector<BoardFacts>& facts) {
  std::map<std::string, std::vector<double>> rests, roots;
  const std::vector<Seen> all = matched(rows, boards, layers, facts);
  ListeningFit fit;
  for (const Seen& seen : all) {
    const StreamingRow& row = *seen.row;
    const std::string& slug = seen.about->slug;
    fit.clocksMhz[slug].push_back(row.clockMhz);
    const double rest = row.duty * row.periodMs * 1000 * row.clockMhz - seen.networkCycles;
    if (rest > 0) rests[slug].push_back(rest / seen.about->frontEndCore);
    if (row.clockMhz < *seen.board->system->clockMhz || row.duty > 0.9) continue;
    const double volts = supplyOf(row.supplyV), active = seen.board->activePowerMw;
    const double idle = std::clamp((row.powerMw - row.duty * active) / (1 - row.duty), 0.02 * active, active);
    roots[slug].push_back(idle / volts / std::sqrt(active / volts));
  }
  double logRoot = 0;
  for (const auto& [slug, values] : roots) {
    fit.idleRoots[slug] = statistics::mean(values);
    logRoot += std::log(fit.idleRoots[slug]) / double(roots.size());
  }
  fit.idleRoot = roots.empty() ? kIdleRoot : std::exp(logRoot);

  std::vector<double> restOfBoards;
  for (const auto& [slug, values] : rests) restOfBoards.push_back(statistics::mean(values));
  const Eigen::Vector2d logs = fitRest(restOfBoards);
  fit.cyclesPerOp = std::exp(logs[0]);
  fit.wakeUpCycles = std::exp(logs[1]);

  std::vector<double> shares{kStaticShare};
  for (const Seen& seen : all) {
    const double slower = seen.row->clockMhz / *seen.board->system->clockMhz;
    if (slower > 0.9) continue;
    const auto root = fit.idleRoots.find(seen.about->slug);
    const double active = seen.board->activePowerMw;
    const double idle = idleMw(root == fit.idleRoots.end() ? fit.idleRoot : root->second, active,
                               supplyOf(seen.row->supplyV));
    shares.push_back(std::clamp((activeAt(seen, idle) / active - slower) / (1 - slower), 0.0, 0.5));
  }
  fit.staticShare = statistics::mean(shares);
  return fit;
}

ListeningProfile listeningProfile(const ListeningFit& fit, const FittedBoard& board,
                                  const BoardFacts& about) {
  const auto own = fit.idleRoots.find(about.slug);
  ListeningProfile profile;
  profile.idlePowerMw = idleMw(own == fit.idleRoots.end() ? fit.idleRoot : own->second, board.activePowerMw,
                               supplyOf(board.system->supplyV));
  profile.idleProvenance = own == fit.idleRoots.end() ? Provenance::predicted : Provenance::modelled;
  profile.staticPowerShare = fit.staticShare;
  profile.wakeUpUs = fit.wakeUpCycles * about.frontEndCore / *board.system->clockMhz;
  if (const auto clocks = fit.clocksMhz.find(about.slug); clocks != fit.clocksMhz.end())
    profile.clocksMhz = clocks->second;
  profile.source =
      own == fit.idleRoots.end()
          ? "predicted from other boards' mean power in the streaming wake word of MLPerf Tiny v1.3"
          : "from this board's mean power in the streaming wake word of MLPerf Tiny v1.3, front end and "
            "waiting included";
  return profile;
}

std::vector<LeftOutPower> leaveOneBoardOutPower(const std::vector<StreamingRow>& rows,
                                                const std::vector<FittedBoard>& boards,
                                                const LayerTable& layers,
                                                const std::vector<BoardFacts>& facts) {
  std::set<std::string> slugs;
  const std::vector<Seen> all = matched(rows, boards, layers, facts);
  for (const Seen& seen : all) slugs.insert(seen.about->slug);
  std::vector<LeftOutPower> results;
  for (const std::string& held : slugs) {
    std::vector<StreamingRow> others;
    for (const Seen& seen : all)
      if (seen.about->slug != held) others.push_back(*seen.row);
    const ListeningFit fit = fitListening(others, boards, layers, facts);
    for (const Seen& seen : all) {
      if (seen.about->slug != held) continue;
      const double nominal = *seen.board->system->clockMhz, active = seen.board->activePowerMw;
      const ListeningProfile profile = listeningProfile(fit, *seen.board, *seen.about);
      const ListeningDevice device{nominal, active, profile.idlePowerMw, profile.staticPowerShare,
                                   profile.wakeUpUs / 1000};
      const double networkMs = seen.networkCycles / nominal / 1000;
      const double frameMs = fit.cyclesPerOp * seen.about->frontEndCore * frameOps() / nominal / 1000;
      const double rate = 1000 / seen.row->periodMs;
      const ListeningWork work{networkMs, networkMs * active / 1000, frameMs, frameMs * active / 1000, rate};
      ListeningSettings settings;
      settings.inferencesPerSecond = rate;
      settings.clockMhz = seen.row->clockMhz;
      results.push_back({seen.row, meanPower(device, work, settings).totalMw});
    }
  }
  return results;
}

}  // namespace kinglet::energy
