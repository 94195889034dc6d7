// JSON that comes from outside, read within bounds, and JSON that goes out, which never throws and holds
// nothing that a terminal would obey.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace kinglet::base {

struct JsonLimits {
  std::size_t bytes = 64u << 20;
  std::size_t values = 2'000'000;  // of all kinds; each takes some 50 bytes of memory
  int depth = 100;                 // of lists and objects in each other
  std::size_t keys = 2'000;        // of one object: ordered_json looks through all of them for each
};

// Throws base::Error ("cannot read WHAT: ...") when the text goes beyond the limits. It need not be JSON.
void checkJson(std::string_view text, const Message& what, const JsonLimits& limits = {});

// Nothing where the text is no JSON; throws base::Error beyond the limits.
template <class Json = nlohmann::ordered_json>
std::optional<Json> jsonOrNothing(std::string_view text, const Message& what, const JsonLimits& limits = {}) {
  checkJson(text, what, limits);
  Json json = Json::parse(text, nullptr, false);
  return json.is_discarded() ? std::nullopt : std::optional<Json>(std::move(json));
}

// Throws base::Error where the text is no JSON, naming the place, or beyond the limits. Of a key that is
// there twice one is taken. what: "the settings", a file's name.
template <class Json = nlohmann::ordered_json>
Json parsedJson(std::string_view text, const Message& what, const JsonLimits& limits = {}) {
  checkJson(text, what, limits);
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    throw Error("cannot read %1: it is not JSON (at byte %2)", what, error.byte);
  } catch (const nlohmann::json::out_of_range&) {
    throw Error("cannot read %1: it holds a number that is too large", what);
  }
}
template <class Json = nlohmann::ordered_json>
Json parsedJson(std::string_view text, std::string_view what, const JsonLimits& limits = {}) {
  return parsedJson<Json>(text, Message::stored("%1", {what}), limits);
}

// What a reader of both trees and views (json_view.h) asks for: what lies under the key, or nothing; and the elements of
// a list.
template <class Json>
concept JsonTree = requires {
  typename Json::object_t;
};
template <JsonTree Json>
const Json* memberOf(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? nullptr : &*found;
}
template <JsonTree Json>
const Json& elementsOf(const Json& json) {
  return json;
}

template <class T>
constexpr bool kIsList = false;
template <class T>
constexpr bool kIsList<std::vector<T>> = true;

// Whether a T can hold the figure; true for what is none.
template <class T, class Json>
bool holds(const Json& json) {
  if (json.is_number_unsigned()) return std::in_range<T>(json.template get<std::uint64_t>());
  if (json.is_number_integer()) return std::in_range<T>(json.template get<std::int64_t>());
  if (!json.is_number_float()) return true;
  const double value = json.template get<double>();
  return std::abs(value) < std::ldexp(1.0, std::min(std::numeric_limits<T>::digits, 53)) &&
         (std::is_signed_v<T> || value >= 0);
}

// The value as a T, or as lists of them. A whole number that T does not hold throws json::out_of_range, where
// get() would cut it off; another type throws json::type_error, as in get().
template <class T, class Json>
T as(const Json& json) {
  if constexpr (std::integral<T> && !std::same_as<T, bool>) {
    if (!holds<T>(json)) throw Json::out_of_range::create(406, "a figure is out of range", nullptr);
  } else if constexpr (kIsList<T>) {
    if (json.is_array()) {
      T list;
      for (const Json& each : elementsOf(json)) list.push_back(as<typename T::value_type>(each));
      return list;
    }
  }
  return json.template get<T>();
}

// On one line; or with `indent` blanks a level. What is no UTF-8 becomes U+FFFD; characters that change how
// the text around them is shown are escaped.
std::string jsonText(const nlohmann::ordered_json& json, int indent = -1);
std::string jsonText(const nlohmann::json& json, int indent = -1);

}  // namespace kinglet::base
