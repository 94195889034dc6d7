// DatasetBuilder's part of recordings and folds.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/error.h"
#include "base/text.h"
#include "data/dataset_builder.h"
#include "data/folds/fold_names.h"
#include "data/folds/repair.h"
#include "data/grouping/grouping.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kMaxFolds = 100;

}  // namespace

// The file below the data set; of which the data set says no more is a recording of its own.
std::string DatasetBuilder::fileOf(const Entry& entry) const {
  const auto whole = [](const std::filesystem::path& path) {
    return (path.is_absolute() ? path : std::filesystem::absolute(path)).lexically_normal();
  };
  return whole(entry.path).lexically_relative(whole(dataset_.root)).generic_string();
}

void DatasetBuilder::groupClips() {
  std::vector<GroupItem> items;
  items.reserve(entries_.size());
  for (const Entry& entry : entries_)
    items.push_back({fileOf(entry), entry.source, entry.group, entry.labels});
  Grouping grouping = data::groupClips(items, options_.groupBy);
  for (std::size_t i = 0; i < entries_.size(); ++i)
    dataset_.clips[i].source = base::shownText(grouping.sources[i]);
  dataset_.grouping = shown(grouping.words);
  if (grouping.guessed || options_.groupBy != GroupBy{}) note(grouping.words);
  for (base::Message& warning : grouping.warnings) note(std::move(warning));
}

// A class in few recordings has few folds; the last is the test's, the one before for validation.
std::vector<std::string> DatasetBuilder::spread(const std::vector<std::size_t>& clips) {
  std::vector<FoldItem> items;
  std::unordered_set<std::string> sources;
  for (const std::size_t i : clips) {
    items.push_back({dataset_.clips[i].source, dataset_.clips[i].labels});
    sources.insert(dataset_.clips[i].source);
  }
  const bool all = clips.size() == entries_.size();
  const bool testIsNamed = !all && !cutsTest_;
  const int wanted = all || restFolds_ == 0 ? kDefaultFolds : restFolds_;
  int folds = std::min(wanted, static_cast<int>(sources.size()));
  if (!multiLabel_) folds = std::min(folds, std::max(mostSources(items), testIsNamed ? 1 : 2));
  auto assigned = assignFolds(items, folds);
  std::vector<FoldRole> roles(static_cast<std::size_t>(folds), FoldRole::training);
  if (testIsNamed && folds > 1) roles.back() = FoldRole::validation;
  if (!testIsNamed && folds > 1) roles.back() = FoldRole::test;
  if (all && folds > 2) roles[roles.size() - 2] = FoldRole::validation;
  repairFolds(items, roles, assigned);

  std::vector<std::string> names;
  for (int fold = 0; fold < folds; ++fold)
    names.push_back((cutFrom_.empty() ? "" : cutFrom_ + " ") + std::to_string(fold + 1));
  for (std::size_t k = 0; k < clips.size(); ++k) {
    entries_[clips[k]].fold = names[static_cast<std::size_t>(assigned[k])];
    dataset_.clips[clips[k]].foldRule = -1;
  }
  return names;
}

// A source in two folds would let a network be judged on what it learnt from: its clips outside the fold that
// has most of it are left out; but of a test fold, none are.
void DatasetBuilder::keepSourcesTogether() {
  std::unordered_map<std::string, std::map<std::string, int>> folds;
  for (std::size_t i = 0; i < entries_.size(); ++i) ++folds[dataset_.clips[i].source][entries_[i].fold];
  const auto needs = [](const auto& fold) {
    return std::pair(foldKindOf(fold.first) == FoldKind::test, fold.second);
  };
  std::vector<bool> gone(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto& counts = folds[dataset_.clips[i].source];
    if (counts.size() < 2) continue;
    const auto home = std::max_element(counts.begin(), counts.end(),
                                       [&](const auto& a, const auto& b) { return needs(a) < needs(b); });
    if (entries_[i].fold == home->first) continue;
    gone[i] = true;
    problem(whereOf(i),
            base::Message("left out: it is in fold %1, but the recording it comes from (%2) is in fold %3; "
                          "clips of one recording must be in one fold",
                          entries_[i].fold, dataset_.clips[i].source, home->first));
  }
  const auto before = namedFolds();
  leaveOut(gone);
  const auto after = namedFolds();
  for (const std::string& fold : before)
    if (!after.contains(fold))
      note(base::Message("No clip of fold %1 is left: all were of recordings in other folds.", fold));
}

// Folds that the data set names are believed, and what names of files tell is not certain: a recording that
// would be in two folds counts as one in each, and is told.
void DatasetBuilder::doubtGuessesAcrossFolds() {
  std::unordered_map<std::string, std::set<std::string>> folds;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!entries_[i].source.empty()) continue;
    folds[dataset_.clips[i].source].insert(entries_[i].fold);
  }
  std::size_t doubted = 0;
  std::string first;
  std::set<std::string> told;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::string& source = dataset_.clips[i].source;
    if (!entries_[i].source.empty() || folds[source].size() < 2) continue;
    const std::string file = base::shownText(fileOf(entries_[i]));
    if (source == file) continue;
    if (told.insert(source).second && ++doubted == 1) first = source;
    source += " · " + base::shownText(entries_[i].fold);
  }
  if (doubted > 0)
    note(
        base::Message("By the names of files, %1 recordings have clips in several folds (the first: %2). The "
                      "folds are kept as "
                      "they are given; if the names say true, accuracy will look better than it is.",
                      doubted, first));
}

