#include "app/window/workbench/compare_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>

#include "app/window/kit/file_choice.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/section.h"
#include "app/window/study/comparison_controller.h"
#include "app/window/study/study_controller.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/compare/class_accuracy_view.h"
#include "widgets/compare/compare_look.h"
#include "widgets/compare/compared_figures.h"
#include "widgets/compare/confusion_difference_view.h"
#include "widgets/compare/graph_diff_view.h"
#include "widgets/text/message_text.h"

namespace kinglet::window {
namespace {

// From this size on layers and figures stand beside another view.
constexpr int kWide = 820, kHigh = 420;

QScrollArea* scrolled(QWidget* widget, QWidget* parent) {
  auto* area = new QScrollArea(parent);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setWidget(widget);
  return area;
}

}  // namespace

ComparePage::ComparePage(StudyController& study, ComparisonController& comparison, QWidget* parent)
    : QWidget(parent),
      study_(study),
      comparison_(comparison),
      layers_(new widgets::GraphDiffView(this)),
      figures_(new widgets::ComparedFigures(this)),
      classes_(new widgets::ClassAccuracyView),
      confusions_(new widgets::ConfusionDifferenceView),
      curves_(new widgets::LearningCurves(study.trials(), study.selection(), this)),
      classesBox_(scrolled(classes_, this)),
      confusionsBox_(scrolled(confusions_, this)),
      pair_(new QComboBox),
      amount_(new QComboBox),
      save_(new QToolButton),
      note_(faintLabel({})),
      choice_(new QWidget),
      fields_(new QWidget),
      views_(new QButtonGroup(this)),
      grid_(new QGridLayout) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(4);
  note_->setWordWrap(true);
  note_->setContentsMargins(8, 0, 8, 0);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(note_);
  layout->addLayout(grid_, 1);
  for (QObject* view : {static_cast<QObject*>(figures_->viewport()), static_cast<QObject*>(classes_),
                        static_cast<QObject*>(confusions_)})
    view->installEventFilter(this);
  connect(layers_, &widgets::GraphDiffView::enlargeRequested, this, &ComparePage::enlargeRequested);
  connect(curves_, &widgets::LearningCurves::openRequested, this, &ComparePage::openRequested);
  connect(&comparison_, &ComparisonController::changed, this, &ComparePage::refresh);
  connect(&comparison_, &ComparisonController::saved, this,
          [this](const QString& path) { tell(tr("Saved as %1").arg(QDir::toNativeSeparators(path))); });
  connect(&comparison_, &ComparisonController::saveFailed, this,
          [this](const QString& problem) { tell(tr("Not saved: %1").arg(problem)); });
  refresh();
  arrange();
}

QWidget* ComparePage::makeBar() {
  auto* bar = new QWidget;
  bar_ = new QGridLayout(bar);
  bar_->setContentsMargins(8, 4, 8, 0);
  bar_->setSpacing(4);
  bar_->setColumnStretch(0, 1);
  auto* line = new QHBoxLayout(choice_);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(4);
  const QString names[] = {tr("Layers"), tr("Figures"), tr("Classes"), tr("Confusions"), tr("Curves")};
  for (int view = 0; view < kViews; ++view) {
    auto* button = new QToolButton;
    button->setText(names[view]);
    button->setCheckable(true);
    button->setAutoRaise(true);
    views_->addButton(button, view);
    line->addWidget(button);
  }
  views_->button(kLayers)->setChecked(true);
  line->addStretch(1);
  line = new QHBoxLayout(fields_);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(4);
  line->addStretch(1);
  pair_->setAccessibleName(tr("Which two are compared"));
  pair_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  amount_->setAccessibleName(tr("What the differences of layers tell"));
  for (const auto amount :
       {study::Amount::energy, study::Amount::macs, study::Amount::flash, study::Amount::ram})
    amount_->addItem(widgets::amountName(amount), static_cast<int>(amount));
  save_->setIcon(icon(QStringLiteral("save")));
  save_->setAutoRaise(true);
  save_->setToolTip(tr("Save the comparison as one page"));
  save_->setAccessibleName(save_->toolTip());
  for (QWidget* field :
       {static_cast<QWidget*>(pair_), static_cast<QWidget*>(amount_), static_cast<QWidget*>(save_)})
    line->addWidget(field);
  connect(views_, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on) arrange();
  });
  connect(pair_, &QComboBox::currentIndexChanged, this, &ComparePage::showPair);
  connect(amount_, &QComboBox::currentIndexChanged, this,
          [this] { layers_->setAmount(static_cast<study::Amount>(amount_->currentData().toInt())); });
  connect(save_, &QToolButton::clicked, this, &ComparePage::askWhereToSave);
  return bar;
}

QWidget* ComparePage::boxOf(int view) const {
  QWidget* const boxes[] = {layers_, figures_, classesBox_, confusionsBox_, curves_};
  return boxes[view];
}

void ComparePage::showView(View view) {
  views_->button(view)->setChecked(true);
}

