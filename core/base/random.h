// Random numbers that are the same on every machine and in every standard library for the same seed.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace kinglet::base {

// One step of splitmix64 (Steele et al. 2014); mixes seeds and hashes.
std::uint64_t mix(std::uint64_t value);

// A seed for a part of the work, e.g. seedFor(studySeed, trialNumber): independent of the order in which
// parts run.
std::uint64_t seedFor(std::uint64_t seed, std::uint64_t part, std::uint64_t subPart = 0);

// xoshiro256** (Blackman and Vigna 2018). Cheap to copy; not to be shared between threads.
class Random {
 public:
  using result_type = std::uint64_t;
  explicit Random(std::uint64_t seed = 0);

  std::uint64_t operator()();
  static constexpr std::uint64_t min() { return 0; }
  static constexpr std::uint64_t max() { return std::numeric_limits<std::uint64_t>::max(); }

  double uniform();                         // [0, 1), 53 bits
  double uniform(double low, double high);  // [low, high)
  int below(int n);                         // 0 .. n-1, unbiased; n >= 1
  bool chance(double probability);
  double normal();                  // mean 0, variance 1 (Marsaglia's polar method)
  double gamma(double shape);       // scale 1 (Marsaglia and Tsang 2000); shape > 0
  double beta(double a, double b);  // as mixup draws it

  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(static_cast<int>(i))]);
  }

 private:
  std::uint64_t state_[4];
  double spare_ = 0;
  bool hasSpare_ = false;
};

}  // namespace kinglet::base
