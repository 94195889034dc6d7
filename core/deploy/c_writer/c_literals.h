// Small pieces of C source: numbers, arrays and text, exact and read by every C99 and C++11 compiler.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kinglet::deploy {

// A float in decimals, so that C++ before 17 reads it too: 9 significant digits, which give back the same
// bits even where a compiler reads a double first. Throws base::Error when it is not finite.
std::string floatNumber(float value);

template <class T>
std::string number(T value) {
  if constexpr (std::is_same_v<T, float>) {
    return floatNumber(value);
  } else {
    static_assert(std::is_integral_v<T>);
    return std::to_string(static_cast<long>(value));
  }
}

template <class T>
std::string array(const std::string& type, const std::string& name, const std::vector<T>& values) {
  std::string text = "static const " + type + " " + name + "[" + std::to_string(values.size()) + "] = {";
  std::size_t line = 0;
  for (const T value : values) {
    if (text.size() - line > 100) {
      text += "\n    ";
      line = text.size();
    }
    text += number(value) + ",";
  }
  text.back() = '}';
  return text + ";\n";
}

// "a, b, c"
std::string joined(const std::vector<std::string>& parts, const char* between = ", ");

}  // namespace kinglet::deploy
