#include "app/cli/group_option.h"

#include <CLI/CLI.hpp>

#include "base/error.h"

namespace kinglet::cli {

CLI::Option* addGroupBy(CLI::App& command, data::GroupBy& value) {
  return command.add_option_function<std::string>(
      "--group-by",
      [&value](const std::string& text) {
        try {
          value = data::GroupBy::parse(text);
        } catch (const base::Error& error) {
          throw CLI::ValidationError("--group-by", error.what());
        }
      },
      "Which clips are of one recording, so that they come into one fold: \"none\" (each file by itself), "
      "\"column\" or \"column:NAME\" (of the table), \"folder\", \"prefix\" (of the file name, to the first "
      "_ "
      "or -), or a regular expression whose first bracket names it (default: as the data set or its file "
      "names "
      "say)");
}

}  // namespace kinglet::cli
