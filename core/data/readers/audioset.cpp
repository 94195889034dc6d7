// AudioSet (Gemmeke et al. 2017): *_segments.csv with YTID, start_seconds, end_seconds, "label ids", several
// a clip; class_labels_indices.csv names the ids. The sounds, which everyone fetches by himself, are anywhere
// below, named by YTID: see segment_names.h.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/csv.h"
#include "base/error.h"
#include "base/format.h"
#include "base/text.h"
#include "data/folds.h"
#include "data/layout/leftovers.h"
#include "data/readers/reader.h"
#include "data/readers/segment_names.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr const char* kClasses = "class_labels_indices.csv";

bool isInUpperFolders(const std::string& name) {
  return std::count(name.begin(), name.end(), '/') <= 1;
}

// eval_segments.csv, balanced_train_segments.csv, unbalanced_train_segments.csv, or parts of them; in the
// folder or one below.
std::vector<std::string> segmentTables(const Survey& survey) {
  std::vector<std::string> tables;
  for (const std::string& name : survey.tables())
    if (base::lowerCase(fileNameOf(name)).ends_with("segments.csv") && isInUpperFolders(name))
      tables.push_back(name);
  return tables;
}

std::optional<std::string> classTable(const Survey& survey) {
  for (const std::string& name : survey.tables())
    if (fileNameOf(name) == kClasses && isInUpperFolders(name)) return name;
  return std::nullopt;
}

// Names of the label ids, in the order of their indices.
struct Names {
  std::unordered_map<std::string, std::string> byId;
  std::vector<std::string> order;
};

Names readNames(const Survey& survey) {
  Names names;
  const auto table = classTable(survey);
  if (!table) return names;
  base::CsvReader csv(survey.pathOf(*table));
  csv.readHeader();
  const std::size_t mid = csv.column("mid"), shown = csv.column("display_name");
  while (const auto row = csv.next()) {
    if (row->size() <= std::max(mid, shown)) csv.fail(base::Message("the row has too few columns"));
    csv.requireUtf8(*row);
    const std::string id = base::trimmed((*row)[mid]), name = base::trimmed((*row)[shown]);
    if (id.empty() || name.empty()) csv.fail(base::Message("an id with its name is needed"));
    if (!names.byId.emplace(id, name).second)
      csv.fail(base::Message("the id %1 is named twice", base::shownText(id)));
    names.order.push_back(name);
  }
  return names;
}

class AudioSetReader {
 public:
  AudioSetReader(const Place& place, const OpenOptions& options)
      : place_(place),
        survey_(place.survey()),
        tables_(segmentTables(survey_)),
        names_(readNames(survey_)),
        sounds_(survey_, listedIds()),
        builder_("audioset", survey_.root(), options) {}

  Dataset read() {
    bool evaluation = false;
    label_.kind = Rule::Kind::column;
    label_.column = "positive_labels";
    for (const std::string& table : tables_) {
      const bool held = base::lowerCase(fileNameOf(table)).starts_with("eval");
      evaluation |= held;
      readTable(table, held ? "eval" : "");
    }
    if (missing_ > 0)
      builder_.note(base::Message("%1 of %2 listed segments have no sound here (the first is %3)", missing_,
                                  listed_, base::shownText(firstMissing_)));
    if (names_.byId.empty())
      builder_.note(base::Message("Classes are shown by their ids: class_labels_indices.csv is not there."));
    builder_.orderClasses(names_.order);
    builder_.setMultiLabel();
    if (evaluation) builder_.spreadTheRest(kDefaultFolds - 1);
    Used used;
    used.tables = tables_;
    if (const auto classes = classTable(survey_)) used.tables.push_back(*classes);
    tellLeftovers(place_, used, builder_);
    return builder_.finish();
  }

 private:
  std::unordered_set<std::string> listedIds() const {
    std::unordered_set<std::string> ids;
    for (const std::string& table : tables_) {
      base::CsvReader csv(survey_.pathOf(table));
      std::vector<std::string> row;
      while (csv.next(row))
        if (const std::string id = base::trimmed(row.front()); !id.empty() && id.size() <= 64) ids.insert(id);
    }
    return ids;
  }

  void readTable(const std::string& table, const std::string& fold) {
    base::CsvReader csv(survey_.pathOf(table));
    label_.place = table;
    while (const auto row = csv.next()) {
      if (base::trimmed(row->front()).starts_with("#")) continue;
      csv.requireUtf8(*row);
      const std::string where = table + ", line " + std::to_string(csv.line());
      if (base::Message bad = readRow(csv, *row, where, fold); !bad.empty())
        builder_.problem(where, std::move(bad));
    }
  }

  // What is wrong with the row; empty when it was added or its sound is not here.
  base::Message readRow(const base::CsvReader& csv, const std::vector<std::string>& row,
                        const std::string& where, const std::string& fold) {
    if (row.size() < 4)
      return base::Message("a row holds YTID, start_seconds, end_seconds and the quoted label ids");
    const std::string id = base::trimmed(row[0]);
    if (id.empty() || id.find('/') != std::string::npos)
      return base::Message("the YTID is empty or holds a slash");
    Entry entry;
    const auto start = base::tableFigure(row[1], false), end = base::tableFigure(row[2], false);
    if (!start || !end)
      return base::Message("\"%1\" to \"%2\" are no seconds", base::shownText(row[1]),
                           base::shownText(row[2]));
    entry.startS = *start;
    entry.endS = *end;
    if (!(entry.startS >= 0 && entry.endS > entry.startS && entry.endS < 1e6))
      return base::Message("the segment is empty");
    for (const std::string& label : base::splitList(row[3], ',')) {
      const auto name = names_.byId.find(label);
      if (name == names_.byId.end() && !names_.byId.empty())
        return base::Message("the label %1 is not in %2", base::shownText(label), kClasses);
      entry.labels.push_back(name == names_.byId.end() ? label : name->second);
    }
    if (entry.labels.empty()) return base::Message("there is no label");
    ++listed_;
    const std::string_view table = fileNameOf(label_.place);
    const std::string* sound =
        sounds_.find(id, entry.startS, entry.endS, table.substr(0, table.size() - endingOf(table).size()));
    if (!sound) {
      if (missing_++ == 0) firstMissing_ = id;
      return {};
    }
    entry.path = survey_.pathOf(*sound);
    entry.name = *sound;
    entry.source = id;
    entry.fold = fold;
    entry.where = where;
    entry.mayBeCut = Entry::Cut::roughly;
    entry.labelRule = builder_.rule(label_);
    if (!fold.empty()) entry.foldRule = builder_.rule({Rule::Kind::table, label_.place, {}});
    entry.line = static_cast<std::uint32_t>(csv.line());
    builder_.add(std::move(entry));
    return {};
  }

  const Place& place_;
  const Survey& survey_;
  const std::vector<std::string> tables_;
  const Names names_;
  const SegmentNames sounds_;
  DatasetBuilder builder_;
  Rule label_;
  long listed_ = 0, missing_ = 0;
  std::string firstMissing_;
};

}  // namespace

const Layout kAudioSet{
    "audioset",
    [](const Place& place, const OpenOptions&) {
      return place.isFolder() && !segmentTables(place.survey()).empty();
    },
    [](const Place& place, const OpenOptions& options) { return AudioSetReader(place, options).read(); }};

}  // namespace kinglet::data
