// Several clips below each other, to be compared by eye: one time scale, one colour scale, name and answer on each.
// Pictures are made as they are scrolled to.
#pragma once

#include <vector>

#include "widgets/plot/rows_view.h"
#include "widgets/sound/stack_painter.h"

namespace kinglet::widgets {

// Click or Up and Down choose a clip; double-click or Enter opens it.
class SpectrogramStack : public RowsView {
  Q_OBJECT
 public:
  explicit SpectrogramStack(QWidget* parent = nullptr);

  void setRows(std::vector<StackRow> rows);
  const std::vector<StackRow>& rows() const { return painter_.all(); }
  void setScale(float quiet, float loud, PictureColours map);  // as StackPainter
  void forgetPictures();                                       // those in view are wanted again
  void addPicture(int clip, const SpectrogramData& picture);
  bool hasPicture(int clip) const { return painter_.has(clip); }
  void select(int clip);         // one that is not here: none
  int selected() const;          // a clip; -1: none
  QRectF boxOf(int clip) const;  // in pixels of the viewport; empty where it is not here

 Q_SIGNALS:
  void wanted(const std::vector<int>& clips);  // came into view without a picture
  void chosen(int clip);
  void openRequested(int clip);

 protected:
  void unhover() override;
  RowsPainter::Look look() const override { return {row_, hovered_}; }
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void choose(int row);

  StackPainter painter_;
  int row_ = -1, hovered_ = -1;
};

}  // namespace kinglet::widgets
