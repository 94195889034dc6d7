#include "base/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace kinglet::base {
namespace {

// The longest: a double of 309 digits before the point, and its decimals.
constexpr int kMostDecimals = 1100;
using Buffer = std::array<char, 1500>;

template <class... Form>
std::string written(double value, Form... form) {
  Buffer buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, form...).ptr;
  return {buffer.data(), end};
}

int decimalsOf(int decimals) {
  return std::clamp(decimals, 0, kMostDecimals);
}

template <class Value>
std::optional<Value> whole(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  Value value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string fixed(double value, int decimals) {
  return written(value, std::chars_format::fixed, decimalsOf(decimals));
}

std::string general(double value, int significant) {
  return written(value, std::chars_format::general, decimalsOf(significant));
}

std::string scientific(double value, int decimals) {
  return written(value, std::chars_format::scientific, decimalsOf(decimals));
}

std::string hexFloat(double value) {
  const std::string digits = written(value, std::chars_format::hex);
  if (!std::isfinite(value)) return digits;
  return digits.starts_with('-') ? "-0x" + digits.substr(1) : "0x" + digits;
}

std::string shortest(double value) {
  return written(value);
}

std::string shortest(float value) {
  Buffer buffer;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

std::string significantFixed(double value, int significant) {
  if (!std::isfinite(value)) return written(value);
  if (value == 0) return "0";
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  return fixed(value, std::max(0, significant - 1 - magnitude));
}

std::string withoutZeros(std::string figure) {
  if (figure.find('.') == std::string::npos || figure.find('e') != std::string::npos) return figure;
  figure.erase(figure.find_last_not_of('0') + 1);
  if (figure.back() == '.') figure.pop_back();
  return figure;
}

std::string percent(double share, int decimals) {
  const double one = std::pow(10.0, decimals), rounded = std::round(100 * share * one) / one;
  return fixed(std::isfinite(rounded) ? rounded : 100 * share, decimals) + " %";
}

std::string hex64(std::uint64_t value) {
  Buffer buffer;
  const std::string digits(buffer.data(),
                           std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, 16).ptr);
  return std::string(16 - digits.size(), '0') + digits;
}

std::string padded(std::uint64_t value, int width) {
  const std::string digits = std::to_string(value);
  const auto wanted = static_cast<std::size_t>(std::max(width, 0));
  return digits.size() < wanted ? std::string(wanted - digits.size(), '0') + digits : digits;
}

std::optional<double> number(std::string_view text) {
  const auto value = whole<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> integer(std::string_view text) {
  return whole<std::int64_t>(text);
}

std::optional<double> leadingNumber(std::string_view& text) {
  std::string_view rest = text;
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (rest.starts_with('+') && !rest.starts_with("+-")) rest.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text = rest.substr(static_cast<std::size_t>(end - rest.data()));
  return value;
}

}  // namespace kinglet::base
