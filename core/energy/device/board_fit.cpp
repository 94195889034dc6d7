#include "energy/device/board_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "energy/device/board_runtime.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

constexpr int kCosts = 7;
using Costs = Eigen::Matrix<double, kCosts, 1>;

// Cycles, in the order of CycleCosts. A scalar core: two packed multiply-adds with their loads and unpacking
// for four MACs; a load and a store a patch byte; a 32-bit multiply, shift, offset and clamp an output; flash
// read by words; a depthwise MAC loads each operand alone; two loads and a few operations an activation byte.
const Costs kScalarGuess = (Costs() << 3000, 1.2, 1.5, 12, 0.6, 3, 3).finished();
// An engine: tens of MACs a clock, memory ports of several bytes; starting an operator costs what it costs
// anywhere.
const Costs kEngineGuess = (Costs() << 3000, 0.02, 0.1, 0.5, 0.2, 0.3, 0.3).finished();
// Standard deviations of natural logarithms.
const Costs kBoardSpread = (Costs() << 0.4, 0.2, 0.32, 0.32, 0.32, 0.32, 0.4).finished();
constexpr double kFamilySpread = 0.2, kClassSpread = 0.5, kScaleSpread = 0.7;
constexpr double kFitError = 0.03;  // what the counts cannot tell of a network's latency
constexpr double kEngineCyclesPerMac = 0.2;
// Of the logarithm of the share of a network with idle channels that is done: around all of it, and how far
// one system's prediction of that network is off.
constexpr double kShareSpread = 0.5, kShareError = 0.15;

Costs countsOf(const std::vector<LayerWork>& works) {
  Costs counts = Costs::Zero();
  for (const LayerWork& work : works) {
    counts[0] += work.operators;
    counts[work.kind == WorkKind::depthwise ? 5 : 1] += work.macs;
    counts[2] += work.patchBytes;
    counts[3] += work.outputs;
    counts[4] += work.params;
    counts[6] += work.activationBytes;
  }
  return counts;
}

struct Board {
  Eigen::MatrixXd counts;     // of the networks measured on it, a row each
  Eigen::VectorXd logCycles;  // measured
  int idle = -1;              // which of them it does only a part of; -1: none
  bool engine = false;
  int family = 0;
  Costs logCosts = Costs::Zero();
};

Eigen::MatrixXd without(const Eigen::MatrixXd& rows, int left) {
  Eigen::MatrixXd rest(rows.rows() - 1, rows.cols());
  rest << rows.topRows(left), rows.bottomRows(rows.rows() - 1 - left);
  return rest;
}

// The board's log costs given those of its family: least squares with priors by Gauss-Newton with Levenberg's
// damping.
Costs fitBoard(const Eigen::MatrixXd& counts, const Eigen::VectorXd& logCycles, const Costs& family) {
  constexpr int n = kCosts + 1;  // the scale, then the deviations
  using Vector = Eigen::Matrix<double, n, 1>;
  using Matrix = Eigen::Matrix<double, n, n>;
  Vector precision;
  precision << 1 / (kScaleSpread * kScaleSpread), kBoardSpread.array().square().inverse().matrix();
  Vector u = Vector::Zero();
  const auto costs = [&](const Vector& at) -> Costs {
    return (family.array() + at[0] + at.tail<kCosts>().array()).exp();
  };
  const auto loss = [&](const Vector& at) {
    const Eigen::VectorXd r = ((counts * costs(at)).array().log() - logCycles.array()) / kFitError;
    return r.squaredNorm() + (at.array().square() * precision.array()).sum();
  };
  double damping = 1e-3, current = loss(u);
  for (int step = 0; step < 200; ++step) {
    const Costs c = costs(u);
    const Eigen::VectorXd cycles = counts * c;
    const Eigen::VectorXd r = (cycles.array().log() - logCycles.array()) / kFitError;
    Eigen::MatrixXd jacobian(counts.rows(), n);
    for (int i = 0; i < counts.rows(); ++i) {
      jacobian.row(i).tail<kCosts>() =
          (counts.row(i).transpose().array() * c.array() / cycles[i] / kFitError).matrix();
      jacobian(i, 0) = 1 / kFitError;
    }
    const Vector gradient = jacobian.transpose() * r + (precision.array() * u.array()).matrix();
    Matrix hessian = jacobian.transpose() * jacobian;
    hessian.diagonal() += precision;
    hessian.diagonal() *= 1 + damping;
    const Vector move = hessian.ldlt().solve(gradient);
    const double next = loss(u - move);
    if (next < current) {
      u -= move;
      damping = std::max(damping / 3, 1e-9);
      if (current - next < 1e-12 * current || move.norm() < 1e-9) break;
      current = next;
    } else {
      damping *= 4;
      if (damping > 1e9) break;
    }
  }
  return family.array() + u[0] + u.tail<kCosts>().array();
}

