// Rows that scroll below a head that stays: what the diagram of a network and the difference of two have in common.
#pragma once

#include <QAbstractScrollArea>

#include "widgets/plot/pictured.h"
#include "widgets/plot/rows_painter.h"

namespace kinglet::widgets {

class HoverCard;

class RowsView : public QAbstractScrollArea, public Pictured {
  Q_OBJECT
 public:
  // One sentence, what will appear here and what to do; while there are no rows.
  void setEmptyText(const QString& text);
  const QString& emptyText() const { return emptyText_; }
  QString pictureTitle() const override { return accessibleName(); }
  QSize pictureSize() const override;  // of all its rows
  bool takesAnySize() const override { return false; }
  void paintPicture(QCPPainter& painter, const QSize& size) override;

 protected:
  // The painter is the subclass's own; it is used from refresh() on.
  RowsView(RowsPainter& painter, QWidget* parent);
  // After the painter's rows or their size have changed.
  void refresh();
  HoverCard& hoverCard() { return *card_; }
  double contentWidth() const;
  // In pixels of the viewport.
  QRectF rowBox(int row) const;
  int rowAt(const QPointF& viewportPoint) const;  // -1 for none
  void makeVisible(const QRectF& box);
  // The pointer has left.
  virtual void unhover() = 0;
  virtual RowsPainter::Look look() const = 0;

  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void updateScrollBars();

  RowsPainter& rows_;
  QString emptyText_;
  HoverCard* card_;
};

}  // namespace kinglet::widgets
