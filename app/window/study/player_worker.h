// The part of Player that lives on its thread.
#pragma once

#include <QAudioSink>
#include <QBuffer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

namespace kinglet::window {

class PlayerWorker : public QObject {
  Q_OBJECT
 public:
  ~PlayerWorker() override;
  void play(const std::vector<float>& samples, int rate, double fromSeconds);
  void stop();

 Q_SIGNALS:
  void playingChanged(bool playing);
  void position(double seconds);
  void failed(const QString& problem);

 private:
  void stateChanged(QAudio::State state);

  std::unique_ptr<QAudioSink> sink_;
  std::unique_ptr<QBuffer> buffer_;
  QTimer* ticks_ = nullptr;  // made on the thread
  QByteArray bytes_;
  double from_ = 0;
};

}  // namespace kinglet::window
