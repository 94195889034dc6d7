// JSON that is read by the thousand, as rows of a study file are: looked at in place, several times as fast as json.h's
// trees are built (simdjson). For what reads a few keys of small texts; json.h is for the rest.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace kinglet::base {

// A value within a text that a JsonParser has read: gone with the parser's next one. It answers as a tree of nlohmann's
// does, with the same exceptions, so that one reader serves both.
class JsonView {
 public:
  using exception = nlohmann::json::exception;
  using out_of_range = nlohmann::json::out_of_range;
  using type_error = nlohmann::json::type_error;

  bool is_null() const;
  bool is_boolean() const;
  bool is_string() const;
  bool is_array() const;
  bool is_object() const;
  bool is_number() const;
  bool is_number_unsigned() const;
  bool is_number_integer() const;  // the unsigned ones, too
  bool is_number_float() const;

  // Throws type_error where it is of another type. Numbers become each other as in C; as() of json.h looks whether they
  // fit.
  template <class T>
  T get() const {
    if constexpr (std::same_as<T, bool>)
      return boolean();
    else if constexpr (std::same_as<T, std::string>)
      return string();
    else if constexpr (kIsList<T>) {
      T list;
      for (const JsonView& each : elements()) list.push_back(each.get<typename T::value_type>());
      return list;
    } else if constexpr (std::integral<T>)
      return is_number_float() ? T(real()) : is_number_unsigned() ? T(natural()) : T(whole());
    else {
      static_assert(std::same_as<T, double>);
      return real();
    }
  }

  // Of an object; nothing where it has no such key, or is none.
  std::optional<JsonView> member(std::string_view key) const;
  // Throw out_of_range where there is none, type_error where it is no object, or no list.
  JsonView at(std::string_view key) const;
  JsonView at(std::size_t place) const;

  std::vector<JsonView> elements() const;  // of a list; throws type_error where it is none

 private:
  friend class JsonParser;
  using Raw = std::array<std::uint64_t, 2>;
  explicit JsonView(const Raw& raw) : raw_(raw) {}
  bool boolean() const;
  std::string string() const;
  double real() const;
  std::int64_t whole() const;
  std::uint64_t natural() const;

  Raw raw_;  // simdjson's own, whose header is too heavy for this one
};

inline std::optional<JsonView> memberOf(const JsonView& json, const char* key) {
  return json.member(key);
}
inline std::vector<JsonView> elementsOf(const JsonView& json) {
  return json.elements();
}

// One thread at a time.
class JsonParser {
 public:
  explicit JsonParser(const JsonLimits& limits = {});
  ~JsonParser();
  JsonParser(JsonParser&&) noexcept;

  // Throws base::Error where the text is no JSON, holds a number that is too large, or goes beyond the limits of length
  // and depth. Of a key that is there twice the first is taken. what: as in parsedJson.
  JsonView parse(std::string_view text, const Message& what);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::base
