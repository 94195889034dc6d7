#include "base/json.h"

#include <algorithm>
#include <vector>

#include "base/format.h"
#include "base/utf8.h"

namespace kinglet::base {
namespace {

// In JSON text such characters stand only inside of strings, where an escape means the same.
std::string escaped(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    const Utf8 next = nextCharacter(rest);
    if (next.bytes > 1 && isUnseen(next.code)) {
      const auto unit = [&](std::uint32_t code) { out += "\\u" + hex64(code).substr(12); };
      if (next.code > 0xFFFF) {
        unit(0xD800 + ((next.code - 0x10000) >> 10));
        unit(0xDC00 + ((next.code - 0x10000) & 0x3FF));
      } else {
        unit(next.code);
      }
    } else if (next.code == 0x7F) {
      out += "\\u007f";
    } else {
      out += rest.substr(0, next.bytes);
    }
    rest.remove_prefix(next.bytes);
  }
  return out;
}

}  // namespace

void checkJson(std::string_view text, const Message& what, const JsonLimits& limits) {
  if (text.size() > limits.bytes)
    throw Error("cannot read %1: it is larger than %2 MB", what, limits.bytes >> 20);
  int depth = 0;
  std::size_t values = 1;
  bool inString = false;
  std::vector<std::size_t> keys(1, 0);  // of what is open, the outermost first
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        inString = false;
      continue;
    }
    if (c == '"') inString = true;
    if (c == ',' || c == ':' || c == '[') ++values;
    if (c == ']' || c == '}') {
      --depth;
      if (keys.size() > 1) keys.pop_back();
    }
    if (c == '[' || c == '{') {
      ++depth;
      keys.push_back(0);
    }
    if (c == ':' && ++keys.back() > limits.keys)
      throw Error("cannot read %1: it holds an object of more than %2 keys", what, limits.keys);
    if (depth > limits.depth)
      throw Error("cannot read %1: its lists are nested more than %2 deep", what, limits.depth);
    if (values > limits.values)
      throw Error("cannot read %1: it holds more than %2 values", what, limits.values);
  }
}

std::string jsonText(const nlohmann::ordered_json& json, int indent) {
  return escaped(json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

std::string jsonText(const nlohmann::json& json, int indent) {
  return escaped(json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace kinglet::base
