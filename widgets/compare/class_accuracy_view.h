// How well each class is recognised by each of the compared: a line a class, a mark of its own colour and shape each,
// from 0 to 100 %.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "study/comparison/compared.h"
#include "widgets/plot/pictured.h"

namespace kinglet::widgets {

class ClassAccuracyView : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  explicit ClassAccuracyView(QWidget* parent = nullptr);

  void setCompared(std::vector<study::Compared> compared, const QStringList& classes);
  // Where the mark of one of the compared stands, in pixels; null where it has none for that class.
  QPointF markAt(int compared, int classIndex) const;
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override { return minimumSizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;  // a tooltip a class

 private:
  double rowHeight() const;
  double headHeight() const;
  QRectF scale(int classIndex) const;

  std::vector<study::Compared> compared_;
  QStringList classes_;
};

}  // namespace kinglet::widgets
