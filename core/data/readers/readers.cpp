#include "base/error.h"
#include "base/text.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;

const std::vector<const Layout*>& layouts() {
  static const std::vector<const Layout*> all{&kEsc50,    &kSpeechCommands, &kAudioSet,
                                              &kManifest, &kUrbanSound,     &kFolders};
  return all;
}

base::Message layoutsUnderstood() {
  return base::Message(
      "Kinglet understands ESC-50 (meta/esc50.csv and audio/); UrbanSound8K and FSD50K as they unpack; "
      "Speech "
      "Commands (a folder for each word, validation_list.txt and testing_list.txt); AudioSet "
      "(*_segments.csv, "
      "class_labels_indices.csv and sounds named by YTID); a manifest (a table of text with the columns "
      "path,label[,fold][,start_s,end_s]); and a folder for each class with its sounds inside");
}

std::optional<std::size_t> groupColumn(const GroupBy& by, const base::CsvReader& csv,
                                       std::optional<std::size_t> known) {
  if (by.kind != GroupBy::Kind::column) return std::nullopt;
  if (!by.name.empty()) return csv.column(by.name);
  if (!known)
    throw base::Error(
        "no column is known to name recordings here, so clips cannot be grouped by it; name one with "
        "column:NAME");
  return known;
}

fs::path insideOf(const fs::path& root, const std::string& text) {
  const fs::path whole = fs::absolute(root).lexically_normal();
  const fs::path path = (whole / fs::path(text)).lexically_normal();
  const fs::path relative = path.lexically_relative(whole);
  const auto leaves = [](const fs::path& way) { return way.empty() || way == "." || *way.begin() == ".."; };
  if (leaves(relative)) return {};
  // Nor by a symbolic link somewhere on the way.
  std::error_code missing, error;
  const fs::path really = fs::canonical(path, missing), home = fs::canonical(whole, error);
  if (!missing && !error && leaves(really.lexically_relative(home))) return {};
  return path;
}

}  // namespace kinglet::data
