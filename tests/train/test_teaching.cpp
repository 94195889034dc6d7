// Distillation: what teachers say of the training clips, and what a student makes of it.
#include <gtest/gtest.h>

#include "base/error.h"
#include "data/dataset.h"
#include "fake_features.h"
#include "network/network_spec.h"
#include "train/teaching.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

// Clips of 0.64 s, of which a network hears 0.16.
FakeSounds sounds() {
  FakeSounds made(3, 24, 14, 62, 9);
  for (auto& clip : made.dataset.clips) clip.seconds = 0.64;
  return made;
}

TEST(Teaching, IsTheMeanOfWhatTheTeachersHearAtAMoment) {
  const FakeSounds made = sounds();
  TrainTask task = made.task(smallNetwork(made.input, 3));
  task.recipe.epochs = 3;
  const Weights first = trainNetwork(task).weights;
  task.seed = 4;
  const Weights second = trainNetwork(task).weights;
  const std::vector<int> taught{0, 1, 2, 5};
  Teaching teaching(made.dataset, taught);
  EXPECT_TRUE(teaching.at(0, 0).empty());
  const auto said = [&](double seconds) {
    const auto at = teaching.at(5, seconds);
    return std::vector<float>(at.begin(), at.end());
  };
  teaching.add(task.input, task.network, first, *task.features);
  const auto alone = said(0.25);
  float sum = 0;
  for (const float p : alone) sum += p;
  EXPECT_NEAR(sum, 1, 1e-5);
  teaching.add(task.input, task.network, second, *task.features);
  const auto both = said(0.25);

  // The window whose middle is at 0.25 s begins at frame 25 - 7.
  FakeFeatures part(made.input);
  const auto clip = task.features->clip(5).values;
  part.add({clip.begin() + 18 * 9, clip.begin() + 32 * 9});
  const auto one = scoreClips(task.input, task.network, first, part, std::vector<int>{0}, false),
             other = scoreClips(task.input, task.network, second, part, std::vector<int>{0}, false);
  for (std::size_t c = 0; c < 3; ++c) {
    EXPECT_NEAR(alone[c], one[c], 1e-5);
    EXPECT_NEAR(both[c], (one[c] + other[c]) / 2, 1e-5);
  }
  EXPECT_EQ(said(0.3), both);                 // the nearest moment
  EXPECT_NE(said(0.5), both);                 // another
  EXPECT_EQ(said(9), said(0.5));              // after the last
  EXPECT_EQ(said(-9), said(0));               // before the first
  EXPECT_TRUE(teaching.at(3, 0.25).empty());  // not among those taught
  EXPECT_EQ(teaching.teachers(), 2);
}

TEST(Teaching, WhatDoesNotFitIsRefused) {
  const FakeSounds made = sounds();
  const auto network = smallNetwork(made.input, 3), wider = smallNetwork(made.input, 4);
  TrainTask task = made.task(network);
  task.recipe.epochs = 1;
  const Weights weights = trainNetwork(task).weights;
  Teaching teaching(made.dataset, made.all);
  EXPECT_THROW(teaching.add(made.input, wider, weights, *made.features), base::Error);
  network::InputSpec other = made.input;
  other.hopMs = 20;
  EXPECT_THROW(teaching.add(other, network, weights, *made.features), base::Error);
}

// Labels that say nothing, teachers that know: what the student knows, it has from them.
TEST(Teaching, AStudentLearnsFromItsTeachersAlone) {
  FakeSounds made = sounds();
  const TrainTask task = made.task(smallNetwork(made.input, 3));
  const auto teaching = std::make_shared<Teaching>(made.dataset, made.all);
  teaching->add(task.input, task.network, trainNetwork(task).weights, *task.features);

  data::Dataset blank = made.dataset;
  for (auto& clip : blank.clips) clip.labels = {0};
  TrainTask student = task;
  student.dataset = &blank;
  student.teaching = teaching;
  student.recipe.distillation = 1;
  const auto correct = [&](const TrainTask& one) {
    const Weights weights = trainNetwork(one).weights;
    const auto scores = scoreClips(one.input, one.network, weights, *one.features, made.all, false);
    std::vector<std::vector<int>> labels;
    for (const auto& clip : made.dataset.clips) labels.push_back(clip.labels);
    return computeMetrics(scores, labels, 3).accuracy;
  };
  EXPECT_GT(correct(student), 0.9);
  student.recipe.distillation = 0;
  EXPECT_LT(correct(student), 0.5);
}

}  // namespace
}  // namespace kinglet::train
