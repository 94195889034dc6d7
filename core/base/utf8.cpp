#include "base/utf8.h"

namespace kinglet::base {

Utf8 nextCharacter(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1, true};
  // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
  std::size_t bytes = 0;
  unsigned low = 0x80, high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    bytes = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    bytes = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    bytes = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  }
  if (bytes == 0 || text.size() < bytes || byte(1) < low || byte(1) > high) return {};
  std::uint32_t code = first & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  return {code, bytes, true};
}

bool isUnseen(std::uint32_t code) {
  const auto between = [&](std::uint32_t low, std::uint32_t high) { return code >= low && code <= high; };
  return code < 0x20 || between(0x7F, 0x9F) || code == 0x061C || code == 0x200B || between(0x200E, 0x200F) ||
         between(0x2028, 0x202E) || between(0x2060, 0x206F) || code == 0xFEFF || between(0xFFF9, 0xFFFC) ||
         code == 0xFFFE || code == 0xFFFF || between(0xE0000, 0xE007F);
}

}  // namespace kinglet::base
