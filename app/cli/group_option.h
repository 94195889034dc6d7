// --group-by of the commands that read a data set.
#pragma once

#include "data/grouping/group_by.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace kinglet::cli {

// The value is left as it is where the option is not given.
CLI::Option* addGroupBy(CLI::App& command, data::GroupBy& value);

}  // namespace kinglet::cli
