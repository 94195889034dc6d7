#include <algorithm>

#include "train/stopping/rules.h"

namespace kinglet::train {
namespace {

// Stops when the error has not gone below its best for `patience` epochs (Prechelt 1998).
class PatienceRule : public StoppingRule {
 public:
  explicit PatienceRule(const StoppingSettings& settings) : settings_(settings) {}

  StoppingDecision decide(const StoppingView& view) const override {
    const auto& errors = view.errors;
    const auto n = static_cast<int>(errors.size());
    if (n < settings_.minimumEpochs || n >= view.epochs) return {};
    const auto best = std::min_element(errors.begin(), errors.end());
    const auto since = static_cast<int>(errors.end() - best) - 1;
    if (since < settings_.patience) return {};
    return {true, since == 1 ? base::Message("no better than %1 error for one epoch", percent(*best))
                             : base::Message("no better than %1 error for %2 epochs", percent(*best), since)};
  }

 private:
  StoppingSettings settings_;
};

}  // namespace

std::unique_ptr<StoppingRule> makePatienceRule(const StoppingSettings& settings) {
  return std::make_unique<PatienceRule>(settings);
}

}  // namespace kinglet::train
