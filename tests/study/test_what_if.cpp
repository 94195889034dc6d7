// What would be of a candidate that nobody has trained.
#include <cmath>

#include "small_study.h"
#include "space/audio_space.h"
#include "study/evaluation.h"
#include "study/meaning.h"
#include "study/whatif/error_belief.h"

namespace kinglet::study::testing {
namespace {

class WhatIf : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::shared_ptr<data::FeatureStore> features_ = toneFeatures(folder_);
  Settings settings_ = smallSettings(*features_);
  Demands demands_ = demandsOf(settings_);

  // Trained for good as the fake trainer would: the error falls with the network's size.
  std::vector<Trial> trained(const Evaluator& evaluator, int count) {
    std::vector<Trial> trials;
    base::Random random(3);
    for (int number = 0; number < count; ++number) {
      const space::Genome genome = evaluator.space().canonical(evaluator.space().sample(random));
      Trial trial = evaluator.trialOf(genome, evaluator.evaluate(genome, demands_));
      trial.number = number;
      trial.state = TrialState::finished;
      train::EpochReport report;
      report.epoch = 1;
      report.validation.accuracy = 1 - errorOf(trial) / 100;
      trial.curve = {report};
      trials.push_back(std::move(trial));
    }
    return trials;
  }
  static double errorOf(const Trial& trial) { return 90 - 12 * std::log10(double(trial.cost.macs)); }
};

TEST_F(WhatIf, AnEvaluationIsWhatASearchIsTold) {
  const Evaluator evaluator(settings_, 2);
  base::Random random(1);
  for (int i = 0; i < 20; ++i) {
    const space::Genome genome = evaluator.space().sample(random);
    const Evaluation evaluation = evaluator.evaluate(genome, demands_);
    const auto candidate = space::decode(evaluator.space(), genome, settings_.input, 2);
    EXPECT_EQ(evaluation.candidate.network.fingerprint(), candidate.network.fingerprint());
    EXPECT_EQ(evaluation.energy.millijoules,
              energyModelOf(settings_)->estimate(candidate.input, candidate.network).millijoules);
    const auto costs = evaluator.costsOf(genome, demands_);
    EXPECT_TRUE(costs.feasible);
    EXPECT_EQ(costs.objectives[0], evaluation.energy.millijoules);
  }
  Demands strict = demands_;
  strict.limits.energyMj = 1e-9;
  const space::Genome genome = evaluator.space().sample(random);
  EXPECT_FALSE(evaluator.evaluate(genome, strict).over.empty());
  EXPECT_FALSE(evaluator.costsOf(genome, strict).feasible);
}

TEST_F(WhatIf, TheErrorIsBelievedFromWhatWasTrained) {
  const Evaluator evaluator(settings_, 2);
  EXPECT_TRUE(std::isnan(
      ErrorBelief(evaluator, demands_, std::vector<Trial>{})
          .guess(evaluator.space().canonical(evaluator.space().sample(*std::make_unique<base::Random>(1))))
          .error));
  const auto trials = trained(evaluator, 40);
  const ErrorBelief belief(evaluator, demands_, trials);
  base::Random random(77);
  double off = 0, spread = 0;
  double low = 100, high = 0;
  constexpr int kNew = 30;
  for (int i = 0; i < kNew; ++i) {
    const space::Genome genome = evaluator.space().canonical(evaluator.space().sample(random));
    const Trial trial = evaluator.trialOf(genome, evaluator.evaluate(genome, demands_));
    const auto guess = belief.guess(genome);
    ASSERT_TRUE(std::isfinite(guess.error));
    EXPECT_GT(guess.deviation, 0);
    off += std::abs(guess.error - errorOf(trial)) / kNew;
    low = std::min(low, errorOf(trial));
    high = std::max(high, errorOf(trial));
    spread = high - low;
  }
  // Far closer than not knowing.
  EXPECT_LT(off, 0.15 * spread);
}

}  // namespace
}  // namespace kinglet::study::testing
