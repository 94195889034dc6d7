#include "app/window/workbench/workbench.h"

#include <QPointer>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/edit_tab.h"
#include "app/window/candidate/sounds_tab.h"
#include "app/window/candidate/test_fold_tab.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/layout_shares.h"
#include "app/window/kit/section.h"
#include "app/window/kit/seen.h"
#include "app/window/settings/battery_form.h"
#include "app/window/settings/stopping_form.h"
#include "app/window/study/audit_controller.h"
#include "app/window/study/comparison_controller.h"
#include "app/window/study/edit_controller.h"
#include "app/window/study/edits.h"
#include "app/window/study/optimiser_controller.h"
#include "app/window/study/study_controller.h"
#include "app/window/workbench/compare_page.h"
#include "app/window/workbench/optimiser_page.h"
#include "app/window/workbench/parameters_page.h"
#include "app/window/workbench/stopping_page.h"
#include "app/window/workbench/study_panel.h"
#include "study/meaning.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/trials/candidate_table.h"

namespace kinglet::window {
namespace {

using widgets::Quantity;

// Stable: kept layouts are found by them.
const QString kColumnsKey = QStringLiteral("workbench/columns"),
              kMiddleKey = QStringLiteral("workbench/middle"), kTableKey = QStringLiteral("workbench/table"),
              kPlotKey = QStringLiteral("workbench/plot"), kHiddenKey = QStringLiteral("workbench/hidden");
const QByteArray kColumns = "0.20,0.45,0.35", kMiddle = "0.64,0.36", kEnlarged = "0.0,0.40,0.60";

}  // namespace

Workbench::Workbench(StudyController& study, Edits& edits, SoundsController& sounds, EnergyController& energy,
                     QWidget* parent)
    : QWidget(parent),
      study_(study),
      edits_(edits),
      studyPanel_(new StudyPanel(study, edits)),
      plot_(new widgets::ParetoPlot(study.trials(), study.selection())),
      table_(new widgets::CandidateTable(study.trials(), study.selection())),
      editor_(new EditController(study, edits, this)),
      optimiser_(new OptimiserController(study, this)),
      audit_(new AuditController(study, this)),
      parametersPage_(new ParametersPage(study)),
      comparison_(new ComparisonController(study, this)),
      optimiserPage_(new OptimiserPage(study, *optimiser_)),
      stoppingPage_(new StoppingPage(study, edits, *audit_)),
      comparePage_(new ComparePage(study, *comparison_)),
      lower_(new QTabWidget),
      candidate_(new CandidatePanel(study, edits, sounds, energy, *editor_)),
      columns_(new QSplitter(Qt::Horizontal)),
      middle_(new QSplitter(Qt::Vertical)) {
  plot_->setObjectName(QStringLiteral("plot"));
  table_->setObjectName(QStringLiteral("table"));
  lower_->setDocumentMode(true);
  lower_->addTab(table_, tr("Candidates"));
  lower_->addTab(parametersPage_, tr("Parameters"));
  lower_->addTab(scrolledPage(optimiserPage_), tr("Optimiser"));
  lower_->addTab(scrolledPage(stoppingPage_), tr("Early stopping"));
  lower_->addTab(comparePage_, tr("Compare"));
  for (int tab = 0; tab < lower_->count(); ++tab)
    lower_->setTabToolTip(tab, tr("Double-click for more room"));
  middle_->addWidget(plot_);
  middle_->addWidget(lower_);
  middle_->setChildrenCollapsible(false);
  columns_->addWidget(studyPanel_);
  columns_->addWidget(middle_);
  columns_->addWidget(candidate_);
  columns_->setChildrenCollapsible(false);
  // What a larger window has to give goes to the plot.
  columns_->setStretchFactor(0, 1);
  columns_->setStretchFactor(1, 4);
  columns_->setStretchFactor(2, 2);
  middle_->setStretchFactor(0, 2);
  middle_->setStretchFactor(1, 1);
  studyPanel_->setMinimumWidth(256);
  candidate_->setMinimumWidth(300);
  middle_->setMinimumWidth(360);
  plot_->setMinimumHeight(160);
  lower_->setMinimumHeight(120);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(columns_);
  link();
  const QByteArray hidden = AppSettings().layout(kHiddenKey);
  studyPanel_->setHidden(hidden.contains("study"));
  lower_->setHidden(hidden.contains("table"));
  candidate_->setHidden(hidden.contains("candidate"));
  restoreLayout();
}

Workbench::~Workbench() {
  saveLayout();
}

void Workbench::link() {
  connect(table_, &widgets::CandidateTable::stopRequested, &study_, &StudyController::stopTrial);
  connect(table_, &widgets::CandidateTable::exportRequested, this, &Workbench::exportRequested);
  connect(table_, &widgets::CandidateTable::explainEnergyRequested, this, &Workbench::explainEnergy);
  connect(plot_, &widgets::ParetoPlot::stopRequested, &study_, &StudyController::stopTrial);
  connect(plot_, &widgets::ParetoPlot::exportRequested, this, &Workbench::exportRequested);
  connect(plot_, &widgets::ParetoPlot::explainEnergyRequested, this, &Workbench::explainEnergy);
  const auto enlarge = [this](int trial) {
    study_.selection().select(trial);
    setEnlarged(true);
  };
  connect(table_, &widgets::CandidateTable::openRequested, this, enlarge);
  connect(plot_, &widgets::ParetoPlot::openRequested, this, enlarge);
  connect(parametersPage_, &ParametersPage::openRequested, this, enlarge);
  connect(optimiserPage_, &OptimiserPage::openRequested, this, enlarge);
  connect(stoppingPage_, &StoppingPage::openRequested, this, enlarge);
  connect(comparePage_, &ComparePage::openRequested, this, enlarge);
  connect(comparePage_, &ComparePage::enlargeRequested, this, [this] { setLowerLarge(!isLowerLarge()); });
  connect(lower_->tabBar(), &QTabBar::tabBarDoubleClicked, this, [this] { setLowerLarge(!isLowerLarge()); });
  connect(plot_, &widgets::ParetoPlot::limitMoved, this,
          [this](Quantity quantity, double value) { limitMoved(static_cast<int>(quantity), value); });
  connect(&study_, &StudyController::opened, this, &Workbench::showLimits);
  connect(&study_, &StudyController::settingsChanged, this, &Workbench::showLimits);
  connect(&study_.trials(), &widgets::TrialModel::batteryChanged, this, &Workbench::showLimits);
  connect(studyPanel_, &StudyPanel::classClicked, this, [this](int index) {
    const auto sounds = study_.features();
    if (!sounds) return;
    setPanelVisible(Panel::candidate, true);
    candidate_->showTab(CandidatePanel::kSounds);
    candidate_->soundsTab()->showClass(QString::fromStdString(sounds->dataset().classes[index]));
  });
  connect(candidate_->testFoldTab(), &TestFoldTab::cellClicked, this, [this](int truth, int answer) {
    candidate_->showTab(CandidatePanel::kSounds);
    candidate_->soundsTab()->showCell(truth, answer, true);
  });
  connect(candidate_->soundsTab(), &SoundsTab::enlargeRequested, this,
          [this] { setEnlarged(!isEnlarged()); });
  connect(candidate_->editTab(), &EditTab::ghostChanged, plot_, &widgets::ParetoPlot::setGhost);
  connect(&study_, &StudyController::wishBegun, &study_.selection(), &widgets::Selection::select);
  connect(audit_, &AuditController::changed, this, &Workbench::showAudit);
  const auto auditFor = [this](QWidget* view, AuditController::Extent extent) {
    new Seen(view, [audit = QPointer(audit_), view, extent](bool seen) {
      if (audit) audit->watch(view, seen ? extent : AuditController::Extent::none);
    });
  };
  auditFor(studyPanel_->stoppingForm(), AuditController::Extent::liveRule);
  auditFor(stoppingPage_, AuditController::Extent::everyRule);
  auditFor(candidate_->curves(), AuditController::Extent::everyRule);
  connect(stoppingPage_, &StoppingPage::marked, candidate_->curves(), &widgets::LearningCurves::setCutMarks);
  if (study_.isOpen()) showLimits();
}

void Workbench::explainEnergy(int trial) {
  study_.selection().select(trial);
  setPanelVisible(Panel::candidate, true);
  candidate_->showTab(CandidatePanel::kEnergy);
}

// Under the slider of the study's own rule: what it would have saved and lost so far.
void Workbench::showAudit() {
  const auto& live = audit_->live();
  studyPanel_->stoppingForm()->setAudit(
      live.trials.empty() || live.rule.rule == "none"
          ? QString()
          : tr("Replayed on this study: %1 of all epochs saved, %2 of the hypervolume lost.")
                .arg(widgets::figure(100 * live.epochsSaved(), widgets::Unit::percent),
                     widgets::figure(100 * live.hypervolumeLost(), widgets::Unit::percent, 2)));
}

// One limit on power is two lines: in watts where mean power is on an axis, in percent where the battery is.
void Workbench::showLimits() {
  if (!study_.isOpen()) return;
  const auto limits = study::limitsOf(study_.settings());
  const auto& battery = study_.trials().battery();
  const auto finite = [](const std::optional<double>& value, double factor) -> std::optional<double> {
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return *value * factor;
  };
  plot_->setLimit(Quantity::energy, finite(limits.energyMj, 1e-3), tr("energy limit"));
  plot_->setLimit(Quantity::power, finite(limits.powerMw, 1e-3), tr("power limit"));
  plot_->setLimit(Quantity::flash, finite(limits.flashKb, 1024), tr("flash limit"));
  plot_->setLimit(Quantity::ram, finite(limits.ramKb, 1024), tr("RAM limit"));
  std::optional<double> percent;
  if (finite(limits.powerMw, 1)) percent = battery.percentPerDay(*limits.powerMw);
  plot_->setLimit(Quantity::battery, percent, tr("battery limit"));
}

void Workbench::limitMoved(int quantity, double value) {
  if (!study_.isOpen()) return;
  auto settings = study_.settings();
  const auto& battery = study_.trials().battery();
  switch (static_cast<Quantity>(quantity)) {
    case Quantity::energy:
      settings.limits.energyMj = value * 1e3;
      break;
    case Quantity::power:
      settings.limits.powerMw = value * 1e3;
      break;
    case Quantity::flash:
      settings.limits.flashKb = value / 1024;
      break;
    case Quantity::ram:
      settings.limits.ramKb = value / 1024;
      break;
    case Quantity::battery:
      settings.limits.powerMw = powerLimitOf(value, battery);
      break;
    default:
      return;
  }
  edits_.changeSettings(settings, tr("limits"));
}

QWidget* Workbench::widgetOf(Panel panel) const {
  switch (panel) {
    case Panel::study:
      return studyPanel_;
    case Panel::table:
      return lower_;
    case Panel::candidate:
      return candidate_;
  }
  return nullptr;
}

void Workbench::setPanelVisible(Panel panel, bool visible) {
  QWidget* widget = widgetOf(panel);
  if (widget->isHidden() != visible) return;
  saveLayout();
  widget->setVisible(visible);
  restoreLayout();
  Q_EMIT panelsChanged();
}

bool Workbench::isPanelVisible(Panel panel) const {
  return !widgetOf(panel)->isHidden();
}

void Workbench::setEnlarged(bool enlarged) {
  if (enlarged == enlarged_) return;
  if (enlarged) saveLayout();
  enlarged_ = enlarged;
  studyPanel_->setVisible(!enlarged && !AppSettings().layout(kHiddenKey).contains("study"));
  candidate_->show();
  if (enlarged)
    applyShares(*columns_, kEnlarged);
  else
    restoreLayout();
  Q_EMIT panelsChanged();
}

void Workbench::showLower(LowerTab tab) {
  setPanelVisible(Panel::table, true);
  lower_->setCurrentIndex(tab);
}

void Workbench::setLowerLarge(bool large) {
  if (large == isLowerLarge()) return;
  if (large) {
    saveLayout();
    setPanelVisible(Panel::table, true);
  }
  plot_->setVisible(!large);
  if (!large) restoreLayout();
  Q_EMIT panelsChanged();
}

bool Workbench::isLowerLarge() const {
  return plot_->isHidden();
}

void Workbench::saveLayout() const {
  if (enlarged_ || isLowerLarge() || width() < 400) return;
  AppSettings settings;
  settings.setLayout(kColumnsKey, sharesOf(*columns_, settings.layout(kColumnsKey)));
  settings.setLayout(kMiddleKey, sharesOf(*middle_, settings.layout(kMiddleKey)));
  settings.setLayout(kTableKey, table_->saveLayout());
  settings.setLayout(kPlotKey, plot_->saveLayout());
  QByteArray hidden;
  if (studyPanel_->isHidden()) hidden += "study ";
  if (lower_->isHidden()) hidden += "table ";
  if (candidate_->isHidden()) hidden += "candidate ";
  settings.setLayout(kHiddenKey, hidden);
}

void Workbench::restoreLayout() {
  const AppSettings settings;
  const auto columns = settings.layout(kColumnsKey), middle = settings.layout(kMiddleKey);
  applyShares(*columns_, columns.isEmpty() ? kColumns : columns);
  applyShares(*middle_, middle.isEmpty() ? kMiddle : middle);
  if (const auto table = settings.layout(kTableKey); !table.isEmpty()) table_->restoreLayout(table);
  if (const auto plot = settings.layout(kPlotKey); !plot.isEmpty()) plot_->restoreLayout(plot);
}

void Workbench::resetLayout() {
  enlarged_ = false;
  for (QWidget* widget : {static_cast<QWidget*>(studyPanel_), static_cast<QWidget*>(plot_),
                          static_cast<QWidget*>(lower_), static_cast<QWidget*>(candidate_)})
    widget->show();
  applyShares(*columns_, kColumns);
  applyShares(*middle_, kMiddle);
  plot_->setAxes({});
  Q_EMIT panelsChanged();
}

}  // namespace kinglet::window
