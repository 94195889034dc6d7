#include <algorithm>

#include "train/stopping/rules.h"

namespace kinglet::train {
namespace {

// Asynchronous successive halving in its stopping form (Li et al. 2020): rungs at minimumEpochs x reduction^k
// epochs; at a rung a trial goes on only when it is among the best 1/reduction of the trials that have
// reached it. The first of a rung goes on.
class HalvingRule : public StoppingRule {
 public:
  HalvingRule(const StoppingSettings& settings, int reduction) : settings_(settings), reduction_(reduction) {}

  StoppingDecision decide(const StoppingView& view) const override {
    const std::size_t n = view.errors.size();
    if (static_cast<int>(n) >= view.epochs || !isRung(static_cast<int>(n))) return {};
    std::vector<double> reached{view.errors.back()};
    for (const auto& other : view.others) {
      if (other.size() >= n) reached.push_back(other[n - 1]);
    }
    const double own = view.errors.back();
    const auto better =
        std::count_if(reached.begin(), reached.end(), [&](double error) { return error < own; });
    const auto kept = std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(reached.size()) / reduction_);
    if (better < kept) return {};
    return {true, kept == 1
                      ? base::Message("error %1 after %2 epochs is place %3 of %4; only the best goes on",
                                      percent(own), n, better + 1, reached.size())
                      : base::Message("error %1 after %2 epochs is place %3 of %4; the best %5 go on",
                                      percent(own), n, better + 1, reached.size(), kept)};
  }

 private:
  bool isRung(int epoch) const {
    long rung = std::max(1, settings_.minimumEpochs);
    while (rung < epoch) rung *= reduction_;
    return rung == epoch;
  }

  StoppingSettings settings_;
  int reduction_;
};

}  // namespace

std::unique_ptr<StoppingRule> makeHalvingRule(const StoppingSettings& settings, int reduction) {
  return std::make_unique<HalvingRule>(settings, reduction);
}

}  // namespace kinglet::train
