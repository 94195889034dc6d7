#include "app/window/energy/energy_accuracy_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/energy_controller.h"
#include "widgets/energy/energy_error_table.h"
#include "widgets/energy/measured_plot.h"
#include "widgets/plot/importance_bars.h"

namespace kinglet::window {

EnergyAccuracyPage::EnergyAccuracyPage(EnergyController& energy, QWidget* parent)
    : QWidget(parent),
      energy_(energy),
      heading_(headingLabel({}, 1.2)),
      source_(faintLabel({})),
      words_(faintLabel({})),
      notices_(new NoticeArea),
      measured_(new widgets::MeasuredPlot),
      residuals_(new widgets::ResidualPlot),
      errors_(new widgets::EnergyErrorTable),
      importance_(new widgets::ImportanceBars),
      open_(new QPushButton(tr("Open a model …"))),
      back_(new QPushButton(tr("Back to the study's"))) {
  source_->setWordWrap(true);
  source_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  words_->setWordWrap(true);
  auto* top = new QHBoxLayout;
  top->addWidget(heading_, 1);
  top->addWidget(back_);
  top->addWidget(open_);
  auto* plots = new QSplitter(Qt::Horizontal);
  plots->setChildrenCollapsible(false);
  plots->addWidget(measured_);
  plots->addWidget(residuals_);
  measured_->setMinimumSize(240, 220);
  residuals_->setMinimumSize(240, 220);
  auto* bars = new QScrollArea;
  bars->setFrameShape(QFrame::NoFrame);
  bars->setWidgetResizable(true);
  bars->setWidget(importance_);
  bars->setMinimumHeight(140);
  auto* errorsBox = new QWidget;
  auto* errorsLayout = new QVBoxLayout(errorsBox);
  errorsLayout->setContentsMargins(0, 0, 0, 0);
  errorsLayout->addWidget(headingLabel(tr("How far off"), 1.0));
  errorsLayout->addWidget(errors_);
  errorsLayout->addWidget(words_);
  errorsLayout->addStretch(1);
  auto* importanceBox = new QWidget;
  auto* importanceLayout = new QVBoxLayout(importanceBox);
  importanceLayout->setContentsMargins(0, 0, 0, 0);
  importanceLayout->addWidget(headingLabel(tr("What it depends on"), 1.0));
  importanceLayout->addWidget(bars, 1);
  auto* lower = new QSplitter(Qt::Horizontal);
  lower->setChildrenCollapsible(false);
  lower->addWidget(errorsBox);
  lower->addWidget(importanceBox);
  lower->setStretchFactor(0, 3);
  lower->setStretchFactor(1, 2);
  auto* both = new QSplitter(Qt::Vertical);
  both->setChildrenCollapsible(false);
  both->addWidget(plots);
  both->addWidget(lower);
  both->setStretchFactor(0, 3);
  both->setStretchFactor(1, 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addLayout(top);
  layout->addWidget(source_);
  layout->addWidget(notices_);
  layout->addWidget(both, 1);

  // One example, chosen in both plots.
  for (widgets::ScatterPlot* plot :
       {static_cast<widgets::ScatterPlot*>(measured_), static_cast<widgets::ScatterPlot*>(residuals_)})
    connect(plot, &widgets::ScatterPlot::pointClicked, this, [this](int id) {
      measured_->choose(id);
      residuals_->choose(id);
    });
  connect(open_, &QPushButton::clicked, this, [this] {
    chooseFileToOpen(this, {tr("A model learned from measurements"), QStringLiteral("models"), {}, {}, {}},
                     [this](const QString& path) { open(path); });
  });
  connect(back_, &QPushButton::clicked, this, [this] { showBasis(nullptr); });
  connect(&energy_, &EnergyController::basisChanged, this, &EnergyAccuracyPage::refresh);
  refresh();
}

void EnergyAccuracyPage::open(const QString& path) {
  jobs_.run(
      this, [path](std::stop_token) { return energyBasisOfFile(path); },
      [this](const EnergyBasisPtr& basis) { showBasis(basis); },
      [this](const QString& problem) {
        notices_->show(QStringLiteral("model"), {NoticeKind::error, problem, {}, {}});
      });
}

void EnergyAccuracyPage::showBasis(const EnergyBasisPtr& other) {
  other_ = other;
  notices_->dismissAll();
  refresh();
}

EnergyBasisPtr EnergyAccuracyPage::shown() const {
  return other_ ? other_ : energy_.basis();
}

QString EnergyAccuracyPage::heading() const {
  return heading_->text();
}

void EnergyAccuracyPage::refresh() {
  const EnergyBasisPtr basis = shown();
  back_->setVisible(other_ && energy_.basis());
  if (!basis) {
    heading_->setText(tr("No model is open"));
    source_->setText(tr("Open a study, or a model that was learned from measurements."));
    words_->clear();
    measured_->setExamples({});
    residuals_->setExamples({});
    errors_->setAccuracies({}, {});
    importance_->setItems({});
    return;
  }
  heading_->setText(basis->name());
  source_->setText(basis->source());
  auto examples = basis->examples();
  if (!other_)
    for (auto& example : energy_.measuredNetworks()) examples.push_back(std::move(example));
  measured_->setExamples(examples);
  residuals_->setExamples(examples);
  errors_->setAccuracies(basis->accuracies(), basis->method());
  errors_->setMinimumHeight(errors_->sizeHint().height() + 4);
  importance_->setItems(basis->importance());
  words_->setText(
      basis->predictor()
          ? tr("Each measurement is predicted by a model that had not seen it (cross-validation, equal rows "
               "together). Intervals hold 9 times in 10.")
      : basis->isCounted()
          ? tr("Instructions of the exported C were counted. No measurement of it on a board is known here.")
          : tr("Each published network is predicted by a fit that had seen it on no board. The error of all "
               "boards makes the interval of this one."));
}

}  // namespace kinglet::window
