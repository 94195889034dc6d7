// window/: the workbench: the main window and the controllers between study and widgets.
#pragma once

namespace kinglet::window {

// Opens the workbench and runs until it is closed. --demo starts a search on the built-in sounds at once; a
// path opens that study.
int run(int argc, char** argv);

}  // namespace kinglet::window
