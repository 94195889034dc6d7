#include "data/dataset_builder.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <tuple>
#include <unordered_map>

#include "audio/sound_file.h"
#include "base/error.h"
#include "base/format.h"
#include "base/text.h"
#include "data/folds.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kMaxClips = 5'000'000;
constexpr std::size_t kMaxFolds = 100;

struct Probed {
  double seconds = 0;
  std::string error;
};

// Looks at each file once. Two threads: what takes the time is waiting for the disk.
std::unordered_map<std::string, Probed> probeAll(const std::vector<Entry>& entries) {
  std::unordered_map<std::string, Probed> files;
  files.reserve(entries.size());
  std::vector<std::pair<const std::string, Probed>*> todo;
  for (const Entry& entry : entries) {
    const auto [file, isNew] = files.try_emplace(entry.path.native());
    if (isNew) todo.push_back(&*file);
  }
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < todo.size();) {
      try {
        todo[i]->second.seconds = audio::probeSound(todo[i]->first).seconds();
      } catch (const std::exception& error) {
        todo[i]->second.error = error.what();
      }
    }
  };
  {
    const std::jthread helper(work);
    work();
  }
  return files;
}

// Learning first, judging next, testing last, so that the last fold is the one that stays closed by default.
int splitRank(const std::string& fold) {
  const std::string name = base::lowerCase(fold);
  if (name.starts_with("train")) return 0;
  if (name.starts_with("val") || name.starts_with("dev")) return 1;
  if (name.starts_with("test") || name.starts_with("eval")) return 2;
  return -1;
}

auto foldOrder(const std::string& fold) {
  const auto number = base::integer(fold);
  return std::tuple(splitRank(fold), number ? 0 : 1, number.value_or(0), fold);
}

}  // namespace

DatasetBuilder::DatasetBuilder(std::string layout, std::filesystem::path root) {
  dataset_.layout = std::move(layout);
  const auto whole = std::filesystem::absolute(root).lexically_normal();
  dataset_.name = base::shownText((whole.has_filename() ? whole : whole.parent_path()).filename().string());
  dataset_.root = std::move(root);
}

void DatasetBuilder::add(Entry entry) {
  if (entries_.size() >= kMaxClips)
    throw base::Error(dataset_.root.string() + " lists more than " + std::to_string(kMaxClips) +
                      " clips; split it into smaller data sets");
  entries_.push_back(std::move(entry));
}

void DatasetBuilder::problem(std::string where, std::string what) {
  if (problemsFound_++ < kProblemsKept)
    dataset_.problems.push_back({base::shownText(where), base::shownText(what)});
}

void DatasetBuilder::note(std::string text) {
  dataset_.notes.push_back(base::shownText(text));
}

std::string DatasetBuilder::whereOf(std::size_t entry) const {
  return entries_[entry].where.empty() ? entries_[entry].name : entries_[entry].where;
}

void DatasetBuilder::leaveOut(const std::vector<bool>& gone) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) {
      entries_[kept] = std::move(entries_[i]);
      dataset_.clips[kept] = std::move(dataset_.clips[i]);
    }
    ++kept;
  }
  entries_.resize(kept);
  dataset_.clips.resize(kept);
}

void DatasetBuilder::probe() {
  const auto files = probeAll(entries_);
  std::vector<bool> gone(entries_.size());
  dataset_.clips.resize(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    Clip& clip = dataset_.clips[i];
    const Probed& file = files.at(entry.path.native());
    std::string bad = file.error;
    if (bad.empty() && entry.mayBeCut && file.seconds <= entry.endS - entry.startS + 0.5)
      entry.startS = entry.endS = 0;
    if (bad.empty() && entry.startS >= file.seconds)
      bad = "the clip begins at " + base::general(entry.startS) + " s, but the file is only " +
            base::general(file.seconds) + " s long";
    if (!bad.empty()) {
      problem(whereOf(i), bad);
      gone[i] = true;
      continue;
    }
    if (entry.endS >= file.seconds) entry.endS = 0;
    clip.name = base::shownText(entry.name);
    clip.path = entry.path;
    clip.startS = entry.startS;
    clip.endS = entry.endS;
    clip.seconds = (entry.endS > 0 ? entry.endS : file.seconds) - entry.startS;
    clip.source = base::shownText(entry.source.empty() ? entry.name : entry.source);
  }
  leaveOut(gone);
}

// Two parts of one file get their times into the name; the same part twice is a mistake in the data set.
void DatasetBuilder::nameUniquely() {
  std::unordered_map<std::string, int> uses;
  for (const Clip& clip : dataset_.clips) ++uses[clip.name];
  std::set<std::string> parts;
  std::unordered_map<std::string, int> taken;
  std::vector<bool> gone(entries_.size());
  for (std::size_t i = 0; i < dataset_.clips.size(); ++i) {
    Clip& clip = dataset_.clips[i];
    if (uses[clip.name] == 1) continue;
    const std::string part = "@" + base::fixed(clip.startS, 9) + "-" + base::fixed(clip.endS, 9);
    const std::string times =
        "@" + base::fixed(clip.startS, 3) + "-" + base::fixed(clip.startS + clip.seconds, 3);
    const bool isNew = parts.insert(clip.name + part).second;
    clip.name += times;
    if (isNew) {
      // Parts less than a millisecond apart are numbered.
      if (const int same = ++taken[clip.name]; same > 1) clip.name += "#" + std::to_string(same);
      continue;
    }
    problem(whereOf(i),
            "the same part of the same file is listed twice (" + clip.name + "); the first is kept");
    gone[i] = true;
  }
  leaveOut(gone);
}

