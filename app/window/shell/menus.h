// Menu bar and toolbar, filled from the window's commands.
#pragma once

namespace kinglet::window {

class MainWindow;

void buildMenus(MainWindow& window);

}  // namespace kinglet::window
