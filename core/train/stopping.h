// Early stopping: rules that look at a learning curve as known so far and say whether to go on.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"

namespace kinglet::train {

// All that a rule may see: what was known at that time.
struct StoppingView {
  int epochs = 0;                  // of the full schedule
  std::span<const double> errors;  // validation error, 0 .. 1, of epochs 1 .. n of this trial
  // the same of trials that started earlier, as far as each had come
  std::span<const std::vector<double>> others;
  // Hypervolume gained if this trial ended with that error, at its own known costs, against the front of now.
  std::function<double(double error)> gain;
};

struct StoppingSettings {
  std::string rule = "pareto";  // none, median, patience, curve, halving, pareto
  double confidence = 0.85;     // of curve and pareto (./dev bench stopping)
  int minimumEpochs = 3;
  int patience = 5;  // epochs without improvement (patience rule)
  std::string toJson() const;
  static StoppingSettings fromJson(const std::string& text);
};

struct StoppingDecision {
  bool stop = false;
  base::Message reason;  // one line for people, with the figures: recorded with the trial
};

// Stateless and thread-safe.
class StoppingRule {
 public:
  virtual ~StoppingRule() = default;
  virtual StoppingDecision decide(const StoppingView& view) const = 0;
};

std::unique_ptr<StoppingRule> makeStoppingRule(
    const StoppingSettings& settings);  // throws base::Error on an unknown rule
std::vector<std::string> stoppingRules();

}  // namespace kinglet::train
