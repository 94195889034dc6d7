#include "deploy/c_writer/shared_pair.h"

#include "base/files.h"
#include "base/format.h"
#include "deploy/c_writer/c_names.h"

namespace kinglet::deploy {
namespace {

// Two exports in one program may both bring the file; a linker of ELF or Mach-O then keeps one copy.
constexpr const char* kWeak =
    "/* Several networks of one program may each bring this file, the same to the letter: the linker keeps "
    "one. */\n"
    "#if defined(__GNUC__) && (defined(__ELF__) || defined(__APPLE__))\n"
    "#define KINGLET_FN __attribute__((weak))\n"
    "#elif defined(__ICCARM__)\n"
    "#define KINGLET_FN __weak\n"
    "#else /* here it must be compiled once */\n"
    "#define KINGLET_FN\n"
    "#endif\n";

std::string prototypesOf(const std::string& code) {
  constexpr std::string_view kMark = "\nKINGLET_FN ";
  std::string text;
  for (auto at = code.find(kMark); at != std::string::npos; at = code.find(kMark, at + 1)) {
    const auto begin = at + kMark.size();
    std::string one = code.substr(begin, code.find(" {", begin) - begin);
    for (auto line = one.find('\n'); line != std::string::npos; line = one.find('\n', line + 1))
      one.replace(line + 1, one.find_first_not_of(' ', line + 1) - line - 1, "    ");
    text += one + ";\n";
  }
  return text;
}

}  // namespace

std::string licenceLines(bool data) {
  return std::string("/* SPDX-License-Identifier: 0BSD\n   ") +
         (data
              ? "The code is Kinglet's and free for any use; the weights, labels and other numbers are yours."
              : "Kinglet's, free for any use.") +
         " */\n";
}

SharedPair sharedPair(const std::string& kind, const std::string& what, const std::string& stem,
                      const std::string& types, const std::string& code) {
  const std::string declared = types + prototypesOf("\n" + code);
  const auto hash = base::hashText(what + declared + kWeak + code);
  SharedPair pair;
  pair.name = "kinglet_" + kind + "_" + base::hex64(hash).substr(8);
  std::string guard = pair.name + "_H";
  for (char& c : guard)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  const auto named = [&](const std::string& text) { return renamed(text, {{stem, pair.name + "_"}}); };
  pair.header = licenceLines(false) + "/* " + what + " */\n#ifndef " + guard + "\n#define " + guard +
                "\n\n#include <stdint.h>\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n" +
                named(declared) + "\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
  pair.source = licenceLines(false) + "/* Made by Kinglet; see " + pair.name + ".h. */\n#include \"" +
                pair.name + ".h\"\n\n" + kWeak + "\n" + named(code);
  return pair;
}

}  // namespace kinglet::deploy
