#include "app/window/workbench/parameters_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/window/kit/section.h"
#include "app/window/study/parallel_axes.h"
#include "app/window/study/study_controller.h"
#include "base/error.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "widgets/parallel/parallel_plot.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::window {

ParametersPage::ParametersPage(StudyController& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      plot_(new widgets::ParallelPlot(study.trials(), study.selection())),
      words_(faintLabel({})) {
  words_->setWordWrap(true);
  auto* letGo = new QPushButton(tr("Let go of what is brushed"));
  auto* line = new QHBoxLayout;
  line->setContentsMargins(8, 4, 8, 0);
  line->addWidget(words_, 1);
  line->addWidget(letGo);
  auto* area = new QScrollArea;
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusProxy(plot_);
  area->setWidget(plot_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(line);
  layout->addWidget(area, 1);
  setFocusProxy(plot_);

  auto& scope = study_.trials().scope();
  connect(plot_, &widgets::ParallelPlot::openRequested, this, &ParametersPage::openRequested);
  connect(letGo, &QPushButton::clicked, &scope, &widgets::TrialScope::clearBrushes);
  connect(&scope, &widgets::TrialScope::changed, this, [this, letGo] {
    letGo->setVisible(!study_.trials().scope().brushes().empty());
    tellScope();
  });
  connect(&study_.trials(), &widgets::TrialModel::trialsChanged, this, &ParametersPage::tellScope);
  connect(&study_, &StudyController::opened, this, &ParametersPage::takeAxes);
  connect(&study_, &StudyController::settingsChanged, this, &ParametersPage::takeLimits);
  letGo->hide();
  if (study_.isOpen()) takeAxes();
  tellScope();
}

void ParametersPage::takeAxes() {
  try {
    plot_->setAxes(parallelAxes(study_.settings(), study_.trials()));
  } catch (const base::Error&) {
    plot_->setAxes({});  // of a space that this Kinglet does not know; the study itself says so
  }
  takeLimits();
}

void ParametersPage::takeLimits() {
  if (!study_.isOpen()) return;
  try {
    plot_->setForbidden([limits = study::limitsOf(study_.settings())](const study::Trial& trial) {
      return !study::violated(limits, trial.cost, trial.energy, trial.power).empty();
    });
  } catch (const base::Error&) {
    plot_->setForbidden({});
  }
}

void ParametersPage::tellScope() {
  const auto& trials = study_.trials();
  const auto& scope = trials.scope();
  if (scope.brushes().empty()) {
    words_->setText(
        tr("Drag along an axis to brush it: table, plot and curves follow. Drag a name to move its axis. "
           "Dotted: over a limit that holds now."));
    return;
  }
  int inside = 0;
  for (int row = 0; row < trials.count(); ++row) inside += trials.inScope(*trials.at(row));
  QStringList ranges;
  for (const widgets::Brush& brush : scope.brushes()) ranges << brush.words();
  words_->setText(
      tr("%1 of %2 candidates: %3").arg(inside).arg(trials.count()).arg(ranges.join(QStringLiteral("; "))));
}

}  // namespace kinglet::window
