// What is dragged over the window: says what would become of it, and hands it on when it is let go.
#pragma once

#include <QWidget>

class QMimeData;

namespace kinglet::window {

// Lies over the window while something is dragged that it can take: one file or folder of this computer.
class DropTarget : public QWidget {
  Q_OBJECT
 public:
  explicit DropTarget(QWidget& window);
  const QString& words() const { return words_; }

 Q_SIGNALS:
  void dropped(const QString& path);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget& window_;
  QString words_;
};

// Whether a path is of sounds, which begin a new study, and no study itself.
bool isOfSounds(const QString& path);

}  // namespace kinglet::window
