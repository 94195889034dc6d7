#include "widgets/plot/pictured.h"

#include <QWidget>

#include "widgets/look/theme.h"
#include "widgets/plot/custom_plot.h"

namespace kinglet::widgets {

QString PicturedWidget::pictureTitle() const {
  return self_.accessibleName();
}

QSize PicturedWidget::pictureSize() const {
  return self_.size();
}

void PicturedWidget::paintPicture(QCPPainter& painter, const QSize& size) {
  painter.fillRect(QRect(QPoint(0, 0), size), Theme::of(&self_).paper);
  self_.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
}

}  // namespace kinglet::widgets