// A family's or class's mean: what its members show, held towards what stands above it. Members differ in
// scale freely.
Costs shrink(const std::vector<Costs>& members, const Costs& above, const Costs& memberSpread, double spread,
             double scaleSpread) {
  Costs shifted = Costs::Zero();
  for (const Costs& member : members) {
    // The common factor belongs to the member, as far as its prior takes it.
    const Eigen::ArrayXd weight = memberSpread.array().square().inverse();
    const double shift =
        ((member - above).array() * weight).sum() / (weight.sum() + 1 / (scaleSpread * scaleSpread));
    shifted += (member.array() - shift).matrix();
  }
  const Eigen::ArrayXd own = double(members.size()) * memberSpread.array().square().inverse();
  const double prior = 1 / (spread * spread);
  return (shifted.array() / double(members.size()) * own + above.array() * prior) / (own + prior);
}

}  // namespace

double FittedBoard::cycles(const std::string& network, const std::vector<LayerWork>& works) const {
  const Costs counts = countsOf(works);
  double sum = 0;
  for (int i = 0; i < kCosts; ++i) sum += counts[i] * costs[i];
  return sum * (hasIdleChannels(network) ? idleChannelsShare : 1);
}

LatencyModel FittedBoard::latency() const {
  const double nsPerCycle = 1000 / *system->clockMhz;
  LatencyModel model;
  model.overheadUs = costs[0] * nsPerCycle / 1000;
  for (WorkKind kind : {WorkKind::conv, WorkKind::pointwise, WorkKind::conv1d, WorkKind::dense})
    model.nsPerMac[toText(kind)] = costs[1] * nsPerCycle;
  model.nsPerMac[toText(WorkKind::depthwise)] = costs[5] * nsPerCycle;
  model.nsPerPatchByte = costs[2] * nsPerCycle;
  model.nsPerOutput = costs[3] * nsPerCycle;
  model.nsPerWeightByte = costs[4] * nsPerCycle;
  model.nsPerActivationByte = costs[6] * nsPerCycle;
  return model;
}

std::vector<FittedBoard> fitBoards(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                   const std::vector<std::string>& networks) {
  for (const std::string& name : networks)
    if (!layers.contains(name))
      throw base::Error("The layer table has no network \"%1\"; add its layers", name);

  std::vector<std::string> families;
  std::vector<Board> boards;
  for (const BoardSystem& system : systems) {
    std::vector<const std::string*> measured;
    for (const std::string& name : networks)
      if (const auto found = system.networks.find(name);
          found != system.networks.end() && found->second.latencyUs)
        measured.push_back(&name);
    if (!system.clockMhz || measured.empty())
      throw base::Error("%1 (%2) lacks its clock or a measured network", system.device, system.round);
    Board board;
    board.counts.resize(measured.size(), kCosts);
    board.logCycles.resize(measured.size());
    for (int i = 0; i < static_cast<int>(measured.size()); ++i) {
      const std::string& name = *measured[i];
      board.counts.row(i) = countsOf(layers.at(name)).transpose();
      const double cycles = *system.networks.at(name).latencyUs * *system.clockMhz;
      board.logCycles[i] = std::log(cycles);
      board.engine |= cycles < kEngineCyclesPerMac * (board.counts(i, 1) + board.counts(i, 5));
      if (hasIdleChannels(name) && dropsIdleChannels(system)) board.idle = i;
    }
    // With no other network it would tell its own cost and the share at once.
    if (measured.size() == 1) board.idle = -1;
    const std::string family = runtimeFamily(system.runtime) + (board.engine ? " engine" : "");
    const auto found = std::find(families.begin(), families.end(), family);
    board.family = static_cast<int>(found - families.begin());
    if (found == families.end()) families.push_back(family);
    boards.push_back(std::move(board));
  }

  Costs classMean[2] = {kScalarGuess.array().log(), kEngineGuess.array().log()};
  std::vector<Costs> familyMean(families.size());
  for (const Board& board : boards) familyMean[board.family] = classMean[board.engine];
  // Coordinate ascent on the joint posterior; a dozen rounds bring changes below a thousandth.
  double logShare = 0;
  for (int round = 0; round < 12; ++round) {
    double pulls = 0;
    int pulled = 0;
    for (Board& board : boards) {
      Eigen::VectorXd logCycles = board.logCycles;
      if (board.idle >= 0) {
        // What the network would take by the board's others, which know nothing of the share.
        const Costs own = fitBoard(without(board.counts, board.idle), without(board.logCycles, board.idle),
                                   familyMean[board.family]);
        pulls += board.logCycles[board.idle] -
                 std::log(board.counts.row(board.idle).dot(own.array().exp().matrix()));
        ++pulled;
        logCycles[board.idle] -= logShare;
      }
      board.logCosts = fitBoard(board.counts, logCycles, familyMean[board.family]);
    }
    logShare = pulls / (pulled + kShareError * kShareError / (kShareSpread * kShareSpread));
    std::vector<Costs> families2[2];
    for (std::size_t f = 0; f < families.size(); ++f) {
      std::vector<Costs> members;
      bool engine = false;
      for (const Board& board : boards) {
        if (board.family != static_cast<int>(f)) continue;
        members.push_back(board.logCosts);
        engine = board.engine;
      }
      familyMean[f] = shrink(members, classMean[engine], kBoardSpread, kFamilySpread, kScaleSpread);
      families2[engine].push_back(familyMean[f]);
    }
    for (int c = 0; c < 2; ++c) {
      if (families2[c].empty()) continue;
      const Costs guess = (c ? kEngineGuess : kScalarGuess).array().log();
      classMean[c] = shrink(families2[c], guess, Costs::Constant(kFamilySpread), kClassSpread, kScaleSpread);
    }
  }

  std::vector<FittedBoard> fitted;
  for (std::size_t b = 0; b < boards.size(); ++b) {
    FittedBoard board;
    board.system = &systems[b];
    for (int i = 0; i < kCosts; ++i) board.costs[i] = std::exp(boards[b].logCosts[i]);
    if (dropsIdleChannels(systems[b])) board.idleChannelsShare = std::exp(logShare);
    std::vector<double> power;
    for (const std::string& name : networks)
      if (const auto found = systems[b].networks.find(name);
          found != systems[b].networks.end() && found->second.latencyUs && found->second.energyUj)
        power.push_back(*found->second.energyUj / *found->second.latencyUs * 1000);
    board.activePowerMw = statistics::median(std::move(power));
    fitted.push_back(board);
  }
  return fitted;
}

