// A view on a sheet of its own: what it is and of which study stand above it.
#pragma once

#include <QString>

#include "widgets/plot/pictured.h"
#include "widgets/plot/plot_export.h"

namespace kinglet::widgets {

// "Learning curves" of "Candidate 12": "Candidate 12 · Learning curves"; the view's own words where they name it.
QString ofSubject(const QString& subject, const QString& what);

struct PictureSheet {
  QString subject;      // whose view it is: "Candidate 12"; may be empty
  QString study;        // the study's name; may be empty
  bool heading = true;  // otherwise the view alone
  QSize size;           // of the whole sheet in pixels of 1/96 inch; what the view takes where it is empty

  // "Pareto plot", "Candidate 12 · Learning curves".
  QString titleOf(const Pictured& view) const;
  // The sheet's size with this view on it.
  QSize sizeOf(const Pictured& view) const;
};

// Writes view and heading; false when the device did not take all of it.
bool writeSheet(QIODevice& device, PictureFormat format, Pictured& view, const PictureSheet& sheet);
// The same for a look beforehand or the clipboard, with `ratio` dots a pixel.
QImage sheetImage(Pictured& view, const PictureSheet& sheet, double ratio);

}  // namespace kinglet::widgets
