#include "widgets/plot/plot_export.h"

#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "widgets/plot/custom_plot.h"

namespace kinglet::widgets {

bool writePicture(QIODevice& device, PictureFormat format, const QSize& size, const QString& title,
                  const std::function<void(QCPPainter&)>& paint) {
  constexpr int kDotsPerInch = 96;
  const qint64 before = device.pos();
  if (format == PictureFormat::png) {
    QImage image(size * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Qt::transparent);
    image.setText(QStringLiteral("Title"), title);
    {
      QCPPainter painter(&image);
      paint(painter);
    }
    return image.save(&device, "PNG");
  }
  if (format == PictureFormat::svg) {
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(kDotsPerInch);
    generator.setTitle(title);
    QCPPainter painter;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    if (!painter.begin(&generator)) return false;
    paint(painter);
    painter.end();
  } else {
    QPdfWriter writer(&device);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / kDotsPerInch, QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(title);
    QCPPainter painter;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    if (!painter.begin(&writer)) return false;
    paint(painter);
    if (!painter.end()) return false;
  }
  return device.pos() > before;
}

}  // namespace kinglet::widgets
