// Lays out and paints two networks beside each other, a row a pair of layers; knows no widget.
#pragma once

#include <QRectF>
#include <memory>

#include "study/comparison/graph_diff.h"
#include "widgets/look/theme.h"
#include "widgets/plot/rows_painter.h"

class QPainter;

namespace kinglet::widgets {

// The head has the names and, below them, the total. Coordinates of rows start at the top left below the head.
class GraphDiffPainter : public RowsPainter {
 public:
  void setDiff(std::shared_ptr<const study::GraphDiff> diff) { diff_ = std::move(diff); }
  const study::GraphDiff* diff() const { return diff_.get(); }
  void setFont(const QFont& font) override { font_ = font; }
  void setAmount(study::Amount amount) { amount_ = amount; }
  study::Amount amount() const { return amount_; }

  int rows() const override { return diff_ ? static_cast<int>(diff_->rows.size()) : 0; }
  double rowHeight() const override;
  double headHeight() const override;
  double smallestWidth() const override;
  // What stands in a row's two boxes and its difference, for people and tests.
  QString firstText(int row) const;
  QString secondText(int row) const;
  QString changeText(int row) const;
  QString differenceOf(int row) const;
  // Filled by how much the row differs; paper where it does not.
  QColor fillOf(const Theme& theme, int row) const;

  void paint(QPainter& painter, const Theme& theme, const Look& look, double width, double top,
             double bottom) const override;
  void paintHead(QPainter& painter, const Theme& theme, double width) const override;

 private:
  struct Columns {
    QRectF sign, first, second, change, bar;
  };
  Columns columns(double width) const;
  double shareOf(int row) const;
  void paintRow(QPainter& painter, const Theme& theme, const Look& look, const Columns& at, int row) const;
  void paintBox(QPainter& painter, const Theme& theme, const QRectF& box, const QString& text,
                const QColor& fill, bool strong) const;
  void paintBar(QPainter& painter, const Theme& theme, const QRectF& column, double share,
                const QString& text) const;

  std::shared_ptr<const study::GraphDiff> diff_;
  QFont font_;
  study::Amount amount_ = study::Amount::energy;
};

}  // namespace kinglet::widgets
