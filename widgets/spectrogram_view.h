// A clip as log-mel image with its waveform above: what the network sees, on axes in seconds and hertz.
#pragma once

#include <QWidget>
#include <vector>

class QLabel;
class QToolButton;

namespace kinglet::widgets {

class SpectrogramPlot;
class WaveformStrip;

// Features as data::FeatureView gives them, with what is needed to label the axes.
struct SpectrogramData {
  QString title;              // clip and class
  std::vector<float> values;  // frames x mels, time first, natural log units
  int frames = 0, mels = 0;
  double hopSeconds = 0.01, windowSeconds = 0.025;
  double lowHz = 60, highHz = 7800;  // mel bands are equally spaced between on the HTK mel scale
  std::vector<float> samples;        // mono, [-1, 1]; may be empty
  int rate = 16000;
  double seconds() const;
};

class SpectrogramView : public QWidget {
  Q_OBJECT
 public:
  explicit SpectrogramView(QWidget* parent = nullptr);

  void setClip(SpectrogramData clip);
  void clear();
  const SpectrogramData& clip() const { return clip_; }
  bool isPlaying() const { return playing_; }
  QToolButton* playButton() const { return play_; }

 public Q_SLOTS:
  void setPlaying(bool playing);         // what really is: the button follows
  void setPlayhead(double seconds);      // negative hides it
  void setProblem(const QString& text);  // shown in place of the picture: the clip cannot be read

 Q_SIGNALS:
  void playRequested(double fromSeconds);
  void stopRequested();
  void seekRequested(double seconds);  // a click into the picture

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  SpectrogramData clip_;
  SpectrogramPlot* plot_;
  WaveformStrip* wave_;
  QToolButton* play_;
  QLabel *title_, *readout_;
  bool playing_ = false;
  double playhead_ = -1;
};

}  // namespace kinglet::widgets
