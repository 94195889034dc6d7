#include "app/diagnosis/redaction.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>

#include "data/fingerprint/fingerprint.h"
#include "diagnosis/outside.h"
#include "study/settings.h"

namespace kinglet::app {
namespace {

constexpr std::string_view kLeftOut = "‹…›";
constexpr std::size_t kShortest = 4;  // "no", "up" and "go" are words of everybody
constexpr std::size_t kMostNames = 3000;
constexpr std::array<std::string_view, 9> kUsualFolders{"audio", "clips", "data",       "sounds", "test",
                                                        "train", "valid", "validation", "wavs"};

bool isOfWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool tellsSomething(const std::string& name) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c > 0; });
  return name.size() >= (ascii ? kShortest : 2) && !std::all_of(name.begin(), name.end(), isDigit);
}

// Where no letter or figure stands on either side.
std::string withoutName(const std::string& text, const std::string& name) {
  std::string out;
  std::size_t from = 0;
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (at < from || (at > 0 && isOfWord(text[at - 1]) && isOfWord(name.front())) ||
        (end < text.size() && isOfWord(text[end]) && isOfWord(name.back())))
      continue;
    out.append(text, from, at - from).append(kLeftOut);
    from = end;
  }
  return from == 0 ? text : out.append(text, from);
}

// Words between blanks, quotes and separators of paths.
std::string withoutWords(std::string_view text, const std::unordered_set<std::string>& words) {
  if (words.empty()) return std::string(text);
  constexpr std::string_view kBetween = " \t\n\r/\"'()[],;:=<>";
  std::string out;
  while (!text.empty()) {
    const auto size = std::min(text.find_first_of(kBetween), text.size());
    const std::string word(text.substr(0, size));
    if (words.contains(word) || (word.ends_with('.') && words.contains(word.substr(0, size - 1))))
      out += kLeftOut;
    else
      out += word;
    text.remove_prefix(size);
    if (text.empty()) break;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

Redaction::Redaction() {
  if (const char* home = std::getenv("HOME"); home && std::string_view(home).size() > 1) {
    home_ = home;
    while (home_.size() > 1 && home_.back() == '/') home_.pop_back();
    if (home_ != "/root") hideName(std::filesystem::path(home_).filename().string());
  }
  for (const char* variable : {"USER", "LOGNAME"})
    if (const char* name = std::getenv(variable); name && std::string_view(name) != "root") hideName(name);
}

void Redaction::hideName(const std::string& name) {
  if (tellsSomething(name) && names_.size() < kMostNames) names_.insert(name);
}

void Redaction::hideFile(const std::string& path) {
  const std::filesystem::path file(path);
  for (const auto& part : {file.filename().string(), file.stem().string()}) {
    if (part.find(' ') != std::string::npos)
      hideName(part);
    else if (tellsSomething(part))
      files_.insert(part);
  }
}

void Redaction::hideNamesOf(const study::StudyStore& study) {
  const study::Settings settings = study.settings();
  for (const std::string& name : settings.classes) hideName(name);
  if (settings.dataPath != "demo") hideFile(settings.dataPath);
  const auto record = study.sounds();
  if (!record) return;
  const data::Fingerprint known = data::Fingerprint::unpack(record->clips);
  for (const std::string& name : known.classes) hideName(name);
  for (const data::KnownClip& clip : known.clips) {
    hideFile(clip.key);
    for (const auto& folder : std::filesystem::path(clip.key).parent_path())
      if (std::find(kUsualFolders.begin(), kUsualFolders.end(), folder.string()) == kUsualFolders.end())
        hideName(folder.string());
  }
}

std::string Redaction::withoutMarked(std::string_view text) const {
  const std::string out = diagnosis::withoutOutside(text);
  if (home_.empty()) return out;
  std::string shown;
  std::size_t from = 0;
  for (auto at = out.find(home_); at != std::string::npos; at = out.find(home_, from)) {
    shown.append(out, from, at - from);
    from = at + home_.size();
    const bool whole = from == out.size() || !isOfWord(out[from]);
    shown += whole ? "~" : home_;
  }
  return shown.append(out, from);
}

std::string Redaction::of(std::string_view text) const {
  std::string out = withoutWords(withoutMarked(text), files_);
  // The longest first: one name may be part of another.
  std::vector<std::string> names(names_.begin(), names_.end());
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  for (const std::string& name : names) out = withoutName(out, name);
  return out;
}

}  // namespace kinglet::app
