// What the surrogate believes of candidates that nobody asked about.
#pragma once

#include <limits>
#include <memory>

#include "search/history.h"

namespace kinglet::search {

class Belief {
 public:
  // Fits Gaussian processes to the history (search/surrogate.h; of long ones 704 trials at most): up to a second. The
  // history is kept by reference, and must not change meanwhile.
  explicit Belief(const History& history);
  ~Belief();

  // Of the first unknown objective, in model space; NaN while fewer than two trials were told.
  struct Guess {
    double mean = std::numeric_limits<double>::quiet_NaN();
    double deviation = std::numeric_limits<double>::quiet_NaN();  // standard deviation
  };
  // Milliseconds. The candidate need not be feasible.
  Guess of(const space::Genome& genome) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::search
