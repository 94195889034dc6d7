// One program, two faces: a subcommand works in the terminal, none opens the workbench.
#include "app/cli/cli.h"
#ifdef KINGLET_GUI
#include "app/window/window_main.h"
#endif

int main(int argc, char** argv) {
  if (kinglet::cli::wantsCommandLine(argc, argv)) return kinglet::cli::run(argc, argv);
#ifdef KINGLET_GUI
  return kinglet::window::run(argc, argv);
#else
  return kinglet::cli::run(argc, argv);
#endif
}
