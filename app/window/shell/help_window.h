// F1: the few ideas behind the window, in plain words, and every shortcut.
#pragma once

#include <QDialog>

class QTextBrowser;

namespace kinglet::window {

class Commands;

class HelpWindow : public QDialog {
  Q_OBJECT
 public:
  HelpWindow(const Commands& commands, QWidget* parent);

 Q_SIGNALS:
  void guideRequested();

 private:
  static QString ideas();
  static QString shortcuts(const Commands& commands);
};

}  // namespace kinglet::window
