// Two networks beside each other: a row a pair of layers, the sign of what became of it, its difference of energy,
// MACs or memory as a colour, a bar and a figure; the total stays on top.
#pragma once

#include "widgets/compare/graph_diff_painter.h"
#include "widgets/plot/rows_view.h"

namespace kinglet::widgets {

class GraphDiffView : public RowsView {
  Q_OBJECT
 public:
  explicit GraphDiffView(QWidget* parent = nullptr);

  // null: the empty state.
  void setDiff(std::shared_ptr<const study::GraphDiff> diff);
  // What colours, bars and figures tell. Energy falls back to MACs where the model tells none of layers.
  void setAmount(study::Amount amount);
  const GraphDiffPainter& painter() const { return painter_; }
  int selectedRow() const { return selected_; }  // -1: none
  void selectRow(int row);
  using RowsView::rowBox;

 Q_SIGNALS:
  void enlargeRequested();  // a double click

 protected:
  void unhover() override { hoverRow(-1, {}); }
  RowsPainter::Look look() const override { return {selected_, hovered_}; }
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void applyAmount();
  void hoverRow(int row, const QPointF& at);

  GraphDiffPainter painter_;
  study::Amount wanted_ = study::Amount::energy;
  int selected_ = -1, hovered_ = -1;
};

}  // namespace kinglet::widgets
