#include "energy/device/board_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "base/error.h"
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

// The runtime without version and options; TensorFlow Lite Micro goes by several names.
std::string familyOf(const BoardSystem& system) {
  std::string name;
  for (char c : system.runtime) {
    if (!std::isalpha(static_cast<unsigned char>(c)) && c != '-') break;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name == "tensorflow" || name == "tflite-micro" ? "tflite" : name;
}

struct Board {
  Eigen::VectorXd logCycles;  // measured, a network each
  bool engine = false;
  int family = 0;
  Costs logCosts = Costs::Zero();
};

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
  Eigen::MatrixXd counts(networks.size(), kCosts);
  std::vector<double> macs;
  for (std::size_t i = 0; i < networks.size(); ++i) {
    const auto found = layers.find(networks[i]);
    if (found == layers.end())
      throw base::Error("The layer table has no network \"%1\"; add its layers", networks[i]);
    counts.row(i) = countsOf(found->second).transpose();
    macs.push_back(0);
    for (const LayerWork& work : found->second) macs.back() += work.macs;
  }

  std::vector<std::string> families;
  std::vector<Board> boards;
  for (const BoardSystem& system : systems) {
    if (!system.clockMhz || !system.isComplete(networks))
      throw base::Error("%1 (%2) lacks its clock or a measured network", system.device, system.round);
    Board board;
    board.logCycles.resize(networks.size());
    for (std::size_t i = 0; i < networks.size(); ++i) {
      const double cycles = *system.networks.at(networks[i]).latencyUs * *system.clockMhz;
      board.logCycles[i] = std::log(cycles);
      board.engine |= cycles < kEngineCyclesPerMac * macs[i];
    }
    const std::string family = familyOf(system) + (board.engine ? " engine" : "");
    const auto found = std::find(families.begin(), families.end(), family);
    board.family = static_cast<int>(found - families.begin());
    if (found == families.end()) families.push_back(family);
    boards.push_back(std::move(board));
  }

  Costs classMean[2] = {kScalarGuess.array().log(), kEngineGuess.array().log()};
  std::vector<Costs> familyMean(families.size());
  for (const Board& board : boards) familyMean[board.family] = classMean[board.engine];
  // Coordinate ascent on the joint posterior; a dozen rounds bring changes below a thousandth.
  for (int round = 0; round < 12; ++round) {
    for (Board& board : boards) board.logCosts = fitBoard(counts, board.logCycles, familyMean[board.family]);
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
    std::vector<double> power;
    for (const std::string& name : networks) {
      const BoardMeasurement& measured = systems[b].networks.at(name);
      power.push_back(*measured.energyUj / *measured.latencyUs * 1000);
    }
    board.activePowerMw = statistics::median(std::move(power));
    fitted.push_back(board);
  }
  return fitted;
}

std::vector<LeftOut> leaveOneNetworkOut(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks) {
  std::vector<LeftOut> results;
  for (const std::string& held : networks) {
    std::vector<std::string> others;
    for (const std::string& name : networks)
      if (name != held) others.push_back(name);
    for (const FittedBoard& board : fitBoards(systems, layers, others)) {
      const auto& measured = board.system->networks.find(held);
      if (measured == board.system->networks.end() || !measured->second.energyUj) continue;
      const LatencyModel latency = board.latency();
      double us = 0;
      for (const LayerWork& work : layers.at(held)) us += latency.microseconds(work);
      results.push_back({board.system, held, us * board.activePowerMw / 1000, *measured->second.energyUj});
    }
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