namespace {

// What the fitted system says of a network whose energy is known there.
std::optional<LeftOut> compared(const FittedBoard& board, const BoardSystem& system, const LayerTable& layers,
                                const std::string& network) {
  const auto measured = system.networks.find(network);
  if (measured == system.networks.end() || !measured->second.energyUj) return {};
  const double us = board.cycles(network, layers.at(network)) / *system.clockMhz;
  return LeftOut{&system, network, us * board.activePowerMw / 1000, *measured->second.energyUj};
}

}  // namespace

std::vector<LeftOut> leaveOneNetworkOut(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks) {
  std::vector<LeftOut> results;
  for (const std::string& held : networks) {
    std::vector<std::string> others;
    for (const std::string& name : networks)
      if (name != held) others.push_back(name);
    for (const FittedBoard& board : fitBoards(systems, layers, others))
      if (auto left = compared(board, *board.system, layers, held)) results.push_back(std::move(*left));
  }
  return results;
}

std::vector<LeftOut> leaveOneBoardOut(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                      const std::vector<std::string>& networks,
                                      const std::function<std::string(const BoardSystem&)>& boardOf) {
  std::set<std::string> boards;
  for (const BoardSystem& system : systems) boards.insert(boardOf(system));
  std::vector<LeftOut> results;
  for (const std::string& held : boards) {
    std::vector<BoardSystem> known = systems;
    for (BoardSystem& system : known)
      if (boardOf(system) == held)
        std::erase_if(system.networks, [&](const auto& entry) { return entry.first != networks.front(); });
    const std::vector<FittedBoard> fitted = fitBoards(known, layers, networks);
    for (std::size_t i = 0; i < fitted.size(); ++i)
      for (std::size_t n = 1; n < networks.size() && boardOf(systems[i]) == held; ++n)
        if (auto left = compared(fitted[i], systems[i], layers, networks[n]))
          results.push_back(std::move(*left));
  }
  return results;
}

std::vector<BoardSystem> profileSystems(const std::vector<BoardSystem>& systems,
                                        const std::vector<std::string>& networks) {
  std::vector<BoardSystem> chosen;
  for (const BoardSystem& system : systems)
    if (system.division == "closed" && system.clockMhz && system.isComplete(networks))
      chosen.push_back(system);
  return chosen;
}

}  // namespace kinglet::energy
