// Words from outside in the log (names of files, classes, people's texts) stand between ‹ and ›, so that a
// report for others can leave all of them out.
#pragma once

#include <string>
#include <string_view>

#include "base/message.h"

namespace kinglet::diagnosis {

inline constexpr std::string_view kOpen = "\xE2\x80\xB9", kClose = "\xE2\x80\xBA";  // ‹ ›

std::string outside(std::string_view words);  // "‹words›"; such marks within become < and >
// In English, its texts between the marks; figures and sentences within it are ours.
std::string marked(const base::Message& message);
// What stands between the marks becomes "…" (of a file's name the ending stays, where it is a usual one).
std::string withoutOutside(std::string_view text);
// At most so many bytes, whole characters.
std::string cutTo(std::string text, std::size_t bytes);

}  // namespace kinglet::diagnosis
