// What shapes, colours and sizes of a Pareto plot mean: only what is to be seen just now.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/look/marks.h"

namespace kinglet::widgets {

struct Theme;

struct ParetoLegendData {
  struct Entry {
    MarkShape shape = MarkShape::circle;
    QColor colour;
    QString text;
    bool operator==(const Entry&) const = default;
  };
  struct Scale {
    QString title, low, high;  // figures with units
    bool operator==(const Scale&) const = default;
  };
  std::vector<Entry> entries;
  std::optional<Scale> colour, size;
  double smallRadius = 3, largeRadius = 9;
  bool operator==(const ParetoLegendData&) const = default;
};

class ParetoLegend : public QWidget {
  Q_OBJECT
 public:
  explicit ParetoLegend(QWidget* parent = nullptr);
  void setData(const ParetoLegendData& data);
  const ParetoLegendData& data() const { return data_; }
  // Paints into `width`, wrapping; returns the height that was used.
  double paint(QPainter* painter, const Theme& theme, const QFont& font, double width) const;
  QSize minimumSizeHint() const override { return {80, heightForWidth(width())}; }
  QSize sizeHint() const override { return {320, heightForWidth(width())}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ParetoLegendData data_;
};

}  // namespace kinglet::widgets
