// With LibTorch: a real, small study, and networks trained outside of one.
#include <set>

#include "base/error.h"
#include "space/audio_space.h"
#include "study/final/evaluation.h"
#include "study/final/final_store.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/teaching.h"
#include "train/trainer.h"
#include "train/weights.h"

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

// No teacher may know what the student is judged by.
TEST(FoldTraining, TeachersHearTheSameClipsAndNoOthers) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  const auto space = spaceOf(settings);
  FoldTraining training;
  base::Random random(3);
  const auto draw = [&] { return space::decode(space, space.sample(random), settings.input, 2); };
  training.candidate = draw();
  training.teachers = {{7, draw()}, {9, draw()}};
  training.recipe.epochs = 2;
  training.recipe.distillation = 0.8;
  const auto parts = crossValidation(features->dataset());
  std::vector<train::TrainTask> tasks;
  const Trainer recorder = [&](const train::TrainTask& task, const train::TrainObserver& observer,
                               const std::stop_token& stop) {
    tasks.push_back(task);
    return train::trainNetwork(task, observer, stop);
  };
  double done = 0;
  std::vector<int> epochs;
  const auto taught = trainFolds(
      *features, training, parts,
      [&](const FoldProgress& now) {
        if (now.part != 0) return;
        EXPECT_GE(now.done, done);
        done = now.done;
        if (epochs.empty() || epochs.back() != now.epoch) epochs.push_back(now.epoch);
      },
      {}, {}, recorder);
  EXPECT_NEAR(done, 1, 1e-9);
  EXPECT_THAT(epochs, ::testing::ElementsAre(0, 1, 2));
  ASSERT_EQ(tasks.size(), 3 * parts.size());
  std::set<std::uint64_t> seeds;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    EXPECT_EQ(tasks[i].train, parts[i / 3].train);
    const bool student = i % 3 == 2;
    EXPECT_EQ(tasks[i].validation.empty(), !student);
    ASSERT_EQ(tasks[i].teaching != nullptr, student);
    if (student) {
      EXPECT_EQ(tasks[i].teaching->teachers(), 2);
      for (const int clip : parts[i / 3].held) EXPECT_TRUE(tasks[i].teaching->at(clip, 0).empty());
    }
    seeds.insert(tasks[i].seed);
  }
  EXPECT_EQ(seeds.size(), tasks.size());

  training.workers = 3;
  const auto again = trainFolds(*features, training, parts);
  training.teachers.clear();
  const auto untaught = trainFolds(*features, training, parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    EXPECT_EQ(train::packWeights(taught[i].weights), train::packWeights(again[i].weights));
    EXPECT_NE(train::packWeights(taught[i].weights), train::packWeights(untaught[i].weights));
  }
}

TEST(Teachers, AreTheBestOthersThatFinished) {
  const auto trial = [](int number, TrialState state, double accuracy, double energy) {
    Trial one;
    one.number = number;
    one.state = state;
    one.energy.millijoules = energy;
    one.curve.resize(1);
    one.curve[0].validation.accuracy = accuracy;
    return one;
  };
  std::vector<Trial> trials{
      trial(0, TrialState::finished, 0.8, 2),  trial(1, TrialState::stoppedEarly, 0.95, 1),
      trial(2, TrialState::finished, 0.9, 1),  trial(3, TrialState::finished, 0.8, 1),
      trial(4, TrialState::finished, 0.99, 1), trial(5, TrialState::finished, 0.7, 1)};
  trials[4].baseline = "ds_cnn";
  const auto numbers = [&](int student, int count) {
    std::vector<int> found;
    for (const auto& teacher : teachersFor(trials, student, count)) found.push_back(teacher.trial);
    return found;
  };
  EXPECT_THAT(numbers(-1, 3), ::testing::ElementsAre(2, 3, 0));
  EXPECT_THAT(numbers(2, 9), ::testing::ElementsAre(3, 0, 5));
  EXPECT_TRUE(numbers(2, 0).empty());
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

TEST(FinalTrainingTest, JudgesEveryFoldThenLearnsFromAllClips) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  FinalPlan plan;
  base::Random random(3);
  plan.candidate = space::decode(spaceOf(settings), spaceOf(settings).sample(random), settings.input, 2);
  plan.recipe = finalRecipeWith(3);
  EXPECT_EQ(plan.recipe.epochs, 3);
  std::vector<int> judged;
  double done = 0;
  const auto one = trainFinally(
      *features, plan,
      [&](const FinalProgress& now) {
        EXPECT_EQ(now.parts, 5);
        EXPECT_GE(now.done, done);
        done = now.done;
      },
      [&](const FinalTraining::Fold& fold) { judged.push_back(fold.fold); });
  EXPECT_THAT(judged, ::testing::ElementsAre(0, 1, 2, 3));
  EXPECT_GT(done, 0.9);
  ASSERT_EQ(one.result.folds.size(), 4u);
  EXPECT_EQ(one.result.folds[2].metrics.clips, 2);
  EXPECT_FALSE(one.weights.empty());

  plan.workers = 2;
  const auto two = trainFinally(*features, plan);
  EXPECT_EQ(train::packWeights(one.weights), train::packWeights(two.weights));
  EXPECT_EQ(accuracyOf(one.result).mean, accuracyOf(two.result).mean);

  plan.judged = false;
  const auto unjudged = trainFinally(*features, plan);
  EXPECT_TRUE(unjudged.result.folds.empty());
  EXPECT_EQ(train::packWeights(one.weights), train::packWeights(unjudged.weights));
}

