// Small pieces of C source: numbers and arrays, exact and read by every C99 compiler.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "base/format.h"

namespace kinglet::deploy {

template <class T>
std::string number(T value) {  // a float as 0x1.8p+1f
  if constexpr (std::is_floating_point_v<T>) {
    return base::hexFloat(static_cast<double>(value)) + "f";
  } else {
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

}  // namespace kinglet::deploy
