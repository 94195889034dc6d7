#include "app/window/study/event_bridge.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>
#include <thread>

#include "study/trial.h"
#include "widgets/application.h"

namespace kinglet::window {
namespace {

study::Event ended(int number, int worker) {
  auto trial = std::make_shared<study::Trial>();
  trial->number = number;
  return study::TrialEnded{std::move(trial), worker};
}

TEST(EventBridge, LosesNoResultKeepsTheirOrderAndIsNotTooOften) {
  testing::application();
  EventBridge bridge;
  constexpr int kEach = 4000;
  std::vector<int> seen[2];
  int batches = 0, progress = 0;
  QObject::connect(&bridge, &EventBridge::batch, [&](const EventBatch& batch) {
    ++batches;
    EXPECT_LE(batch.progress.size(), 2u);
    progress += static_cast<int>(batch.progress.size());
    for (const auto& event : batch.events) {
      const auto& end = std::get<study::TrialEnded>(event);
      seen[end.worker].push_back(end.trial->number);
    }
  });
  QElapsedTimer clock;
  clock.start();
  {
    std::vector<std::jthread> workers;
    for (int worker : {0, 1})
      workers.emplace_back([&bridge, worker] {
        for (int i = 0; i < kEach; ++i) {
          bridge.post(study::TrialProgress{i, worker, 1, 10, 0.5});
          bridge.post(ended(i, worker));
          if (i % 500 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
      });
    while (seen[0].size() + seen[1].size() < 2 * kEach && clock.elapsed() < 20000) QTest::qWait(1);
  }
  const double seconds = clock.elapsed() / 1000.0;
  for (const auto& numbers : seen) {
    ASSERT_EQ(numbers.size(), static_cast<std::size_t>(kEach));
    for (int i = 0; i < kEach; ++i) ASSERT_EQ(numbers[i], i);
  }
  EXPECT_LE(batches, seconds * 20 + 2);
  EXPECT_LT(progress, 2 * kEach);
  EXPECT_GT(progress, 0);
}

TEST(EventBridge, TheFirstEventOfAQuietTimeComesAtOnce) {
  testing::application();
  EventBridge bridge;
  int batches = 0;
  QObject::connect(&bridge, &EventBridge::batch, [&](const EventBatch&) { ++batches; });
  bridge.post(ended(0, 0));
  EXPECT_EQ(batches, 0);  // never within the caller
  EXPECT_TRUE(QTest::qWaitFor([&] { return batches == 1; }, 1000));
}

TEST(EventBridge, OfPreparingTheLastIsKept) {
  testing::application();
  EventBridge bridge;
  std::vector<int> done;
  QObject::connect(&bridge, &EventBridge::batch, [&](const EventBatch& batch) {
    if (batch.preparing) done.push_back(batch.preparing->done);
  });
  for (int i = 1; i <= 100; ++i) bridge.post(study::Preparing{base::Message("features"), i, 100});
  ASSERT_TRUE(QTest::qWaitFor([&] { return !done.empty(); }, 1000));
  EXPECT_EQ(done, std::vector<int>{100});
}

}  // namespace
}  // namespace kinglet::window
