#include "widgets/energy/next_measurement_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <cmath>

#include "widgets/text/table_text.h"
#include "widgets/text/units.h"
#include "widgets/trials/selection.h"

namespace kinglet::widgets {
namespace {
QString joules(double mj) {
  return figure(mj * 1e-3, Unit::joule);
}
}  // namespace

NextMeasurementTable::NextMeasurementTable(Selection& selection, QWidget* parent)
    : QWidget(parent),
      selection_(selection),
      table_(new QTableWidget(0, 5, this)),
      words_(new QLabel(this)),
      export_(new QPushButton(tr("Export the work list …"), this)),
      import_(new QPushButton(tr("Import measurements …"), this)),
      refresh_(new QPushButton(tr("Work it out"), this)) {
  const QStringList heads{tr("Candidate"), tr("Predicted"), tr("9 times in 10"), tr("Front sure to ±, now"),
                          tr("after measuring")};
  table_->setHorizontalHeaderLabels(heads);
  for (int column = 0; column < heads.size(); ++column) {
    table_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                           (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
    table_->horizontalHeader()->setSectionResizeMode(
        column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
  }
  table_->horizontalHeader()->setHighlightSections(false);
  table_->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
  table_->setShowGrid(false);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);
  table_->setAccessibleName(tr("What to measure next"));
  words_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  for (QPushButton* button : {refresh_, export_, import_}) buttons->addWidget(button);
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(words_);
  layout->addWidget(table_, 1);
  layout->addLayout(buttons);
  setFocusProxy(table_);
  connect(export_, &QPushButton::clicked, this, &NextMeasurementTable::exportRequested);
  connect(import_, &QPushButton::clicked, this, &NextMeasurementTable::importRequested);
  connect(refresh_, &QPushButton::clicked, this, &NextMeasurementTable::refreshRequested);
  connect(table_, &QTableWidget::currentCellChanged, this, [this](int row) {
    if (row < 0 || row >= static_cast<int>(items_.size())) return;
    if (const int trial = items_[static_cast<std::size_t>(row)].trial; trial >= 0) selection_.select(trial);
  });
  setItems({});
}

void NextMeasurementTable::setItems(std::vector<energy::WorkItem> items) {
  items_ = std::move(items);
  const QSignalBlocker silent(table_);
  table_->setRowCount(static_cast<int>(items_.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const energy::WorkItem& item = items_[static_cast<std::size_t>(row)];
    const QString name =
        item.trial >= 0 ? tr("Candidate %1").arg(item.trial) : QString::fromStdString(item.network.name());
    const bool sure = std::isfinite(item.predicted.low + item.predicted.high);
    for (int column = 0; column < table_->columnCount(); ++column) {
      auto* cell = new QTableWidgetItem;
      cell->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
      table_->setItem(row, column, cell);
    }
    const auto cell = [this, row](int column) -> QTableWidgetItem& { return *table_->item(row, column); };
    cell(0).setText(item.measuredMj ? tr("%1, measured %2").arg(name, joules(*item.measuredMj)) : name);
    setFigure(cell(1), item.predicted.mj * 1e-3, Unit::joule);
    cell(2).setText(sure ? joules(item.predicted.low) + " – " + joules(item.predicted.high)
                         : figure(std::nan("")));
    setFigure(cell(3), item.frontSpreadBefore, Unit::percent);
    setFigure(cell(4), item.frontSpreadAfter, Unit::percent);
  }
  words_->setText(items_.empty() ? tr("Which networks to measure next, so that the energies of the front "
                                      "become surer, appears here. "
                                      "It needs a front.")
                                 : tr("Measured in this order, these make the energies on the front surer "
                                      "the fastest: from ±%1 to ±%2.")
                                       .arg(figure(items_.front().frontSpreadBefore, Unit::percent),
                                            figure(items_.back().frontSpreadAfter, Unit::percent)));
  export_->setEnabled(!items_.empty());
  table_->setVisible(!items_.empty());
}

}  // namespace kinglet::widgets
