#include "energy/minimise.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace kinglet::energy {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

struct Pair {
  Vector step, change;
  double curvature;
};

Vector direction(const std::deque<Pair>& memory, const Vector& gradient) {
  Vector q = gradient, alpha(memory.size());
  for (std::size_t k = memory.size(); k-- > 0;) {
    alpha[k] = dot(memory[k].step, q) / memory[k].curvature;
    for (std::size_t i = 0; i < q.size(); ++i) q[i] -= alpha[k] * memory[k].change[i];
  }
  if (!memory.empty()) {
    const Pair& last = memory.back();
    const double scale = last.curvature / dot(last.change, last.change);
    for (double& v : q) v *= scale;
  }
  for (std::size_t k = 0; k < memory.size(); ++k) {
    const double beta = dot(memory[k].change, q) / memory[k].curvature;
    for (std::size_t i = 0; i < q.size(); ++i) q[i] += (alpha[k] - beta) * memory[k].step[i];
  }
  for (double& v : q) v = -v;
  return q;
}

}  // namespace

std::vector<double> minimise(const Objective& value, std::vector<double> x, int iterations) {
  constexpr double kLongestStep = 1.0;  // parameters are logarithms: a factor of e at a time
  constexpr std::size_t kMemory = 10;
  Vector gradient(x.size()), nextGradient(x.size());
  double current = value(x, gradient);
  std::deque<Pair> memory;
  for (int iteration = 0; iteration < iterations; ++iteration) {
    Vector step = direction(memory, gradient);
    double slope = dot(step, gradient);
    if (slope >= 0) {
      memory.clear();
      step = direction(memory, gradient);
      slope = dot(step, gradient);
    }
    double longest = 0;
    for (double v : step) longest = std::max(longest, std::abs(v));
    if (longest < 1e-10) break;
    double rate = std::min(1.0, kLongestStep / longest);
    Vector next(x.size());
    double found = current;
    bool better = false;
    for (int attempt = 0; attempt < 12 && !better; ++attempt, rate /= 3) {
      for (std::size_t i = 0; i < x.size(); ++i) next[i] = x[i] + rate * step[i];
      found = value(next, nextGradient);
      better = std::isfinite(found) && found <= current + 1e-4 * rate * slope;
    }
    if (!better) {
      if (memory.empty()) break;
      memory.clear();
      continue;
    }
    Pair pair{Vector(x.size()), Vector(x.size()), 0};
    for (std::size_t i = 0; i < x.size(); ++i) {
      pair.step[i] = next[i] - x[i];
      pair.change[i] = nextGradient[i] - gradient[i];
    }
    pair.curvature = dot(pair.step, pair.change);
    if (pair.curvature > 1e-12) {
      memory.push_back(std::move(pair));
      if (memory.size() > kMemory) memory.pop_front();
    }
    const double gained = current - found;
    x = next;
    gradient = nextGradient;
    current = found;
    if (gained < 1e-5 * (1 + std::abs(current)) / 10) break;
  }
  return x;
}

}  // namespace kinglet::energy
