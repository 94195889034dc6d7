// kit/: what the window is made of: its style, icons, fields, notices and what it remembers. Every room calls
// it; it calls none.
//
// Light, dark or as the system says; takes effect at once on everything that is open.
#pragma once

#include <QPalette>

#include "app/window/kit/app_settings.h"

namespace kinglet::window {

QPalette lightPalette();
QPalette darkPalette();

// Call once after QApplication was made.
void installStyle();
void applyTheme(ThemeChoice choice);

}  // namespace kinglet::window
