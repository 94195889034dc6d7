// A small network that learnt a little, and the sounds that it learnt from.
#pragma once

#include "../train/fake_features.h"
#include "deploy/graph/int8.h"
#include "train/trainer.h"

namespace kinglet::deploy {

struct Learnt {
  train::FakeSounds fake{4, 48, 16, 24, 8};
  Model model;
  Sounds sounds;

  explicit Learnt(int epochs) {
    auto task = fake.task(train::smallNetwork(fake.input, 4));
    task.recipe.epochs = epochs;
    model = {fake.input, task.network, train::trainNetwork(task).weights, fake.dataset.classes, false};
    sounds = {&fake.dataset, fake.features, fake.all, fake.all};
  }
};

}  // namespace kinglet::deploy
