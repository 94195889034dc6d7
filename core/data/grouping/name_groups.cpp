#include "data/grouping/name_groups.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "data/grouping/natural_order.h"
#include "data/grouping/recording_names.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kRuns = 5;  // that a lone recording is parted into: one for each usual fold

// The clips of one class; of all classes where a clip may have several.
class ClassGrouping {
 public:
  ClassGrouping(const std::vector<NamedClip>& clips, std::vector<std::size_t> members,
                std::set<std::string> names)
      : clips_(clips), members_(std::move(members)), names_(std::move(names)) {
    for (const std::size_t i : members_) candidates_.push_back(namesOf(clips_[i].stem));
    addFolders();
    for (const auto& candidates : candidates_) levels_ = std::max(levels_, candidates.size());
  }

  // Sets the sources of its members. The class's few recordings where they had to be parted.
  std::vector<std::string> settle(NameGroups& result) const {
    std::vector<std::string> few;
    std::size_t levelOfFew = 0;
    for (std::size_t level = 0; level < levels_; ++level) {
      if (!few.empty() && level + 1 == levels_) break;  // the names themselves
      const auto groups = distinct(level);
      if (namedAsClass(groups)) continue;
      if (groups.size() >= kFewestRecordings) return take(level, result), std::vector<std::string>();
      // One or two recordings, unless they are mere words ("bark_1" counts barks).
      if (std::any_of(groups.begin(), groups.end(), isWord) || groups.size() == members_.size()) continue;
      few.assign(groups.begin(), groups.end());
      levelOfFew = level;
    }
    if (few.empty() || members_.size() < kFewestRecordings)
      return take(levels_, result), std::vector<std::string>();
    partIntoRuns(levelOfFew, result);
    return few;
  }

 private:
  // "7_jackson_32" in the class 7: what follows the class is the speaker, who says other words too.
  std::vector<std::string> namesOf(const std::string& stem) const {
    const std::string first = prefixOf(stem);
    const auto next = stem.find_first_not_of("_- ", first.size());
    if (first == stem || next == std::string::npos || !names_.contains(lettersOf(first)) ||
        !std::isalpha(static_cast<unsigned char>(stem[next])))
      return recordingNames(stem);
    auto names = recordingNames(stem.substr(next));
    names.back() = stem;
    return names;
  }

  // "rec1/000", "rec2/000": numbers that begin anew in each folder count parts of what the folder is.
  void addFolders() {
    std::map<std::string, std::size_t> uses;
    for (const std::size_t i : members_) ++uses[clips_[i].stem];
    for (std::size_t k = 0; k < members_.size(); ++k) {
      const NamedClip& clip = clips_[members_[k]];
      const bool counter = clip.stem.find_first_not_of("0123456789") == std::string::npos;
      if (counter && uses[clip.stem] > 1 && !clip.folder.empty())
        candidates_[k].insert(candidates_[k].begin(), clip.folder);
    }
  }

  const std::string& at(std::size_t member, std::size_t level) const {
    const auto& candidates = candidates_[member];
    return candidates[std::min(level, candidates.size() - 1)];
  }

  std::set<std::string> distinct(std::size_t level) const {
    std::set<std::string> groups;
    for (std::size_t k = 0; k < members_.size(); ++k) groups.insert(at(k, level));
    return groups;
  }

  bool namedAsClass(const std::set<std::string>& groups) const {
    return std::any_of(groups.begin(), groups.end(), [&](const std::string& group) {
      return names_.contains(lettersOf(group.substr(group.rfind('/') + 1)));
    });
  }

  // A recording's name counts across classes; a lone clip's ("1.wav" in each folder) does not.
  void take(std::size_t level, NameGroups& result) const {
    for (std::size_t k = 0; k < members_.size(); ++k) {
      const NamedClip& clip = clips_[members_[k]];
      const std::string& name = at(k, level);
      const bool stamped = stampIn(clip.stem).found();
      result.stamps |= stamped;
      const bool own = level >= candidates_[k].size() - 1 && candidates_[k].back() == clip.stem;
      result.sources[members_[k]] = own && !stamped ? clip.file : name;
    }
  }

  // Neighbours in time stay together as far as may be.
  void partIntoRuns(std::size_t level, NameGroups& result) const {
    std::map<std::string, std::vector<std::size_t>> recordings;
    for (std::size_t k = 0; k < members_.size(); ++k) recordings[at(k, level)].push_back(members_[k]);
    for (auto& [name, members] : recordings) {
      std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return comesBeforeNaturally(clips_[a].file, clips_[b].file);
      });
      const std::size_t runs = std::min(kRuns, members.size());
      for (std::size_t i = 0; i < members.size(); ++i)
        result.sources[members[i]] = name + " (" + std::to_string(i * runs / members.size() + 1) + ")";
    }
  }

  const std::vector<NamedClip>& clips_;
  const std::vector<std::size_t> members_;
  const std::set<std::string> names_;                 // the class's, letters only
  std::vector<std::vector<std::string>> candidates_;  // of each member, the coarsest first
  std::size_t levels_ = 0;
};

std::string firstOf(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) text += (i ? ", " : "") + names[i];
  return names.size() > kShown ? text + " …" : text;
}

}  // namespace

NameGroups groupsByName(const std::vector<NamedClip>& clips) {
  NameGroups result;
  result.sources.resize(clips.size());
  const bool several =
      std::any_of(clips.begin(), clips.end(), [](const NamedClip& clip) { return clip.labels.size() > 1; });
  struct Members {
    std::vector<std::size_t> clips;
    std::set<std::string> names;
  };
  std::map<std::string, Members> classes;
  for (std::size_t i = 0; i < clips.size(); ++i) {
    Members& members = classes[several || clips[i].labels.empty() ? "" : clips[i].labels.front()];
    members.clips.push_back(i);
    for (const std::string& label : clips[i].labels) members.names.insert(lettersOf(label));
  }
  std::vector<std::string> classesOfFew, few;
  for (auto& [name, members] : classes) {
    const auto recordings =
        ClassGrouping(clips, std::move(members.clips), std::move(members.names)).settle(result);
    if (recordings.empty()) continue;
    classesOfFew.push_back(name);
    few.insert(few.end(), recordings.begin(), recordings.end());
  }
  if (several && !few.empty())
    result.warnings.push_back(base::Message(
        "All clips seem to be of fewer than three recordings (%1), by their names: too few to keep "
        "recordings "
        "apart. Runs of neighbouring clips were put into different folds instead, so that accuracy will look "
        "better than it is. More recordings help; if they are none, group clips otherwise.",
        firstOf(few)));
  else if (!few.empty())
    result.warnings.push_back(base::Message(
        "Fewer than three recordings of a class, by the names of files: %1 (%2). That is too few to keep "
        "recordings apart, so runs of neighbouring clips were put into different folds; accuracy will look "
        "better than it is. More recordings help; if they are none, group clips otherwise.",
        firstOf(classesOfFew), firstOf(few)));

  std::unordered_map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < clips.size() && result.example.empty(); ++i) {
    const auto [known, isNew] = first.emplace(result.sources[i], i);
    if (isNew || clips[known->second].file == clips[i].file) continue;
    result.example = result.sources[i];
    result.exampleFile = clips[i].file;
  }
  return result;
}

}  // namespace kinglet::data
