// Ctrl-K: type a few letters of any command and run it.
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace kinglet::window {

class Commands;

// Lies over the upper part of its window; goes away on Escape, on a click elsewhere and after running a
// command.
class CommandPalette : public QFrame {
  Q_OBJECT
 public:
  CommandPalette(const Commands& commands, QWidget* window);

  void open();
  QLineEdit* field() const { return field_; }
  QListWidget* list() const { return list_; }

  // How well what was typed matches a command: higher is better, below 0 is no match. Letters must occur in
  // order; the beginnings of words count most.
  static int score(const QString& typed, const QString& text);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void runCurrent();

  const Commands& commands_;
  QLineEdit* field_;
  QListWidget* list_;
};

}  // namespace kinglet::window
