#include "app/window/study/background.h"

#include <gtest/gtest.h>

#include <QTest>
#include <QThread>
#include <atomic>

#include "base/error.h"
#include "widgets/application.h"

namespace kinglet::window {
namespace {

TEST(Background, WorksElsewhereAndHandsBackHere) {
  testing::application();
  Background jobs;
  QObject receiver;
  const auto* here = QThread::currentThread();
  const QThread *worked = nullptr, *handed = nullptr;
  int result = 0;
  jobs.run(
      &receiver,
      [&](std::stop_token) {
        worked = QThread::currentThread();
        return 42;
      },
      [&](int value) {
        handed = QThread::currentThread();
        result = value;
      },
      {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return result == 42; }, 5000));
  EXPECT_NE(worked, here);
  EXPECT_EQ(handed, here);
}

TEST(Background, ErrorsBecomeOneLine) {
  testing::application();
  Background jobs;
  QObject receiver;
  QStringList problems;
  const auto note = [&](const QString& problem) { problems << problem; };
  jobs.run(
      &receiver, [](std::stop_token) -> int { throw base::Error("The disk is full."); }, [](int) {}, note);
  jobs.run(
      &receiver, [](std::stop_token) -> int { throw std::bad_alloc(); }, [](int) {}, note);
  jobs.run(
      &receiver, [](std::stop_token) -> int { throw std::runtime_error("odd"); }, [](int) {}, note);
  ASSERT_TRUE(QTest::qWaitFor([&] { return problems.size() == 3; }, 5000));
  EXPECT_EQ(problems[0], "The disk is full.");
  EXPECT_TRUE(problems[1].contains("memory"));
  EXPECT_TRUE(problems[2].contains("odd"));
}

TEST(Background, JobsOfOneThreadKeepTheirOrder) {
  testing::application();
  Background jobs;
  QObject receiver;
  std::vector<int> order;
  for (int i = 0; i < 50; ++i)
    jobs.run(
        &receiver, [i](std::stop_token) { return i; }, [&](int value) { order.push_back(value); }, {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return order.size() == 50; }, 5000));
  for (int i = 0; i < 50; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
}

TEST(Background, WhatIsCancelledIsNotHandedBack) {
  testing::application();
  Background jobs;
  QObject receiver;
  std::atomic<bool> begun = false, stopped = false;
  bool old = false, fresh = false;
  jobs.run(
      &receiver,
      [&](std::stop_token stop) {
        begun = true;
        while (!stop.stop_requested()) QThread::msleep(1);
        stopped = true;
        return 1;
      },
      [&](int) { old = true; }, {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return begun.load(); }, 5000));
  jobs.cancel();
  jobs.run(
      &receiver, [](std::stop_token) { return 2; }, [&](int) { fresh = true; }, {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return fresh; }, 5000));
  EXPECT_TRUE(stopped);
  EXPECT_FALSE(old);
}

TEST(Background, AReceiverThatIsGoneHearsNothing) {
  testing::application();
  Background jobs;
  auto receiver = std::make_unique<QObject>();
  bool heard = false;
  jobs.run(
      receiver.get(), [](std::stop_token) { return 1; }, [&](int) { heard = true; }, {});
  receiver.reset();
  // Jobs come one after another: once the next one is done, this one is.
  QObject other;
  bool done = false;
  jobs.run(
      &other, [](std::stop_token) { return 2; }, [&](int) { done = true; }, {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return done; }));
  EXPECT_FALSE(heard);
}

}  // namespace
}  // namespace kinglet::window
