#include "app/window/candidate/candidate_panel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/candidate/candidate_header.h"
#include "app/window/candidate/edit_tab.h"
#include "app/window/candidate/energy_tab.h"
#include "app/window/candidate/sounds_tab.h"
#include "app/window/candidate/test_fold_tab.h"
#include "app/window/candidate/training_tab.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/section.h"
#include "app/window/kit/subject.h"
#include "app/window/study/edits.h"
#include "app/window/study/study_controller.h"
#include "app/window/study/training_controller.h"
#include "widgets/candidate/architecture_view.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/energy/energy_explain_panel.h"
#include "widgets/text/units.h"
#include "widgets/trials/trial_card.h"

namespace kinglet::window {

CandidatePanel::CandidatePanel(StudyController& study, Edits& edits, SoundsController& sounds,
                               EnergyController& energy, EditController& editor, QWidget* parent)
    : QWidget(parent),
      study_(study),
      header_(new CandidateHeader),
      tabs_(new QTabWidget),
      architecture_(new widgets::ArchitectureView),
      curves_(new widgets::LearningCurves(study.trials(), study.selection())),
      soundsTab_(new SoundsTab(study, sounds)),
      energyTab_(new EnergyTab(study, energy)),
      testFoldTab_(new TestFoldTab(study)),
      trainingTab_(new TrainingTab(study)),
      editTab_(new EditTab(study, editor)) {
  setObjectName(QStringLiteral("candidatePanel"));
  tabs_->setDocumentMode(true);
  tabs_->setUsesScrollButtons(true);
  tabs_->addTab(architecture_, tr("Architecture"));
  tabs_->addTab(editTab_, tr("Edit"));
  tabs_->addTab(makeCurves(), tr("Curves"));
  tabs_->addTab(scrolledPage(soundsTab_), tr("Sounds"));
  tabs_->addTab(energyTab_, tr("Energy"));
  tabs_->addTab(testFoldTab_, tr("Test"));
  tabs_->addTab(trainingTab_, tr("Training"));
  architecture_->setFrameShape(QFrame::NoFrame);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(header_);
  layout->addWidget(tabs_, 1);

  connect(header_, &CandidateHeader::starToggled, this, [this, &edits](bool starred) {
    edits.setStar(study_.selection().current(), starred);
    follow();
  });
  connect(header_, &CandidateHeader::noteEdited, this,
          [this, &edits](const QString& note) { edits.setNote(study_.selection().current(), note); });
  connect(header_, &CandidateHeader::energyClicked, this, [this] { showTab(kEnergy); });
  connect(energyTab_->explanation(), &widgets::EnergyExplainPanel::layerSelected, architecture_,
          &widgets::ArchitectureView::selectLayer);
  connect(architecture_, &widgets::ArchitectureView::energyClicked, this, [this] { showTab(kEnergy); });
  connect(architecture_, &widgets::ArchitectureView::layerSelected, energyTab_->explanation(),
          &widgets::EnergyExplainPanel::selectLayer);
  connect(&study_.selection(), &widgets::Selection::currentChanged, this, &CandidatePanel::follow);
  connect(&study_.trials(), &widgets::TrialModel::trialsChanged, this, &CandidatePanel::follow);
  connect(&study_.trials(), &widgets::TrialModel::batteryChanged, this,
          [this] { header_->setTrial(shown_, study_.trials()); });
  connect(&study_.training(), &TrainingController::ended, this, &CandidatePanel::follow);
  connect(&study_, &StudyController::opened, this,
          [this] { curves_->setEpochs(study_.settings().recipe.epochs); });
  follow();
}

QWidget* CandidatePanel::makeCurves() {
  auto* page = new QWidget;
  auto* error = new QToolButton;
  auto* accuracy = new QToolButton;
  auto* group = new QButtonGroup(page);
  error->setText(tr("Error"));
  accuracy->setText(tr("Accuracy"));
  auto* line = new QHBoxLayout;
  line->setContentsMargins(12, 8, 12, 0);
  line->addStretch(1);
  for (auto* button : {error, accuracy}) {
    button->setCheckable(true);
    button->setAutoRaise(true);
    group->addButton(button);
    line->addWidget(button);
  }
  error->setChecked(true);
  connect(accuracy, &QToolButton::toggled, curves_, &widgets::LearningCurves::showAccuracy);
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(line);
  layout->addWidget(curves_, 1);
  return page;
}

void CandidatePanel::showTab(Tab tab) {
  tabs_->setCurrentIndex(tab);
}

QString CandidatePanel::trainingRemark(int trial) const {
  const auto* result = study_.training().resultOf(trial);
  if (!result) return {};
  if (result->folds.empty()) return tr("trained for good");
  return tr("trained for good: %1")
      .arg(widgets::figure(100 * study::accuracyOf(*result).mean, widgets::Unit::percent));
}

// A batch that does not touch the chosen candidate changes nothing here: trials are shared values.
void CandidatePanel::follow() {
  const auto trial = study_.trials().find(study_.selection().current());
  header_->setRemark(trial ? trainingRemark(trial->number) : QString());
  const bool another = !trial || !shown_ || trial->number != shown_->number;
  if (trial == shown_ && trial) {
    header_->setTrial(trial, study_.trials());
    return;
  }
  shown_ = trial;
  const QString name = trial ? widgets::candidateName(*trial) : QString();
  setProperty(kSubjectProperty, name);
  header_->setTrial(trial, study_.trials());
  energyTab_->setTrial(trial);
  testFoldTab_->setTrial(trial);
  trainingTab_->setTrial(trial);
  editTab_->setTrial(trial);
  soundsTab_->setTrial(trial);
  if (!another) return;
  if (!trial) return architecture_->clear();
  widgets::ArchitectureData drawn;
  drawn.title = name;
  drawn.input = trial->candidate.input;
  drawn.network = trial->candidate.network;
  drawn.cost = trial->cost;
  drawn.energy = trial->energy;
  architecture_->setNetwork(std::move(drawn));
}

}  // namespace kinglet::window
