#include "app/window/saving/saved_views.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QVariant>
#include <algorithm>

#include "app/window/kit/subject.h"
#include "widgets/plot/picture_sheet.h"

namespace kinglet::window {
namespace {

// The widget itself as a view; of a table's head, its rows or the list of a box, nothing.
SavedView viewOf(QWidget* widget) {
  SavedView view;
  view.picture = dynamic_cast<widgets::Pictured*>(widget);
  if (view.picture == nullptr) {
    auto* table = qobject_cast<QAbstractItemView*>(widget);
    if (table == nullptr || table->accessibleName().isEmpty() || qobject_cast<QHeaderView*>(widget))
      return {};
    view.table = table;
  }
  view.widget = widget;
  for (const QWidget* around = widget; around != nullptr && view.subject.isEmpty();
       around = around->parentWidget())
    view.subject = around->property(kSubjectProperty).toString();
  return view;
}

}  // namespace

QString SavedView::name() const {
  return widgets::ofSubject(subject, picture != nullptr ? picture->pictureTitle() : table->accessibleName());
}

SavedView savedViewOf(QWidget* inner) {
  // The outermost picture: a plot with its legend, not the plot in it. A table is itself.
  SavedView found;
  for (QWidget* widget = inner; widget != nullptr;
       widget = widget->isWindow() ? nullptr : widget->parentWidget())
    if (const SavedView view = viewOf(widget); view.widget != nullptr) {
      if (view.table != nullptr && found.widget == nullptr) return view;
      if (view.picture != nullptr) found = view;
    }
  return found;
}

std::vector<SavedView> savedViews(QWidget& window) {
  std::vector<SavedView> views;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->window() != &window) continue;
    const SavedView view = viewOf(widget);
    if (view.widget == nullptr || savedViewOf(widget).widget != widget) continue;
    views.push_back(view);
  }
  std::stable_sort(views.begin(), views.end(), [&](const SavedView& one, const SavedView& other) {
    if ((one.table == nullptr) != (other.table == nullptr)) return one.table == nullptr;
    const QPoint a = one.widget->mapTo(&window, QPoint()), b = other.widget->mapTo(&window, QPoint());
    return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
  });
  return views;
}

}  // namespace kinglet::window
