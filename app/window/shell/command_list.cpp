#include "app/window/shell/command_list.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QWidget>

#include "app/window/kit/icons.h"

namespace kinglet::window {
namespace {

// Keys that a focused control answers itself: Space presses a button or ticks a box, and types in a list or a
// number field. Text fields claim their keys without our help.
bool needs(const QWidget* widget, const QKeyEvent& key) {
  if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
  if (qobject_cast<const QAbstractButton*>(widget)) return key.key() == Qt::Key_Space;
  if (qobject_cast<const QComboBox*>(widget)) return key.key() == Qt::Key_Space;
  return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr && !key.text().isEmpty();
}

}  // namespace

Commands::Commands(QWidget* window) : QObject(window), window_(window) {
  qApp->installEventFilter(this);
}

QAction* Commands::add(const CommandSpec& spec, std::function<void()> run) {
  auto* action = new QAction(spec.text, window_);
  action->setObjectName(spec.id);
  if (!spec.icon.isEmpty()) action->setIcon(icon(spec.icon));
  action->setShortcut(spec.shortcut);
  action->setAutoRepeat(false);
  QString tip = spec.tip;
  if (!spec.shortcut.isEmpty())
    tip += QStringLiteral(" (%1)").arg(spec.shortcut.toString(QKeySequence::NativeText));
  action->setToolTip(tip);
  action->setStatusTip({});
  action->setWhatsThis(spec.tip);
  connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
  window_->addAction(action);
  entries_.push_back({spec.id, spec.group, action});
  return action;
}

QAction* Commands::find(const QString& id) const {
  for (const auto& entry : entries_)
    if (entry.id == id) return entry.action;
  return nullptr;
}

bool Commands::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget && widget->window() == window_ && needs(widget, *static_cast<QKeyEvent*>(event))) {
      event->accept();
      return true;
    }
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace kinglet::window
