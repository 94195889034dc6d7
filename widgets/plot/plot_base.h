// plot/: what all plots share: axes, zoom, export. Calls text/ and look/; the rooms of views call it.
//
// What all plots have in common: they follow the palette live, repaint at most once a frame, show a focus
// frame, say what will appear while they are empty, and can be written as a picture.
#pragma once

#include <QTimer>

#include "widgets/look/theme.h"
#include "widgets/plot/custom_plot.h"
#include "widgets/plot/pictured.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

class PlotBase : public QCustomPlot, public Pictured {
  Q_OBJECT
 public:
  explicit PlotBase(QWidget* parent = nullptr);

  const Theme& theme() const { return theme_; }
  // Any number of calls within 16 ms give one repaint; none while hidden, one when shown again.
  void scheduleReplot();
  // The same, with rebuild() before it: at most once a frame, however often the data change.
  void scheduleRebuild();
  void flush();                               // what is scheduled, now
  int repaints() const { return repaints_; }  // so far
  // Shown instead of the axes while not empty: one sentence, what will appear here and what to do.
  void setEmptyText(const QString& text);
  const QString& emptyText() const { return emptyText_; }
  QString pictureTitle() const override { return accessibleName(); }
  QSize pictureSize() const override { return size(); }
  bool takesAnySize() const override { return true; }
  void paintPicture(QCPPainter& painter, const QSize& size) override;
  // Names the axis and gives it ticks of that unit. Log axes must be told, the ticks differ.
  void setupAxis(QCPAxis* axis, const QString& name, Unit unit, bool logarithmic);

  QSize minimumSizeHint() const override { return {160, 120}; }
  QSize sizeHint() const override { return {480, 320}; }

 protected:
  // Recolours axes and legend; called before the first repaint and when palette or font change. rebuild()
  // follows it.
  virtual void applyTheme();
  // Makes the plottables anew from the data and theme().
  virtual void rebuild() {}
  // For what is drawn in place over the plot, in widget pixels: focus frame, empty text.
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void paintEmpty(QPainter& painter, const QRect& room) const;

  Theme theme_;
  QTimer frame_;
  QString emptyText_;
  bool pending_ = false, stale_ = true, themed_ = false;
  int repaints_ = 0;
};

}  // namespace kinglet::widgets
