#include "app/window/candidate/training_tab.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "app/window/kit/facts_view.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/study_controller.h"
#include "app/window/study/training_controller.h"
#include "data/folds.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

using widgets::figure;
using widgets::Unit;

constexpr int kSteps = 1000, kMostEpochs = 10000;

QLabel* wordsLabel() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  return label;
}

}  // namespace

TrainingTab::TrainingTab(StudyController& study, QWidget* parent)
    : QScrollArea(parent),
      study_(study),
      trainer_(study.training()),
      notices_(new NoticeArea),
      words_(wordsLabel()),
      warning_(faintLabel({})),
      heading_(headingLabel({}, 1.0)),
      progressWords_(wordsLabel()),
      after_(wordsLabel()),
      form_(new QWidget),
      epochs_(new NumberField(1, kMostEpochs, 0, {})),
      judged_(new QCheckBox(tr("Judge it by every fold in turn"))),
      start_(new QPushButton(icon(QStringLiteral("start")), {})),
      cancel_(new QPushButton(tr("Cancel"))),
      bar_(new QProgressBar),
      facts_(new FactsView),
      folds_(new FactsView) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  warning_->setWordWrap(true);
  bar_->setRange(0, kSteps);
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr("Progress of the final training"));
  for (auto* facts : {facts_, folds_}) facts->layout()->setContentsMargins(0, 0, 0, 0);
  buildForm(form_);
  auto* content = new QWidget;
  auto* layout = new QVBoxLayout(content);
  layout->addWidget(notices_);
  layout->addWidget(words_);
  layout->addWidget(form_);
  layout->addWidget(progressWords_);
  layout->addWidget(bar_);
  layout->addWidget(cancel_, 0, Qt::AlignLeft);
  layout->addSpacing(8);
  layout->addWidget(heading_);
  layout->addWidget(facts_);
  layout->addWidget(folds_);
  layout->addWidget(after_);
  layout->addStretch(1);
  setWidget(content);

  connect(judged_, &QCheckBox::toggled, this, &TrainingTab::refresh);
  connect(start_, &QPushButton::clicked, this,
          [this] { judged_->isChecked() ? askAndStart() : start(false); });
  connect(cancel_, &QPushButton::clicked, &trainer_, &TrainingController::cancel);
  connect(&trainer_, &TrainingController::changed, this, &TrainingTab::refresh);
  connect(&trainer_, &TrainingController::failed, this, [this](int trial, const QString& problem) {
    notices_->show(QStringLiteral("final"),
                   {NoticeKind::error,
                    trial < 0 ? problem : tr("Candidate %1 could not be trained: %2").arg(trial).arg(problem),
                    {},
                    {}});
  });
  connect(&study_, &StudyController::closed, notices_, &NoticeArea::dismissAll);
  connect(&study_, &StudyController::stateChanged, this, &TrainingTab::refresh);
  refresh();
}

void TrainingTab::start(bool judged) {
  notices_->dismissAll();
  if (trial_) trainer_.start(trial_->number, static_cast<int>(epochs_->value()), judged);
}

// What the test fold tells can be told once only: who looks at it for many candidates has chosen by it.
void TrainingTab::askAndStart() {
  if (!trial_) return;
  // It was opened for this candidate: nothing is lost any more.
  if (trial_->test || trainer_.resultOf(trial_->number)) return start(true);
  notices_->show(
      QStringLiteral("final"),
      {NoticeKind::warning,
       tr("Judging by every fold opens the test fold for candidate %1. What it tells is honest as long as "
          "the candidate was not chosen by it.")
           .arg(trial_->number),
       {},
       {{tr("Open it and train"), [this] { start(true); }},
        {tr("Train without judging"), [this] { start(false); }}}});
}

void TrainingTab::buildForm(QWidget* form) {
  epochs_->setValue(study::finalRecipeWith().epochs);
  epochs_->setMaximumWidth(120);
  epochs_->setToolTip(
      tr("The search trains briefly to compare; what is used afterwards may learn for longer."));
  judged_->setChecked(true);
  judged_->setToolTip(
      tr("Each fold is held out once while the others are trained on: an honest accuracy with its spread."));
  start_->setProperty("primary", true);
  auto* rows = new QFormLayout(form);
  rows->setContentsMargins(0, 8, 0, 0);
  rows->setVerticalSpacing(8);
  rows->setHorizontalSpacing(16);
  rows->addRow(tr("Epochs"), epochs_);
  rows->addRow(judged_);
  rows->addRow(warning_);
  auto* line = new QHBoxLayout;
  line->addWidget(start_);
  line->addStretch(1);
  rows->addRow(line);
}

void TrainingTab::setTrial(const widgets::TrialPtr& trial) {
  if (!trial || !trial_ || trial->number != trial_->number) notices_->dismissAll();
  trial_ = trial;
  refresh();
}

QString TrainingTab::foldName(int fold) const {
  const auto sounds = study_.features();
  return QString::fromStdString(data::foldName(sounds ? sounds->dataset() : data::Dataset(), fold));
}

