#include "widgets/text/table_text.h"

#include <QHeaderView>
#include <QRegularExpression>
#include <QTableView>
#include <QTableWidgetItem>
#include <QTreeView>
#include <cmath>
#include <numeric>

#include "base/format.h"
#include "base/words.h"

namespace kinglet::widgets {
namespace {

// As they stand, from left to right.
std::vector<int> shownColumns(const QAbstractItemView& view) {
  const QHeaderView* header = nullptr;
  if (const auto* table = qobject_cast<const QTableView*>(&view)) header = table->horizontalHeader();
  if (const auto* tree = qobject_cast<const QTreeView*>(&view)) header = tree->header();
  if (header == nullptr) return {0};
  std::vector<int> columns;
  for (int place = 0; place < header->count(); ++place) {
    const int column = header->logicalIndex(place);
    if (!header->isSectionHidden(column)) columns.push_back(column);
  }
  return columns;
}

QString cellText(const QString& text, TableForm form) {
  if (form == TableForm::csv) return QString::fromStdString(base::csvCell(text.toStdString()));
  static const QRegularExpression breaks(QStringLiteral("[\\t\\n\\r]"));
  QString line = QString(text).replace(breaks, QStringLiteral(" "));
  // What a CSV cell defuses is defused here, without its quotes.
  const std::string defused = base::csvCell(line.toStdString());
  if ((defused.starts_with('\'') || defused.starts_with("\"'")) && !line.startsWith(u'\''))
    line.prepend(u'\'');
  return line;
}

QString plainText(const QModelIndex& index) {
  const QVariant plain = index.data(kPlainRole);
  if (!plain.isValid()) return index.data(Qt::DisplayRole).toString();
  const double value = plain.toDouble();
  return std::isnan(value) ? QString() : QString::fromStdString(base::shortest(value));
}

// Where rows are named, or counted, beside the table.
bool namesRows(const QAbstractItemView& view) {
  const auto* table = qobject_cast<const QTableView*>(&view);
  return table != nullptr && !table->verticalHeader()->isHidden();
}

QString columnName(const QAbstractItemModel& model, int column, const std::vector<int>& rows) {
  QString name = model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
  if (name.isEmpty()) name = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  for (const int row : rows) {
    const QString unit = model.index(row, column).data(kPlainUnitRole).toString();
    if (!unit.isEmpty()) return QStringLiteral("%1 (%2)").arg(name, unit);
  }
  return name;
}

}  // namespace

void setFigure(QTableWidgetItem& item, double value, Unit unit, int digits) {
  item.setText(figure(value, unit, digits));
  item.setData(kPlainRole, value);
  item.setData(kPlainUnitRole, symbolOf(unit));
}

QString tableText(const QAbstractItemView& view, TableForm form) {
  std::vector<int> rows(static_cast<std::size_t>(view.model() != nullptr ? view.model()->rowCount() : 0));
  std::iota(rows.begin(), rows.end(), 0);
  return tableText(view, form, rows);
}

QString tableText(const QAbstractItemView& view, TableForm form, const std::vector<int>& rows) {
  const QAbstractItemModel* model = view.model();
  if (model == nullptr) return {};
  const auto columns = shownColumns(view);
  const QChar between = form == TableForm::csv ? u',' : u'\t';
  const bool named = namesRows(view);
  QStringList lines, line;
  if (named) line << QString();
  for (const int column : columns) line << cellText(columnName(*model, column, rows), form);
  lines << line.join(between);
  for (const int row : rows) {
    line.clear();
    if (named) line << cellText(model->headerData(row, Qt::Vertical).toString(), form);
    for (const int column : columns) line << cellText(plainText(model->index(row, column)), form);
    lines << line.join(between);
  }
  return lines.join(u'\n') + u'\n';
}

}  // namespace kinglet::widgets
