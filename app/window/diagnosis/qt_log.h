// diagnosis/: the log and crash reports as the window sees them. Here: what goes into the log by itself.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace kinglet::window {

// Qt's warnings go to the log too, from now on.
void logQtMessages();
// Qt's version and platform; after the application is there.
void tellQtFacts();

// Notes when the window did not answer for a while. One, on the window's thread.
class Heartbeat : public QObject {
  Q_OBJECT
 public:
  static constexpr int kBeatMs = 500, kSlowMs = 1000;

  explicit Heartbeat(QObject* parent = nullptr);
  int slowTurns() const { return slow_; }

 private:
  void beat();

  QTimer timer_;
  QElapsedTimer since_;
  int slow_ = 0;
};

}  // namespace kinglet::window
