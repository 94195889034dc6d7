#include "diagnosis/type_name.h"

#include <cxxabi.h>

#include <cctype>
#include <cstdlib>
#include <memory>

namespace kinglet::diagnosis {

std::string typeName(const char* mangled) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(mangled, nullptr, nullptr, &status),
                                                    &std::free);
  return name && status == 0 ? name.get() : mangled;
}

std::string withReadableNames(std::string_view text) {
  const auto inName = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.';
  };
  std::string out;
  for (auto at = text.find("_Z"); at != std::string_view::npos; at = text.find("_Z")) {
    std::size_t end = at;
    while (end < text.size() && inName(text[end])) ++end;
    out += text.substr(0, at);
    out += typeName(std::string(text.substr(at, end - at)).c_str());
    text.remove_prefix(end);
  }
  return out += text;
}

}  // namespace kinglet::diagnosis