void ComparePage::tell(const QString& text) {
  note_->setText(text);
  note_->setVisible(!text.isEmpty());
}

void ComparePage::refresh() {
  const auto& compared = comparison_.compared();
  const bool enough = compared.size() >= study::kFewestCompared;
  const int before = pair_->currentIndex();
  {
    const QSignalBlocker quiet(pair_);
    pair_->clear();
    for (std::size_t i = 1; i < compared.size(); ++i)
      pair_->addItem(widgets::shortName(compared.front()) + QStringLiteral(" → ") +
                     widgets::shortName(compared[i]));
    if (enough) pair_->setCurrentIndex(std::clamp(before, 0, pair_->count() - 1));
  }
  arrange();
  save_->setEnabled(enough);
  amount_->setEnabled(enough);
  const std::vector<study::Compared> none;
  figures_->setCompared(enough ? compared : none);
  classes_->setCompared(enough ? compared : none, classNames());
  layers_->setEmptyText(compared.size() == 1
                            ? tr("%1 is kept. Press C on another candidate to see both beside each other.")
                                  .arg(widgets::comparedName(compared.front()))
                            : tr("Press C on two candidates, on the plot or in the table, to see them beside "
                                 "each other: what was added, removed or edited, and what it costs."));
  const base::Message doubt = enough ? study::energyDoubt(compared) : base::Message();
  const std::size_t marked = study_.selection().compared().size();
  tell(!doubt.empty()                  ? tr("Mind: %1").arg(widgets::messageText(doubt))
       : marked > study::kMostCompared ? tr("Of the %1 candidates that are kept the first %2 are shown.")
                                             .arg(marked)
                                             .arg(study::kMostCompared)
                                       : QString());
  showPair();
}

QStringList ComparePage::classNames() const {
  QStringList names;
  if (study_.isOpen())
    for (const std::string& name : study_.settings().classes) names << QString::fromStdString(name);
  return names;
}

void ComparePage::showPair() {
  const auto& diffs = comparison_.diffs();
  const auto at = static_cast<std::size_t>(std::max(0, pair_->currentIndex()));
  if (at >= diffs.size()) {
    layers_->setDiff(nullptr);
    confusions_->setDifference({}, {});
    return;
  }
  layers_->setDiff(diffs[at]);
  confusions_->setDifference(classNames(), study::confusionDifference(diffs[at]->first, diffs[at]->second));
}

void ComparePage::arrange() {
  all_ = width() >= kWide && height() >= kHigh;
  int chosen = std::max(0, views_->checkedId());
  for (int view = 0; view < kViews; ++view) grid_->removeWidget(boxOf(view));
  for (const int view : {kLayers, kFigures}) views_->button(view)->setVisible(!all_);
  if (all_ && chosen < kClasses) chosen = kClasses;
  for (int view = 0; view < kViews; ++view)
    boxOf(view)->setVisible(view == chosen || (all_ && view < kClasses));
  if (all_) {
    grid_->addWidget(layers_, 0, 0, 2, 1);
    grid_->addWidget(figures_, 0, 1);
    grid_->addWidget(boxOf(chosen), 1, 1);
    // What is shown is what is pressed.
    const QSignalBlocker quiet(views_);
    views_->button(chosen)->setChecked(true);
  } else {
    grid_->addWidget(boxOf(chosen), 0, 0);
  }
  grid_->setColumnStretch(0, all_ ? 3 : 1);
  grid_->setColumnStretch(1, all_ ? 2 : 0);
  grid_->setRowStretch(0, 1);
  grid_->setRowStretch(1, all_ ? 1 : 0);
  amount_->setVisible(all_ || chosen == kLayers);
  // The other views show all that are compared.
  pair_->setVisible(pair_->count() > 0 && (all_ || chosen == kLayers || chosen == kConfusions));
  arrangeBar();
}

// The fields stand below the views' names where both have no room on a line.
void ComparePage::arrangeBar() {
  const bool narrow = choice_->sizeHint().width() + fields_->sizeHint().width() + 24 > width();
  bar_->removeWidget(choice_);
  bar_->removeWidget(fields_);
  bar_->addWidget(choice_, 0, 0, 1, narrow ? 2 : 1);
  bar_->addWidget(fields_, narrow ? 1 : 0, narrow ? 0 : 1, 1, narrow ? 2 : 1);
}

void ComparePage::askWhereToSave() {
  chooseFileToSave(this,
                   {tr("Save the comparison"), QStringLiteral("comparisons"), tr("Web page (*.html)"),
                    QStringLiteral("html"), study_.name() + QStringLiteral("-compared.html")},
                   [this](const QString& path) { comparison_.save(path); });
}

bool ComparePage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonDblClick) {
    Q_EMIT enlargeRequested();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void ComparePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  comparison_.setWatched(true);
}

void ComparePage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  comparison_.setWatched(false);
}

void ComparePage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace kinglet::window
