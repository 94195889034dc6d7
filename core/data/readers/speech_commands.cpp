// Speech Commands (Warden 2018): a folder a word, SPEAKER_nohash_N.wav inside; validation_list.txt and
// testing_list.txt name clips as word/file, all others are for training. Folders that begin with an
// underscore
// (_background_noise_: minutes of noise, no word) are no classes.
#include <algorithm>
#include <fstream>
#include <unordered_map>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/grouping/recording_names.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr const char* kLists[][2] = {{"validation_list.txt", "validation"}, {"testing_list.txt", "testing"}};

bool isClassFolder(const fs::path& path) {
  std::error_code error;
  return !isHidden(path) && !path.filename().string().starts_with("_") && fs::is_directory(path, error);
}

// A line a clip; with a separator that no path holds, a table reader is a reader of lines that bounds them.
std::unordered_map<std::string, std::string> readLists(const fs::path& root) {
  std::unordered_map<std::string, std::string> folds;
  for (const auto& [file, fold] : kLists) {
    std::error_code error;
    if (!fs::is_regular_file(root / file, error)) continue;
    base::CsvReader lines(root / file, '\x1f', 4096);
    while (const auto row = lines.next()) {
      const std::string name = base::trimmed(row->front());
      const auto [known, isNew] = folds.emplace(name, fold);
      if (!isNew && known->second != fold)
        lines.fail(base::shownText(name) + " is listed for validation and for testing");
    }
  }
  return folds;
}

Dataset read(const fs::path& root, const OpenOptions& options) {
  DatasetBuilder builder("speech_commands", root, options);
  auto folds = readLists(root);
  bool others = false;
  for (const fs::path& folder : sortedFolder(root)) {
    if (folder.filename().string().starts_with("_")) others = true;
    if (!isClassFolder(folder)) continue;
    for (const fs::path& path : sortedFolder(folder)) {
      if (isHidden(path) || !isSoundName(path)) continue;
      Entry entry;
      entry.path = path;
      entry.name = path.lexically_relative(root).generic_string();
      entry.labels = {base::shownText(folder.filename().string())};
      entry.source = recordingOf(path.stem().string());  // the speaker
      entry.fold = "training";
      if (const auto listed = folds.find(entry.name); listed != folds.end()) {
        entry.fold = listed->second;
        folds.erase(listed);
      }
      builder.add(std::move(entry));
    }
  }
  std::vector<std::string> missing;  // told in a fixed order
  for (const auto& [name, fold] : folds) missing.push_back(name);
  std::sort(missing.begin(), missing.end());
  for (const std::string& name : missing)
    builder.problem(name, "listed for validation or testing, but not there");
  if (others)
    builder.note("Folders that begin with an underscore hold noise without a word and were left out.");
  return builder.finish();
}

}  // namespace

const Layout kSpeechCommands{
    "speech_commands", "Speech Commands (a folder for each word, validation_list.txt and testing_list.txt)",
    [](const fs::path& path) {
      std::error_code error;
      return fs::is_directory(path, error) &&
             std::any_of(std::begin(kLists), std::end(kLists),
                         [&](const auto& list) { return fs::is_regular_file(path / list[0], error); });
    },
    read};

}  // namespace kinglet::data
