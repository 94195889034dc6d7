// Lays out and paints a network, a row a layer; knows no widget, so that a screen and a picture are the same.
#pragma once

#include <QRectF>
#include <vector>

#include "widgets/candidate/architecture_data.h"
#include "widgets/look/theme.h"
#include "widgets/plot/rows_painter.h"

class QPainter;

namespace kinglet::widgets {

// Rows: 0 is the front end, row r + 1 is layer r, the last is the total. Coordinates start at the top left of
// the rows, below the head line.
class ArchitecturePainter : public RowsPainter {
 public:
  static constexpr int kNone = -1, kFrontEnd = -2;

  void setData(ArchitectureData data);
  const ArchitectureData& data() const { return data_; }
  void setZoom(double zoom) { zoom_ = zoom; }
  void setFont(const QFont& font) override { font_ = font; }

  int rows() const override {
    return data_.network.layers().empty() ? 0 : static_cast<int>(data_.network.layers().size()) + 2;
  }
  double rowHeight() const override;
  double headHeight() const override;
  double smallestWidth() const override;  // narrower, and the bars have no room
  QRectF layerBox(int layer, double width) const;
  // The layer that takes most, or kFrontEnd, or kNone.
  int bottleneck() const { return bottleneck_; }
  // Whether a figure of energy stands at this x, in the content's own width.
  bool isEnergyAt(double x, double width) const;
  double energyOf(int layer) const;  // mJ; NaN where the model cannot tell
  bool energyByLayer() const { return !data_.energy.layers.empty(); }

  // Rows that lie between top and bottom, then the head line above y = 0 of the painter at `headTop`.
  void paint(QPainter& painter, const Theme& theme, const Look& look, double width, double top,
             double bottom) const override;
  void paintHead(QPainter& painter, const Theme& theme, double width) const override;

 private:
  struct Skip {
    int from = 0, to = 0, lane = 0;  // rows
  };
  struct Columns {
    QRectF box, shape, macs, energy;  // of the first row
  };
  void findSkips();
  void findBottleneck();
  Columns columns(double width) const;
  void paintRow(QPainter& painter, const Theme& theme, const Look& look, const Columns& at, int row) const;
  void paintBar(QPainter& painter, const Theme& theme, const QRectF& column, double value, double largest,
                const QString& text, bool bottleneck) const;
  void paintLinks(QPainter& painter, const Theme& theme, const Columns& at, double top, double bottom) const;

  ArchitectureData data_;
  QFont font_;
  std::vector<Skip> skips_;
  int lanes_ = 0, bottleneck_ = kNone;
  double zoom_ = 1, mostMacs_ = 0, mostEnergy_ = 0;
};

}  // namespace kinglet::widgets
