#include "data/folds.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "base/files.h"
#include "base/text.h"

namespace kinglet::data {
namespace {

bool isDigits(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

// A name's last part that only counts parts of a recording: "003", "A", "b2", "part3", "take1".
bool countsParts(std::string part) {
  part = base::lowerCase(part);
  for (const char* word : {"part", "seg", "segment", "chunk", "clip", "take", "slice", "s", "t", "p"})
    if (part.starts_with(word) && isDigits(part.substr(std::string(word).size()))) return true;
  return isDigits(part) || (part.size() == 1 && std::isalpha(static_cast<unsigned char>(part[0])));
}

std::string letters(const std::string& text) {
  std::string kept;
  for (const unsigned char c : text)
    if (std::isalnum(c) || c >= 0x80) kept += static_cast<char>(std::tolower(c));
  return kept;
}

bool isEscName(const std::vector<std::string>& parts) {
  return parts.size() == 4 && isDigits(parts[0]) && isDigits(parts[1]) && parts[2].size() == 1 &&
         std::isupper(static_cast<unsigned char>(parts[2][0])) && isDigits(parts[3]);
}

std::vector<std::string> partsOf(const std::string& stem) {
  std::vector<std::string> parts{""};
  for (const char c : stem) {
    if (c == '-' || c == '_' || c == ' ' || c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

}  // namespace

std::vector<int> assignFolds(const std::vector<FoldItem>& items, int folds) {
  struct Source {
    std::uint64_t order;
    const std::string* name;
    std::map<int, int> clips;  // a class
    int total = 0;
  };
  std::map<std::string, Source> bySource;
  std::map<int, double> classClips;
  for (const FoldItem& item : items) {
    auto [found, isNew] = bySource.try_emplace(item.source);
    Source& source = found->second;
    if (isNew) source.order = base::hashText(item.source), source.name = &found->first;
    ++source.total;
    for (const int label : item.labels) ++source.clips[label], ++classClips[label];
  }
  // Large sources first, since they are the hardest to place; among equals a hash, so that names that sort
  // together do not land together.
  std::vector<const Source*> order;
  for (const auto& [name, source] : bySource) order.push_back(&source);
  std::sort(order.begin(), order.end(), [](const Source* a, const Source* b) {
    if (a->total != b->total) return a->total > b->total;
    return a->order != b->order ? a->order < b->order : *a->name < *b->name;
  });

  std::map<std::string, int> foldOf;
  std::vector<std::map<int, int>> filled(static_cast<std::size_t>(folds));
  std::vector<int> sizes(static_cast<std::size_t>(folds));
  for (const Source* source : order) {
    std::size_t best = 0;
    double bestLoad = 0;
    for (std::size_t fold = 0; fold < filled.size(); ++fold) {
      double load = 0;
      for (const auto& [label, clips] : source->clips) load += filled[fold][label] / classClips[label];
      if (fold == 0 || load < bestLoad || (load == bestLoad && sizes[fold] < sizes[best]))
        best = fold, bestLoad = load;
    }
    foldOf[*source->name] = static_cast<int>(best);
    sizes[best] += source->total;
    for (const auto& [label, clips] : source->clips) filled[best][label] += clips;
  }
  std::vector<int> result;
  result.reserve(items.size());
  for (const FoldItem& item : items) result.push_back(foldOf.at(item.source));
  return result;
}

std::string recordingOf(const std::string& stem) {
  if (const auto at = stem.find("_nohash_"); at != std::string::npos && at > 0) return stem.substr(0, at);
  auto parts = partsOf(stem);
  if (isEscName(parts)) return parts[1];
  std::size_t length = stem.size();
  while (parts.size() > 1 && (parts.back().empty() || countsParts(parts.back()))) {
    length -= parts.back().size() + 1;
    parts.pop_back();
  }
  return length > 0 ? stem.substr(0, length) : stem;
}

std::vector<std::string> recordingsOf(const std::vector<std::string>& stems, const std::string& className) {
  std::vector<std::string> recordings;
  recordings.reserve(stems.size());
  bool several = false, named = false;
  for (const std::string& stem : stems) {
    recordings.push_back(recordingOf(stem));
    several |= recordings.back() != recordings.front();
    named |= letters(recordings.back()) == letters(className);
  }
  return several && !named ? recordings : stems;
}

}  // namespace kinglet::data
