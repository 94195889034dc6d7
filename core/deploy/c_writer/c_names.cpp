#include "deploy/c_writer/c_names.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace kinglet::deploy {
namespace {

constexpr std::array kKeywords = {
    // C, up to C23 (those with an underscore in front are refused anyway)
    "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern",
    "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short",
    "signed", "sizeof", "static", "struct", "switch", "typedef", "typeof", "typeof_unqual", "union",
    "unsigned", "void", "volatile", "while",
    // C++, up to C++20
    "alignas", "alignof", "and", "and_eq", "asm", "bitand", "bitor", "bool", "catch", "char8_t", "char16_t",
    "char32_t", "class", "co_await", "co_return", "co_yield", "compl", "concept", "const_cast", "consteval",
    "constexpr", "constinit", "decltype", "delete", "dynamic_cast", "explicit", "export", "false", "friend",
    "mutable", "namespace", "new", "noexcept", "not", "not_eq", "nullptr", "operator", "or", "or_eq",
    "private", "protected", "public", "reinterpret_cast", "requires", "static_assert", "static_cast",
    "template", "this", "thread_local", "throw", "true", "try", "typeid", "typename", "using", "virtual",
    "wchar_t", "xor", "xor_eq"};

// PREFIX.h would be found in place of these.
constexpr std::array kHeaders = {
    "assert",  "complex", "ctype",     "errno",   "fenv",     "float",    "inttypes", "iso646",
    "limits",  "locale",  "math",      "setjmp",  "signal",   "stdalign", "stdarg",   "stdatomic",
    "stdbit",  "stdbool", "stdckdint", "stddef",  "stdint",   "stdio",    "stdlib",   "stdnoreturn",
    "string",  "strings", "tgmath",    "threads", "time",     "uchar",    "wchar",    "wctype",
    "unistd",  "fcntl",   "malloc",    "memory",  "arduino",  "autoconf", "cstdint",  "sched",
    "pthread", "poll",    "search",    "regex",   "features", "endian",   "byteswap", "version"};

// Of CMake and make, and libraries that other parts of a project link by these names.
constexpr std::array kTargets = {"all",     "clean", "depend", "help",       "install", "package",
                                 "rebuild", "test",  "edit",   "preinstall", "zephyr",  "app",
                                 "m",       "c",     "dl",     "rt",         "gcc"};

// Windows has no files of these names, whatever their ending.
constexpr std::array kDevices = {"con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4",
                                 "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3",
                                 "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isWord(char c) {
  return isLetter(c) || isDigit(c) || c == '_';
}

std::string inCase(const std::string& text, char first, char last, char to) {
  std::string result = text;
  for (char& c : result)
    if (c >= first && c <= last) c = static_cast<char>(c - first + to);
  return result;
}

bool isOneOf(const auto& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

void checkPrefix(const std::string& prefix) {
  if (prefix.empty()) throw base::Error("the prefix is empty; give a name like door_bell");
  if (prefix.size() > kLongestPrefix)
    throw base::Error(
        "the prefix has %1 characters; %2 are enough, so that C compilers tell the names apart that begin "
        "with it",
        prefix.size(), kLongestPrefix);
  if (!std::all_of(prefix.begin(), prefix.end(), isWord))
    throw base::Error(
        "\"%1\" cannot stand in front of C names; a prefix has letters a to z, digits and underscores only",
        prefix);
  if (isDigit(prefix[0])) throw base::Error("the prefix \"%1\" begins with a digit; C names cannot", prefix);
  if (prefix[0] == '_' || prefix.find("__") != std::string::npos)
    throw base::Error(
        "the prefix \"%1\" has an underscore in front or two in a row; C and C++ keep such names for "
        "themselves",
        prefix);
  if (isOneOf(kKeywords, prefix))
    throw base::Error("the prefix \"%1\" is a keyword of C or C++; choose another", prefix);
  const std::string lower = inCase(prefix, 'A', 'Z', 'a');
  if (isOneOf(kHeaders, lower))
    throw base::Error("with the prefix \"%1\", %1.h would hide a header of the system; choose another",
                      prefix);
  if (isOneOf(kDevices, lower))
    throw base::Error("with the prefix \"%1\", Windows could not store %1.h; choose another", prefix);
  if (isOneOf(kTargets, lower))
    throw base::Error("build systems keep the name \"%1\" for themselves; choose another prefix", prefix);
  if (lower == "main") throw base::Error("main is the name of every program; choose another prefix");
  if (lower == "frontend" || lower.ends_with("_frontend"))
    throw base::Error("names with \"frontend\" are those of the front end; choose another prefix than \"%1\"",
                      prefix);
  if (lower.ends_with("_stream"))
    throw base::Error(
        "names with \"_stream\" are those of what listens on; choose another prefix than \"%1\"", prefix);
  if (lower.starts_with("kinglet_"))
    throw base::Error(
        "names with \"kinglet_\" are those of what networks share; choose another prefix than "
        "\"%1\"",
        prefix);
}

CNames::CNames(const std::string& name) : prefix(name), macros(inCase(name, 'a', 'z', 'A')) {
  checkPrefix(prefix);
  frontEnd = isDefault() ? "frontend" : prefix + "_frontend";
  frontEndMacros = isDefault() ? "FRONTEND" : macros + "_FRONTEND";
}

std::string CNames::named(std::string_view code) const {
  std::string text = renamed(code, {{"frontend_", frontEnd + "_"},
                                    {"FRONTEND_", frontEndMacros + "_"},
                                    {"model_", prefix + "_"},
                                    {"MODEL_", macros + "_"}});
  text = replaced(text, "@model@", prefix);
  text = replaced(text, "@MODEL@", macros);
  text = replaced(text, "@frontend@", frontEnd);
  return replaced(text, "@program@", prefix);
}

std::string renamed(std::string_view text,
                    const std::vector<std::pair<std::string, std::string>>& beginnings) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (!isWord(text[i])) {
      result += text[i++];
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && isWord(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    const auto found = std::find_if(beginnings.begin(), beginnings.end(),
                                    [&](const auto& pair) { return word.starts_with(pair.first); });
    if (found == beginnings.end())
      result += word;
    else
      result.append(found->second).append(word.substr(found->first.size()));
    i = end;
  }
  return result;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace kinglet::deploy
