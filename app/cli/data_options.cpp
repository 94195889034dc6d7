#include "app/cli/data_options.h"

#include <CLI/CLI.hpp>
#include <string>

#include "base/error.h"

namespace kinglet::cli {
namespace {

template <class Value>
CLI::Option* addParsed(CLI::App& command, const char* name, Value& value, const char* help) {
  return command.add_option_function<std::string>(
      name,
      [&value, name](const std::string& text) {
        try {
          value = Value::parse(text);
        } catch (const base::Error& error) {
          throw CLI::ValidationError(name, error.what());
        }
      },
      help);
}

}  // namespace

CLI::Option* addGroupBy(CLI::App& command, data::GroupBy& value) {
  return addParsed(
      command, "--group-by", value,
      "Which clips are of one recording, so that they come into one fold: \"none\" (each file by "
      "itself), \"column\" or \"column:NAME\" (of the table), \"folder\", \"prefix\" (of the "
      "file name, to the first _ or -), or a regular expression whose first bracket names it "
      "(default: as the data set or its file names say)");
}

CLI::Option* addReadAs(CLI::App& command, data::ReadAs& value) {
  return addParsed(command, "--read-as", value,
                   "How to read the data set where it can be read in two ways: label=COLUMN, path=COLUMN, "
                   "fold=COLUMN, start=, end=, duration=, source= of its table (none: not used); "
                   "classes=outer|inner of folders in folders; table=none; joined by commas");
}

void DataOptions::addTo(CLI::App& command) {
  group_ = addGroupBy(command, groupBy_);
  read_ = addReadAs(command, readAs_);
}

data::OpenOptions DataOptions::over(data::OpenOptions usual) const {
  if (group_ && group_->count() > 0) usual.groupBy = groupBy_;
  if (read_ && read_->count() > 0) usual.readAs = readAs_;
  return usual;
}

}  // namespace kinglet::cli
