#include "deploy/c_text.h"

#include <cmath>

#include "base/error.h"
#include "base/format.h"

namespace kinglet::deploy {
namespace {

constexpr int kFloatDigits = 9;

}  // namespace

std::string floatNumber(float value) {
  if (!std::isfinite(value))
    throw base::Error("a number of this network is not finite; it cannot be exported as C");
  std::string text = base::general(static_cast<double>(value), kFloatDigits);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text + "f";
}

std::string cText(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c != '"' && c != '\\' && c != '?' && code >= 32 && code <= 126) {
      result += c;
      continue;
    }
    // Always three digits: what follows may be a digit too.
    result += '\\';
    for (const int shift : {6, 3, 0}) result += static_cast<char>('0' + (code >> shift & 7));
  }
  return result + "\"";
}

std::string comment(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    result += c == '*' || c == '/' || c == '\\' || c == '?' || code < 32 || code == 127 ? '_' : c;
  }
  return result;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

}  // namespace kinglet::deploy