void TrainingTab::refresh() {
  const bool running = trainer_.trial() >= 0;
  const bool mine = running && trial_ && trainer_.trial() == trial_->number;
  const bool possible = trial_ && study_.isOpen() && study_.study().canRun();
  form_->setVisible(possible && !running);
  cancel_->setVisible(running);
  bar_->setVisible(running);
  progressWords_->setVisible(running);
  const auto* result = trial_ ? trainer_.resultOf(trial_->number) : nullptr;
  const bool done = result && !mine;
  heading_->setVisible(done || mine);
  facts_->setVisible(done);
  folds_->setVisible(done || mine);
  after_->setVisible(done);
  if (!trial_)
    words_->setText(tr("Choose a candidate. Here it can be trained for good."));
  else if (!possible)
    words_->setText(study_.isOpen() && !study_.study().lockedBecause.empty()
                        ? tr("Another program searches in this study; nothing in it can be trained here.")
                        : tr("To train it, the study's sounds must be there."));
  else
    words_->setText(tr(
        "The search trains each candidate briefly, on some of the folds, to compare them. The candidate that "
        "you choose can be trained for good: for longer, and at last on all sounds. Export then takes those "
        "weights."));
  warning_->setText(
      judged_->isChecked()
          ? tr("This opens the test fold, too. Do it for a network that you have chosen.")
          : tr("Without it, nothing tells how good the longer training is on sounds that it never heard."));
  start_->setText(done ? tr("Train it again") : tr("Train it for good"));
  start_->setToolTip(done ? tr("Replaces the final training below") : QString());
  if (running) showProgress();
  if (done) showResult(*result);
}

void TrainingTab::showProgress() {
  const auto progress = trainer_.progress();
  const auto& now = progress.now;
  bar_->setValue(static_cast<int>(std::lround(kSteps * now.done)));
  QStringList parts{tr("Candidate %1").arg(trainer_.trial())};
  if (now.parts == 0)
    parts << tr("computing the features");
  else
    parts << (now.fold >= 0 ? tr("fold %1 held out").arg(foldName(now.fold)) : tr("all sounds"))
          << (now.epoch > 0 ? tr("epoch %1 of %2").arg(now.epoch).arg(progress.epochs)
                            : tr("its teachers learn"));
  if (std::isfinite(progress.secondsLeft))
    parts << tr("%1 left").arg(widgets::duration(progress.secondsLeft));
  progressWords_->setText(parts.join(QStringLiteral(" · ")));
  heading_->setText(tr("So far"));
  std::vector<Fact> facts;
  for (const auto& fold : progress.folds)
    facts.push_back(
        {tr("Fold %1").arg(foldName(fold.fold)), figure(100 * fold.metrics.accuracy, Unit::percent), {}});
  heading_->setVisible(heading_->isVisibleTo(this) && !facts.empty());
  folds_->setFacts(facts);
}

void TrainingTab::showResult(const study::FinalTraining& result) {
  heading_->setText(tr("Final training"));
  std::vector<Fact> facts, folds;
  if (!result.folds.empty()) {
    const auto accuracy = study::accuracyOf(result);
    std::vector<double> balanced, map;
    for (const auto& fold : result.folds) {
      balanced.push_back(fold.metrics.balancedAccuracy);
      map.push_back(fold.metrics.map);
      folds.push_back(
          {tr("Fold %1").arg(foldName(fold.fold)), figure(100 * fold.metrics.accuracy, Unit::percent), {}});
    }
    facts.push_back({tr("Accuracy"),
                     tr("%1 ± %2").arg(figure(100 * accuracy.mean, Unit::percent),
                                       figure(100 * accuracy.deviation, Unit::percent, 2)),
                     tr("Mean over the folds that were held out, and the standard deviation between them")});
    facts.push_back(
        {tr("Balanced accuracy"), figure(100 * study::spreadOf(balanced).mean, Unit::percent), {}});
    facts.push_back({tr("Mean average precision"), figure(study::spreadOf(map).mean), {}});
  }
  facts.push_back({tr("In the search"), figure(100 - trial_->error(), Unit::percent),
                   tr("Accuracy in validation, after the search's short training")});
  facts.push_back({tr("Epochs"), QString::number(result.recipe.epochs), {}});
  if (!result.teachers.empty()) {
    QStringList numbers;
    for (const int teacher : result.teachers) numbers << QString::number(teacher);
    facts.push_back({tr("Teachers"), numbers.join(QStringLiteral(", ")),
                     tr("The study's best other candidates. They were trained first, on the same sounds, and "
                        "this one learnt from what they hear, too.")});
  }
  facts.push_back({tr("Time"), widgets::duration(result.seconds), {}});
  facts_->setFacts(facts);
  folds_->setFacts(folds);
  after_->setText(tr("The weights that learnt from all sounds are in the study; Export takes them."));
}

}  // namespace kinglet::window
