#include "statistics/minimiser.h"

#include <algorithm>
#include <deque>

namespace kinglet::statistics {

namespace {

struct Step {
  Eigen::VectorXd move, change;  // of the variables, of the gradient
};

constexpr std::size_t kMemory = 8;

Eigen::VectorXd direction(const std::deque<Step>& steps, const Eigen::VectorXd& gradient) {
  Eigen::VectorXd d = -gradient;
  if (steps.empty()) return d * std::min(1.0, 1.0 / gradient.norm());
  std::vector<double> shares(steps.size());
  for (std::size_t i = steps.size(); i-- > 0;) {
    shares[i] = steps[i].move.dot(d) / steps[i].move.dot(steps[i].change);
    d -= shares[i] * steps[i].change;
  }
  d *= steps.back().move.dot(steps.back().change) / steps.back().change.squaredNorm();
  for (std::size_t i = 0; i < steps.size(); ++i)
    d += steps[i].move * (shares[i] - steps[i].change.dot(d) / steps[i].move.dot(steps[i].change));
  return d;
}

}  // namespace

Minimum minimise(const SmoothFunction& function, Eigen::VectorXd start, int iterations, double tolerance) {
  Minimum best{std::move(start), 0};
  Eigen::VectorXd gradient(best.at.size()), nextGradient(best.at.size());
  best.value = function(best.at, gradient);
  std::deque<Step> steps;
  for (int iteration = 0; iteration < iterations && gradient.norm() > 1e-12; ++iteration) {
    Eigen::VectorXd d = direction(steps, gradient);
    const double largest = d.cwiseAbs().maxCoeff();
    if (largest > 1) d /= largest;
    bool moved = false;
    double gain = 0;
    for (double length = 1; length > 1e-3 && !moved; length *= 0.4) {
      const Eigen::VectorXd next = best.at + length * d;
      const double value = function(next, nextGradient);
      if (!(value < best.value + 1e-4 * length * gradient.dot(d))) continue;
      Step step{next - best.at, nextGradient - gradient};
      if (step.move.dot(step.change) > 1e-10) steps.push_back(std::move(step));
      if (steps.size() > kMemory) steps.pop_front();
      gain = best.value - value;
      best = {next, value};
      gradient = nextGradient;
      moved = true;
    }
    if (!moved || gain < tolerance) break;
  }
  return best;
}

}  // namespace kinglet::statistics
