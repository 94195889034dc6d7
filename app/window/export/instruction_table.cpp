#include "app/window/export/instruction_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/window/kit/section.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

namespace {

QTableWidgetItem* right() {
  auto* item = new QTableWidgetItem;
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return item;
}

}  // namespace

InstructionTable::InstructionTable(QWidget* parent)
    : QWidget(parent),
      words_(
          faintLabel(tr("Choose C99 in int8 and a board: here will stand what every operator takes on it."))),
      table_(new QTableWidget(0, 3)) {
  words_->setWordWrap(true);
  table_->setHorizontalHeaderLabels({tr("Operator"), tr("Instructions"), tr("Share")});
  table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  table_->verticalHeader()->hide();
  table_->setAccessibleName(tr("Instructions of every operator"));
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 8, 0, 0);
  layout->addWidget(words_);
  layout->addWidget(table_, 1);
  layout->addStretch(0);
  layout->setAlignment(words_, Qt::AlignTop);
}

void InstructionTable::setRun(const deploy::BoardRun& run, const std::vector<std::string>& operators) {
  const QLocale locale;
  words_->setText(
      tr("%1: %2 instructions an inference, flash %3, RAM %4. The same bits as on this computer. Measured by "
         "the emulator; a count is a measure of cost, not joules.")
          .arg(QString::fromStdString(run.board), locale.toString(qlonglong(run.total)),
               figure(double(run.flashBytes), Unit::byte), figure(double(run.arenaBytes), Unit::byte)));
  table_->setRowCount(0);
  for (std::size_t i = 0; i < operators.size() && i < run.instructions.size(); ++i) {
    if (run.instructions[i] == 0) continue;  // a view: other shape, same bytes
    const int row = table_->rowCount();
    table_->insertRow(row);
    table_->setItem(row, 0, new QTableWidgetItem(QString::fromStdString(operators[i])));
    table_->setItem(row, 1, right());
    table_->setItem(row, 2, right());
    table_->item(row, 1)->setText(locale.toString(qlonglong(run.instructions[i])));
    table_->item(row, 1)->setData(widgets::kPlainRole, double(run.instructions[i]));
    widgets::setFigure(*table_->item(row, 2), 100.0 * double(run.instructions[i]) / double(run.total),
                       Unit::percent);
  }
  table_->show();
}

}  // namespace kinglet::window
