#include "app/window/study/player.h"

#include <QAudioDevice>
#include <QBuffer>
#include <QMediaDevices>
#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/window/study/player_worker.h"
#include "audio/sound_file.h"

namespace kinglet::window {
namespace {

constexpr int kTickMs = 33;

// The samples in the device's own form: it may insist on its rate, its channels and its kind of number.
QByteArray convert(const std::vector<float>& samples, int rate, const QAudioFormat& format) {
  std::vector<float> resampled;
  if (format.sampleRate() != rate) resampled = audio::resample(samples, rate, format.sampleRate());
  const std::vector<float>& mono = format.sampleRate() == rate ? samples : resampled;
  const int channels = format.channelCount(), bytes = format.bytesPerSample();
  QByteArray out(static_cast<qsizetype>(mono.size()) * channels * bytes, Qt::Uninitialized);
  char* to = out.data();
  for (const float sample : mono) {
    const float x = std::clamp(sample, -1.0f, 1.0f);
    for (int channel = 0; channel < channels; ++channel, to += bytes) {
      switch (format.sampleFormat()) {
        case QAudioFormat::UInt8:
          *to = static_cast<char>(std::lround(127 * x) + 128);
          break;
        case QAudioFormat::Int32: {
          const auto value = static_cast<qint32>(std::lround(2147483520.0 * x));
          std::memcpy(to, &value, sizeof value);
          break;
        }
        case QAudioFormat::Float:
          std::memcpy(to, &x, sizeof x);
          break;
        default: {
          const auto value = static_cast<qint16>(std::lround(32767 * x));
          std::memcpy(to, &value, sizeof value);
        }
      }
    }
  }
  return out;
}

// The same bytes over and over.
class Repeated : public QIODevice {
 public:
  explicit Repeated(const QByteArray& bytes) : bytes_(bytes) {}
  bool isSequential() const override { return true; }
  qint64 bytesAvailable() const override { return bytes_.size() + QIODevice::bytesAvailable(); }

 protected:
  qint64 readData(char* to, qint64 most) override {
    if (bytes_.isEmpty()) return 0;
    for (qint64 done = 0; done < most;) {
      const qint64 part = std::min(most - done, bytes_.size() - at_);
      std::memcpy(to + done, bytes_.constData() + at_, static_cast<std::size_t>(part));
      done += part;
      at_ = (at_ + part) % bytes_.size();
    }
    return most;
  }
  qint64 writeData(const char*, qint64) override { return -1; }

 private:
  const QByteArray& bytes_;
  qint64 at_ = 0;
};

}  // namespace

PlayerWorker::~PlayerWorker() {
  stop();
}

void PlayerWorker::play(const std::vector<float>& samples, int rate, double fromSeconds, bool again) {
  stop();
  const QAudioDevice device = QMediaDevices::defaultAudioOutput();
  if (device.isNull()) {
    Q_EMIT failed(tr("There is no sound device here, so nothing can be played."));
    return;
  }
  QAudioFormat format;
  format.setSampleRate(rate);
  format.setChannelCount(1);
  format.setSampleFormat(QAudioFormat::Int16);
  if (!device.isFormatSupported(format)) format = device.preferredFormat();
  bytes_ = convert(samples, rate, format);
  from_ = fromSeconds;
  again_ = again;
  lasts_ = static_cast<double>(samples.size()) / rate;
  if (again)
    buffer_ = std::make_unique<Repeated>(bytes_);
  else
    buffer_ = std::make_unique<QBuffer>(&bytes_);
  buffer_->open(QIODevice::ReadOnly);
  sink_ = std::make_unique<QAudioSink>(device, format);
  connect(sink_.get(), &QAudioSink::stateChanged, this, &PlayerWorker::stateChanged);
  if (!ticks_) {
    ticks_ = new QTimer(this);
    connect(ticks_, &QTimer::timeout, this, [this] {
      if (!sink_) return;
      const double played = static_cast<double>(sink_->processedUSecs()) * 1e-6;
      Q_EMIT position(from_ + (again_ && lasts_ > 0 ? std::fmod(played, lasts_) : played));
    });
  }
  sink_->start(buffer_.get());
  if (sink_->error() != QAudio::NoError && sink_->error() != QAudio::UnderrunError) {
    stop();
    Q_EMIT failed(tr("The sound device refuses to play. Another program may be using it."));
    return;
  }
  ticks_->start(kTickMs);
  Q_EMIT playingChanged(true);
}

void PlayerWorker::stateChanged(QAudio::State state) {
  // Idle: all was played. Not within the sink's own call, which still needs it.
  if (state == QAudio::IdleState ||
      (state == QAudio::StoppedState && sink_ && sink_->error() != QAudio::NoError))
    QMetaObject::invokeMethod(this, &PlayerWorker::stop, Qt::QueuedConnection);
}

void PlayerWorker::stop() {
  if (!sink_) return;
  sink_->disconnect(this);
  sink_->stop();
  sink_.reset();
  buffer_.reset();
  if (ticks_) ticks_->stop();
  Q_EMIT playingChanged(false);
}

Player::Player(QObject* parent) : QObject(parent), worker_(new PlayerWorker) {
  worker_->moveToThread(&thread_);
  thread_.setObjectName(QStringLiteral("sound"));
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  connect(worker_, &PlayerWorker::playingChanged, this, [this](bool playing) {
    playing_ = playing;
    Q_EMIT playingChanged(playing);
  });
  connect(worker_, &PlayerWorker::position, this, &Player::position);
  connect(worker_, &PlayerWorker::failed, this, &Player::failed);
  thread_.start();
}

Player::~Player() {
  thread_.quit();
  thread_.wait();
}

void Player::play(std::vector<float> samples, int rate, double fromSeconds) {
  const auto begin = static_cast<std::ptrdiff_t>(std::clamp(fromSeconds * rate, 0.0, double(samples.size())));
  samples.erase(samples.begin(), samples.begin() + begin);
  start(std::move(samples), rate, fromSeconds, false);
}

void Player::loop(const std::vector<float>& samples, int rate, double from, double to) {
  const auto sampleAt = [&](double seconds) {
    return samples.begin() +
           static_cast<std::ptrdiff_t>(std::clamp(seconds * rate, 0.0, double(samples.size())));
  };
  const std::vector<float> part(sampleAt(from), sampleAt(std::max(from, to)));
  if (!part.empty()) start(part, rate, from, true);
}

void Player::start(std::vector<float> samples, int rate, double startsAt, bool again) {
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, samples = std::move(samples), rate, startsAt, again] {
        worker->play(samples, rate, startsAt, again);
      },
      Qt::QueuedConnection);
}

void Player::stop() {
  QMetaObject::invokeMethod(worker_, &PlayerWorker::stop, Qt::QueuedConnection);
}

}  // namespace kinglet::window
