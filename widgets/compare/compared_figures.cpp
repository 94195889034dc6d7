#include "widgets/compare/compared_figures.h"

#include <QHeaderView>
#include <cmath>

#include "widgets/compare/compare_look.h"
#include "widgets/text/provenance.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

ComparedFigures::ComparedFigures(QWidget* parent) : QTableWidget(parent) {
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setAlternatingRowColors(true);
  setAccessibleName(tr("Figures compared"));
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  verticalHeader()->setMinimumSectionSize(2 * fontMetrics().height() + 8);
  horizontalHeader()->setHighlightSections(false);
  verticalHeader()->setHighlightSections(false);
}

void ComparedFigures::setCompared(const std::vector<study::Compared>& compared) {
  clear();
  setRowCount(compared.empty() ? 0 : study::kFigures + 1);
  setColumnCount(static_cast<int>(compared.size()));
  for (std::size_t column = 0; column < compared.size(); ++column) {
    const study::Compared& one = compared[column];
    setHorizontalHeaderItem(static_cast<int>(column), new QTableWidgetItem(comparedName(one)));
    const auto put = [&](int row, const QString& text) {
      auto* item = new QTableWidgetItem(text);
      item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      setItem(row, static_cast<int>(column), item);
      return item;
    };
    for (int row = 0; row < study::kFigures; ++row) {
      const auto figure = static_cast<study::Figure>(row);
      const double was = figureOf(compared.front(), figure), is = figureOf(one, figure);
      QString text = valueText(figure, is);
      // On a line of its own, so that three columns fit a small window. The mark says better or worse without a colour.
      if (const double difference = is - was; column > 0 && std::isfinite(difference) && difference != 0)
        text += QStringLiteral("\n%1 %2").arg(
            differenceText(figure, was, is),
            study::isBetter(figure, difference) ? QStringLiteral("✓") : QStringLiteral("✗"));
      auto* item = put(row, text);
      if (figure == study::Figure::energy) item->setToolTip(energyToolTip(one.energy));
    }
    put(study::kFigures, tr("%1 mels, %2 ms, %3 s")
                             .arg(one.input.mels)
                             .arg(widgets::figure(one.input.hopMs), widgets::figure(one.input.clipSeconds)));
  }
  if (compared.empty()) return;
  for (int row = 0; row < study::kFigures; ++row)
    setVerticalHeaderItem(row, new QTableWidgetItem(figureName(static_cast<study::Figure>(row))));
  setVerticalHeaderItem(study::kFigures, new QTableWidgetItem(tr("Front end")));
}

}  // namespace kinglet::widgets
