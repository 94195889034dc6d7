// A clip as log-mel image with its waveform above: what the network sees, on axes in seconds and hertz.
#pragma once

#include <QWidget>

#include "widgets/candidate/spectrogram_data.h"
#include "widgets/plot/pictured.h"

class QLabel;
class QToolButton;

namespace kinglet::widgets {

class SpectrogramPlot;

class SpectrogramView : public QWidget, public Pictured {
  Q_OBJECT
 public:
  explicit SpectrogramView(QWidget* parent = nullptr);

  void setClip(const SpectrogramData& clip);
  void clear();
  SpectrogramPlot* plot() const { return plot_; }
  bool isPlaying() const { return playing_; }
  QToolButton* playButton() const { return play_; }
  QString pictureTitle() const override;  // the clip's
  QSize pictureSize() const override;     // without its controls
  bool takesAnySize() const override { return true; }
  void paintPicture(QCPPainter& painter, const QSize& size) override;

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
  void togglePlaying();
  void drawButton();
  bool hasClip_ = false;
  SpectrogramPlot* plot_;
  QToolButton* play_;
  QLabel *title_, *readout_;
  bool playing_ = false;
  double playhead_ = -1;
};

}  // namespace kinglet::widgets
