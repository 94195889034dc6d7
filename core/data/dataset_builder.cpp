#include "data/dataset_builder.h"

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>

#include "audio/sound_file.h"
#include "base/cancelled.h"
#include "base/error.h"
#include "base/format.h"
#include "base/text.h"
#include "data/fingerprint/content.h"
#include "data/folds/plan.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kMaxClips = 5'000'000;

// Which file or folder lies under a name; another one where a disk was plugged out.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;

FileIdentity identityOf(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

struct Probed {
  double seconds = 0;
  std::uint64_t stamp = 0;
  base::Message error, remark;
};

// Looks at each file once. Two threads: what takes the time is waiting for the disk.
std::unordered_map<std::string, Probed> probeAll(const std::vector<Entry>& entries,
                                                 const OpenOptions& options) {
  std::unordered_map<std::string, Probed> files;
  files.reserve(entries.size());
  std::vector<std::pair<const std::string, Probed>*> todo;
  for (const Entry& entry : entries) {
    const auto [file, isNew] = files.try_emplace(entry.path.native());
    if (isNew) todo.push_back(&*file);
  }
  std::atomic<std::size_t> next = 0;
  if (options.progress) options.progress(0, todo.size());
  const auto stopped = [&] { return options.stop.stop_requested(); };
  const auto work = [&](bool tells) {
    for (std::size_t i; !stopped() && (i = next++) < todo.size();) {
      if (tells && options.progress) options.progress(i, todo.size());
      todo[i]->second.stamp = stampOf(todo[i]->first);
      try {
        const audio::SoundInfo sound = audio::probeSound(todo[i]->first);
        todo[i]->second.seconds = sound.seconds();
        todo[i]->second.remark = sound.remark;
      } catch (const base::Error& error) {
        todo[i]->second.error = error.message();
      } catch (const std::exception& error) {
        todo[i]->second.error = base::Message::stored("%1", {error.what()});
      }
    }
  };
  {
    const std::jthread helper(work, false);
    work(true);
  }
  if (stopped()) throw base::Cancelled(base::Message("reading the sounds was cancelled"));
  return files;
}

bool isCutOut(const Entry& entry, double seconds) {
  const double part = entry.endS - entry.startS;
  if (entry.mayBeCut == Entry::Cut::roughly) return seconds <= part + 0.5;
  return entry.mayBeCut == Entry::Cut::exactly && entry.startS > 0 && entry.endS > seconds + 0.05 &&
         std::abs(part - seconds) <= 0.05;
}

}  // namespace

base::Message shown(const base::Message& sentence) {
  auto arguments = sentence.arguments();
  for (auto& argument : arguments) {
    argument.text = base::shownText(argument.text);
    for (auto& inner : argument.message) inner = shown(inner);
  }
  return base::Message::stored(sentence.pattern(), std::move(arguments));
}

DatasetBuilder::DatasetBuilder(std::string layout, std::filesystem::path root, const OpenOptions& options)
    : options_(options) {
  dataset_.layout = std::move(layout);
  const auto whole = std::filesystem::absolute(root).lexically_normal();
  dataset_.name = base::shownText((whole.has_filename() ? whole : whole.parent_path()).filename().string());
  dataset_.root = std::move(root);
}

void DatasetBuilder::add(Entry entry) {
  if (entries_.size() >= kMaxClips)
    throw base::Error("%1 lists more than %2 clips; split it into smaller data sets", dataset_.root,
                      kMaxClips);
  entries_.push_back(std::move(entry));
}

void DatasetBuilder::problem(std::string where, base::Message what) {
  if (problemsFound_++ < kProblemsKept) dataset_.problems.push_back({base::shownText(where), shown(what)});
}

void DatasetBuilder::problem(std::string where, const std::string& what) {
  problem(std::move(where), base::Message::stored("%1", {what}));
}

void DatasetBuilder::note(base::Message text) {
  dataset_.notes.push_back(shown(text));
}

void DatasetBuilder::note(const std::string& text) {
  note(base::Message::stored("%1", {text}));
}

