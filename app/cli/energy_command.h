// The parts of `kinglet energy`, a file each.
#pragma once

namespace CLI {
class App;
}

namespace kinglet::cli {

void addEnergyFitBoards(CLI::App& energy);

}  // namespace kinglet::cli
