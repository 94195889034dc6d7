// With LibTorch: a real, small study, and networks trained outside of one.
#include "base/error.h"
#include "study/evaluation.h"
#include "study/fold_training.h"
#include "study/small_study.h"

namespace kinglet::study::testing {
namespace {

using ::testing::HasSubstr;

class TrainingTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::shared_ptr<data::FeatureStore> features_ = toneFeatures(folder_);
  Settings settings_ = smallSettings(*features_);

  std::shared_ptr<StudyStore> search(const std::string& name, int sessions = 1) {
    const std::shared_ptr<StudyStore> store = openStudy(folder_ / name, settings_, true);
    for (int session = 1; session <= sessions; ++session) {
      Recorder recorder;
      StudyRunner runner(store, features_, [&](const Event& event) { recorder(event); });
      runner.start();
      if (session < sessions) {
        EXPECT_TRUE(recorder.waitFor<EpochDone>(3));
        runner.stop();
      }
      runner.wait();
    }
    return store;
  }
};

TEST_F(TrainingTest, TheSameSeedGivesTheSameStudyAlsoWhenInterrupted) {
  settings_.trials = 4;
  settings_.recipe.epochs = 2;
  settings_.strategy = "evolution";
  const auto a = search("a"), b = search("b"), c = search("c", 2);
  EXPECT_EQ(contentOf(*a), contentOf(*b));
  EXPECT_EQ(contentOf(*a), contentOf(*c));
  EXPECT_EQ(a->trials().size(), 4u);
}

TEST_F(TrainingTest, TheTestFoldIsOpenedByAnActAndRemembered) {
  settings_.trials = 1;
  settings_.recipe.epochs = 2;
  const auto store = search("x");
  EXPECT_FALSE(store->trials().at(0).test);
  const auto metrics = openTestFold(*store, store->trials().at(0), *features_);
  EXPECT_EQ(metrics.clips, 2);
  EXPECT_EQ(store->trials().at(0).test->accuracy, metrics.accuracy);
  Trial without = store->trials().at(0);
  without.number = 1;
  store->saveTrial(without);
  EXPECT_THROW(openTestFold(*store, without, *features_), base::Error);
}

TEST(FoldTraining, EveryFoldIsHeldOutOnce) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const auto parts = crossValidation(features->dataset());
  ASSERT_EQ(parts.size(), 4u);
  std::vector<int> seen(8);
  for (const auto& part : parts) {
    EXPECT_EQ(part.train.size(), 6u);
    for (const int clip : part.held) ++seen[std::size_t(clip)];
  }
  EXPECT_EQ(seen, std::vector<int>(8, 1));
  EXPECT_THROW(heldOut(features->dataset(), 4), base::Error);
}

TEST(FoldTraining, ResultsDoNotDependOnTheNumberOfWorkers) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  FoldTraining training;
  base::Random random(3);
  training.candidate = space::decode(spaceOf(settings), spaceOf(settings).sample(random), settings.input, 2);
  training.recipe.epochs = 2;
  const auto parts = crossValidation(features->dataset());
  std::atomic<int> epochs = 0;
  const auto one =
      trainFolds(*features, training, parts, {}, [&](int, const train::EpochReport&) { ++epochs; });
  training.workers = 3;
  const auto three = trainFolds(*features, training, parts);
  EXPECT_EQ(epochs, 8);
  for (std::size_t i = 0; i < parts.size(); ++i)
    EXPECT_EQ(train::packWeights(one[i].weights), train::packWeights(three[i].weights));
}

TEST(FoldTraining, AFailureAndAStopEndAllParts) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  FoldTraining training;
  training.candidate.input = smallSettings(*features).input;
  training.workers = 2;
  const auto parts = crossValidation(features->dataset());
  const auto broken = fakeTrainer({{}, [](const train::TrainTask&) { throw base::Error("no memory"); }, {}});
  EXPECT_THROW(trainFolds(*features, training, parts, {}, {}, {}, broken), base::Error);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(trainFolds(*features, training, parts, {}, {}, stop.get_token(), fakeTrainer()), base::Error);
}

TEST(FoldTraining, SpreadIsTheSampleDeviation) {
  EXPECT_EQ(spreadOf({}).mean, 0);
  EXPECT_EQ(spreadOf({0.5}).deviation, 0);
  EXPECT_DOUBLE_EQ(spreadOf({1, 2, 3, 4}).mean, 2.5);
  EXPECT_NEAR(spreadOf({1, 2, 3, 4}).deviation, 1.2909944487, 1e-9);
}

}  // namespace
}  // namespace kinglet::study::testing
