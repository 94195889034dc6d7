// Colours of a sound's picture.
#pragma once

#include <QColor>

namespace kinglet::widgets {

// even: cividis (look/theme.h). grey: even in lightness, and leaves colour to what is laid over it.
enum class PictureColours { even, grey };
QColor pictureColour(PictureColours colours, double share);  // of an amount, 0 .. 1 (clamped)

}  // namespace kinglet::widgets