TEST(FinalTrainingTest, AllClipsAreTrainedOnAndAStopEndsIt) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  FinalPlan plan;
  const Settings settings = smallSettings(*features);
  base::Random random(3);
  plan.candidate = space::decode(spaceOf(settings), spaceOf(settings).sample(random), settings.input, 2);
  std::vector<std::size_t> trained;
  const auto outcome = trainFinally(
      *features, plan, {}, {}, {},
      fakeTrainer({{}, [&](const train::TrainTask& task) { trained.push_back(task.train.size()); }, {}}));
  EXPECT_THAT(trained, ::testing::ElementsAre(6, 6, 6, 6, 8));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(trainFinally(*features, plan, {}, {}, stop.get_token(), fakeTrainer()), base::Error);
}

TEST_F(TrainingTest, AFinalTrainingIsKeptBesideTheSearch) {
  settings_.trials = 2;
  settings_.recipe.epochs = 2;
  const train::Weights first{{"stem/weight", {1}, {1}}}, second{{"stem/weight", {1}, {2}}};
  FinalTraining result;
  result.recipe.epochs = 100;
  result.seed = 18446744073709551615u;
  result.teachers = {4, 2};
  result.seconds = 61.5;
  result.folds = {{0, {}}, {3, {}}};
  result.folds[1].metrics.accuracy = 0.875;
  {
    const auto store = search("x");  // has the file open, with its log
    FinalStore finals(store->path());
    EXPECT_TRUE(finals.all().empty());
    EXPECT_FALSE(finals.weights(1));
    finals.save(1, result, first);
    EXPECT_THROW(finals.save(7, result, first), base::Error);
    store->saveStar(1, true, "after it");
    EXPECT_EQ(store->trials().size(), 2u);
    EXPECT_TRUE(store->weights(1));
  }
  FinalStore finals(folder_ / "x");
  const auto all = finals.all();
  ASSERT_EQ(all.size(), 1u);
  const FinalTraining& kept = all.at(1);
  EXPECT_EQ(kept.recipe.epochs, 100);
  EXPECT_EQ(kept.seed, result.seed);
  EXPECT_EQ(kept.seconds, 61.5);
  EXPECT_EQ(kept.teachers, result.teachers);
  ASSERT_EQ(kept.folds.size(), 2u);
  EXPECT_EQ(kept.folds[1].fold, 3);
  EXPECT_EQ(kept.folds[1].metrics.accuracy, 0.875);
  EXPECT_EQ(finals.weights(1)->at(0).values, first[0].values);
  finals.save(1, {}, second);
  EXPECT_EQ(finals.weights(1)->at(0).values, second[0].values);
  EXPECT_TRUE(finals.result(1)->folds.empty());
  EXPECT_FALSE(finals.result(0));
  EXPECT_TRUE(openStudy(folder_ / "x")->trials().at(1).starred);
  EXPECT_THROW(FinalStore(folder_ / "nothing"), base::Error);
}

TEST(FoldTraining, SpreadIsTheSampleDeviation) {
  EXPECT_EQ(spreadOf({}).mean, 0);
  EXPECT_EQ(spreadOf({0.5}).deviation, 0);
  EXPECT_DOUBLE_EQ(spreadOf({1, 2, 3, 4}).mean, 2.5);
  EXPECT_NEAR(spreadOf({1, 2, 3, 4}).deviation, 1.2909944487, 1e-9);
}

}  // namespace
}  // namespace kinglet::study::testing
