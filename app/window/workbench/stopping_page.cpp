#include "app/window/workbench/stopping_page.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <limits>

#include "app/window/settings/stopping_form.h"
#include "app/window/study/audit_controller.h"
#include "app/window/study/edits.h"
#include "app/window/study/study_controller.h"
#include "train/stopping.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/optimiser/stopping_audit_panel.h"
#include "widgets/text/message_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

bool hasConfidence(const std::string& rule) {
  return rule == "curve" || rule == "pareto";
}

widgets::AuditFigures figuresOf(const study::Audit& audit) {
  widgets::AuditFigures figures;
  figures.rule = QString::fromStdString(audit.rule.rule);
  figures.name = stoppingName(figures.rule);
  figures.confidence =
      hasConfidence(audit.rule.rule) ? audit.rule.confidence : std::numeric_limits<double>::quiet_NaN();
  figures.epochsSaved = audit.epochsSaved();
  figures.hypervolumeLost = audit.hypervolumeLost();
  figures.stopped = audit.stopped;
  figures.unknown = audit.beyond;
  figures.trials = static_cast<int>(audit.trials.size());
  return figures;
}

}  // namespace

StoppingPage::StoppingPage(StudyController& study, Edits& edits, AuditController& audit, QWidget* parent)
    : QWidget(parent),
      study_(study),
      audit_(audit),
      panel_(new widgets::StoppingAuditPanel),
      curves_(new widgets::LearningCurves(study.trials(), study.selection())),
      parts_(new QSplitter(Qt::Horizontal)) {
  std::vector<std::pair<QString, QString>> rules;
  for (const auto& rule : train::stoppingRules()) {
    const QString key = QString::fromStdString(rule);
    if (rule != "none") rules.emplace_back(key, stoppingName(key));
  }
  panel_->setRules(rules);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(panel_);
  scroll->setMinimumWidth(panel_->minimumSizeHint().width() + 16);
  parts_->addWidget(scroll);
  parts_->addWidget(curves_);
  parts_->setChildrenCollapsible(false);
  parts_->setStretchFactor(0, 1);
  parts_->setStretchFactor(1, 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(parts_);

  connect(panel_, &widgets::StoppingAuditPanel::auditRequested, this,
          [this](const QString&, double confidence) {
            audit_.setConfidence(confidence);
            refresh();
          });
  connect(panel_, &widgets::StoppingAuditPanel::ruleChosen, this,
          [this, &edits](const QString& rule, double confidence) {
            if (!study_.isOpen()) return;
            auto settings = study_.settings();
            settings.stopping.rule = rule.toStdString();
            settings.stopping.confidence = confidence;
            edits.changeSettings(settings, tr("early stopping"));
          });
  connect(curves_, &widgets::LearningCurves::openRequested, this, &StoppingPage::openRequested);
  connect(&audit_, &AuditController::changed, this, &StoppingPage::refresh);
  const auto follow = [this] {
    const auto& settings = study_.settings();
    curves_->setEpochs(settings.recipe.epochs);
    const bool off = settings.stopping.rule == "none";
    panel_->setChoice(off ? QStringLiteral("pareto") : QString::fromStdString(settings.stopping.rule),
                      settings.stopping.confidence);
    refresh();
  };
  connect(&study_, &StudyController::opened, this, follow);
  if (study_.isOpen()) follow();
}

void StoppingPage::refresh() {
  panel_->setBusy(audit_.isBusy());
  std::vector<widgets::AuditFigures> figures;
  std::vector<widgets::CutMark> marks;
  for (const auto& audit : audit_.audits()) {
    figures.push_back(figuresOf(audit));
    for (const auto& trial : audit.trials) {
      if (trial.stopEpoch <= 0) continue;
      widgets::CutMark mark;
      mark.trial = trial.trial;
      mark.epoch = trial.stopEpoch;
      mark.rule = figures.back().name;
      mark.reason = widgets::messageText(trial.reason);
      mark.chosen = figures.back().rule == panel_->rule();
      marks.push_back(std::move(mark));
    }
  }
  panel_->setFigures(figures);
  const auto& regret = audit_.regret();
  panel_->setMeasured(regret.audited == 0
                          ? QString()
                          : tr("Measured: of %1 candidates that were to be stopped and were trained on, %2 "
                               "enlarged the front "
                               "(with 95 % confidence, %3 to %4 of all such).")
                                .arg(regret.audited)
                                .arg(regret.gained)
                                .arg(widgets::figure(100 * regret.low, widgets::Unit::percent, 2),
                                     widgets::figure(100 * regret.high, widgets::Unit::percent, 2)));
  Q_EMIT marked(marks);
  curves_->setCutMarks(std::move(marks));
}

// Beside each other where there is room, else the curves below.
void StoppingPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const auto wanted = width() > height() ? Qt::Horizontal : Qt::Vertical;
  if (wanted == parts_->orientation() && event->oldSize().isValid()) return;
  parts_->setOrientation(wanted);
  wanted == Qt::Horizontal ? parts_->setSizes({width() * 9 / 20, width() * 11 / 20})
                           : parts_->setSizes({height() * 2 / 5, height() * 3 / 5});
}

}  // namespace kinglet::window
