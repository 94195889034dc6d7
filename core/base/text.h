// Text that comes from outside, made safe to show, sort and store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kinglet::base {

bool isUtf8(std::string_view text);
// For names that are shown and stored: terminalText (base/words.h).
std::string shownText(std::string_view text);
std::string trimmed(std::string_view text);
std::string lowerCase(std::string_view text);  // ASCII letters only
// Trimmed parts, empty ones left out, each once, in the order found.
std::vector<std::string> splitList(std::string_view text, char separator);

}  // namespace kinglet::base
