// SHA-256 (FIPS 180-4) and a keyed mark by it (HMAC, RFC 2104), for what must not be made by others.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kinglet::base {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);
// 64 hexadecimal digits.
std::string keyedMark(std::string_view key, std::string_view bytes);

}  // namespace kinglet::base
