#include "app/window/study/sounds_controller.h"

#include "audio/front_end.h"
#include "data/dataset.h"
#include "train/trainer.h"

namespace kinglet::window {
namespace {

constexpr double kMostSeconds = 60;  // of a long recording, drawn and kept in memory

widgets::SpectrogramData load(const data::Dataset& dataset, int clip, const network::InputSpec& input) {
  widgets::SpectrogramData data;
  const auto& entry = dataset.clips[clip];
  QStringList labels;
  for (const int label : entry.labels) labels << QString::fromStdString(dataset.classes[label]);
  data.title =
      QStringLiteral("%1 — %2").arg(QString::fromStdString(entry.name), labels.join(QStringLiteral(", ")));
  data.samples = data::loadClip(dataset, clip, input.rate);
  const auto most = static_cast<std::size_t>(kMostSeconds * input.rate);
  if (data.samples.size() > most) data.samples.resize(most);
  const audio::LogMel logMel(train::frontEndOf(input));
  const auto& params = logMel.params();
  data.frames = params.frames(static_cast<long>(data.samples.size()));
  data.mels = params.mels;
  data.values.resize(static_cast<std::size_t>(data.frames) * data.mels);
  if (data.frames > 0) logMel.compute(data.samples, data.values);
  data.hopSeconds = params.hopMs * 1e-3;
  data.windowSeconds = params.windowMs * 1e-3;
  data.lowHz = params.lowHz;
  data.highHz = params.highHz;
  data.rate = params.rate;
  return data;
}

}  // namespace

SoundsController::SoundsController(QObject* parent) : QObject(parent) {}

void SoundsController::show(std::shared_ptr<data::FeatureStore> sounds, int clip,
                            const network::InputSpec& input) {
  jobs_.cancel();
  if (!sounds || clip < 0 || clip >= static_cast<int>(sounds->dataset().clips.size())) return;
  loading_ = true;
  jobs_.run(
      this, [sounds, clip, input](std::stop_token) { return load(sounds->dataset(), clip, input); },
      [this, clip](widgets::SpectrogramData data) {
        loading_ = false;
        current_ = std::move(data);
        Q_EMIT ready(clip, current_);
        if (std::exchange(playNext_, false)) play(0);
      },
      [this, clip](const QString& problem) {
        loading_ = playNext_ = false;
        current_ = {};
        Q_EMIT failed(clip, problem);
      });
}

void SoundsController::play(double fromSeconds) {
  if (!current_.samples.empty()) player_.play(current_.samples, current_.rate, fromSeconds);
}

void SoundsController::loop(double from, double to) {
  if (!current_.samples.empty()) player_.loop(current_.samples, current_.rate, from, to);
}

void SoundsController::playWhenReady() {
  if (loading_)
    playNext_ = true;
  else
    play(0);
}

}  // namespace kinglet::window
