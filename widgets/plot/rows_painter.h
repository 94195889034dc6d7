// What is drawn in rows below a head, for a screen or a picture: knows no widget.
#pragma once

#include <QFont>

class QPainter;

namespace kinglet::widgets {

struct Theme;

class RowsPainter {
 public:
  struct Look {  // what is chosen and pointed at, in the painter's own numbers; -1 for none
    int selected = -1, hovered = -1;
  };
  virtual ~RowsPainter() = default;
  virtual void setFont(const QFont& font) = 0;
  virtual int rows() const = 0;
  virtual double rowHeight() const = 0;
  virtual double headHeight() const = 0;
  virtual double smallestWidth() const = 0;  // narrower, and something has no room
  // The rows that lie between top and bottom. Coordinates start at the top left of the rows, below the head.
  virtual void paint(QPainter& painter, const Theme& theme, const Look& look, double width, double top,
                     double bottom) const = 0;
  virtual void paintHead(QPainter& painter, const Theme& theme, double width) const = 0;
};

}  // namespace kinglet::widgets
