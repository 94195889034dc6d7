// whatif/: what a candidate would come to that nobody has trained. Calls the study's own folder; the window's editor and
// the command line call it.
//
// The error of a network as the surrogate of the search believes it to be.
#pragma once

#include <limits>
#include <memory>

#include "study/evaluation.h"

namespace kinglet::study {

class ErrorBelief {
 public:
  // Fits Gaussian processes to what the trials reached (search/surrogate.h; of long histories 704 at most): up to a
  // second. Keeps what it needs of them.
  ErrorBelief(const Evaluator& evaluator, const Demands& demands, const TrialsView& trials);
  ~ErrorBelief();

  struct Guess {  // percent; NaN while fewer than two trials have ended
    double error = std::numeric_limits<double>::quiet_NaN();
    double deviation = std::numeric_limits<double>::quiet_NaN();  // standard deviation
  };
  // Milliseconds. The genome need not keep the limits.
  Guess guess(const space::Genome& genome) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::study
