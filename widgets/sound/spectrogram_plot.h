// The drawing area of the spectrogram view: waveform above, log-mel image in the middle, what the network says
// along the clip below; one time axis, a playhead over all.
#pragma once

#include <QPointF>
#include <optional>

#include "widgets/plot/plot_base.h"
#include "widgets/sound/answer_curves.h"
#include "widgets/sound/picture_colours.h"
#include "widgets/sound/spectrogram_data.h"

namespace kinglet::widgets {

// A part of a clip's time.
struct Stretch {
  double from = 0, to = 0;  // s
};

// Click seeks, drag moves along a picture that is zoomed, Shift-drag measures a box, a drag in the waveform chooses a
// stretch to listen to, the threshold is a line to drag; double-click opens large. Wheel zooms, Shift or a sideways
// wheel moves along. Keys: Left, Right, +, -, 0 (all of it), Escape (no box, no stretch).
class SpectrogramPlot : public PlotBase {
  Q_OBJECT
 public:
  explicit SpectrogramPlot(QWidget* parent = nullptr);

  void setClip(const SpectrogramData& clip);  // copied; its picture is made at the next frame
  const SpectrogramData& clip() const { return clip_; }
  // Without windows: no curves, and no room for them.
  void setDecision(const DecisionData& decision);
  const AnswerCurves& answers() const { return answers_; }
  void setThreshold(double probability);
  // How much each place moved the answer, as the clip's values: positive for it, negative against it. Over the
  // picture in grey; empty: not shown.
  void setRelevance(std::vector<float> relevance);
  bool showsRelevance() const { return !relevance_.empty(); }
  void setColours(PictureColours map);
  PictureColours colours() const { return map_; }
  void setPlayhead(double seconds);  // negative: hidden
  double playhead() const { return playhead_; }
  const std::optional<Stretch>& stretch() const { return stretch_; }
  void setStretch(std::optional<Stretch> stretch);
  // Of the box in seconds and mel: duration, band, mean level. Empty where there is none.
  QString measured() const;
  Stretch shownTime() const { return {xAxis->range().lower, xAxis->range().upper}; }
  double secondsAt(double pixelX) const;
  double pixelOfTime(double seconds) const;
  QRect imageRect() const { return imageRect_->rect(); }
  QRect waveRect() const { return waveRect_->rect(); }

 Q_SIGNALS:
  void seekRequested(double seconds);
  void readout(const QString& text);  // what lies below the pointer; empty when it leaves
  void measuredChanged();
  void stretchChanged();
  void thresholdMoved(double probability);
  void enlargeRequested();

 protected:
  void applyTheme() override;
  void rebuild() override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Drag { none, seek, along, box, stretch, threshold };
  void labelFrequencies();
  QCPColorMapData* cellsOf(const std::vector<float>& values, double factor) const;  // the caller's
  void drawImage();
  void drawRelevance();
  void showRange(QCPRange range);
  void zoom(double centre, double factor);
  void showWindow(double seconds);  // that the network hears there; negative: none
  void setBox(const QPointF& from, const QPointF& to);
  void clearBox();
  void say(const QPointF& pixel);
  QCPItemLine* lineIn(QCPAxisRect* rect);
  QCPItemRect* boxIn(QCPAxisRect* rect);
  void drawHead();

  SpectrogramData clip_;
  std::vector<float> relevance_;
  QCPAxisRect* imageRect_;  // axisRect() is whatever lies topmost
  QCPAxisRect* waveRect_;
  QCPGraph* wave_;
  QCPColorMap *image_, *marks_;
  QCPColorScale* scale_;
  AnswerCurves answers_;
  QCPItemLine *headBelow_, *headAbove_, *headAnswers_;
  QCPItemLine *windowEdge_, *window_;  // the same, one on the other: seen on dark and light
  QCPItemRect *box_, *stretchBox_;
  PictureColours map_ = PictureColours::even;
  double playhead_ = -1;
  std::optional<Stretch> stretch_;
  bool fresh_ = false, repaint_ = false;
  Drag drag_ = Drag::none;
  QPointF pressed_;
  QCPRange pressedRange_;
  bool moved_ = false;
};

// HTK mel scale.
double melOf(double hertz);
double hertzOf(double mel);

}  // namespace kinglet::widgets
