#include <algorithm>

#include "train/stopping/prediction.h"
#include "train/stopping/rules.h"

namespace kinglet::train {
namespace {

// Stops when even the hoped-for final error (the quantile that it stays above with the chosen confidence)
// would not add to the hypervolume at this trial's own energy and memory, which are known before training: a
// cheap trial may be much worse than a dear one and still go on.
class ParetoRule : public StoppingRule {
 public:
  explicit ParetoRule(const StoppingSettings& settings) : settings_(settings) {}

  StoppingDecision decide(const StoppingView& view) const override {
    const auto n = static_cast<int>(view.errors.size());
    if (n < settings_.minimumEpochs || n >= view.epochs || !view.gain) return {};
    const Prediction final = predictFinal(view);
    const double hoped = std::clamp(final.quantile(1 - settings_.confidence), 0.0, 1.0);
    if (view.gain(hoped) > 0) return {};
    return {true, base::Message(
                      "final error predicted %1, at best %2: no gain on the front at its energy and memory",
                      percent(final.mean), percent(hoped))};
  }

 private:
  StoppingSettings settings_;
};

}  // namespace

std::unique_ptr<StoppingRule> makeParetoRule(const StoppingSettings& settings) {
  return std::make_unique<ParetoRule>(settings);
}

}  // namespace kinglet::train
