// A whole search in the window, with real training.
#include <QAbstractButton>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <algorithm>

#include "app/window/candidate/candidate_header.h"
#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/sounds_tab.h"
#include "app/window/candidate/test_fold_tab.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/notice.h"
#include "app/window/settings/dataset_view.h"
#include "app/window/settings/limits_form.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/settings/stopping_form.h"
#include "app/window/shell/welcome_page.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "study/settings.h"
#include "train/stopping.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/sound/spectrogram_view.h"
#include "widgets/trials/candidate_table.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class StudyWindow : public kinglet::testing::OpenWindowTest {
 protected:
  void create(const study::Settings& settings, bool start) {
    study_.create(file(QStringLiteral("a.kinglet")), settings, start);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  }
  bool finished() const {
    return waitFor([&] { return study_.state() == study::RunState::finished; });
  }
  void trigger(const char* id) {
    auto* action = window_->commands().find(QLatin1String(id));
    ASSERT_NE(action, nullptr) << id;
    ASSERT_TRUE(action->isEnabled()) << id;
    action->trigger();
  }
};

TEST_F(StudyWindow, ASearchFillsPlotAndTableAndSelectionIsOne) {
  create(quickSettings(3), true);
  ASSERT_TRUE(finished());
  auto& bench = window_->workbench();
  EXPECT_EQ(study_.trials().count(), 3);
  EXPECT_EQ(bench.table()->shownTrials().size(), 3u);
  EXPECT_FALSE(study_.trials().front().empty());
  EXPECT_GE(study_.selection().current(), 0);
  EXPECT_NE(window_->notices().find(QStringLiteral("finished")), nullptr);

  // A click on a line of the table is a choice everywhere.
  auto* view = bench.table()->view();
  for (int row = 0; row < 3; ++row) {
    const auto box = view->visualRect(view->model()->index(row, widgets::TrialModel::kNumber));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, box.center());
    const int trial = bench.table()->shownTrials()[static_cast<std::size_t>(row)];
    EXPECT_EQ(study_.selection().current(), trial);
    EXPECT_TRUE(
        bench.candidatePanel()->header()->findChild<QLabel*>()->text().contains(QString::number(trial)));
  }
}

TEST_F(StudyWindow, StarNoteAndLimitsCanBeTakenBack) {
  create(quickSettings(2), true);
  ASSERT_TRUE(finished());
  const int trial = study_.selection().current();
  trigger("candidate.star");
  EXPECT_TRUE(study_.trials().find(trial)->starred);
  window_->edits().setNote(trial, QStringLiteral("good"));
  EXPECT_EQ(study_.trials().find(trial)->note, "good");
  auto* limits = window_->workbench().studyPanel()->limitsForm();
  auto settings = study_.settings();
  settings.limits.energyMj = 0.25;
  window_->edits().changeSettings(settings, QStringLiteral("limits"));
  EXPECT_EQ(limits->limits().energyMj, 0.25);
  trigger("edit.undo");
  EXPECT_EQ(study_.settings().limits.energyMj, 2);
  EXPECT_EQ(limits->limits().energyMj, 2);
  trigger("edit.undo");
  EXPECT_EQ(study_.trials().find(trial)->note, "");
  trigger("edit.undo");
  EXPECT_FALSE(study_.trials().find(trial)->starred);
  trigger("edit.redo");
  EXPECT_TRUE(study_.trials().find(trial)->starred);

  // All of it is in the file.
  study_.close();
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
  const auto store = study::openStudy(file(QStringLiteral("a.kinglet")).toStdString());
  EXPECT_TRUE(store->trials()[static_cast<std::size_t>(trial)].starred);
  EXPECT_EQ(store->settings().limits.energyMj, 2);
}

// A star that is shown is in the file.
TEST_F(StudyWindow, WhatCannotBeStoredIsNotShown) {
  const QString path = sampleFile(QStringLiteral("gone.kinglet"), 12);
  study_.open(path);
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  const int trial = study_.selection().current();
  QSignalSpy failed(&study_, &StudyController::saveFailed);
  ASSERT_TRUE(QFile::remove(path));
  window_->edits().toggleStars({trial});
  window_->edits().setNote(trial, QStringLiteral("good"));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 2; }));
  EXPECT_FALSE(study_.trials().find(trial)->starred);
  EXPECT_EQ(study_.trials().find(trial)->note, "");
}

