// A view as a picture, written to whatever device the caller opened.
#pragma once

#include <QIODevice>
#include <QSize>
#include <functional>

class QCPPainter;

namespace kinglet::widgets {

enum class PictureFormat { png, svg, pdf };

// Calls `paint` with a painter (a QPainter that QCustomPlot can use too) whose window is 0, 0, size (in
// pixels of 1/96 inch; PNG at twice the resolution). False when the device did not take all of it.
bool writePicture(QIODevice& device, PictureFormat format, const QSize& size, const QString& title,
                  const std::function<void(QCPPainter&)>& paint);

}  // namespace kinglet::widgets
