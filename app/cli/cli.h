// cli/: the command line; each subcommand is a file of its own that registers itself in cli.cpp. No Qt here.
#pragma once

namespace kinglet::cli {

// True when the arguments name a subcommand or ask for --help or --version.
bool wantsCommandLine(int argc, char** argv);

// Exit code: 0 success, 1 failure with one line on standard error, 2 bad usage.
int run(int argc, char** argv);

}  // namespace kinglet::cli
