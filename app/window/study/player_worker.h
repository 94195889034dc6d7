// The part of Player that lives on its thread.
#pragma once

#include <QAudioSink>
#include <QIODevice>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

namespace kinglet::window {

class PlayerWorker : public QObject {
  Q_OBJECT
 public:
  ~PlayerWorker() override;
  // again: when it has ended, from its beginning, until it is stopped.
  void play(const std::vector<float>& samples, int rate, double fromSeconds, bool again);
  void stop();

 Q_SIGNALS:
  void playingChanged(bool playing);
  void position(double seconds);
  void failed(const QString& problem);

 private:
  void stateChanged(QAudio::State state);

  std::unique_ptr<QAudioSink> sink_;
  std::unique_ptr<QIODevice> buffer_;
  QTimer* ticks_ = nullptr;  // made on the thread
  QByteArray bytes_;
  double from_ = 0, lasts_ = 0;  // s
  bool again_ = false;
};

}  // namespace kinglet::window
