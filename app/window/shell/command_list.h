// Every command of the window in one place: menus, toolbar, palette and help page all read from here.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <functional>
#include <vector>

class QWidget;

namespace kinglet::window {

struct CommandSpec {
  QString id;     // "run.toggle": stable, never translated
  QString group;  // "Search": heading in the help page and the palette
  QString text;   // "Start or pause"
  QString icon;   // of resources/icons; may be empty
  QKeySequence shortcut;
  QString tip;  // one sentence, without the shortcut
};

class Commands : public QObject {
  Q_OBJECT
 public:
  // Shortcuts work in `window`, whatever has the focus; keys that the focused widget needs stay its own.
  explicit Commands(QWidget* window);

  QAction* add(const CommandSpec& spec, std::function<void()> run);
  QAction* find(const QString& id) const;  // null when there is none
  struct Entry {
    QString id, group;
    QAction* action;
  };
  const std::vector<Entry>& all() const { return entries_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* window_;
  std::vector<Entry> entries_;
};

}  // namespace kinglet::window
