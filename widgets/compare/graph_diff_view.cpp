#include "widgets/compare/graph_diff_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "widgets/compare/compare_look.h"
#include "widgets/look/hover_card.h"
#include "widgets/text/layer_text.h"

namespace kinglet::widgets {

GraphDiffView::GraphDiffView(QWidget* parent) : RowsView(painter_, parent) {
  setAccessibleName(tr("Difference of the layers"));
  setEmptyText(tr("The layers of two candidates, beside each other."));
  refresh();
}

void GraphDiffView::setDiff(std::shared_ptr<const study::GraphDiff> diff) {
  painter_.setDiff(std::move(diff));
  selected_ = hovered_ = -1;
  hoverCard().hide();
  setAccessibleDescription(painter_.diff() ? summaryText(*painter_.diff()) : emptyText());
  applyAmount();
  refresh();
  verticalScrollBar()->setValue(0);
}

void GraphDiffView::setAmount(study::Amount amount) {
  wanted_ = amount;
  applyAmount();
}

void GraphDiffView::applyAmount() {
  const bool known = wanted_ != study::Amount::energy || !painter_.diff() || painter_.diff()->energyByLayer;
  painter_.setAmount(known ? wanted_ : study::Amount::macs);
  viewport()->update();
}

void GraphDiffView::mouseMoveEvent(QMouseEvent* event) {
  hoverRow(rowAt(event->position()), event->position());
}

void GraphDiffView::hoverRow(int row, const QPointF& at) {
  if (row != hovered_) {
    hovered_ = row;
    viewport()->update();
  }
  if (row < 0) return hoverCard().hide();
  const study::GraphDiff& diff = *painter_.diff();
  const study::GraphDiffRow& it = diff.rows[static_cast<std::size_t>(row)];
  HoverCard::Content card;
  card.title = it.edits.empty() ? changeName(it.change) : editsText(it.edits);
  const auto layer = [&](const study::Compared& compared, int index) {
    if (index < 0) return;
    const network::Layer& found = compared.network.layers()[static_cast<std::size_t>(index)];
    card.rows.emplace_back(comparedName(compared), QString::fromStdString(found.name) + QStringLiteral(": ") +
                                                       describe(found) + QStringLiteral(", ") +
                                                       shapeText(found.out));
  };
  layer(diff.first, it.before);
  layer(diff.second, it.after);
  for (int a = 0; a < study::kAmounts; ++a) {
    const auto amount = static_cast<study::Amount>(a);
    const auto text = [&](const std::optional<study::Amounts>& amounts) {
      return amounts ? valueText(amount, amountOf(*amounts, amount)) : QStringLiteral("–");
    };
    card.rows.emplace_back(amountName(amount), text(it.was) + QStringLiteral(" → ") + text(it.is));
  }
  hoverCard().showAt(at, card);
}

void GraphDiffView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) selectRow(rowAt(event->position()));
}

void GraphDiffView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT enlargeRequested();
}

void GraphDiffView::selectRow(int row) {
  if (row >= painter_.rows()) return;
  selected_ = row;
  if (row >= 0) {
    makeVisible(rowBox(row));
    setAccessibleDescription(
        QStringLiteral("%1: %2 %3")
            .arg(painter_.changeText(row), painter_.secondText(row), painter_.differenceOf(row)));
  }
  viewport()->update();
}

void GraphDiffView::keyPressEvent(QKeyEvent* event) {
  const int last = painter_.rows() - 1;
  if (last < 0) return RowsView::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Down:
      return selectRow(std::min(selected_ + 1, last));
    case Qt::Key_Up:
      return selectRow(std::max(selected_ - 1, 0));
    case Qt::Key_Home:
      return selectRow(0);
    case Qt::Key_End:
      return selectRow(last);
    default:
      return RowsView::keyPressEvent(event);
  }
}

}  // namespace kinglet::widgets