TEST_F(StudyWindow, SettingsChangeWhileItRuns) {
  create(quickSettings(200), true);
  ASSERT_TRUE(waitFor([&] { return study_.trials().count() >= 2; }));
  auto* form = window_->workbench().studyPanel()->stoppingForm();
  train::StoppingSettings stopping;
  stopping.rule = "median";
  stopping.minimumEpochs = 1;
  form->setStopping(stopping);
  Q_EMIT form->changed();
  EXPECT_EQ(study_.settings().stopping.rule, "median");
  auto settings = study_.settings();
  settings.trials = 6;
  window_->edits().changeSettings(settings, QStringLiteral("length"));
  ASSERT_TRUE(finished());
  EXPECT_GE(study_.trials().count(), 6);
  EXPECT_LT(study_.trials().count(), 60);
}

TEST_F(StudyWindow, PauseGoOnAndStopByKeys) {
  create(quickSettings(200), true);
  ASSERT_TRUE(waitFor([&] { return study_.isRunning() && study_.trials().count() >= 1; }));
  QApplication::setActiveWindow(window_.get());
  window_->workbench().setFocus();
  QTest::keyClick(window_.get(), Qt::Key_Space);
  ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::paused; }));
  QTest::keyClick(window_.get(), Qt::Key_Space);
  ASSERT_TRUE(waitFor([&] { return study_.isRunning(); }));
  trigger("run.stop");
  ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::idle; }));
}

TEST_F(StudyWindow, ClosingStopsAndTheStudyGoesOnLater) {
  create(quickSettings(200), true);
  ASSERT_TRUE(waitFor([&] { return study_.trials().count() >= 3; }));
  window_->close();
  EXPECT_TRUE(window_->isVisible());  // until the workers have ended
  EXPECT_NE(window_->notices().find(QStringLiteral("closing")), nullptr);
  ASSERT_TRUE(waitFor([&] { return !window_->isVisible(); }));
  EXPECT_FALSE(study_.isOpen());

  MainWindow again(study_);
  again.show();
  again.openPath(file(QStringLiteral("a.kinglet")));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_GE(study_.trials().count(), 3);
  EXPECT_NE(again.notices().find(QStringLiteral("resume")), nullptr);
  const int before = study_.trials().count();
  study_.start();
  ASSERT_TRUE(waitFor([&] { return study_.trials().count() > before; }));
  again.close();
  ASSERT_TRUE(waitFor([&] { return !again.isVisible(); }));
}

// Another study would stop the search: that is asked, and no is no.
TEST_F(StudyWindow, ARunningSearchIsNotLeftUnasked) {
  create(quickSettings(500), true);
  ASSERT_TRUE(waitFor([&] { return study_.isRunning(); }));
  const QString path = study_.path();
  const auto question = [&] { return window_->findChild<QMessageBox*>(); };
  trigger("study.demo");
  ASSERT_NE(question(), nullptr);
  EXPECT_TRUE(study_.isRunning());
  question()->button(QMessageBox::Cancel)->click();
  ASSERT_TRUE(waitFor([&] { return question() == nullptr; }));
  EXPECT_TRUE(study_.isRunning());
  EXPECT_EQ(study_.path(), path);

  trigger("study.demo");
  ASSERT_NE(question(), nullptr);
  for (QAbstractButton* button : question()->buttons())
    if (question()->buttonRole(button) == QMessageBox::AcceptRole) {
      button->click();
      break;
    }
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && study_.path() != path; }));
  study_.close();
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
}

