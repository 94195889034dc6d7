#include "app/window/shell/drop_target.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace kinglet::window {
namespace {

// The one file or folder that is dragged; empty where it is something else.
QString pathIn(const QMimeData* data) {
  const auto urls = data->urls();
  return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

bool isOfSounds(const QString& path) {
  const QFileInfo file(path);
  return file.isDir() || file.suffix().toLower() == QLatin1String("csv");
}

DropTarget::DropTarget(QWidget& window) : QWidget(&window), window_(window) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAccessibleName(tr("Where a file is dropped"));
  window.setAcceptDrops(true);
  window.installEventFilter(this);
  hide();
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &window_) return false;
  switch (event->type()) {
    case QEvent::DragEnter: {
      auto* enter = static_cast<QDragEnterEvent*>(event);
      const QString path = pathIn(enter->mimeData());
      if (path.isEmpty()) return false;
      const QString name = QFileInfo(path).fileName();
      words_ =
          isOfSounds(path) ? tr("Begin a study with the sounds of %1").arg(name) : tr("Open %1").arg(name);
      setGeometry(window_.rect());
      show();
      raise();
      update();
      enter->acceptProposedAction();
      return true;
    }
    case QEvent::DragLeave:
      hide();
      return true;
    case QEvent::Drop: {
      hide();
      auto* drop = static_cast<QDropEvent*>(event);
      const QString path = pathIn(drop->mimeData());
      if (path.isEmpty()) return false;
      drop->acceptProposedAction();
      Q_EMIT dropped(path);
      return true;
    }
    default:
      return false;
  }
}

void DropTarget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor paper = palette().color(QPalette::Window);
  paper.setAlphaF(0.85F);
  painter.fillRect(rect(), paper);
  constexpr int kMargin = 16;
  painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
  painter.drawRoundedRect(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin), 8, 8);
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.44);
  painter.setFont(large);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect().adjusted(48, 0, -48, 0), Qt::AlignCenter | Qt::TextWordWrap, words_);
}

}  // namespace kinglet::window
