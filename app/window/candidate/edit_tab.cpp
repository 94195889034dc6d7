#include "app/window/candidate/edit_tab.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/study_controller.h"
#include "statistics/normal.h"
#include "widgets/look/theme.h"
#include "widgets/text/message_text.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

using widgets::figure;
using widgets::Quantity;
using widgets::Unit;

constexpr Quantity kFigures[] = {Quantity::error, Quantity::energy, Quantity::power,   Quantity::battery,
                                 Quantity::flash, Quantity::ram,    Quantity::latency, Quantity::macs};

// "+12 %", "−3 %": of a figure that is a share already, in points.
QString difference(double before, double after, Unit unit) {
  if (!std::isfinite(before) || !std::isfinite(after)) return figure(std::nan(""));
  const double change = unit == Unit::percent ? after - before : 100 * (after / before - 1);
  if (std::abs(change) < 0.05) return QStringLiteral("=");
  const QString text = (change > 0 ? QStringLiteral("+") : QStringLiteral("−")) +
                       figure(std::abs(change), unit == Unit::percent ? Unit::none : Unit::percent, 2);
  return unit == Unit::percent ? EditTab::tr("%1 points").arg(text) : text;
}

}  // namespace

EditTab::EditTab(StudyController& study, EditController& editor, QWidget* parent)
    : QScrollArea(parent),
      study_(study),
      editor_(editor),
      notices_(new NoticeArea),
      words_(faintLabel({})),
      verdict_(new QLabel),
      figures_(new QTableWidget(static_cast<int>(std::size(kFigures)), 4)),
      form_(new QWidget),
      grid_(new QGridLayout(form_)),
      train_(new QPushButton(tr("Train this"))),
      reset_(new QPushButton(tr("As it was"))) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  words_->setWordWrap(true);
  verdict_->setWordWrap(true);
  verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  figures_->setHorizontalHeaderLabels({tr("Figure"), tr("Now"), tr("It would be"), tr("Change")});
  figures_->setAccessibleName(tr("What it would come to"));
  figures_->verticalHeader()->hide();
  figures_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  figures_->verticalHeader()->setMinimumSectionSize(0);
  figures_->verticalHeader()->setDefaultSectionSize(figures_->fontMetrics().height() + 4);
  figures_->setShowGrid(false);
  figures_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  figures_->setSelectionBehavior(QAbstractItemView::SelectRows);
  figures_->setSelectionMode(QAbstractItemView::SingleSelection);
  figures_->setTabKeyNavigation(false);
  figures_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  for (int column = 0; column < figures_->columnCount(); ++column) {
    figures_->horizontalHeader()->setSectionResizeMode(
        column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    figures_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                             (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
    for (int row = 0; row < figures_->rowCount(); ++row) {
      auto* cell = new QTableWidgetItem;
      cell->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
      figures_->setItem(row, column, cell);
    }
  }
  for (int row = 0; row < figures_->rowCount(); ++row) {
    figures_->item(row, 0)->setText(widgets::headerOf(kFigures[row]));
    figures_->item(row, 0)->setToolTip(widgets::nameOf(kFigures[row]));
  }
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(12);
  grid_->setVerticalSpacing(4);
  grid_->setColumnStretch(1, 1);
  train_->setProperty("primary", true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(train_);
  buttons->addWidget(reset_);
  buttons->addStretch(1);
  auto* content = new QWidget;
  auto* layout = new QVBoxLayout(content);
  layout->setSpacing(8);
  layout->addWidget(notices_);
  layout->addWidget(words_);
  layout->addWidget(figures_);
  layout->addWidget(verdict_);
  layout->addLayout(buttons);
  layout->addWidget(form_);
  layout->addStretch(1);
  setWidget(content);

  connect(train_, &QPushButton::clicked, this, [this] {
    if (!trial_) return;
    editor_.train(trial_->number);
    notices_->show(QStringLiteral("train"),
                   {NoticeKind::done,
                    study_.state() == study::RunState::paused
                        ? tr("It is trained when the search goes on.")
                        : tr("It is trained next, and then chosen here. Undo takes it back."),
                    {},
                    {}});
  });
  connect(reset_, &QPushButton::clicked, this, [this] {
    if (trial_) editor_.reset(trial_->number);
  });
  connect(&editor_, &EditController::ready, this, [this] {
    makeRows();
    refresh();
  });
  connect(&editor_, &EditController::changed, this, [this](int trial) {
    if (trial_ && trial == trial_->number) refresh();
  });
  connect(&study_, &StudyController::stateChanged, this, &EditTab::refresh);
  connect(&study_, &StudyController::closed, notices_, &NoticeArea::dismissAll);
  makeRows();
  refresh();
}

void EditTab::setTrial(const widgets::TrialPtr& trial) {
  if (!trial || !trial_ || trial->number != trial_->number) notices_->dismissAll();
  trial_ = trial;
  refresh();
}

QString EditTab::verdict() const {
  return verdict_->text();
}

QComboBox* EditTab::boxOf(const QString& parameter) const {
  for (const Row& row : rows_)
    if (row.name->text() == parameter) return row.choices;
  return nullptr;
}

// One a parameter of the space; made anew only for another space.
void EditTab::makeRows() {
  const auto* evaluator = editor_.evaluator();
  const std::size_t wanted = evaluator != nullptr ? evaluator->space().parameters().size() : 0;
  bool same = rows_.size() == wanted;
  for (std::size_t i = 0; same && i < wanted; ++i)
    same = rows_[i].name->text().toStdString() == evaluator->space().parameters()[i].name;
  if (same) return;
  for (const Row& row : rows_) {
    delete row.name;
    delete row.choices;
  }
  rows_.clear();
  for (std::size_t i = 0; i < wanted; ++i) {
    const space::Parameter& parameter = evaluator->space().parameters()[i];
    const Row row{new QLabel(QString::fromStdString(parameter.name)), new QComboBox};
    for (const space::Value& value : parameter.values)
      row.choices->addItem(QString::fromStdString(space::toText(value)));
    row.choices->setAccessibleName(row.name->text());
    row.choices->setFocusPolicy(Qt::StrongFocus);
    row.name->setBuddy(row.choices);
    grid_->addWidget(row.name, static_cast<int>(i), 0);
    grid_->addWidget(row.choices, static_cast<int>(i), 1);
    connect(row.choices, &QComboBox::activated, this, [this, place = static_cast<int>(i)](int choice) {
      if (trial_) editor_.choose(trial_->number, place, choice);
    });
    rows_.push_back(row);
  }
}

void EditTab::refresh() {
  const bool possible = trial_ && editor_.canEdit(trial_->number);
  const bool changed = possible && editor_.isChanged(trial_->number);
  for (QWidget* part :
       {static_cast<QWidget*>(form_), static_cast<QWidget*>(figures_), static_cast<QWidget*>(train_),
        static_cast<QWidget*>(reset_), static_cast<QWidget*>(verdict_)})
    part->setVisible(possible);
  words_->setText(
      !trial_ ? tr("Choose a candidate. Here it can be changed and trained anew.")
      : possible
          ? tr("Change what candidate %1 is made of. What it would cost is told at once, and the plot shows "
               "where it would lie. The candidate itself stays as it is.")
                .arg(trial_->number)
      : trial_->baseline.empty()
          ? tr("The space of this study is not known here, so that nothing can be changed.")
          : tr("A baseline is not of the study's space, and cannot be changed."));
  if (!possible) {
    Q_EMIT ghostChanged(nullptr);
    return;
  }
  if (!isVisible()) return;  // it is worked out when it is seen
  const space::SearchSpace& space = editor_.evaluator()->space();
  const space::Genome& genome = editor_.genomeOf(trial_->number);
  const auto active = space.activity(genome);
  for (std::size_t i = 0; i < rows_.size() && i < genome.size(); ++i) {
    const QSignalBlocker quiet(rows_[i].choices);
    rows_[i].choices->setCurrentIndex(genome[i]);
    const bool there = active[i] != 0 && space.parameters()[i].values.size() > 1;
    rows_[i].choices->setVisible(there);
    rows_[i].name->setVisible(there);
    QFont font = this->font();
    font.setBold(genome[i] != trial_->genome[i]);
    rows_[i].name->setFont(font);
    rows_[i].choices->setFont(font);
  }
  const EditController::Look look = editor_.look(trial_->number);
  const bool canRun = study_.study().canRun();
  QString verdict;
  if (!look.now.isNetwork)
    verdict = QStringLiteral("⚠ ") +
              tr("These choices are no network: %1").arg(widgets::messageText(look.now.over));
  else if (changed && look.same >= 0 && look.same != trial_->number)
    verdict = tr("This is the network of candidate %1.").arg(look.same);
  else if (!look.now.over.empty())
    verdict = QStringLiteral("⚠ ") + widgets::messageText(look.now.over);
  else if (!canRun)
    verdict = tr("To train it, the study's sounds must be there.");
  else if (changed)
    verdict = tr("It keeps the limits.");
  verdict_->setText(verdict);
  train_->setEnabled(changed && canRun && look.now.over.empty() && look.same < 0);
  reset_->setEnabled(changed);
  showFigures(look);
  Q_EMIT ghostChanged(changed && isVisible() ? look.ghost : nullptr);
}

void EditTab::showFigures(const EditController::Look& look) {
  const auto& battery = study_.trials().battery();
  for (int row = 0; row < figures_->rowCount(); ++row) {
    const Quantity quantity = kFigures[row];
    const Unit unit = widgets::unitOf(quantity);
    const double before = widgets::valueOf(*trial_, quantity, battery);
    double after = look.ghost ? widgets::valueOf(*look.ghost, quantity, battery) : std::nan("");
    QString would;
    if (quantity == Quantity::error) {
      after = look.error.error;
      if (std::isfinite(after)) {
        const double reach = statistics::normalQuantile(0.95) * look.error.deviation;
        would = tr("%1 ± %2").arg(figure(after, Unit::percent), figure(reach, Unit::none, 2));
      }
      figures_->item(row, 2)->setToolTip(
          std::isfinite(after)
              ? tr("Predicted from what the study has trained; 9 times in 10 it lies within the interval")
              : tr("Predicted once two candidates have been trained"));
    }
    widgets::setFigure(*figures_->item(row, 1), before, unit);
    widgets::setFigure(*figures_->item(row, 2), after, unit);
    if (!would.isEmpty()) figures_->item(row, 2)->setText(would);
    figures_->item(row, 3)->setText(difference(before, after, unit));
  }
  int height = figures_->horizontalHeader()->sizeHint().height() + 2 * figures_->frameWidth();
  for (int row = 0; row < figures_->rowCount(); ++row) height += figures_->rowHeight(row);
  figures_->setFixedHeight(height);
}

void EditTab::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  editor_.setWatched(true);
  refresh();
}

void EditTab::hideEvent(QHideEvent* event) {
  QScrollArea::hideEvent(event);
  editor_.setWatched(false);
  Q_EMIT ghostChanged(nullptr);
}

}  // namespace kinglet::window
