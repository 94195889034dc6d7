#include <algorithm>
#include <limits>

#include "train/stopping/prediction.h"
#include "train/stopping/rules.h"

namespace kinglet::train {
namespace {

// Stops when, with the chosen confidence, the final error will not be below the best final error of another
// trial (Domhan et al. 2015, with our own extrapolation).
class CurveRule : public StoppingRule {
 public:
  explicit CurveRule(const StoppingSettings& settings) : settings_(settings) {}

  StoppingDecision decide(const StoppingView& view) const override {
    const auto n = static_cast<int>(view.errors.size());
    if (n < settings_.minimumEpochs || n >= view.epochs) return {};
    double best = std::numeric_limits<double>::infinity();
    for (const auto& other : view.others) {
      if (static_cast<int>(other.size()) >= view.epochs)
        best = std::min(best, other[static_cast<std::size_t>(view.epochs) - 1]);
    }
    const Prediction final = predictFinal(view);
    const double hoped = final.quantile(1 - settings_.confidence);
    if (hoped < best) return {};
    return {true, base::Message("final error predicted %1, at best %2: not below the best trial's %3",
                                percent(final.mean), percent(std::max(0.0, hoped)), percent(best))};
  }

 private:
  StoppingSettings settings_;
};

}  // namespace

std::unique_ptr<StoppingRule> makeCurveRule(const StoppingSettings& settings) {
  return std::make_unique<CurveRule>(settings);
}

}  // namespace kinglet::train
