#include "app/cli/data_options.h"

#include "base/error.h"
#include "data/layout/read_as.h"

namespace kinglet::cli {

CLI::Option* addReadAsOption(CLI::App& command, std::string& text) {
  return command
      .add_option("--read-as", text,
                  "How to read the data set where it can be read in two ways: label=COLUMN, path=COLUMN, "
                  "fold=COLUMN, start=, end=, duration=, source= of its table (none: not used); "
                  "classes=outer|inner of folders in folders; table=none; joined by commas")
      ->check(CLI::Validator(
          [](const std::string& given) {
            try {
              data::ReadAs::parse(given);
            } catch (const base::Error& error) {
              return std::string(error.what());
            }
            return std::string();
          },
          "WAY"));
}

}  // namespace kinglet::cli
