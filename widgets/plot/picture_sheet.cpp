#include "widgets/plot/picture_sheet.h"

#include <QGuiApplication>
#include <QImage>
#include <QWidget>

#include "widgets/look/theme.h"
#include "widgets/plot/custom_plot.h"

namespace kinglet::widgets {
namespace {

constexpr int kMargin = 12;

QFont titleFont() {
  QFont font = QGuiApplication::font();
  font.setPointSizeF(font.pointSizeF() * 1.2);
  font.setBold(true);
  return font;
}

int headingHeight(const PictureSheet& sheet) {
  if (!sheet.heading) return 0;
  const int study = sheet.study.isEmpty() ? 0 : QFontMetrics(QGuiApplication::font()).height();
  return kMargin + QFontMetrics(titleFont()).height() + study + kMargin / 2;
}

// Of its palette: a view is a widget, too.
Theme themeOf(const Pictured& view) {
  const auto* widget = dynamic_cast<const QWidget*>(&view);
  return widget != nullptr ? Theme::of(widget) : Theme(QGuiApplication::palette());
}

void paintSheet(QCPPainter& painter, Pictured& view, const PictureSheet& sheet) {
  const QSize size = sheet.sizeOf(view);
  const int head = headingHeight(sheet);
  const Theme theme = themeOf(view);
  painter.fillRect(QRect(QPoint(0, 0), size), theme.paper);
  if (head > 0) {
    const QFont title = titleFont(), small = QGuiApplication::font();
    const QFontMetrics large(title), usual(small);
    const int width = size.width() - 2 * kMargin;
    painter.setFont(title);
    painter.setPen(theme.text);
    painter.drawText(QPoint(kMargin, kMargin + large.ascent()),
                     large.elidedText(sheet.titleOf(view), Qt::ElideRight, width));
    if (!sheet.study.isEmpty()) {
      painter.setFont(small);
      painter.setPen(theme.faint);
      painter.drawText(QPoint(kMargin, kMargin + large.height() + usual.ascent()),
                       usual.elidedText(sheet.study, Qt::ElideRight, width));
    }
  }
  painter.save();
  painter.translate(0, head);
  view.paintPicture(painter, size - QSize(0, head));
  painter.restore();
}

}  // namespace

QString ofSubject(const QString& subject, const QString& what) {
  return subject.isEmpty() || what.contains(subject) ? what : QStringLiteral("%1 · %2").arg(subject, what);
}

QString PictureSheet::titleOf(const Pictured& view) const {
  return ofSubject(subject, view.pictureTitle());
}

QSize PictureSheet::sizeOf(const Pictured& view) const {
  const QSize own = view.pictureSize() + QSize(0, headingHeight(*this));
  return size.isEmpty() || !view.takesAnySize() ? own : size;
}

bool writeSheet(QIODevice& device, PictureFormat format, Pictured& view, const PictureSheet& sheet) {
  return writePicture(device, format, sheet.sizeOf(view),
                      sheet.study.isEmpty() ? sheet.titleOf(view)
                                            : QStringLiteral("%1, %2").arg(sheet.titleOf(view), sheet.study),
                      [&](QCPPainter& painter) { paintSheet(painter, view, sheet); });
}

QImage sheetImage(Pictured& view, const PictureSheet& sheet, double ratio) {
  QImage image(sheet.sizeOf(view) * ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  QCPPainter painter(&image);
  paintSheet(painter, view, sheet);
  return image;
}

}  // namespace kinglet::widgets
