// Light, dark or as the system says; takes effect at once on everything that is open.
#pragma once

#include <QPalette>

#include "app/window/app_settings.h"

namespace kinglet::window {

QPalette lightPalette();
QPalette darkPalette();

// Call once after QApplication was made.
void installStyle();
void applyTheme(ThemeChoice choice);

}  // namespace kinglet::window