void DatasetBuilder::numberLabels() {
  std::map<std::string, int> used;
  for (const Entry& entry : entries_)
    for (const std::string& label : entry.labels) used.emplace(label, -1);
  const auto number = [&](const std::string& name) {
    const auto found = used.find(name);
    if (found == used.end() || found->second >= 0) return;
    found->second = static_cast<int>(dataset_.classes.size());
    dataset_.classes.push_back(base::shownText(name));
  };
  for (const std::string& name : classOrder_) number(name);
  for (const auto& [name, unused] : used) number(name);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Clip& clip = dataset_.clips[i];
    for (const std::string& label : entries_[i].labels) clip.labels.push_back(used.at(label));
    std::sort(clip.labels.begin(), clip.labels.end());
    multiLabel_ |= clip.labels.size() > 1;
  }
  dataset_.multiLabel = multiLabel_;
}

void DatasetBuilder::spread(const std::vector<std::size_t>& clips, int folds) {
  std::vector<FoldItem> items;
  std::set<std::string> sources;
  for (const std::size_t i : clips) {
    items.push_back({dataset_.clips[i].source, dataset_.clips[i].labels});
    sources.insert(dataset_.clips[i].source);
  }
  folds = std::min<int>(folds, static_cast<int>(sources.size()));
  const auto assigned = assignFolds(items, folds);
  for (std::size_t k = 0; k < clips.size(); ++k) dataset_.clips[clips[k]].fold = assigned[k];
  dataset_.folds = folds;
  for (int fold = 0; fold < folds; ++fold) dataset_.foldNames.push_back(std::to_string(fold + 1));
}

// A source in two folds would let a network be judged on what it learnt from: its clips outside the fold that
// has most of it are left out.
void DatasetBuilder::keepSourcesTogether() {
  std::unordered_map<std::string, std::map<std::string, int>> folds;
  for (std::size_t i = 0; i < entries_.size(); ++i) ++folds[dataset_.clips[i].source][entries_[i].fold];
  std::vector<bool> gone(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto& counts = folds[dataset_.clips[i].source];
    if (counts.size() < 2) continue;
    const auto home = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (entries_[i].fold == home->first) continue;
    gone[i] = true;
    problem(whereOf(i), "left out: it is in fold " + entries_[i].fold +
                            ", but the recording it comes from (" + dataset_.clips[i].source +
                            ") is in fold " + home->first + "; clips of one recording must be in one fold");
  }
  leaveOut(gone);
}

std::set<std::string> DatasetBuilder::namedFolds() const {
  std::set<std::string> named;
  for (const Entry& entry : entries_)
    if (!entry.fold.empty()) named.insert(entry.fold);
  return named;
}

void DatasetBuilder::settleFolds() {
  const auto named = namedFolds();
  const bool someHaveNone =
      std::any_of(entries_.begin(), entries_.end(), [](auto& e) { return e.fold.empty(); });
  if (named.empty()) return;
  if (named.size() > kMaxFolds)
    throw base::Error(dataset_.root.string() + " names " + std::to_string(named.size()) +
                      " different folds, so what names them seems to hold something else; at most " +
                      std::to_string(kMaxFolds) + " are understood");
  if (named.size() == 1 && !(someHaveNone && restFolds_ > 0)) {
    note("All clips are in one fold (" + *named.begin() + "), so folds were assigned by recording instead.");
    for (Entry& entry : entries_) entry.fold.clear();
    return;
  }
  if (someHaveNone && restFolds_ == 0) {
    std::vector<bool> gone(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].fold.empty()) {
        gone[i] = true;
        problem(whereOf(i), "left out: it has no fold, though other clips have one");
      }
    leaveOut(gone);
  }
  keepSourcesTogether();
}

void DatasetBuilder::numberFolds() {
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (entries_[i].fold.empty()) rest.push_back(i);
  const auto named = namedFolds();
  if (!rest.empty()) spread(rest, named.empty() || restFolds_ == 0 ? kDefaultFolds : restFolds_);
  std::vector<std::string> order(named.begin(), named.end());
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return foldOrder(a) < foldOrder(b); });
  std::map<std::string, int> numbers;
  for (const std::string& fold : order) {
    numbers[fold] = dataset_.folds++;
    dataset_.foldNames.push_back(base::shownText(fold));
  }
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (!entries_[i].fold.empty()) {
      dataset_.clips[i].fold = numbers.at(entries_[i].fold);
      dataset_.clips[i].foldGiven = true;
    }
}

Dataset DatasetBuilder::finish() {
  probe();
  nameUniquely();
  const auto because = [&] {
    if (dataset_.problems.empty()) return std::string();
    return " (" + dataset_.problems.front().where + ": " + dataset_.problems.front().what + ")";
  };
  const std::string root = dataset_.root.string();
  if (entries_.empty()) throw base::Error("no clip of " + root + " can be used" + because());
  settleFolds();
  numberLabels();
  numberFolds();
  if (dataset_.classes.size() < 2 && !dataset_.multiLabel)
    throw base::Error(root + " holds only one class (" + dataset_.classes.front() +
                      "), so there is nothing to tell apart; at least two are needed" + because());
  if (dataset_.folds < 2)
    throw base::Error(
        root + " leaves nothing to judge by: all its clips are of one recording or in one fold" + because());
  if (problemsFound_ > kProblemsKept)
    dataset_.problems.push_back(
        {dataset_.name, "and " + std::to_string(problemsFound_ - kProblemsKept) + " more like these"});
  return std::move(dataset_);
}

}  // namespace kinglet::data
