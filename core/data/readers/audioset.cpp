// AudioSet (Gemmeke et al. 2017): *_segments.csv with YTID, start_seconds, end_seconds, "label ids", several
// a clip; class_labels_indices.csv names the ids. The sounds, which everyone fetches by himself, are anywhere
// below, named by YTID, or as common fetchers do: Y before it, or the start in seconds or milliseconds after
// it.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/folds.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr const char* kClasses = "class_labels_indices.csv";

// eval_segments.csv, balanced_train_segments.csv, unbalanced_train_segments.csv, or parts of them.
std::vector<fs::path> tablesIn(const fs::path& root) {
  std::vector<fs::path> tables;
  std::error_code error;
  if (!fs::is_directory(root, error)) return tables;
  for (const fs::path& path : sortedFolder(root)) {
    const std::string name = base::lowerCase(path.filename().string());
    if (name.ends_with("segments.csv") && fs::is_regular_file(path, error)) tables.push_back(path);
  }
  return tables;
}

// Names of the label ids, in the order of their indices.
struct Names {
  std::unordered_map<std::string, std::string> byId;
  std::vector<std::string> order;
};

Names readNames(const fs::path& root) {
  Names names;
  std::error_code error;
  if (!fs::is_regular_file(root / kClasses, error)) return names;
  base::CsvReader csv(root / kClasses);
  csv.readHeader();
  const std::size_t mid = csv.column("mid"), shown = csv.column("display_name");
  while (const auto row = csv.next()) {
    if (row->size() <= std::max(mid, shown)) csv.fail("the row has too few columns");
    const std::string id = base::trimmed((*row)[mid]), name = base::trimmed((*row)[shown]);
    if (id.empty() || name.empty() || !base::isUtf8(name)) csv.fail("an id with its name is needed");
    if (!names.byId.emplace(id, name).second) csv.fail("the id " + id + " is named twice");
    names.order.push_back(name);
  }
  return names;
}

// Every sound below the folder by its name without ending; the first in alphabetical order counts.
std::unordered_map<std::string, fs::path> soundsBelow(const fs::path& root) {
  std::unordered_map<std::string, fs::path> sounds;
  std::error_code error;
  for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error)) {
    if (isHidden(it->path()) && it->is_directory()) {
      it.disable_recursion_pending();
      continue;
    }
    if (!isSoundName(it->path())) continue;
    const auto [known, isNew] = sounds.emplace(it->path().stem().string(), it->path());
    if (!isNew && it->path() < known->second) known->second = it->path();
  }
  if (error) throw base::Error("cannot look into the folder " + root.string() + ": " + error.message());
  return sounds;
}

class AudioSetReader {
 public:
  AudioSetReader(const fs::path& root, const OpenOptions& options)
      : root_(root),
        names_(readNames(root)),
        sounds_(soundsBelow(root)),
        builder_("audioset", root, options) {}

  Dataset read() {
    bool evaluation = false;
    for (const fs::path& table : tablesIn(root_)) {
      const bool held = base::lowerCase(table.filename().string()).starts_with("eval");
      evaluation |= held;
      readTable(table, held ? "eval" : "");
    }
    if (missing_ > 0)
      builder_.note(std::to_string(missing_) + " of " + std::to_string(listed_) +
                    " listed segments have no sound here (the first is " + firstMissing_ + ")");
    if (names_.byId.empty())
      builder_.note("Classes are shown by their ids: class_labels_indices.csv is not there.");
    builder_.orderClasses(names_.order);
    builder_.setMultiLabel();
    if (evaluation) builder_.spreadTheRest(kDefaultFolds - 1);
    return builder_.finish();
  }

 private:
  void readTable(const fs::path& table, const std::string& fold) {
    base::CsvReader csv(table);
    while (const auto row = csv.next()) {
      if (base::trimmed(row->front()).starts_with("#")) continue;
      const std::string where = table.filename().string() + ", line " + std::to_string(csv.line());
      for (const std::string& field : *row)
        if (!base::isUtf8(field)) csv.fail("this text is not UTF-8");
      if (std::string bad = readRow(csv, *row, where, fold); !bad.empty())
        builder_.problem(where, std::move(bad));
    }
  }

  // What is wrong with the row; empty when it was added or its sound is not here.
  std::string readRow(const base::CsvReader& csv, const std::vector<std::string>& row,
                      const std::string& where, const std::string& fold) {
    if (row.size() < 4) return "a row holds YTID, start_seconds, end_seconds and the quoted label ids";
    const std::string id = base::trimmed(row[0]);
    if (id.empty() || id.find('/') != std::string::npos) return "the YTID is empty or holds a slash";
    Entry entry;
    try {
      entry.startS = csv.number(row, 1);
      entry.endS = csv.number(row, 2);
    } catch (const base::Error&) {
      return "\"" + row[1] + "\" to \"" + row[2] + "\" are no seconds";
    }
    if (!(entry.startS >= 0 && entry.endS > entry.startS && entry.endS < 1e6)) return "the segment is empty";
    for (const std::string& label : base::splitList(row[3], ',')) {
      const auto name = names_.byId.find(label);
      if (name == names_.byId.end() && !names_.byId.empty())
        return "the label " + label + " is not in " + kClasses;
      entry.labels.push_back(name == names_.byId.end() ? label : name->second);
    }
    if (entry.labels.empty()) return "there is no label";
    ++listed_;
    entry.path = soundOf(id, entry.startS);
    if (entry.path.empty()) {
      if (missing_++ == 0) firstMissing_ = id;
      return {};
    }
    entry.name = entry.path.lexically_relative(root_).generic_string();
    entry.source = id;
    entry.fold = fold;
    entry.where = where;
    entry.mayBeCut = true;
    builder_.add(std::move(entry));
    return {};
  }

  fs::path soundOf(const std::string& id, double start) const {
    const auto whole = std::to_string(std::lround(start)),
               thousandths = std::to_string(std::lround(start * 1000));
    for (const std::string& first : {id, "Y" + id}) {
      for (const std::string& name : {first, first + "_" + whole, first + "_" + thousandths}) {
        if (const auto found = sounds_.find(name); found != sounds_.end()) return found->second;
      }
    }
    return {};
  }

  const fs::path root_;
  const Names names_;
  const std::unordered_map<std::string, fs::path> sounds_;
  DatasetBuilder builder_;
  long listed_ = 0, missing_ = 0;
  std::string firstMissing_;
};

}  // namespace

const Layout kAudioSet{
    "audioset", "AudioSet (*_segments.csv, class_labels_indices.csv and sounds named by YTID)",
    [](const fs::path& path) { return !tablesIn(path).empty(); },
    [](const fs::path& path, const OpenOptions& options) { return AudioSetReader(path, options).read(); }};

}  // namespace kinglet::data
