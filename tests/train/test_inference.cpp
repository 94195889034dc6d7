#include "train/inference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "network/baselines.h"

namespace kinglet::train {
namespace {

TEST(Inference, RunsAsOftenAsAsked) {
  const auto run = inferenceOf(network::mobileNetV1(0.25, {49, 40, 1}, 10));
  run(3);  // LibTorch prepares itself
  // The quickest of several: a busy machine only adds.
  const auto quickest = [&](long n) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      const auto start = std::chrono::steady_clock::now();
      run(n);
      best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
  };
  EXPECT_GT(quickest(30), 3 * quickest(3));
}

}  // namespace
}  // namespace kinglet::train
