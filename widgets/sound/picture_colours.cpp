#include "widgets/sound/picture_colours.h"

#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"

namespace kinglet::widgets {

QColor pictureColour(PictureColours colours, double share) {
  if (colours == PictureColours::even) return amountColour(ColourMap::cividis, share);
  // CIE lightness 6 to 96 as luminance, and that as sRGB.
  const double lightness = 6 + 90 * std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0);
  const double luminance = lightness > 8 ? std::pow((lightness + 16) / 116, 3) : lightness / 903.3;
  const double grey =
      luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * std::pow(luminance, 1 / 2.4) - 0.055;
  const int value = static_cast<int>(std::lround(255 * grey));
  return {value, value, value};
}

}  // namespace kinglet::widgets
