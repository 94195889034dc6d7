#include "energy/device/counted_model.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace kinglet::energy {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// |A x - b| least for x >= 0, by active sets (Lawson and Hanson 1974, chapter 23).
VectorXd nonNegative(const MatrixXd& a, const VectorXd& b) {
  const Eigen::Index n = a.cols();
  const MatrixXd normal = a.transpose() * a;
  const VectorXd right = a.transpose() * b;
  VectorXd x = VectorXd::Zero(n);
  std::vector<bool> free(static_cast<std::size_t>(n), false);
  const double tolerance = 1e-9 * std::max(1.0, right.cwiseAbs().maxCoeff());
  for (int round = 0; round < 10 * n; ++round) {
    const VectorXd gain = right - normal * x;
    Eigen::Index best = -1;
    for (Eigen::Index i = 0; i < n; ++i)
      if (!free[static_cast<std::size_t>(i)] && gain[i] > tolerance && (best < 0 || gain[i] > gain[best]))
        best = i;
    if (best < 0) break;
    free[static_cast<std::size_t>(best)] = true;
    for (;;) {
      std::vector<Eigen::Index> set;
      for (Eigen::Index i = 0; i < n; ++i)
        if (free[static_cast<std::size_t>(i)]) set.push_back(i);
      MatrixXd part(a.rows(), static_cast<Eigen::Index>(set.size()));
      for (std::size_t i = 0; i < set.size(); ++i) part.col(static_cast<Eigen::Index>(i)) = a.col(set[i]);
      const VectorXd solved = part.colPivHouseholderQr().solve(b);
      double step = 1;
      for (std::size_t i = 0; i < set.size(); ++i) {
        const double to = solved[static_cast<Eigen::Index>(i)], from = x[set[i]];
        if (to <= 0) step = std::min(step, from / std::max(from - to, 1e-300));
      }
      bool left = false;
      for (std::size_t i = 0; i < set.size(); ++i) {
        double& value = x[set[i]];
        const double to = solved[static_cast<Eigen::Index>(i)];
        value += step * (to - value);
        if (to <= 0 && value <= 1e-12) {
          value = 0;
          free[static_cast<std::size_t>(set[i])] = false;
          left = true;
        }
      }
      if (!left) break;
    }
  }
  return x;
}

std::vector<double> fitted(std::span<const CountedKernel* const> rows, std::size_t counts, double quantum) {
  MatrixXd a(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(counts));
  VectorXd b(static_cast<Eigen::Index>(rows.size()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto row = static_cast<Eigen::Index>(r);
    // Errors count by their share, of small counts beside what the timer tells.
    const double weight = 1 / (rows[r]->instructions + 10 * quantum);
    b[row] = rows[r]->instructions * weight;
    for (std::size_t c = 0; c < counts; ++c)
      a(row, static_cast<Eigen::Index>(c)) = rows[r]->work.counts[c] * weight;
  }
  // Columns of one size, so that none is small beside the others' rounding.
  VectorXd size = a.colwise().norm();
  for (Eigen::Index c = 0; c < size.size(); ++c) size[c] = size[c] > 0 ? size[c] : 1;
  const VectorXd x = nonNegative(a * size.cwiseInverse().asDiagonal(), b).cwiseQuotient(size);
  return {x.begin(), x.end()};
}

}  // namespace

std::vector<std::string> countedCores() {
  return {"cortex-m4", "cortex-m7", "cortex-m33", "cortex-m55"};
}

const char* frontEndKind(bool fixed) {
  return toText(fixed ? Kernel::frontEndFixed : Kernel::frontEndFloat);
}

Products productsOf(const std::string& core) {
  return core == "cortex-m55" ? Products::vectors : Products::pairs;
}

