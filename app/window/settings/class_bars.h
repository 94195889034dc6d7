// The classes of a data set as rows: name, a bar as long as the class has clips, the count.
#pragma once

#include <QWidget>
#include <vector>

namespace kinglet::window {

class ClassBars : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  void setClasses(std::vector<std::pair<QString, int>> classes);
  void setMostRows(int rows);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

 Q_SIGNALS:
  void clicked(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  int rowHeight() const;
  int rows() const;
  std::vector<std::pair<QString, int>> classes_;
  int most_ = 12;
};

}  // namespace kinglet::window
