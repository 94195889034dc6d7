// A guided minute for newcomers: one part of the window after another is lit and explained.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

class QLabel;
class QPushButton;

namespace kinglet::window {

class Workbench;

struct GuideStep {
  QPointer<QWidget> part;
  QString title, text;
};

std::vector<GuideStep> workbenchGuide(const Workbench& workbench);

// Lies over its window while it runs; Escape or a click outside of the card ends it.
class GuideOverlay : public QWidget {
  Q_OBJECT
 public:
  explicit GuideOverlay(QWidget* window);
  void begin(std::vector<GuideStep> steps);
  void finish();
  int step() const { return step_; }

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void go(int step);
  QRect lit() const;

  std::vector<GuideStep> steps_;
  int step_ = -1;
  QWidget* card_;
  QLabel *title_, *text_, *count_;
  QPushButton *back_, *next_;
};

}  // namespace kinglet::window
