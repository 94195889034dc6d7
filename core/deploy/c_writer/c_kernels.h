// The operators' code in exported C, of c/: inside the network's own source, or in a pair of files that
// networks share.
#pragma once

#include <set>
#include <string>

#include "deploy/c_writer/shared_pair.h"

namespace kinglet::deploy {

// For the network's own source: what is switched on, static. switches: USE_CONV and so on.
std::string ownKernels(bool int8, const std::set<std::string>& switches);

// All of them, for sharing; a linker that drops unused sections (-ffunction-sections, --gc-sections) keeps
// what is called.
const SharedPair& sharedKernels(bool int8);

}  // namespace kinglet::deploy
