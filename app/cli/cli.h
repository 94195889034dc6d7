// cli/: the command line; each subcommand is a file of its own that cli.cpp lists (see commands.h). No Qt
// here.
#pragma once

namespace kinglet::cli {

// True when the arguments name a subcommand, ask for --help or --version, or are nothing that the window
// understands either. False for none, --demo and a study file: these open the window.
bool wantsCommandLine(int argc, char** argv);

// Exit code: 0 success, 1 failure with one line on standard error, 2 bad usage.
int run(int argc, char** argv);

}  // namespace kinglet::cli
