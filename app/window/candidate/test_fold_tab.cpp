#include "app/window/candidate/test_fold_tab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/kit/facts_view.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/study_controller.h"
#include "study/final/evaluation.h"
#include "train/metrics.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/text/message_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

TestFoldTab::TestFoldTab(StudyController& study, QWidget* parent)
    : QScrollArea(parent),
      study_(study),
      words_(new QLabel),
      open_(new QPushButton(tr("Open the test fold …"))),
      confirm_(new QPushButton(tr("Open it"))),
      cancel_(new QPushButton(tr("Leave it closed"))),
      busy_(new QProgressBar),
      notices_(new NoticeArea),
      facts_(new FactsView),
      matrixTitle_(headingLabel(tr("What was taken for what"), 1.0)),
      matrix_(new widgets::ConfusionView) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  words_->setWordWrap(true);
  busy_->setRange(0, 0);
  busy_->setTextVisible(false);
  open_->setIcon(icon(QStringLiteral("test")));
  confirm_->setProperty("primary", true);
  facts_->layout()->setContentsMargins(0, 0, 0, 0);

  auto* content = new QWidget;
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(open_);
  buttons->addWidget(confirm_);
  buttons->addWidget(cancel_);
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(content);
  layout->addWidget(notices_);
  layout->addWidget(words_);
  layout->addLayout(buttons);
  layout->addWidget(busy_);
  layout->addWidget(facts_);
  layout->addSpacing(8);
  layout->addWidget(matrixTitle_);
  layout->addWidget(matrix_, 1);
  layout->addStretch(0);
  setWidget(content);

  connect(open_, &QPushButton::clicked, this, [this] {
    asked_ = true;
    refresh();
    confirm_->setFocus();
  });
  connect(cancel_, &QPushButton::clicked, this, [this] {
    asked_ = false;
    refresh();
  });
  connect(confirm_, &QPushButton::clicked, this, &TestFoldTab::evaluate);
  connect(matrix_, &widgets::ConfusionView::cellSelected, this, &TestFoldTab::cellClicked);
  connect(&study_, &StudyController::closed, this, [this] {
    jobs_.cancel();
    running_ = -1;
    notices_->dismissAll();
  });
  refresh();
}

void TestFoldTab::setTrial(const widgets::TrialPtr& trial) {
  if (!trial || !trial_ || trial->number != trial_->number) {
    asked_ = false;
    notices_->dismissAll();
  }
  trial_ = trial;
  refresh();
}

void TestFoldTab::refresh() {
  const bool done = trial_ && trial_->test;
  const bool running = trial_ && running_ == trial_->number;
  const bool possible =
      trial_ && trial_->hasWeights && study_.isOpen() && study_.study().canTest() && !done && running_ < 0;
  if (!trial_)
    words_->setText(tr("Choose a candidate. Here it can be tried on sounds that the search never saw."));
  else if (done)
    words_->setText(
        tr("The test fold was opened for candidate %1. These figures played no part in the search; choosing "
           "among candidates by them would make them worth less.")
            .arg(trial_->number));
  else if (running)
    words_->setText(tr("Listening to the test fold …"));
  else if (asked_)
    words_->setText(
        tr("Open the test fold for candidate %1? It tells honestly how the network does on sounds that "
           "neither "
           "training nor search has seen. Every look makes it a little less honest: open it for networks "
           "that "
           "you have chosen, not to choose. That it was opened is kept in the study and cannot be undone.")
            .arg(trial_->number));
  else if (!trial_->hasWeights)
    words_->setText(
        tr("Candidate %1 has no weights to test: only candidates that trained to the end keep theirs.")
            .arg(trial_->number));
  else if (study_.isOpen() && !study_.features())
    words_->setText(
        tr("The test fold cannot be opened: %1").arg(widgets::messageText(study_.study().soundsProblem)));
  else
    words_->setText(
        tr("The test fold is closed. The search sees training and validation folds only, so that one fold is "
           "left to judge the network you choose."));
  open_->setVisible(!asked_ && !done && !running && trial_);
  open_->setEnabled(possible);
  confirm_->setVisible(asked_ && !done && !running);
  cancel_->setVisible(asked_ && !done && !running);
  busy_->setVisible(running);
  facts_->setVisible(done);
  matrix_->setVisible(done && !trial_->test->confusion.empty());
  matrixTitle_->setVisible(matrix_->isVisibleTo(this) && done);
  if (!done) return;
  const auto& test = *trial_->test;
  facts_->setFacts({{tr("Accuracy on the test fold"), figure(100 * test.accuracy, Unit::percent), {}},
                    {tr("In validation"), figure(100 - trial_->error(), Unit::percent), {}},
                    {tr("Balanced accuracy"), figure(100 * test.balancedAccuracy, Unit::percent), {}},
                    {tr("Mean average precision"), figure(test.map), {}},
                    {tr("Clips"), QString::number(test.clips), {}}});
  QStringList names;
  if (const auto sounds = study_.features())
    for (const auto& name : sounds->dataset().classes) names << QString::fromStdString(name);
  while (names.size() < static_cast<int>(test.confusion.size())) names << QString::number(names.size() + 1);
  matrix_->setMatrix(names, test.confusion);
}

void TestFoldTab::evaluate() {
  if (!trial_ || running_ >= 0 || !study_.features()) return;
  asked_ = false;
  running_ = trial_->number;
  refresh();
  jobs_.run(
      this,
      [store = study_.study().store, sounds = study_.features(), trial = trial_](std::stop_token) {
        return study::openTestFold(*store, *trial, *sounds);
      },
      [this, number = running_](const train::Metrics& metrics) {
        running_ = -1;
        study_.tellNotices();
        study_.showTest(number, metrics);
        refresh();
      },
      [this](const QString& problem) {
        running_ = -1;
        notices_->show(QStringLiteral("test"), {NoticeKind::error, problem, {}, {}});
        refresh();
      });
}

}  // namespace kinglet::window
