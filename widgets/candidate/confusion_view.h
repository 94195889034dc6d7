// What was taken for what: a confusion matrix with class names, rows true, columns predicted, shaded by the
// row's share.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/plot/pictured.h"

namespace kinglet::widgets {

class HoverCard;

class ConfusionView : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  explicit ConfusionView(QWidget* parent = nullptr);

  // counts[true][predicted]; square, one row a class. Empty: the empty state.
  void setMatrix(const QStringList& classes, std::vector<std::vector<int>> counts);
  void setEmptyText(const QString& text);
  int selectedTrue() const { return row_; }
  int selectedPredicted() const { return column_; }
  QRectF cell(int truth, int predicted) const;  // in widget pixels
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void cellSelected(int truth, int predicted);  // a click or Enter: show (play) the clips of that cell

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Place {
    QRectF matrix;
    double cell = 0;
  };
  Place place() const;
  void choose(int row, int column);

  QStringList classes_;
  std::vector<std::vector<int>> counts_;
  QString emptyText_;
  int row_ = -1, column_ = -1;
  HoverCard* card_;
};

}  // namespace kinglet::widgets
