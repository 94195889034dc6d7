// How a data set is to be read: options that all commands share which read one.
#pragma once

#include "data/open_options.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace kinglet::cli {

// Each value is left as it is where its option is not given. Bad text is bad usage.
CLI::Option* addGroupBy(CLI::App& command, data::GroupBy& value);
CLI::Option* addReadAs(CLI::App& command, data::ReadAs& value);

// Both, for commands that read a study's data as the study does where they are not given.
class DataOptions {
 public:
  void addTo(CLI::App& command);
  data::OpenOptions over(data::OpenOptions usual) const;

 private:
  data::GroupBy groupBy_;
  data::ReadAs readAs_;
  CLI::Option *group_ = nullptr, *read_ = nullptr;
};

}  // namespace kinglet::cli
