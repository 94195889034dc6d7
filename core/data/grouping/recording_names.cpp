#include "data/grouping/recording_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/text.h"

namespace kinglet::data {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isSeparator(char c) {
  return c == '-' || c == '_' || c == ' ' || c == '.';
}

// Words before a number that counts parts of a recording, or copies of it.
constexpr std::array kPartWords{"part",    "seg",   "segment", "chunk", "clip",     "take",      "slice",
                                "s",       "t",     "p",       "utt",   "u",        "utterance", "rep",
                                "cut",     "piece", "win",     "frame", "window",   "event",     "ch",
                                "channel", "mic",   "aug",     "copy",  "augmented"};

// A name's last part that only counts parts of a recording: "003", "A", "b2", "part3", "3.0s".
bool countsParts(std::string part) {
  part = base::lowerCase(part);
  if (part.size() > 1 && part.back() == 's' && isDigits(part.substr(0, part.size() - 1))) return true;
  for (const char* word : kPartWords)
    if (part.starts_with(word) && isDigits(part.substr(std::string_view(word).size()))) return true;
  return isDigits(part) || (part.size() == 1 && std::isalpha(static_cast<unsigned char>(part[0])));
}

std::vector<std::string> partsOf(std::string_view stem) {
  std::vector<std::string> parts{""};
  for (const char c : stem) {
    if (isSeparator(c))
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

bool isEscName(const std::vector<std::string>& parts) {
  return parts.size() == 4 && isDigits(parts[0]) && isDigits(parts[1]) && parts[2].size() == 1 &&
         std::isupper(static_cast<unsigned char>(parts[2][0])) && isDigits(parts[3]);
}

// `count` digits at a place, as a number from least to most.
std::optional<int> digitsAt(std::string_view text, std::size_t at, std::size_t count, int least, int most) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!isDigit(text[i])) return std::nullopt;
    value = 10 * value + (text[i] - '0');
  }
  return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool digitFollows(std::string_view text, std::size_t at) {
  return at < text.size() && isDigit(text[at]);
}

// Where a date that begins at a place ends; 0: none is there.
std::size_t dateEnd(std::string_view text, std::size_t at) {
  const auto year = [&](std::size_t where) { return digitsAt(text, where, 4, 1970, 2099).has_value(); };
  const auto month = [&](std::size_t where) { return digitsAt(text, where, 2, 1, 12).has_value(); };
  const auto day = [&](std::size_t where) { return digitsAt(text, where, 2, 1, 31).has_value(); };
  if (year(at) && month(at + 4) && day(at + 6)) return at + 8;
  const auto between = [&](std::size_t first, std::size_t second) {
    return second < text.size() && isSeparator(text[first]) && text[first] == text[second];
  };
  if (year(at) && between(at + 4, at + 7) && month(at + 5) && day(at + 8)) return at + 10;
  if (day(at) && between(at + 2, at + 5) && month(at + 3) && year(at + 6)) return at + 10;
  if (day(at) && month(at + 2) && year(at + 4)) return at + 8;
  return 0;
}

// The same of a time of day: 060000, 0600, 06-00-00, 06.00.
std::size_t timeEnd(std::string_view text, std::size_t at) {
  const auto hour = [&](std::size_t where) { return digitsAt(text, where, 2, 0, 23).has_value(); };
  const auto sixty = [&](std::size_t where) { return digitsAt(text, where, 2, 0, 59).has_value(); };
  if (!hour(at)) return 0;
  std::size_t end = 0;
  if (sixty(at + 2)) {
    end = sixty(at + 4) ? at + 6 : at + 4;
  } else if (at + 2 < text.size() && (isSeparator(text[at + 2]) || text[at + 2] == 'h') && sixty(at + 3)) {
    end = at + 5;
    if (end < text.size() && (text[end] == text[at + 2] || text[end] == 'm') && sixty(end + 1)) end += 3;
  }
  if (end == 0 || digitFollows(text, end)) return 0;
  if (end < text.size() && (text[end] == 'Z' || text[end] == 'T' || text[end] == 's')) ++end;
  return end;
}

// "0.912_12_" in front, as BirdNET writes its segments: confidence and a counter.
std::string_view withoutScore(std::string_view stem) {
  if (!(stem.starts_with("0.") || stem.starts_with("1."))) return stem;
  std::size_t at = 2;
  while (at < stem.size() && isDigit(stem[at])) ++at;
  if (at == 2 || at >= stem.size() || stem[at] != '_') return stem;
  std::size_t after = at + 1;
  while (after < stem.size() && isDigit(stem[after])) ++after;
  if (after == at + 1 || after >= stem.size() || stem[after] != '_') return stem;
  return stem.substr(after + 1);
}

}  // namespace

Stamp stampIn(std::string_view stem) {
  for (std::size_t at = 0; at + 12 <= stem.size(); ++at) {
    if (!isDigit(stem[at]) || (at > 0 && isDigit(stem[at - 1]))) continue;
    const std::size_t date = dateEnd(stem, at);
    if (date == 0 || date >= stem.size()) continue;
    const char mark = stem[date];
    const bool marked = isSeparator(mark) || mark == 'T' || mark == 't' || mark == '$';
    if (const std::size_t end = timeEnd(stem, marked ? date + 1 : date)) return {at, end};
  }
  return {};
}

std::vector<std::string> recordingNames(const std::string& whole) {
  if (const auto at = whole.find("_nohash_"); at != std::string::npos && at > 0) return {whole.substr(0, at)};
  const std::string stem(withoutScore(whole));
  auto parts = partsOf(stem);
  if (isEscName(parts)) return {parts[1]};
  const Stamp stamp = stampIn(stem);
  std::vector<std::string> names{stem};
  std::size_t length = stem.size();
  const auto dropLast = [&] {
    length -= parts.back().size() + 1;
    parts.pop_back();
  };
  while (parts.size() > 1 && (parts.back().empty() || countsParts(parts.back()))) {
    if (!parts.back().empty()) dropLast();
    while (parts.size() > 1 && parts.back().empty()) dropLast();
    if (length == 0 || (stamp.found() && length < stamp.end)) break;
    names.push_back(stem.substr(0, length));
  }
  std::reverse(names.begin(), names.end());
  return names;
}

std::string recordingOf(const std::string& stem) {
  return recordingNames(stem).front();
}

std::string prefixOf(const std::string& stem) {
  const auto end = std::find_if(stem.begin(), stem.end(), [](char c) { return isSeparator(c) && c != '.'; });
  return end == stem.begin() ? stem : std::string(stem.begin(), end);
}

bool isWord(std::string_view name) {
  return std::none_of(name.begin(), name.end(), isDigit);
}

std::string lettersOf(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || byte >= 0x80) kept += static_cast<char>(std::tolower(byte));
  }
  return kept;
}

}  // namespace kinglet::data
