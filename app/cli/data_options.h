// How a data set is to be read: options that several commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace kinglet::cli {

// --read-as: see data/layout/read_as.h. Bad text is bad usage.
CLI::Option* addReadAsOption(CLI::App& command, std::string& text);

}  // namespace kinglet::cli
