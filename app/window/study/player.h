// Plays a clip. The sound system is spoken to on a thread of its own, because it may take its time or not be
// there.
#pragma once

#include <QObject>
#include <QThread>
#include <memory>
#include <vector>

namespace kinglet::window {

class PlayerWorker;

class Player : public QObject {
  Q_OBJECT
 public:
  explicit Player(QObject* parent = nullptr);
  ~Player() override;

  // samples: mono in [-1, 1] at rate. What plays now stops.
  void play(std::vector<float> samples, int rate, double fromSeconds);
  // Over and over, without a gap, from `from` to `to` seconds, until stop().
  void loop(const std::vector<float>& samples, int rate, double from, double to);
  void stop();
  bool isPlaying() const { return playing_; }

 Q_SIGNALS:
  void playingChanged(bool playing);
  void position(double seconds);        // some 30 times a second while it plays
  void failed(const QString& problem);  // no sound device, or it refuses

 private:
  void start(std::vector<float> samples, int rate, double startsAt, bool again);

  QThread thread_;
  PlayerWorker* worker_;  // lives in thread_, deleted with it
  bool playing_ = false;
};

}  // namespace kinglet::window
