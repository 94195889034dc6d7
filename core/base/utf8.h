// One character of UTF-8 after the other.
#pragma once

#include <cstdint>
#include <string_view>

namespace kinglet::base {

struct Utf8 {
  std::uint32_t code = 0xFFFD;
  std::size_t bytes = 1;  // that it takes; of what is no UTF-8, one
  bool valid = false;     // false also for overlong forms and surrogates
};

// The character that begins a text, which must not be empty.
Utf8 nextCharacter(std::string_view text);

// A character that is not shown but changes how others are: a control character (also the second set, whose
// escape sequences terminals obey), a line or paragraph separator, an override or isolate of direction, a
// tag.
bool isUnseen(std::uint32_t code);

}  // namespace kinglet::base
