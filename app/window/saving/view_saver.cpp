#include "app/window/saving/view_saver.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

#include "app/window/saving/save_view_dialog.h"
#include "app/window/saving/saved_views.h"

namespace kinglet::window {

ViewSaver::ViewSaver(QWidget& window, std::function<QString()> study)
    : QObject(&window), window_(window), study_(std::move(study)) {
  // The window itself is told of what none of its views has taken.
  window.installEventFilter(this);
}

void ViewSaver::show(QWidget* inner) {
  QWidget* chosen = savedViewOf(inner).widget;
  if (chosen == nullptr && QApplication::focusWidget() != nullptr &&
      QApplication::focusWidget()->window() == &window_)
    chosen = savedViewOf(QApplication::focusWidget()).widget;
  auto* dialog = new SaveViewDialog(window_, study_(), chosen, &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setModal(true);  // the views shall stay what they are while they are looked at
  dialog->show();
}

void ViewSaver::addTo(QWidget& owner, QWidget& view) {
  const bool table = savedViewOf(&view).table != nullptr;
  auto* action = new QAction(table ? tr("Save this table …") : tr("Save this picture …"), &owner);
  connect(action, &QAction::triggered, this, [this, &view] { show(&view); });
  owner.addAction(action);
}

bool ViewSaver::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &window_ || event->type() != QEvent::ContextMenu) return false;
  const auto* menu = static_cast<QContextMenuEvent*>(event);
  QWidget* under = menu->reason() == QContextMenuEvent::Keyboard ? QApplication::focusWidget()
                                                                 : window_.childAt(menu->pos());
  const SavedView view = savedViewOf(under);
  if (view.widget == nullptr) return false;
  QMenu choice(&window_);
  choice.addAction(view.table != nullptr ? tr("Save this table …") : tr("Save this picture …"), this,
                   [this, view] { show(view.widget); });
  choice.exec(menu->globalPos());
  return true;
}

}  // namespace kinglet::window
