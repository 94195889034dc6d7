// The C sources in core/deploy/c, built into the program, by path there.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kinglet::deploy {

const std::map<std::string, std::string_view>& cSources();

}  // namespace kinglet::deploy
