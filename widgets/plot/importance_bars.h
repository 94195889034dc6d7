// How much each of some parameters or features matters, as bars from the largest.
#pragma once

#include <QWidget>
#include <limits>
#include <vector>

#include "widgets/plot/pictured.h"

namespace kinglet::widgets {

struct Importance {
  QString name;
  double share = 0;                                          // 0 .. 1
  double spread = std::numeric_limits<double>::quiet_NaN();  // of the share, where known
  QString value;                                             // of the selected candidate; may be empty
  QString detail;                                            // tooltip
};

class ImportanceBars : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  explicit ImportanceBars(QWidget* parent = nullptr);
  void setItems(std::vector<Importance> items);  // any order
  void setEmptyText(const QString& text);
  void setMost(int rows);  // the rest is summed up in one row; 12 by default
  int rows() const { return static_cast<int>(items_.size()); }
  QRectF rowBox(int row) const;  // in widget pixels
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void itemClicked(const QString& name);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int rowHeight() const;
  std::vector<Importance> items_;
  QString emptyText_;
  int most_ = 12, selected_ = -1;
};

}  // namespace kinglet::widgets
