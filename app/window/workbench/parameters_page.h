// What candidates are made of beside what they reach: parallel coordinates of the open study.
#pragma once

#include <QWidget>

class QLabel;

namespace kinglet::widgets {
class ParallelPlot;
}

namespace kinglet::window {

class StudyController;

class ParametersPage : public QWidget {
  Q_OBJECT
 public:
  // The study must outlive the page.
  explicit ParametersPage(StudyController& study, QWidget* parent = nullptr);
  widgets::ParallelPlot* plot() const { return plot_; }

 Q_SIGNALS:
  void openRequested(int trial);

 private:
  void takeAxes();
  void takeLimits();
  void tellScope();

  StudyController& study_;
  widgets::ParallelPlot* plot_;
  QLabel* words_;
};

}  // namespace kinglet::window