std::set<std::string> DatasetBuilder::namedFolds() const {
  std::set<std::string> named;
  for (const Entry& entry : entries_)
    if (!entry.fold.empty()) named.insert(entry.fold);
  return named;
}

void DatasetBuilder::settleFolds() {
  std::map<std::string, std::string> spelling;  // "Train" and "train" are one
  for (Entry& entry : entries_)
    if (!entry.fold.empty())
      entry.fold = spelling.emplace(base::lowerCase(entry.fold), entry.fold).first->second;
  const auto named = namedFolds();
  const bool someHaveNone =
      std::any_of(entries_.begin(), entries_.end(), [](auto& e) { return e.fold.empty(); });
  if (named.empty()) return;
  if (named.size() > kMaxFolds)
    throw base::Error(
        "%1 names %2 different folds, so what names them seems to hold something else; at most %3 are "
        "understood",
        dataset_.root, named.size(), kMaxFolds);
  if (named.size() == 1 && !(someHaveNone && restFolds_ > 0)) {
    note(base::Message("All clips are in one fold (%1), so folds were assigned by recording instead.",
                       *named.begin()));
    for (Entry& entry : entries_) entry.fold.clear();
    return;
  }
  if (someHaveNone && restFolds_ == 0) {
    std::vector<bool> gone(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].fold.empty()) {
        gone[i] = true;
        problem(whereOf(i), base::Message("left out: it has no fold, though other clips have one"));
      }
    leaveOut(gone);
  }
  if (options_.groupBy.kind == GroupBy::Kind::automatic) doubtGuessesAcrossFolds();
  keepSourcesTogether();
  cutMissingPart();
}

// Training and test alone, or training and validation alone: the third is cut from training by recording.
void DatasetBuilder::cutMissingPart() {
  std::map<FoldKind, std::vector<std::string>> parts;
  for (const std::string& fold : namedFolds()) parts[foldKindOf(fold)].push_back(fold);
  if (parts.contains(FoldKind::other) || restFolds_ > 0) return;
  // "dev" and "eval" alone: what was developed with is all that is not the test.
  if (!parts.contains(FoldKind::training) && parts.contains(FoldKind::test) &&
      parts[FoldKind::validation].size() == 1 &&
      base::lowerCase(parts[FoldKind::validation].front()).starts_with("dev")) {
    parts[FoldKind::training].swap(parts[FoldKind::validation]);
    parts.erase(FoldKind::validation);
  }
  const bool validation = parts.contains(FoldKind::validation), test = parts.contains(FoldKind::test);
  if (!parts.contains(FoldKind::training) || validation == test) return;
  const auto& training = parts[FoldKind::training];
  cutFrom_ = training.front();
  cutsTest_ = !test;
  restFolds_ = kDefaultFolds - 1;
  for (Entry& entry : entries_)
    if (std::find(training.begin(), training.end(), entry.fold) != training.end()) entry.fold.clear();
}

void DatasetBuilder::numberFolds() {
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    dataset_.clips[i].foldGiven = !entries_[i].fold.empty();
    if (entries_[i].fold.empty()) rest.push_back(i);
  }
  const auto named = namedFolds();
  std::vector<std::string> order;
  if (!rest.empty()) order = spread(rest);
  const std::string last = order.empty() ? "" : order.back();
  if (cutsTest_ && order.size() > 1) order.pop_back();
  const auto firstNamed = static_cast<std::ptrdiff_t>(order.size());
  order.insert(order.end(), named.begin(), named.end());
  std::sort(order.begin() + firstNamed, order.end(), foldComesBefore);
  if (cutsTest_ && firstNamed > 0 && order.front() != last) order.push_back(last);
  std::map<std::string, int> numbers;
  for (const std::string& fold : order) {
    numbers[fold] = dataset_.folds++;
    dataset_.foldNames.push_back(base::shownText(fold));
  }
  for (std::size_t i = 0; i < entries_.size(); ++i) dataset_.clips[i].fold = numbers.at(entries_[i].fold);
  if (cutFrom_.empty()) return;
  if (cutsTest_)
    note(base::Message(
        "There is no test fold, so %1 was cut by recording into %2; the last of them (%3) stays closed "
        "as the test.",
        cutFrom_, rest.empty() ? 0 : dataset_.folds - static_cast<int>(named.size()), last));
  else
    note(base::Message(
        "There is no validation fold, so %1 was cut by recording into %2, and the last of them (%3) "
        "validates. The test stays as it is given.",
        cutFrom_, dataset_.folds - static_cast<int>(named.size()), last));
}

}  // namespace kinglet::data
