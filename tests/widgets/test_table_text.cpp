// Tables as text: plain figures, one unit a column, nothing that a spreadsheet would run.
#include <gtest/gtest.h>

#include <QHeaderView>
#include <QTableWidget>
#include <QTreeWidget>
#include <limits>

#include "application.h"
#include "widgets/text/table_text.h"

namespace kinglet::widgets {
namespace {

class TableText : public ::testing::Test {
 protected:
  void SetUp() override {
    kinglet::testing::application();
    table = std::make_unique<QTableWidget>(3, 3);
    table->setHorizontalHeaderLabels({"Part", "Energy", "Share"});
    table->verticalHeader()->hide();
    const char* const names[] = {"conv, first", "=HYPERLINK(\"http://x\")", "a\tb"};
    const double joules[] = {12.3456789e-6, 4.5e-3, std::numeric_limits<double>::quiet_NaN()};
    for (int row = 0; row < 3; ++row) {
      for (int column = 0; column < 3; ++column) table->setItem(row, column, new QTableWidgetItem);
      table->item(row, 0)->setText(QString::fromUtf8(names[row]));
      setFigure(*table->item(row, 1), joules[row], Unit::joule);
      setFigure(*table->item(row, 2), 12.5 * (row + 1), Unit::percent);
    }
  }
  std::unique_ptr<QTableWidget> table;
};

TEST_F(TableText, FiguresArePlainAndTheirUnitStandsOnce) {
  EXPECT_EQ(table->item(0, 1)->text(),
            QString::fromUtf8("12.3\u00a0µJ").replace(u'.', QLocale().decimalPoint()));
  EXPECT_EQ(tableText(*table, TableForm::csv),
            "Part,Energy (J),Share (%)\n"
            "\"conv, first\",1.23456789e-05,12.5\n"
            "\"'=HYPERLINK(\"\"http://x\"\")\",0.0045,25\n"
            "\"a\tb\",,37.5\n");
}

TEST_F(TableText, ColumnsAndRowsAreThoseShown) {
  table->horizontalHeader()->moveSection(2, 0);
  table->setColumnHidden(1, true);
  EXPECT_EQ(tableText(*table, TableForm::tsv, {2, 0}),
            "Share (%)\tPart\n"
            "37.5\ta b\n"
            "12.5\tconv, first\n");
  EXPECT_EQ(tableText(*table, TableForm::tsv, {1}),
            "Share (%)\tPart\n"
            "25\t'=HYPERLINK(\"http://x\")\n");
}

TEST_F(TableText, RowsThatAreNamedKeepTheirNames) {
  table->setVerticalHeaderLabels({"one", "two", "three"});
  table->verticalHeader()->show();
  table->setColumnHidden(0, true);
  EXPECT_EQ(tableText(*table, TableForm::csv),
            ",Energy (J),Share (%)\none,1.23456789e-05,12.5\ntwo,0.0045,25\nthree,,37.5\n");
}

TEST_F(TableText, ATreeIsATableToo) {
  QTreeWidget tree;
  tree.setHeaderLabels({"Board", "Clock"});
  auto* item = new QTreeWidgetItem(&tree, {"F446RE", "180 MHz"});
  item->setData(1, kPlainRole, 180e6);
  item->setData(1, kPlainUnitRole, symbolOf(Unit::hertz));
  EXPECT_EQ(tableText(tree, TableForm::csv), "Board,Clock (Hz)\nF446RE,1.8e+08\n");
}

}  // namespace
}  // namespace kinglet::widgets