// Stars and copies are of the rows that are chosen, in one step of undo.
TEST_F(StudyWindow, AllChosenRowsAreStarredAndCopied) {
  create(quickSettings(4), true);
  ASSERT_TRUE(finished());
  auto* table = window_->workbench().table();
  auto* view = table->findChild<QTableView*>();
  view->selectAll();
  const auto rows = table->selectedTrials();
  ASSERT_GE(rows.size(), 4u);
  study_.selection().select(rows[1]);
  view->selectAll();
  const auto starred = [&] {
    return std::count_if(rows.begin(), rows.end(),
                         [&](int trial) { return study_.trials().find(trial)->starred; });
  };
  trigger("candidate.star");
  EXPECT_EQ(starred(), static_cast<long>(rows.size()));
  trigger("edit.undo");
  EXPECT_EQ(starred(), 0);
  QApplication::clipboard()->clear();
  QApplication::setActiveWindow(window_.get());
  view->setFocus();
  QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(QApplication::clipboard()->text().count(u'\n'), static_cast<int>(rows.size()) + 1);
}

TEST_F(StudyWindow, TheTestFoldIsOpenedByAnExplicitActOnly) {
  create(quickSettings(2), true);
  ASSERT_TRUE(finished());
  const int trial = study_.trials().front().front();
  study_.selection().select(trial);
  trigger("show.test");
  auto* tab = window_->workbench().candidatePanel()->testFoldTab();
  EXPECT_TRUE(tab->findChild<widgets::ConfusionView*>()->isHidden());
  EXPECT_TRUE(tab->confirmButton()->isHidden());
  tab->openButton()->click();
  EXPECT_FALSE(tab->confirmButton()->isHidden());
  EXPECT_FALSE(study_.trials().find(trial)->test);
  tab->confirmButton()->click();
  ASSERT_TRUE(waitFor([&] { return study_.trials().find(trial)->test.has_value(); }));
  EXPECT_FALSE(tab->findChild<widgets::ConfusionView*>()->isHidden());
  EXPECT_GT(study_.trials().find(trial)->test->clips, 0);
  study_.close();
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
  const auto store = study::openStudy(file(QStringLiteral("a.kinglet")).toStdString());
  EXPECT_TRUE(store->trials()[static_cast<std::size_t>(trial)].test.has_value());
}

TEST_F(StudyWindow, ClipsAreDrawnAndWithoutASoundDeviceItSaysSo) {
  create(quickSettings(1), false);
  trigger("show.clips");
  auto* tab = window_->workbench().candidatePanel()->soundsTab();
  EXPECT_EQ(tab->list()->model()->rowCount(), 45);
  widgets::SpectrogramData shown;
  const QObject listener;
  QObject::connect(&window_->sounds(), &SoundsController::ready, &listener,
                   [&](int, const widgets::SpectrogramData& clip) { shown = clip; });
  tab->list()->selectRow(3);
  ASSERT_TRUE(waitFor([&] { return shown.frames > 0; }));
  EXPECT_EQ(shown.samples.size(), 16000u);
  trigger("candidate.listen");
  ASSERT_TRUE(waitFor([&] {
    return tab->spectrogram()->isPlaying() || tab->notices()->find(QStringLiteral("player")) != nullptr;
  }));
  tab->showClass(QStringLiteral("tone2"));
  EXPECT_EQ(tab->list()->model()->rowCount(), 15);
}

TEST_F(StudyWindow, NewStudyShowsWhatItUnderstoodAndStarts) {
  quickSettings();  // makes the sounds
  window_->openPath(file(QStringLiteral("sounds")));
  auto& page = window_->newStudyPage();
  ASSERT_TRUE(waitFor([&] { return page.startButton()->isEnabled(); }));
  EXPECT_EQ(page.preview()->facts().clips, 45);
  EXPECT_EQ(page.preview()->facts().classes.size(), 3u);
  EXPECT_EQ(page.settings().worstError, 100);
  page.worstErrorField()->setValue(40);
  auto settings = page.settings();
  EXPECT_EQ(settings.worstError, 40);
  EXPECT_EQ(settings.dataPath, file(QStringLiteral("sounds")).toStdString());
  settings.trials = 1;
  settings.recipe.epochs = 1;
  Q_EMIT page.createRequested(file(QStringLiteral("b.kinglet")), settings);
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && window_->workbenchShown(); }));
  EXPECT_EQ(study_.settings().worstError, 40);
  ASSERT_TRUE(finished());
}

}  // namespace
}  // namespace kinglet::window
