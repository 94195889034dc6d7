// A real search on four workers with the window attached, while all that a person may do is done to it:
// nothing is lost, and the thread sanitizer has nothing to say (./dev tsan).
#include <QSignalSpy>

#include "../window_fixture.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::testing {
namespace {

using study::RunState;
using study::TrialState;

class SearchUnderWay : public OpenWindowTest {
 protected:
  void begin(const study::Settings& settings) {
    study_.create(file(QStringLiteral("x.kinglet")), settings, true);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen() && !study_.isBusy(); }));
  }
  bool waitForState(RunState state) {
    return waitFor([&] { return study_.state() == state; }, 240'000);
  }
  int ended() {
    int count = 0;
    for (int i = 0; i < study_.trials().count(); ++i)
      count += study_.trials().at(i)->state == TrialState::finished;
    return count;
  }
  bool waitForEnded(int count) {
    return waitFor([&] { return ended() >= count; }, 240'000);
  }
};

TEST_F(SearchUnderWay, EverythingAtOnce) {
  auto settings = quickSettings(14);
  settings.workers = 4;
  settings.strategy = "hybrid";
  settings.recipe.epochs = 3;
  settings.stopping.rule = "median";
  settings.stopping.minimumEpochs = 1;
  settings.auditShare = 0.5;
  settings.baselines = {"ds_cnn"};
  begin(settings);
  ASSERT_TRUE(waitForEnded(2));
  study_.setNote(0, QStringLiteral("while others train"));
  study_.setStar(0, true);
  // Pause and on again, at once and after a while.
  study_.pause();
  study_.start();
  study_.pause();
  QTest::qWait(50);
  study_.start();
  // Other rules, limits, lengths and workers while it runs.
  for (const char* rule : {"none", "patience", "curve", "pareto", "median"}) {
    auto changed = study_.settings();
    changed.stopping.rule = rule;
    changed.trials += 1;
    changed.limits.energyMj = *changed.limits.energyMj * 0.95;
    changed.workers = rule == std::string("curve") ? 2 : 4;
    study_.changeSettings(changed);
    QTest::qWait(30);
  }
  study::Pace pace;
  pace.share = 60;
  study_.setPace(pace);
  for (int i = 0; i < study_.trials().count(); ++i) study_.stopTrial(i);
  // Stopped, and begun again.
  study_.stop();
  ASSERT_TRUE(waitForState(RunState::idle));
  study_.setPace({});
  study_.start();
  ASSERT_TRUE(waitForEnded(6));
  window_->resize(1024, 700);
  auto fewer = study_.settings();
  fewer.trials = study_.trials().count() + 2;
  study_.changeSettings(fewer);
  ASSERT_TRUE(waitForState(RunState::finished));
  const int known = study_.trials().count();
  const QString path = study_.path();
  close();
  const auto trials = study::openStudy(path.toStdString())->trials();
  EXPECT_EQ(int(trials.size()), known);
  EXPECT_EQ(trials.at(0).note, "while others train");
  EXPECT_TRUE(trials.at(0).starred);
  for (const auto& trial : trials)
    EXPECT_TRUE(trial.state == TrialState::finished || trial.state == TrialState::stoppedEarly)
        << trial.number;
}

TEST_F(SearchUnderWay, ClosedInTheMiddle) {
  auto settings = quickSettings(40);
  settings.workers = 4;
  begin(settings);
  ASSERT_TRUE(waitForEnded(3));
  const QString path = study_.path();
  close();
  int finished = 0;
  for (const auto& trial : study::openStudy(path.toStdString())->trials())
    finished += trial.state == TrialState::finished;
  EXPECT_GE(finished, 3);
  EXPECT_LT(finished, 40);
}

}  // namespace
}  // namespace kinglet::testing