Timing timingOf(const std::string& core) {
  // What the benchmark `cycles` says.
  const std::map<std::string, double> m4 = {
      {"conv", 1.33},  {"conv1d", 1.33}, {"pointwise", 1.29},        {"depthwise", 1.26},
      {"dense", 1.34}, {"data", 1.43},   {frontEndKind(true), 1.29}, {frontEndKind(false), 1.46}};
  Timing timing{m4, {}};
  if (core == "cortex-m4") {
    timing.source =
        "cycles an instruction by kind of layer, from the timings of Arm's Cortex-M4 manual (DDI 0439, 3.3)";
  } else if (core == "cortex-m33") {
    timing.source = "cycles an instruction assumed as a Cortex-M4's (Arm publishes none of a Cortex-M33)";
  } else if (core == "cortex-m7") {
    for (auto& [kind, cycles] : timing.cyclesPerInstruction) cycles *= 0.62;
    timing.source =
        "cycles an instruction assumed as 0.62 of a Cortex-M4's, the ratio of CMSIS-DSP's FFT on both (Arm "
        "publishes "
        "none of a Cortex-M7)";
  } else if (core == "cortex-m55") {
    for (auto& [kind, cycles] : timing.cyclesPerInstruction) cycles = 1.3;
    timing.source = "1.3 cycles an instruction assumed (vector instructions take two cycles that overlap)";
  } else {
    std::string known;
    for (const auto& one : countedCores()) known += (known.empty() ? "" : ", ") + one;
    throw base::Error("there is no core \"%1\" whose instructions are counted; there are %2", core, known);
  }
  return timing;
}

double CountedModel::instructionsOf(const KernelWork& work) const {
  const auto costs = instructions.find(toText(work.kernel));
  if (costs == instructions.end()) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < work.counts.size() && i < costs->second.size(); ++i)
    sum += costs->second[i] * work.counts[i];
  return sum;
}

double CountedModel::cycles(const std::string& kind, double count) const {
  const auto per = timing.cyclesPerInstruction.find(kind);
  return per == timing.cyclesPerInstruction.end() ? count : per->second * count;
}

double CountedModel::cyclesOf(const network::Layer& layer) const {
  double sum = 0;
  for (const KernelWork& work : kernelsOf(layer, productsOf(core)))
    sum += cycles(toText(work.kind), instructionsOf(work));
  return sum;
}

double CountedModel::cyclesOf(const LayerWork& layer) const {
  double sum = 0;
  for (const KernelWork& work : kernelsOf(layer, productsOf(core)))
    sum += cycles(toText(work.kind), instructionsOf(work));
  return sum;
}

double CountedModel::frontEndCycles(const network::InputSpec& input) const {
  return input.frames() *
         cycles(frontEndKind(fixedFrontEnd), instructionsOf(frontEndFrame(input, fixedFrontEnd)));
}

CountedModel fitCounted(const std::string& core, bool fixedFrontEnd, std::span<const CountedKernel> counted,
                        double quantum) {
  CountedModel model;
  model.core = core;
  model.fixedFrontEnd = fixedFrontEnd;
  model.timing = timingOf(core);
  for (int k = 0; k < kKernels; ++k) {
    const auto kernel = static_cast<Kernel>(k);
    std::vector<const CountedKernel*> rows;
    for (const CountedKernel& one : counted)
      if (one.work.kernel == kernel) rows.push_back(&one);
    if (!rows.empty()) model.instructions[toText(kernel)] = fitted(rows, countsOf(kernel).size(), quantum);
  }
  return model;
}

std::vector<std::string> missing(const CountedModel& model) {
  std::vector<std::string> names;
  for (int k = 0; k < kKernels; ++k) {
    const auto kernel = static_cast<Kernel>(k);
    if (kernel == (model.fixedFrontEnd ? Kernel::frontEndFloat : Kernel::frontEndFixed)) continue;
    if (!model.instructions.contains(toText(kernel))) names.emplace_back(toText(kernel));
  }
  return names;
}

}  // namespace kinglet::energy
