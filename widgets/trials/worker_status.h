// What the workers do, for the status bar: trials done, stopped early, time left, and each worker's trial
// with its progress.
#pragma once

#include <QWidget>
#include <vector>

namespace kinglet::widgets {

struct WorkerState {
  int trial = -1;             // -1: idle
  int epoch = 0, epochs = 0;  // epoch from 1
  double share = 0;           // of the epoch, 0 .. 1
  QString text;               // instead of the epochs: "computing features 120/400"
};

struct StudyProgress {
  int done = 0, planned = 0, stoppedEarly = 0, failed = 0;
  double secondsLeft = 0;  // NaN: not known yet
  QString state;           // "paused", "stopping"; empty while running
};

class WorkerStatus : public QWidget {
  Q_OBJECT
 public:
  explicit WorkerStatus(QWidget* parent = nullptr);

  void setStudy(const StudyProgress& progress);
  void setWorkers(int count);
  void setWorker(int worker, const WorkerState& state);
  QString text() const;  // all of it as one line: what a screen reader hears
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void trialClicked(int trial);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Part {
    QString text;
    double share = -1;  // -1: no bar
    int trial = -1;
    QString tip;
  };
  std::vector<Part> parts() const;
  int partAt(const QPointF& point) const;
  void refresh();

  StudyProgress study_;
  std::vector<WorkerState> workers_;
};

}  // namespace kinglet::widgets
