#include "app/window/workbench/optimiser_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QToolButton>

#include "app/window/kit/section.h"
#include "app/window/study/optimiser_controller.h"
#include "app/window/study/study_controller.h"
#include "widgets/optimiser/hypervolume_plot.h"
#include "widgets/optimiser/origin_panel.h"
#include "widgets/optimiser/prediction_plot.h"
#include "widgets/plot/importance_bars.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

// From this size on every view has room of its own.
constexpr int kWide = 560, kHigh = 440;
constexpr int kRoomForOrigin = 480, kOriginWidth = 220;

QToolButton* choiceButton(const QString& text, const QString& tip) {
  auto* button = new QToolButton;
  button->setText(text);
  button->setToolTip(tip);
  button->setCheckable(true);
  button->setAutoRaise(true);
  return button;
}

}  // namespace

OptimiserPage::OptimiserPage(StudyController& study, OptimiserController& optimiser, QWidget* parent)
    : QWidget(parent),
      study_(study),
      optimiser_(optimiser),
      hypervolume_(new widgets::HypervolumePlot(study.trials(), study.selection(), this)),
      predictions_(new widgets::PredictionPlot(study.trials(), study.selection(), this)),
      origin_(new widgets::OriginPanel(study.trials(), study.selection())),
      importance_(new widgets::ImportanceBars),
      objective_(new QComboBox),
      explained_(faintLabel({})),
      importanceBox_(makeImportance()),
      choice_(new QWidget),
      overTrials_(choiceButton(tr("Candidates"), tr("Hypervolume over the candidates that ended"))),
      overTime_(choiceButton(tr("Hours"), tr("Hypervolume over the time searched"))),
      views_(new QButtonGroup(this)),
      grid_(new QGridLayout) {
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(origin_);
  scroll->setMinimumWidth(kOriginWidth);
  originBox_ = scroll;
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(4);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addLayout(grid_, 1);
  connect(&optimiser_, &OptimiserController::changed, this, [this] {
    hypervolume_->setHistory(optimiser_.history());
    showImportance();
  });
  connect(&study.selection(), &widgets::Selection::currentChanged, this, &OptimiserPage::showImportance);
  connect(hypervolume_, &widgets::ScatterPlot::pointOpened, this, &OptimiserPage::openRequested);
  connect(predictions_, &widgets::ScatterPlot::pointOpened, this, &OptimiserPage::openRequested);
  arrange();
}

QWidget* OptimiserPage::makeImportance() {
  using Target = OptimiserController::ImportanceTarget;
  objective_->addItem(tr("for the error"), static_cast<int>(Target::error));
  objective_->addItem(tr("for the energy"), static_cast<int>(Target::energy));
  objective_->addItem(tr("for the memory"), static_cast<int>(Target::memory));
  objective_->setAccessibleName(tr("What the parameters matter for"));
  explained_->setWordWrap(true);
  connect(objective_, &QComboBox::activated, this,
          [this] { optimiser_.setTarget(static_cast<Target>(objective_->currentData().toInt())); });
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(importance_);
  auto* box = new QWidget(this);
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(8, 4, 0, 0);
  layout->setSpacing(4);
  auto* line = new QHBoxLayout;
  line->addWidget(headingLabel(tr("What matters"), 1.0));
  line->addWidget(objective_);
  line->addStretch(1);
  layout->addLayout(line);
  layout->addWidget(scroll, 1);
  layout->addWidget(explained_);
  return box;
}

// Each parameter with the value that the chosen candidate has.
void OptimiserPage::showImportance() {
  const auto& importances = optimiser_.importances();
  const auto& space = optimiser_.space();
  const auto trial = study_.trials().find(study_.selection().current());
  const bool candidate = trial && space.fits(trial->genome);
  std::vector<widgets::Importance> items;
  for (const auto& one : importances.parameters) {
    const auto& parameter = space.parameters()[static_cast<std::size_t>(one.parameter)];
    widgets::Importance item;
    item.name = QString::fromStdString(parameter.name);
    item.share = one.share;
    item.spread = one.spread;
    if (candidate)
      item.value = space.isActive(trial->genome, one.parameter)
                       ? QString::fromStdString(space::toText(space.value(trial->genome, one.parameter)))
                       : QStringLiteral("–");
    QStringList values;
    for (const auto& value : parameter.values) values << QString::fromStdString(space::toText(value));
    item.detail = tr("one of %1").arg(values.join(QStringLiteral(", ")));
    if (candidate)
      item.detail += QLatin1Char('\n') + tr("candidate %1: %2").arg(trial->number).arg(item.value);
    items.push_back(std::move(item));
  }
  const bool known = !items.empty();
  importance_->setItems(std::move(items));
  explained_->setVisible(known);
  explained_->setText(
      importances.explained > 0
          ? tr("A random forest explains %1 of the differences between candidates that it was not shown.")
                .arg(widgets::figure(100 * importances.explained, widgets::Unit::percent, 2))
          : tr("A random forest cannot explain the differences yet: the order means nothing."));
}

QWidget* OptimiserPage::makeBar() {
  auto* bar = new QWidget;
  auto* line = new QHBoxLayout(bar);
  line->setContentsMargins(8, 4, 8, 0);
  line->setSpacing(4);
  auto* choices = new QHBoxLayout(choice_);
  choices->setContentsMargins(0, 0, 0, 0);
  choices->setSpacing(4);
  const QString names[] = {tr("Hypervolume"), tr("Predictions"), tr("Parameters")};
  for (int view = 0; view < kViews; ++view) {
    auto* button = choiceButton(names[view], {});
    views_->addButton(button, view);
    choices->addWidget(button);
  }
  views_->button(kHypervolume)->setChecked(true);
  line->addWidget(choice_);
  line->addStretch(1);
  auto* over = new QButtonGroup(this);
  for (auto* button : {overTrials_, overTime_}) {
    over->addButton(button);
    line->addWidget(button);
  }
  overTrials_->setChecked(true);
  connect(overTime_, &QToolButton::toggled, hypervolume_, &widgets::HypervolumePlot::showTime);
  connect(views_, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on) arrange();
  });
  return bar;
}

void OptimiserPage::showView(View view) {
  views_->button(view)->setChecked(true);
}

// All at once where there is room; else one of them, and the origin beside it.
void OptimiserPage::arrange() {
  all_ = width() >= kWide && height() >= kHigh;
  QWidget* const plots[] = {hypervolume_, predictions_, importanceBox_};
  for (QWidget* widget : {plots[0], plots[1], plots[2], originBox_}) grid_->removeWidget(widget);
  choice_->setVisible(!all_);
  for (int view = 0; view < kViews; ++view) plots[view]->setVisible(all_ || views_->checkedId() == view);
  if (all_) {
    grid_->addWidget(hypervolume_, 0, 0);
    grid_->addWidget(predictions_, 0, 1);
    grid_->addWidget(importanceBox_, 1, 0);
    grid_->addWidget(originBox_, 1, 1);
  } else {
    grid_->addWidget(plots[views_->checkedId()], 0, 0);
    grid_->addWidget(originBox_, 0, 1);
  }
  originBox_->setVisible(width() >= kRoomForOrigin);
  grid_->setColumnStretch(0, 1);
  grid_->setColumnStretch(1, all_ ? 1 : 0);
  for (auto* button : {overTrials_, overTime_})
    button->setVisible(all_ || views_->checkedId() == kHypervolume);
}

void OptimiserPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  optimiser_.setWatched(true);
}

void OptimiserPage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  optimiser_.setWatched(false);
}

void OptimiserPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace kinglet::window
