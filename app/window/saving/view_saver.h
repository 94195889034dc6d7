// Offers to save the views of a window: by their context menus, and for a command.
#pragma once

#include <QObject>
#include <QString>
#include <functional>

class QWidget;

namespace kinglet::window {

class ViewSaver : public QObject {
  Q_OBJECT
 public:
  // Lives as long as the window. Views without a context menu of their own get one; those that make
  // their own are told by addTo(). `study` tells what stands above pictures.
  ViewSaver(QWidget& window, std::function<QString()> study);

  // Shows the dialog with the view that `inner` belongs to; with null or another, that of the focus, or the first.
  void show(QWidget* inner = nullptr);
  // Adds the offer to the actions of `owner`, whose menu for `view` shows them.
  void addTo(QWidget& owner, QWidget& view);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget& window_;
  std::function<QString()> study_;
};

}  // namespace kinglet::window
