#include "widgets/trials/candidate_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"
#include "widgets/text/table_text.h"
#include "widgets/trials/candidate_delegate.h"
#include "widgets/trials/candidate_menu.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_filter.h"
#include "widgets/trials/trial_model.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

// What a column must have room for.
QString widest(int column) {
  switch (column) {
    case TrialModel::kStar:
      return QStringLiteral("MM");
    case TrialModel::kNumber:
      return QStringLiteral("mobilenet_v1:0.25");
    case TrialModel::kState:
      return TrialModel::tr("stopped early") + "  ";
    case TrialModel::kStrategy:
      return QStringLiteral("regularized evo");
    case TrialModel::kNote:
      return QString(24, 'n');
    case TrialModel::kEnergy:
    case TrialModel::kBattery:
    case TrialModel::kBatteryLife:
      return QStringLiteral("◐  88.88 years");
    default:
      return QStringLiteral("88.88 MB");
  }
}

}  // namespace

CandidateTable::CandidateTable(TrialModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent),
      model_(model),
      selection_(selection),
      actions_(new CandidateMenu(model, selection, this)),
      filter_(new TrialFilter(model, this)),
      view_(new QTableView(this)),
      filterEdit_(new QLineEdit(this)),
      brushed_(new QToolButton(this)),
      count_(new QLabel(this)),
      problem_(new QLabel(this)),
      empty_(new QLabel(this)),
      stack_(new QStackedLayout) {
  view_->setModel(filter_);
  auto* delegate = new CandidateDelegate(selection_, view_);
  view_->setItemDelegate(delegate);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view_->setEditTriggers(QAbstractItemView::EditKeyPressed);
  view_->setSortingEnabled(true);
  view_->sortByColumn(TrialModel::kNumber, Qt::DescendingOrder);
  view_->setAlternatingRowColors(true);
  view_->setShowGrid(false);
  view_->setWordWrap(false);
  view_->setTabKeyNavigation(false);
  view_->setMouseTracking(true);
  view_->installEventFilter(this);
  auto* copy = new QAction(this);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(copy, &QAction::triggered, this, &CandidateTable::copySelected);
  view_->addAction(copy);
  view_->viewport()->installEventFilter(this);
  view_->setContextMenuPolicy(Qt::CustomContextMenu);
  view_->setAccessibleName(tr("Candidates"));
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  auto* header = view_->horizontalHeader();
  header->setSectionsMovable(true);
  header->setHighlightSections(false);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  setColumns({TrialModel::kStar, TrialModel::kNumber, TrialModel::kState, TrialModel::kAccuracy,
              TrialModel::kEnergy, TrialModel::kBattery, TrialModel::kRam, TrialModel::kFlash,
              TrialModel::kMacs, TrialModel::kEpochs, TrialModel::kStrategy, TrialModel::kNote});
  header->setStretchLastSection(true);

  filterEdit_->setPlaceholderText(tr("Filter: energy<0.5 acc>80 front -stopped"));
  filterEdit_->setClearButtonEnabled(true);
  filterEdit_->setAccessibleName(tr("Filter the candidates"));
  filterEdit_->setToolTip(
      tr("Words, states (front, starred, running, finished, stopped, failed, baseline) and comparisons of "
         "error, "
         "accuracy, energy (mJ), latency (ms), flash, ram, memory (kB), macs, params, battery (% a day); all "
         "must hold. "
         "A leading - turns one around."));
  brushed_->setAutoRaise(true);
  brushed_->setMaximumWidth(240);
  brushed_->hide();
  problem_->setWordWrap(true);
  problem_->hide();
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setMargin(24);
  empty_->setAutoFillBackground(true);
  empty_->setBackgroundRole(QPalette::Base);
  empty_->setForegroundRole(QPalette::PlaceholderText);

  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(filterEdit_, 1);
  top->addWidget(brushed_);
  top->addWidget(count_);
  stack_->addWidget(view_);
  stack_->addWidget(empty_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(top);
  layout->addWidget(problem_);
  layout->addLayout(stack_, 1);
  setFocusProxy(view_);

  connect(filterEdit_, &QLineEdit::textChanged, this, &CandidateTable::setFilter);
  connect(brushed_, &QToolButton::clicked, &model_.scope(), &TrialScope::clearBrushes);
  connect(&model_.scope(), &TrialScope::changed, this, &CandidateTable::followScope);
  connect(delegate, &CandidateDelegate::energyClicked, this, &CandidateTable::explainEnergyRequested);
  connect(actions_, &CandidateMenu::openRequested, this, &CandidateTable::openRequested);
  connect(actions_, &CandidateMenu::stopRequested, this, &CandidateTable::stopRequested);
  connect(actions_, &CandidateMenu::exportRequested, this, &CandidateTable::exportRequested);
  connect(actions_, &CandidateMenu::explainEnergyRequested, this, &CandidateTable::explainEnergyRequested);
  connect(view_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
    if (index.column() != TrialModel::kStar) Q_EMIT openRequested(trialAt(index));
  });
  connect(view_, &QTableView::entered, this,
          [this](const QModelIndex& index) { selection_.hover(trialAt(index)); });
  connect(view_, &QTableView::customContextMenuRequested, this, &CandidateTable::showMenu);
  connect(header, &QHeaderView::customContextMenuRequested, this, &CandidateTable::showColumnMenu);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &CandidateTable::takeCurrent);
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &CandidateTable::takeCurrent);
  connect(&selection_, &Selection::currentChanged, this, &CandidateTable::followSelection);
  connect(&selection_, &Selection::comparedChanged, view_->viewport(), qOverload<>(&QWidget::update));
  for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
    connect(filter_, signal, this, &CandidateTable::updateEmptyState);
  }
  connect(&model_, &TrialModel::trialsChanged, this, [this] {
    updateEmptyState();
    // The trial may have been selected before it arrived here.
    if (trialAt(view_->currentIndex()) != selection_.current()) followSelection(selection_.current());
  });
  followScope();
  changeEvent(nullptr);
}

