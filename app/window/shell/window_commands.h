// What can be done in the window: every command, named once.
#pragma once

namespace kinglet::window {

class MainWindow;

// Fills window.commands() and keeps enabled what can be done now.
void addWindowCommands(MainWindow& window);

}  // namespace kinglet::window
