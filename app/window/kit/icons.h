// The icon family of Kinglet: monochrome drawings that take their colour from the palette, also when it
// changes.
#pragma once

#include <QIcon>
#include <QString>

namespace kinglet::window {

// resources/icons/NAME.svg. An unknown name is a bug of ours and gives an empty icon.
QIcon icon(const QString& name);
// The application's own, in colour.
QIcon applicationIcon();
// One drawing in one colour, for labels.
QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double devicePixelRatio);

}  // namespace kinglet::window
