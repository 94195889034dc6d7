#include "search/walk.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

using namespace kinglet::search;

TEST(Walk, KnowsTheFieldsWordsForLayers) {
  EXPECT_EQ(roleOf("b#_width"), Role::width);
  EXPECT_EQ(roleOf("conv#-Filters"), Role::width);
  EXPECT_EQ(roleOf("kernel_#"), Role::kernel);
  EXPECT_EQ(roleOf("#.pool"), Role::stride);
  EXPECT_EQ(roleOf("b#_type"), Role::none);
  EXPECT_EQ(roleOf("bandwidth#"), Role::none);
  EXPECT_EQ(roleOf(""), Role::none);
}

TEST(Walk, ReachIsTheReceptiveField) {
  // Counted by walking back from one output: which inputs does it see?
  const std::vector<std::pair<int, int>> layers{{3, 2}, {5, 1}, {3, 2}, {7, 1}};  // kernel, stride
  long low = 0, high = 0;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    low *= layer->second;
    high = high * layer->second + layer->first - 1;
  }
  Walk walk(1, 1, 1);
  for (const auto& [kernel, stride] : layers) walk.layer(8, kernel, stride);
  EXPECT_DOUBLE_EQ(walk.figures()[Walk::reach], std::log2(double(high - low + 1)));
}

TEST(Walk, CountsWeightsAndWorkAlongTheWay) {
  Walk walk(4, 3, 2);
  walk.layer(8, 3, 1);
  walk.layer(16, 3, 2);
  const auto figures = walk.figures();
  EXPECT_DOUBLE_EQ(figures[Walk::weights], std::log2(1 + 4 * 8 + 8 * 16));
  EXPECT_DOUBLE_EQ(figures[Walk::work], std::log2(1 + 4 * 8 / 4. + 8 * 16 / 16.));
  EXPECT_DOUBLE_EQ(figures[Walk::lastWidth], 4);
}

TEST(Walk, StaysFiniteWhateverASpaceLists) {
  Walk walk(1e300, 1e300, 1e300);
  for (int i = 0; i < 50; ++i) walk.layer(i % 2 ? 1e300 : 1e-300, i % 3 ? 1e300 : 1e-300, 1e300);
  for (const double figure : walk.figures()) EXPECT_TRUE(std::isfinite(figure));
}
