#include <gtest/gtest.h>

#include "base/error.h"
#include "train/recipe.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

Weights some() {
  return {{"a/weight", {2, 1, 3}, {1, -2.5f, 3, 4e-30f, 5, 6}}, {"b", {}, {7}}, {"none", {0}, {}}};
}

TEST(Weights, RoundTrip) {
  const Weights back = unpackWeights(packWeights(some()));
  ASSERT_EQ(back.size(), 3u);
  for (std::size_t i = 0; i < back.size(); ++i) {
    EXPECT_EQ(back[i].name, some()[i].name);
    EXPECT_EQ(back[i].shape, some()[i].shape);
    EXPECT_EQ(back[i].values, some()[i].values);
  }
}

TEST(Weights, DamageIsNoticedAnywhere) {
  const std::string good = packWeights(some());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x40);
    EXPECT_THROW(unpackWeights(bad), base::Error) << i;
    EXPECT_THROW(unpackWeights(std::string_view(good).substr(0, i)), base::Error) << i;
  }
  EXPECT_THROW(unpackWeights(good + "x"), base::Error);
  EXPECT_THROW(unpackWeights(std::string(100, '\0')), base::Error);
}

TEST(Recipe, RoundTripAndRefusals) {
  Recipe recipe;
  recipe.epochs = 77;
  recipe.mixup = 0.125;
  recipe.averaging = 0.5;
  const Recipe back = Recipe::fromJson(recipe.toJson());
  EXPECT_EQ(back.toJson(), recipe.toJson());
  EXPECT_EQ(back.epochs, 77);
  EXPECT_EQ(Recipe::fromJson("{}").toJson(), Recipe().toJson());
  EXPECT_THROW(Recipe::fromJson("{\"epochs\": 0}"), base::Error);
  EXPECT_THROW(Recipe::fromJson("{\"epochs\": 2.5}"), base::Error);
  EXPECT_THROW(Recipe::fromJson("{\"mixup\": \"much\"}"), base::Error);
  EXPECT_THROW(Recipe::fromJson("no"), base::Error);
}

}  // namespace
}  // namespace kinglet::train
