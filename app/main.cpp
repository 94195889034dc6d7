// One program, two faces: a subcommand works in the terminal, none opens the workbench.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "app/cli/cli.h"
#include "app/diagnosis/session.h"
#ifdef KINGLET_GUI
#include "app/window/shell/window_main.h"
#endif

namespace {

#ifdef KINGLET_GUI
// Qt ends the program with abort() where it finds no display; better to say so first.
bool hasDisplay(int argc, char** argv) {
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
    if (const char* value = std::getenv(name); value && *value) return true;
  for (int i = 1; i < argc; ++i)
    if (std::string_view(argv[i]).starts_with("-platform")) return true;
  return false;
}
#endif

}  // namespace

int main(int argc, char** argv) {
  const auto logged = [&](const char* face, int (*run)(int, char**)) {
    kinglet::app::beginSession(face, argc - 1);
    const int code = run(argc, argv);
    kinglet::app::endSession(code);
    return code;
  };
  if (kinglet::cli::wantsCommandLine(argc, argv)) return logged("command line", kinglet::cli::run);
#ifdef KINGLET_GUI
  if (hasDisplay(argc, argv)) return logged("window", kinglet::window::run);
  std::fputs(
      "kinglet: there is no display to open the workbench on; kinglet --help tells what works in the "
      "terminal\n",
      stderr);
#else
  std::fputs(
      "kinglet: this build has no workbench (KINGLET_GUI=OFF); kinglet --help tells what works in the "
      "terminal\n",
      stderr);
#endif
  return 1;
}
