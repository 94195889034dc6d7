// sound/: one clip, or several: what a network hears of them and what it says. Calls text/, look/ and plot/.
//
// A clip as log-mel image with its waveform above and, where a network is asked, its answer along the clip
// below: what the network sees, on axes in seconds and hertz.
#pragma once

#include <QWidget>

#include "widgets/plot/pictured.h"
#include "widgets/sound/decision_data.h"
#include "widgets/sound/picture_colours.h"
#include "widgets/sound/spectrogram_data.h"

class QAction;
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
  // What the network says of the clip. Without windows, `said` alone: why it says nothing.
  void setDecision(const DecisionData& decision);
  // See SpectrogramPlot; empty: not known (yet).
  void setRelevance(std::vector<float> relevance);
  void setColours(PictureColours map);
  void setThreshold(double probability);
  // Whether these can be asked for now; what cannot is switched off.
  void setAskable(bool why, bool trained);
  bool asksWhy() const;      // which places moved the answer
  bool asksTrained() const;  // the clip as training shows it
  QToolButton* whyButton() const { return why_; }
  QToolButton* trainedButton() const { return trained_; }
  QToolButton* againButton() const { return again_; }
  QAction* greyAction() const { return grey_; }
  QString said() const;  // below the picture
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
  void stretchChanged();               // that is listened to over and over: SpectrogramPlot::stretch()
  void whyToggled(bool asked);
  void trainedToggled(bool asked);
  void drawAgainRequested();  // another draw of what training varies
  void coloursChanged(kinglet::widgets::PictureColours map);
  void thresholdMoved(double probability);
  void enlargeRequested();  // a double click

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void togglePlaying();
  void drawButton();
  void say();
  void fitTitle();
  bool hasClip_ = false;
  SpectrogramPlot* plot_;
  QToolButton *play_, *why_, *trained_, *again_, *more_;
  QAction* grey_;
  QLabel *title_, *said_;
  QString name_;              // title_ has it as far as there is room
  QString answer_, readout_;  // said_ says the latter where there is one
  bool playing_ = false;
  double playhead_ = -1;
};

}  // namespace kinglet::widgets
