#include "data/layout/split_names.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace kinglet::data {
namespace {

constexpr std::array kTraining{"train", "training", "trn", "trainset", "trainingset"};
constexpr std::array kValidation{"val",   "valid",       "validation", "validate", "dev",
                                 "devel", "development", "valset",     "devset",   "validationset"};
constexpr std::array kTest{"test",     "testing", "tests",   "eval", "evaluation",
                           "evaluate", "testset", "evalset", "tst"};
// What may stand beside them.
constexpr std::array kCompany{"audio",       "audios",  "wav",         "wavs",       "flac",     "data",
                              "dataset",     "set",     "sound",       "sounds",     "clip",     "clips",
                              "files",       "split",   "segments",    "recordings", "folder",   "balanced",
                              "unbalanced",  "curated", "noisy",       "metadata",   "list",     "csv",
                              "labels",      "label",   "annotations", "meta",       "manifest", "post",
                              "competition", "scoring", "full",        "public",     "private"};

template <std::size_t n>
bool isAmong(const std::array<const char*, n>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

enum class Sort { none, digit, small, capital };

Sort sortOf(unsigned char c) {
  if (c >= '0' && c <= '9') return Sort::digit;
  if (c >= 'A' && c <= 'Z') return Sort::capital;
  if ((c >= 'a' && c <= 'z') || c >= 0x80) return Sort::small;
  return Sort::none;
}

}  // namespace

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words;
  Sort last = Sort::none;
  for (const char c : name) {
    const Sort now = sortOf(static_cast<unsigned char>(c));
    if (now != Sort::none) {
      const bool goesOn = last == now || (last == Sort::capital && now == Sort::small);
      if (!goesOn) words.emplace_back();
      words.back() += c;
    }
    last = now;
  }
  for (std::string& word : words) word = base::lowerCase(word);
  return words;
}

std::optional<Part> partOf(std::string_view name) {
  std::optional<Part> part;
  // "FSD50K.dev_audio": what stands before a dot names the data set.
  const auto dot = name.rfind('.');
  if (dot != std::string_view::npos && dot + 1 < name.size()) name.remove_prefix(dot + 1);
  for (const std::string& word : wordsOf(name)) {
    const std::optional<Part> told = isAmong(kTraining, word)     ? std::optional(Part::training)
                                     : isAmong(kValidation, word) ? std::optional(Part::validation)
                                     : isAmong(kTest, word)       ? std::optional(Part::test)
                                                                  : std::nullopt;
    if (told && part && told != part) return std::nullopt;
    if (told)
      part = told;
    else if (!isAmong(kCompany, word) && word.find_first_not_of("0123456789") != std::string::npos)
      return std::nullopt;
  }
  return part;
}

std::optional<int> foldNumberOf(std::string_view name) {
  const auto words = wordsOf(name);
  if (words.size() != 2) return std::nullopt;
  if (words[0] != "fold" && words[0] != "folds" && words[0] != "split" && words[0] != "cv" &&
      words[0] != "xval" && words[0] != "kfold")
    return std::nullopt;
  int number = 0;
  const std::string& digits = words[1];
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number > 999) return std::nullopt;
  return number;
}

}  // namespace kinglet::data