int DatasetBuilder::rule(const Rule& rule) {
  // Readers ask for the same few again and again; the last ones are the likeliest.
  for (std::size_t i = dataset_.rules.size(); i > 0 && i + 8 > dataset_.rules.size(); --i)
    if (dataset_.rules[i - 1] == rule) return static_cast<int>(i) - 1;
  dataset_.rules.push_back({rule.kind, base::shownText(rule.place), base::shownText(rule.column)});
  return static_cast<int>(dataset_.rules.size()) - 1;
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
  const FileIdentity before = identityOf(dataset_.root);
  const auto files = probeAll(entries_, options_);
  // A few clips may be missing, and are told; half of a data set that is being unplugged is none.
  if (before != identityOf(dataset_.root))
    throw base::Error("%1 went away while it was read; start again when its disk or network folder is back",
                      dataset_.root);
  std::vector<bool> gone(entries_.size());
  std::size_t remarks = 0;
  base::Message firstRemark;
  dataset_.clips.resize(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    Clip& clip = dataset_.clips[i];
    const Probed& file = files.at(entry.path.native());
    base::Message bad = file.error;
    if (bad.empty() && isCutOut(entry, file.seconds)) {
      cutFound_ += entry.mayBeCut == Entry::Cut::exactly;
      entry.startS = entry.endS = 0;
    }
    if (bad.empty() && entry.startS >= file.seconds)
      bad =
          base::Message("the clip begins at %1 s, but the file is only %2 s long",
                        base::figure(base::general(entry.startS)), base::figure(base::general(file.seconds)));
    if (!bad.empty()) {
      problem(whereOf(i), bad);
      gone[i] = true;
      continue;
    }
    if (entry.endS >= file.seconds) entry.endS = 0;
    if (!file.remark.empty() && remarks++ == 0)
      firstRemark = base::Message("%1: %2", entry.name, file.remark);
    clip.name = base::shownText(entry.name);
    clip.path = entry.path;
    clip.stamp = file.stamp;
    clip.labelRule = entry.labelRule;
    clip.foldRule = entry.foldRule;
    clip.line = entry.line;
    clip.startS = entry.startS;
    clip.endS = entry.endS;
    clip.seconds = (entry.endS > 0 ? entry.endS : file.seconds) - entry.startS;
  }
  if (remarks == 1)
    note(base::Message("The header of a sound file is wrong: %1.", firstRemark));
  else if (remarks > 1)
    note(base::Message("The headers of %1 sound files are wrong; the first is %2.", remarks, firstRemark));
  leaveOut(gone);
}

// Two parts of one file get their times into the name; the same part twice is a mistake in the data set.
void DatasetBuilder::nameUniquely() {
  std::unordered_map<std::string, int> uses;
  for (const Clip& clip : dataset_.clips) ++uses[clip.name];
  std::unordered_map<std::string, std::size_t> parts;  // the entry that has it first
  std::unordered_map<std::string, int> taken;
  std::vector<bool> gone(entries_.size());
  for (std::size_t i = 0; i < dataset_.clips.size(); ++i) {
    Clip& clip = dataset_.clips[i];
    if (uses[clip.name] == 1) continue;
    const std::string part = "@" + base::fixed(clip.startS, 9) + "-" + base::fixed(clip.endS, 9);
    const std::string times =
        "@" + base::fixed(clip.startS, 3) + "-" + base::fixed(clip.startS + clip.seconds, 3);
    const auto [first, isNew] = parts.emplace(clip.name + part, i);
    clip.name += times;
    if (isNew) {
      // Parts less than a millisecond apart are numbered.
      if (const int same = ++taken[clip.name]; same > 1) clip.name += "#" + std::to_string(same);
      continue;
    }
    if (entries_[i].labels == entries_[first->second].labels)
      problem(
          whereOf(i),
          base::Message("the same part of the same file is listed twice (%1); the first is kept", clip.name));
    else
      problem(
          whereOf(i),
          base::Message("the same part of the same file is listed twice (%1), with other labels; the first "
                        "is kept. Several labels of a clip stand in one row, joined by ;",
                        clip.name));
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

base::Message DatasetBuilder::because() const {
  base::Message why;
  const auto add = [&](const base::Message& more) {
    why = why.empty() ? more : base::Message("%1; %2", why, more);
  };
  for (const base::Message& excuse : excuses_) add(excuse);
  if (!dataset_.problems.empty())
    add(base::Message("%1: %2", dataset_.problems.front().where, dataset_.problems.front().what));
  return why.empty() ? why : base::Message(" (%1)", why);
}

Dataset DatasetBuilder::finish() {
  probe();
  nameUniquely();
  const std::string root = dataset_.root.string();
  if (entries_.empty()) throw base::Error("no clip of %1 can be used%2", root, because());
  groupClips();
  settleFolds();
  numberLabels();
  numberFolds();
  if (dataset_.classes.size() < 2 && !dataset_.multiLabel)
    throw base::Error(
        "%1 holds only one class (%2), so there is nothing to tell apart; at least two are needed%3", root,
        dataset_.classes.front(), because());
  if (dataset_.folds < 2)
    throw base::Error("%1 leaves nothing to judge by: all its clips are of one recording or in one fold%2",
                      root, because());
  for (base::Message& words : foldNotes(dataset_)) note(std::move(words));
  if (cutFound_ > 0)
    note(base::Message(
        "%1 files are as long as the part of a recording that the table names, and do not reach "
        "its end: they were taken for the part itself.",
        cutFound_));
  dataset_.problemCount = problemsFound_;
  if (problemsFound_ > kProblemsKept)
    dataset_.problems.push_back(
        {dataset_.name, base::Message("and %1 more like these", problemsFound_ - kProblemsKept)});
  return std::move(dataset_);
}

}  // namespace kinglet::data
