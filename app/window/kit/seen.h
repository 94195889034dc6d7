// Whether a widget is on the screen, for work that is done for those who look.
#pragma once

#include <QEvent>
#include <QWidget>
#include <functional>
#include <utility>

namespace kinglet::window {

// Calls with true when the widget is shown and with false when it is hidden, by its own doing or by that of what it
// lies in. Its child.
class Seen : public QObject {
 public:
  Seen(QWidget* widget, std::function<void(bool)> tell) : QObject(widget), tell_(std::move(tell)) {
    widget->installEventFilter(this);
    if (widget->isVisible()) tell_(true);
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) tell_(event->type() == QEvent::Show);
    return QObject::eventFilter(watched, event);
  }

 private:
  std::function<void(bool)> tell_;
};

}  // namespace kinglet::window