void CandidateTable::changeEvent(QEvent* event) {
  if (event != nullptr) QWidget::changeEvent(event);
  if (event != nullptr && event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
    return;
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
  QPalette warning = palette();
  warning.setColor(QPalette::WindowText,
                   readable(Theme(palette()).warning, palette().color(QPalette::Window)));
  problem_->setPalette(warning);
}

void CandidateTable::setColumns(const std::vector<int>& columns) {
  auto* header = view_->horizontalHeader();
  for (int column = 0; column < TrialModel::kColumns; ++column) header->setSectionHidden(column, true);
  int place = 0;
  for (const int column : columns) {
    header->setSectionHidden(column, false);
    header->moveSection(header->visualIndex(column), place++);
    const int title = header->fontMetrics().horizontalAdvance(
        model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    header->resizeSection(column,
                          std::max(title + 32, view_->fontMetrics().horizontalAdvance(widest(column)) + 12));
  }
}

QByteArray CandidateTable::saveLayout() const {
  return view_->horizontalHeader()->saveState();
}

void CandidateTable::restoreLayout(const QByteArray& layout) {
  if (!layout.isEmpty()) view_->horizontalHeader()->restoreState(layout);
}

void CandidateTable::setFilter(const QString& text) {
  if (filterEdit_->text() != text) {
    filterEdit_->setText(text);  // comes back here
    return;
  }
  model_.scope().setText(text);
}

void CandidateTable::followScope() {
  const TrialScope& scope = model_.scope();
  if (filterEdit_->text() != scope.text()) filterEdit_->setText(scope.text());
  problem_->setText(scope.expression().problem());
  problem_->setVisible(!problem_->text().isEmpty());
  QStringList names, ranges;
  for (const Brush& brush : scope.brushes()) {
    names << brush.name;
    ranges << brush.words();
  }
  brushed_->setText(QStringLiteral("✕ ") + names.join(QStringLiteral(", ")));
  brushed_->setToolTip(tr("Brushed: %1. A click lets go of it").arg(ranges.join(QStringLiteral("; "))));
  brushed_->setAccessibleName(brushed_->toolTip());
  brushed_->setVisible(!names.isEmpty());
  updateEmptyState();
  followSelection(selection_.current());
}

void CandidateTable::updateEmptyState() {
  const int shown = filter_->rowCount(), all = model_.count();
  count_->setText(shown == all ? tr("Candidates: %1").arg(all) : tr("%1 of %2").arg(shown).arg(all));
  empty_->setText(
      all == 0
          ? tr("Candidates will stand here, one a row, as they are trained. Start the search to see them.")
      : model_.scope().brushes().empty()
          ? tr("No candidate matches the filter. Clear it to see all %1.").arg(all)
          : tr("No candidate lies in what is brushed and matches the filter. Let go of it to see all %1.")
                .arg(all));
  stack_->setCurrentIndex(shown == 0 ? 1 : 0);
}

int CandidateTable::trialAt(const QModelIndex& index) const {
  return index.isValid() ? index.data(TrialModel::kTrialRole).toInt() : -1;
}

std::vector<int> CandidateTable::shownTrials() const {
  std::vector<int> trials;
  for (int row = 0; row < filter_->rowCount(); ++row) trials.push_back(trialAt(filter_->index(row, 0)));
  return trials;
}

std::vector<int> CandidateTable::selectedTrials() const {
  QModelIndexList rows = view_->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
  std::vector<int> trials;
  for (const QModelIndex& index : rows) trials.push_back(trialAt(index));
  return trials;
}

void CandidateTable::takeCurrent() {
  // Focus alone makes a row current without selecting it: that is nobody's choice.
  const QModelIndex current = view_->currentIndex();
  if (following_ || !current.isValid() || !view_->selectionModel()->isRowSelected(current.row(), {})) return;
  selection_.select(trialAt(current));
}

void CandidateTable::followSelection(int trial) {
  if (trialAt(view_->currentIndex()) == trial && view_->selectionModel()->hasSelection()) return;
  following_ = true;
  const int row = model_.rowOf(trial);
  const QModelIndex index =
      row < 0
          ? QModelIndex()
          : filter_->mapFromSource(model_.index(
                row, view_->currentIndex().isValid() ? view_->currentIndex().column() : TrialModel::kNumber));
  if (index.isValid()) {
    view_->selectionModel()->setCurrentIndex(index,
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int across = view_->horizontalScrollBar()->value();
    view_->scrollTo(index);
    view_->horizontalScrollBar()->setValue(across);
  } else {
    view_->selectionModel()->clear();
  }
  following_ = false;
}

bool CandidateTable::eventFilter(QObject* watched, QEvent* event) {
  if (watched == view_) {
    if (event->type() != QEvent::KeyPress || view_->indexWidget(view_->currentIndex()) != nullptr)
      return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if ((key != Qt::Key_Return && key != Qt::Key_Enter) || !view_->currentIndex().isValid()) return false;
    Q_EMIT openRequested(trialAt(view_->currentIndex()));
    return true;
  }
  if (event->type() == QEvent::Leave) selection_.hover(-1);
  if (event->type() == QEvent::MouseButtonPress) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QModelIndex index = view_->indexAt(mouse->pos());
    if (mouse->button() == Qt::LeftButton && mouse->modifiers().testFlag(Qt::ControlModifier) &&
        index.isValid()) {
      selection_.toggleCompared(trialAt(index));
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void CandidateTable::showMenu(const QPoint& position) {
  const int trial = trialAt(view_->indexAt(position));
  QMenu menu(this);
  actions_->fill(menu, trial);
  if (!menu.isEmpty()) menu.addSeparator();
  menu.addAction(tr("Copy the selected rows"), this, &CandidateTable::copySelected);
  menu.addAction(tr("Copy all shown rows"), this,
                 [this] { QApplication::clipboard()->setText(asTsv(false)); });
  menu.addActions(actions());  // what the window offers for the table as a whole
  menu.exec(view_->viewport()->mapToGlobal(position));
}

void CandidateTable::showColumnMenu(const QPoint& position) {
  auto* header = view_->horizontalHeader();
  QMenu menu(this);
  for (int column = 0; column < TrialModel::kColumns; ++column) {
    auto* action = menu.addAction(model_.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
    action->setCheckable(true);
    action->setChecked(!header->isSectionHidden(column));
    action->setEnabled(column != TrialModel::kNumber);
    connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
      header->setSectionHidden(column, !shown);
      if (shown && header->sectionSize(column) < 40) {
        header->resizeSection(column, view_->fontMetrics().horizontalAdvance(widest(column)) + 12);
      }
    });
  }
  menu.exec(header->mapToGlobal(position));
}

QString CandidateTable::asTsv(bool selectedOnly) const {
  if (!selectedOnly) return tableText(*view_, TableForm::tsv);
  std::vector<int> rows;
  for (const QModelIndex& index : view_->selectionModel()->selectedRows()) rows.push_back(index.row());
  std::sort(rows.begin(), rows.end());
  return tableText(*view_, TableForm::tsv, rows);
}

void CandidateTable::copySelected() {
  QApplication::clipboard()->setText(asTsv(true));
}

}  // namespace kinglet::widgets
