// One line of JSON from a program that we do not know.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace kinglet::cli {

// Also takes NaN, Infinity and -Infinity, as Python writes them: they become null. Throws base::Error.
nlohmann::json parsedLine(const std::string& line);

// Short, on one line, valid UTF-8: for messages.
std::string printable(const std::string& text);

}  // namespace kinglet::cli
