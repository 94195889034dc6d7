// What the second takes for what more often (+) or less often (−) than the first: rows true, columns predicted. Blue is
// better: more on the diagonal, less beside it.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/plot/pictured.h"

namespace kinglet::widgets {

class ConfusionDifferenceView : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  explicit ConfusionDifferenceView(QWidget* parent = nullptr);

  // counts[true][predicted], second minus first. Empty: the empty state.
  void setDifference(const QStringList& classes, std::vector<std::vector<int>> counts);
  QRectF cell(int truth, int predicted) const;  // in pixels
  QString textOf(int truth, int predicted) const;
  QColor fillOf(int truth, int predicted) const;
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override { return minimumSizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;  // a tooltip a cell

 private:
  QPointF corner() const;
  double side() const;

  QStringList classes_;
  std::vector<std::vector<int>> counts_;
  int largest_ = 0;
};

}  // namespace kinglet::widgets
