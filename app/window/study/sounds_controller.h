// Fetches clips and their spectrograms on a worker thread, and plays them.
#pragma once

#include <QObject>
#include <memory>

#include "app/window/study/background.h"
#include "app/window/study/player.h"
#include "data/feature_store.h"
#include "network/network_spec.h"
#include "widgets/sound/spectrogram_view.h"

namespace kinglet::window {

class SoundsController : public QObject {
  Q_OBJECT
 public:
  explicit SoundsController(QObject* parent = nullptr);

  // The clip as a network with this front end hears it; ready() or failed() follows. A newer wish overtakes
  // older ones.
  void show(std::shared_ptr<data::FeatureStore> sounds, int clip, const network::InputSpec& input);
  void play(double fromSeconds);      // what ready() gave
  void loop(double from, double to);  // a part of it, over and over
  void playWhenReady();               // what show() was last asked for
  void stop() { player_.stop(); }
  bool isPlaying() const { return player_.isPlaying(); }
  Player& player() { return player_; }

 Q_SIGNALS:
  void ready(int clip, const kinglet::widgets::SpectrogramData& data);
  void failed(int clip, const QString& problem);

 private:
  Player player_;
  widgets::SpectrogramData current_;
  bool playNext_ = false, loading_ = false;
  Background jobs_;
};

}  // namespace kinglet::window
