// saving/: views and tables as files of their own, and the report. Calls kit/ and study/; shell/ calls it.
//
// Which views of a window can be saved. A view needs nothing for it but a name for assistive technology: a
// widgets::Pictured is a picture, any other item view a table.
#pragma once

#include <QString>
#include <vector>

class QAbstractItemView;
class QWidget;

namespace kinglet::widgets {
class Pictured;
}

namespace kinglet::window {

struct SavedView {
  QWidget* widget = nullptr;
  widgets::Pictured* picture = nullptr;  // of the two one
  QAbstractItemView* table = nullptr;
  QString subject;
  QString name() const;  // with the subject
};

// Those of the pages in front, in reading order; pictures before tables.
std::vector<SavedView> savedViews(QWidget& window);
// The view that `inner` belongs to; none: its widget is null.
SavedView savedViewOf(QWidget* inner);

}  // namespace kinglet::window
