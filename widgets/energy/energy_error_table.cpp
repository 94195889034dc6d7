#include "widgets/energy/energy_error_table.h"

#include <QHeaderView>

#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

QString methodName(const std::string& method) {
  if (method == "forest") return EnergyErrorTable::tr("random forest");
  if (method == "process") return EnergyErrorTable::tr("Gaussian process");
  if (method == "device profile") return EnergyErrorTable::tr("device profile");
  return QString::fromStdString(method);
}

EnergyErrorTable::EnergyErrorTable(QWidget* parent) : QTableWidget(0, 8, parent) {
  const std::pair<QString, QString> heads[] = {
      {tr("Method"), tr("What predicts")},
      {tr("MAPE"), tr("Mean absolute percentage error")},
      {tr("RMSPE"), tr("Root mean squared percentage error: large misses count more")},
      {tr("Within 10 %"), tr("Share of predictions within 10 % of the measurement")},
      {tr("Within 20 %"), tr("Share of predictions within 20 % of the measurement")},
      {tr("Rank ρ"), tr("Spearman's rho: whether the order is right, 1 at best")},
      {tr("Coverage"), tr("Share of measurements inside their 90 % interval; 90 % is right")},
      {tr("n"), tr("Measurements")}};
  int column = 0;
  for (const auto& [text, tip] : heads) {
    auto* head = new QTableWidgetItem(text);
    head->setToolTip(tip);
    head->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
    setHorizontalHeaderItem(column, head);
    horizontalHeader()->setSectionResizeMode(
        column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    ++column;
  }
  horizontalHeader()->setHighlightSections(false);
  verticalHeader()->hide();
  setShowGrid(false);
  setEditTriggers(NoEditTriggers);
  setSelectionBehavior(SelectRows);
  setAccessibleName(tr("Errors of the prediction"));
}

void EnergyErrorTable::setAccuracies(const std::map<std::string, energy::Accuracy>& byMethod,
                                     const std::string& used) {
  setRowCount(static_cast<int>(byMethod.size()));
  int row = 0;
  for (const auto& [method, accuracy] : byMethod) {
    const std::pair<double, Unit> figures[] = {
        {accuracy.mape, Unit::percent},     {accuracy.rmspe, Unit::percent},
        {accuracy.within10, Unit::percent}, {accuracy.within20, Unit::percent},
        {accuracy.spearman, Unit::none},    {accuracy.coverage, Unit::percent},
        {double(accuracy.n), Unit::integer}};
    for (int column = 0; column < columnCount(); ++column) {
      auto* cell = item(row, column);
      if (cell == nullptr) {
        cell = new QTableWidgetItem;
        setItem(row, column, cell);
      }
      if (column == 0)
        cell->setText(method == used ? tr("%1 (in use)").arg(methodName(method)) : methodName(method));
      else
        setFigure(*cell, figures[column - 1].first, figures[column - 1].second);
      cell->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
      QFont font = cell->font();
      font.setBold(method == used);
      cell->setFont(font);
    }
    ++row;
  }
  updateGeometry();
}

QSize EnergyErrorTable::sizeHint() const {
  int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
  for (int row = 0; row < std::max(rowCount(), 2); ++row) height += row < rowCount() ? rowHeight(row) : 24;
  return {560, height};
}

}  // namespace kinglet::widgets
