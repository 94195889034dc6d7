// The drawing area of the spectrogram view: waveform above, log-mel image below, one time axis, a playhead
// over both.
#pragma once

#include "widgets/candidate/spectrogram_data.h"
#include "widgets/plot/plot_base.h"

namespace kinglet::widgets {

class SpectrogramPlot : public PlotBase {
  Q_OBJECT
 public:
  explicit SpectrogramPlot(QWidget* parent = nullptr);

  void setClip(const SpectrogramData& clip);  // copied; its picture is made at the next frame
  void setPlayhead(double seconds);           // negative: hidden
  double playhead() const { return playhead_; }
  double secondsAt(double pixelX) const;
  double pixelOfTime(double seconds) const;
  QRect imageRect() const { return imageRect_->rect(); }

 Q_SIGNALS:
  void seekRequested(double seconds);
  void readout(const QString& text);  // what lies below the pointer; empty when it leaves

 protected:
  void applyTheme() override;
  void rebuild() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void labelFrequencies();
  void showRange(QCPRange range);

  SpectrogramData clip_;
  QCPAxisRect* imageRect_;  // axisRect() is whatever lies topmost
  QCPAxisRect* waveRect_;
  QCPGraph* wave_;
  QCPColorMap* image_;
  QCPColorScale* scale_;
  QCPItemLine *headBelow_, *headAbove_;
  double playhead_ = -1;
  bool fresh_ = false;
};

// HTK mel scale.
double melOf(double hertz);
double hertzOf(double mel);

}  // namespace kinglet::widgets
