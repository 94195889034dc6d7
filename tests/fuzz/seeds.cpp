#include "seeds.h"

#include <cctype>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "reader.h"

namespace kinglet::fuzz {
namespace {

std::filesystem::path corpus;

const std::vector<std::string>& wrongFigures() {
  static const std::vector<std::string> figures{"-1",
                                                "0",
                                                "2147483647",
                                                "2147483648",
                                                "4294967297",
                                                "-9223372036854775808",
                                                "18446744073709551615",
                                                "1e18",
                                                "1e300",
                                                "-1e300",
                                                "1e-320",
                                                "1e400",
                                                "null",
                                                "\"x\"",
                                                "[]",
                                                "{}",
                                                "true",
                                                "0.5",
                                                "NaN"};
  return figures;
}

}  // namespace

void put(const std::string& target, const std::string& name, std::string_view bytes) {
  std::filesystem::create_directories(corpus / target);
  std::ofstream out(corpus / target / name, std::ios::binary);
  if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw base::Error("cannot write %1", corpus / target / name);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string bytes;
  for (std::size_t i = 0; i < parts.size(); ++i) bytes += (i ? std::string(1, kBetween) : "") + parts[i];
  return bytes;
}

void putWithHarm(const std::string& target, const std::string& name, const std::string& text) {
  put(target, name, text);
  put(target, name + "-cut", std::string_view(text).substr(0, text.size() * 2 / 3));
  const std::size_t middle = text.size() / 2;
  const std::pair<const char*, std::string> harms[] = {{"escape",
                                                        "\x1b]0;x\a\x1b[2J\x9b"
                                                        "31m\u202e"},
                                                       {"latin1", "\xfc\xe9\xff"},
                                                       {"zeros", std::string(40, '\0')},
                                                       {"broken", "\xf0\x9f\xed\xa0\x80\xc0\xaf"}};
  for (const auto& [what, harm] : harms)
    put(target, name + "-" + what, text.substr(0, middle) + harm + text.substr(middle));
  std::string wide = "\xff\xfe";
  for (const char c : text) (wide += c) += '\0';
  put(target, name + "-utf16", wide);
  put(target, name + "-twice", text + text);
}

void putJson(const std::string& target, const std::string& name, const std::string& json) {
  putWithHarm(target, name, json);
  put(target, "deep", std::string(100'000, '['));
  put(target, "deep-objects", [] {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "{\"a\":";
    return text;
  }());
  put(
      target, "wide", "[" + [] {
        std::string text;
        for (int i = 0; i < 20'000; ++i) text += "[],";
        return text;
      }() + "1]");
  // Each of the first figures by each wrong one.
  int places = 0;
  for (std::size_t at = 0; at < json.size() && places < 24; ++at) {
    if (!std::isdigit(static_cast<unsigned char>(json[at])) || at == 0 || !std::strchr("[:, ", json[at - 1]))
      continue;
    std::size_t end = at;
    while (end < json.size() && std::strchr("0123456789.eE+-", json[end])) ++end;
    const auto& wrong = wrongFigures();
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string& figure = wrong[(std::size_t(places) * 5 + i * 7) % wrong.size()];
      put(target, name + "-wrong" + std::to_string(places) + "-" + std::to_string(i),
          json.substr(0, at) + figure + json.substr(end));
    }
    ++places;
    at = end;
  }
}

int makeSeeds(int count, char** arguments, std::initializer_list<void (*)()> makers) {
  if (count != 2) {
    std::fprintf(stderr, "%s FOLDER\n", arguments[0]);
    return 2;
  }
  corpus = arguments[1];
  for (const auto make : makers) make();
  return 0;
}

}  // namespace kinglet::fuzz
