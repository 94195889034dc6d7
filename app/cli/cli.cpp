#include "app/cli/cli.h"

namespace kinglet::cli {

bool wantsCommandLine(int argc, char**) { return argc > 1; }

int run(int, char**) { return 2; }

}  // namespace kinglet::cli
