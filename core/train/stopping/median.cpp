#include <algorithm>
#include <numeric>

#include "statistics/summary.h"
#include "train/stopping/rules.h"

namespace kinglet::train {
namespace {

// Stops when the best error so far is above the median, over the other trials that came as far, of their mean
// error up to this epoch (Golovin et al. 2017, Google Vizier). Needs five such trials.
class MedianRule : public StoppingRule {
 public:
  MedianRule(const StoppingSettings& settings, double percentile)
      : settings_(settings), percentile_(percentile) {}

  StoppingDecision decide(const StoppingView& view) const override {
    const std::size_t n = view.errors.size();
    if (static_cast<int>(n) < settings_.minimumEpochs || static_cast<int>(n) >= view.epochs) return {};
    std::vector<double> means;
    for (const auto& other : view.others) {
      if (other.size() < n) continue;
      means.push_back(std::accumulate(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(n), 0.0) /
                      static_cast<double>(n));
    }
    if (means.size() < 5) return {};
    const double middle =
        statistics::ranked(means, static_cast<std::size_t>(percentile_ * static_cast<double>(means.size())));
    const double best = *std::min_element(view.errors.begin(), view.errors.end());
    if (best <= middle) return {};
    return {true, base::Message("best error %1 is above the median %2 of %3 trials", percent(best),
                                percent(middle), means.size())};
  }

 private:
  StoppingSettings settings_;
  double percentile_;
};

}  // namespace

std::unique_ptr<StoppingRule> makeMedianRule(const StoppingSettings& settings, double percentile) {
  return std::make_unique<MedianRule>(settings, percentile);
}

}  // namespace kinglet::train
