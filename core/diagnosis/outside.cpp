#include "diagnosis/outside.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace kinglet::diagnosis {
namespace {

constexpr std::string_view kDots = "\xE2\x80\xA6";  // …
constexpr std::array<std::string_view, 11> kEndings{".wav", ".flac", ".ogg",     ".mp3",    ".aiff", ".csv",
                                                    ".tsv", ".json", ".kinglet", ".tflite", ".onnx"};

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string out;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
    out += text.substr(0, at);
    out += by;
    text.remove_prefix(at + what.size());
  }
  return out += text;
}

std::string leftOf(std::string_view words) {
  const std::string lower = base::lowerCase(words);
  for (const std::string_view ending : kEndings)
    if (lower.ends_with(ending)) return std::string(kDots).append(ending);
  return std::string(kDots);
}

}  // namespace

std::string outside(std::string_view words) {
  return std::string(kOpen) + replaced(replaced(words, kOpen, "<"), kClose, ">") + std::string(kClose);
}

std::string marked(const base::Message& message) {
  std::vector<std::string> words;
  for (const auto& argument : message.arguments()) {
    using Kind = base::Message::Argument::Kind;
    if (argument.kind == Kind::message && !argument.message.empty())
      words.push_back(marked(argument.message.front()));
    else
      words.push_back(argument.kind == Kind::figure ? argument.text : outside(argument.text));
  }
  return base::filled(message.pattern(), words);
}

std::string withoutOutside(std::string_view text) {
  std::string out;
  for (auto at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen)) {
    out += text.substr(0, at);
    text.remove_prefix(at + kOpen.size());
    // A line that was cut may lack the end.
    const auto lineEnd = std::min(text.find('\n'), text.size());
    const auto end = std::min(text.substr(0, lineEnd).find(kClose), lineEnd);
    out.append(kOpen).append(leftOf(text.substr(0, end))).append(kClose);
    text.remove_prefix(end);
    if (text.starts_with(kClose)) text.remove_prefix(kClose.size());
  }
  return out += text;
}

std::string cutTo(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  return text;
}

}  // namespace kinglet::diagnosis
