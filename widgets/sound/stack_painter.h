// Spectrograms of several clips below each other, on one time scale and one colour scale, as drawn in rows.
#pragma once

#include <QFont>
#include <QImage>
#include <QString>
#include <map>
#include <set>
#include <vector>

#include "widgets/plot/rows_painter.h"
#include "widgets/sound/picture_colours.h"
#include "widgets/sound/spectrogram_data.h"

namespace kinglet::widgets {

struct StackRow {
  int clip = -1;
  QString name, answer;  // what the network says of it
  bool right = false, answered = false;
  double seconds = 0;
};

class StackPainter : public RowsPainter {
 public:
  void setRows(std::vector<StackRow> rows);
  const std::vector<StackRow>& all() const { return rows_; }
  // Natural log of mel energies that take the darkest and the brightest colour. Pictures are forgotten.
  void setScale(float quiet, float loud, PictureColours map);
  void forgetPictures() { pictures_.clear(); }
  void addPicture(int clip, const SpectrogramData& data);
  bool has(int clip) const { return pictures_.contains(clip); }
  // Clips that were to be painted and had no picture yet, since it was asked last.
  std::vector<int> takeMissing();
  double secondsOfWidth() const { return seconds_; }

  void setFont(const QFont& font) override { font_ = font; }
  int rows() const override { return static_cast<int>(rows_.size()); }
  double rowHeight() const override;
  double headHeight() const override;
  double smallestWidth() const override { return 200; }
  void paint(QPainter& painter, const Theme& theme, const Look& look, double width, double top,
             double bottom) const override;
  void paintHead(QPainter& painter, const Theme& theme, double width) const override;

 private:
  double lineHeight() const;

  QFont font_;
  std::vector<StackRow> rows_;
  std::map<int, QImage> pictures_;
  mutable std::set<int> missing_;
  double seconds_ = 1;
  float quiet_ = -12, loud_ = 0;
  PictureColours map_ = PictureColours::even;
};

}  // namespace kinglet::widgets
