// Two networks beside each other: a row a pair of layers, the sign of what became of it, its difference of energy,
// MACs or memory as a colour, a bar and a figure; the total stays on top.
#pragma once

#include <QAbstractScrollArea>

#include "widgets/compare/graph_diff_painter.h"
#include "widgets/plot/pictured.h"

namespace kinglet::widgets {

class HoverCard;

class GraphDiffView : public QAbstractScrollArea, public Pictured {
  Q_OBJECT
 public:
  explicit GraphDiffView(QWidget* parent = nullptr);

  // null: the empty state.
  void setDiff(std::shared_ptr<const study::GraphDiff> diff);
  void setEmptyText(const QString& text);
  // What colours, bars and figures tell. Energy falls back to MACs where the model tells none of layers.
  void setAmount(study::Amount amount);
  const GraphDiffPainter& painter() const { return painter_; }
  int selectedRow() const { return selected_; }  // -1: none
  void selectRow(int row);
  QRectF rowBox(int row) const;  // in pixels of the viewport
  QString pictureTitle() const override { return accessibleName(); }
  QSize pictureSize() const override;  // of all its rows
  bool takesAnySize() const override { return false; }
  void paintPicture(QCPPainter& painter, const QSize& size) override;

 Q_SIGNALS:
  void enlargeRequested();  // a double click

 protected:
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void applyAmount();
  void updateScrollBars();
  double contentWidth() const;
  int rowAt(const QPointF& viewportPoint) const;  // -1 for none
  void hoverRow(int row, const QPointF& at);
  void makeVisible(int row);

  GraphDiffPainter painter_;
  study::Amount wanted_ = study::Amount::energy;
  QString emptyText_;
  int selected_ = -1, hovered_ = -1;
  HoverCard* card_;
};

}  // namespace kinglet::widgets
