// A table as text, for files and the clipboard: the columns and rows as they are shown, figures plain and in one
// unit a column.
#pragma once

#include <QModelIndex>
#include <QString>
#include <QVariant>
#include <vector>

#include "widgets/text/units.h"

class QAbstractItemView;
class QTableWidgetItem;

namespace kinglet::widgets {

// Beside the text of a cell ("12.3 µJ"): the figure itself in its base unit, and that unit's sign. What has neither
// is written as its text.
constexpr int kPlainRole = Qt::UserRole + 64;
constexpr int kPlainUnitRole = Qt::UserRole + 65;

// Text and figure of a cell at once.
void setFigure(QTableWidgetItem& item, double value, Unit unit, int digits = 3);

enum class TableForm { csv, tsv };
// A line of names (with the unit, "Energy (J)"), then a line a row: the rows given, or all; with the names of rows in
// front where the table shows them. What a spreadsheet would
// run as a formula is defused in both forms. Figures are written in full, whatever the locale.
QString tableText(const QAbstractItemView& view, TableForm form);
QString tableText(const QAbstractItemView& view, TableForm form, const std::vector<int>& rows);

}  // namespace kinglet::widgets
