#include "data/fingerprint/changes.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "data/fingerprint/content.h"
#include "data/fingerprint/matching.h"

namespace kinglet::data {
namespace {

// Recordings of so much another length are the same: other formats and rates begin and end a little
// elsewhere.
constexpr double kSameSeconds = 0.1, kSameShare = 0.1;

bool sameLength(const KnownClip& a, const KnownClip& b) {
  return std::abs(double(a.seconds) - b.seconds) <=
         std::min(kSameSeconds, kSameShare * std::max(a.seconds, b.seconds));
}

std::string fileNameOf(const std::string& key) {
  return key.substr(key.rfind('/') + 1);
}

class Comparison {
 public:
  Comparison(const Fingerprint& known, const Present& present, const Dataset& dataset, const FoldRoles& roles)
      : known_(known), present_(present), now_(present.print), dataset_(dataset), roles_(roles) {}

  Changes run() {
    Matching matching = match(known_, now_);
    nowOf_ = std::move(matching.nowOf);
    changes_.knownOf = std::move(matching.knownOf);
    changes_.foldOf.assign(now_.clips.size(), -1);
    lookAtClasses();
    lookAtKnown();
    changes_.otherData = isOther(matching.equal);
    if (changes_.refused()) return std::move(changes_);
    noteWhoIsWho();
    for (std::size_t n = 0; n < now_.clips.size(); ++n)
      changes_.knownOf[n] < 0 ? placeNew(static_cast<int>(n)) : placeKnown(static_cast<int>(n));
    return std::move(changes_);
  }

 private:
  using Role = FoldRoles::Role;

  const KnownClip& now(int n) const { return now_.clips[static_cast<std::size_t>(n)]; }
  const KnownClip& then(int k) const { return known_.clips[static_cast<std::size_t>(k)]; }
  int knownOf(int n) const { return changes_.knownOf[static_cast<std::size_t>(n)]; }
  bool judges(int k) const { return roles_.judges(then(k).fold, known_); }
  const Clip& clipOf(int n) const {
    return dataset_.clips[static_cast<std::size_t>(present_.clips[static_cast<std::size_t>(n)])];
  }

  void lookAtClasses() {
    std::map<std::string, int> numbers;
    for (std::size_t i = 0; i < known_.classes.size(); ++i) numbers[known_.classes[i]] = static_cast<int>(i);
    for (const std::string& name : now_.classes) {
      const auto found = numbers.find(name);
      classOf_.push_back(found == numbers.end() ? -1 : found->second);
    }
    std::vector<char> used(now_.classes.size());
    for (std::size_t n = 0; n < now_.clips.size(); ++n) {
      changes_.severalLabels |= !known_.multiLabel && now_.clips[n].labels.size() > 1;
      for (const int label : now_.clips[n].labels) {
        if (classOf_[static_cast<std::size_t>(label)] >= 0) continue;
        used[static_cast<std::size_t>(label)] = 1;
        if (changes_.firstOfNewClass < 0) changes_.firstOfNewClass = static_cast<int>(n);
      }
    }
    for (std::size_t i = 0; i < used.size(); ++i)
      if (used[i]) changes_.newClasses.push_back(now_.classes[i]);
  }

  void lookAtKnown() {
    for (int k = 0; k < static_cast<int>(known_.clips.size()); ++k) {
      const int n = nowOf_[static_cast<std::size_t>(k)];
      if (n < 0) {
        if (!then(k).gone) changes_.gone.push_back(k);
        continue;
      }
      if (then(k).gone) changes_.back.push_back(k);
      const bool altered = !sameContent(then(k), now(n));
      if (fileNameOf(then(k).key) != fileNameOf(now(n).key) && !altered) changes_.renamed.push_back({n, k});
      if (altered) (sameLength(then(k), now(n)) ? changes_.altered : changes_.resized).push_back({n, k});
      std::vector<int> labels;
      for (const int label : now(n).labels) labels.push_back(classOf_[static_cast<std::size_t>(label)]);
      std::ranges::sort(labels);
      if (labels != then(k).labels) changes_.relabelled.push_back({n, k});
      const bool given = now(n).foldGiven || then(k).foldGiven;
      if (given && then(k).fold != known_.addedFold() &&
          now_.foldNames[static_cast<std::size_t>(now(n).fold)] !=
              known_.foldNames[static_cast<std::size_t>(then(k).fold)])
        changes_.moved.push_back({n, k});
    }
  }

  // Another data set may have files of the same names ("1.wav"), and then they hold something else.
  bool isOther(int equal) const {
    const auto there = std::ranges::count_if(nowOf_, [](int n) { return n >= 0; });
    if (known_.layout == "builtin" || now_.layout == "builtin")
      return known_.layout != now_.layout || known_.builtinSeed != now_.builtinSeed ||
             now_.clips.size() != known_.clips.size() || equal != static_cast<int>(known_.clips.size());
    return there == 0 || (equal == 0 && 2 * static_cast<long>(changes_.resized.size()) > there);
  }

  // Where the study has each recording and each sound; who judges goes before who is trained on.
  void noteWhoIsWho() {
    const auto put = [&](auto& map, const auto& key, int k) {
      const auto [at, isNew] = map.try_emplace(key, k);
      if (!isNew && judges(k) && !judges(at->second)) at->second = k;
    };
    const auto isTest = [&](int k) { return roles_.of(then(k).fold) == Role::test; };
    for (int k = 0; k < static_cast<int>(known_.clips.size()); ++k) {
      put(recordings_, then(k).source, k);
      const int n = nowOf_[static_cast<std::size_t>(k)];
      if (n >= 0) put(recordings_, now(n).source, k);
      const std::uint64_t before = then(k).content, after = n >= 0 ? now(n).content : 0;
      if (before != 0) put(sounds_, before, k);
      if (after != 0 && after != before) put(newSounds_, after, k);
      for (const std::uint64_t content : {before, after})
        if (content != 0 && !isTest(k)) heard_.try_emplace(content, k);
    }
    for (const std::uint64_t content : known_.heard) heard_.try_emplace(content, -1);
  }

  // What reads alike is alike; where both files are there, they are compared.
  bool sameSound(int n, int k) const {
    const int other = k >= 0 ? nowOf_[static_cast<std::size_t>(k)] : -1;
    if (other < 0 || other == n || now(other).content != now(n).content) return other != n;
    return clipOf(n).path.empty() || sameBytes(clipOf(n), clipOf(other));
  }

  // Another known clip with the sound that this one has.
  std::optional<int> twin(const std::unordered_map<std::uint64_t, int>& among, int n) const {
    if (now(n).content == 0) return {};
    const auto found = among.find(now(n).content);
    if (found == among.end() || (found->second >= 0 && found->second == knownOf(n)) ||
        !sameSound(n, found->second))
      return {};
    return found->second;
  }

  void placeKnown(int n) {
    const KnownClip& clip = then(knownOf(n));
    int& fold = changes_.foldOf[static_cast<std::size_t>(n)];
    fold = clip.fold;
    const Role role = roles_.of(clip.fold);
    if (role == Role::test) {
      if (const auto other = twin(heard_, n)) leaveOut(changes_.heard, n, *other, true);
    } else if (!sameContent(clip, now(n))) {
      const auto other = twin(sounds_, n);
      if (other && (judges(*other) || roles_.judges(clip.fold, known_)))
        leaveOut(changes_.leftOut, n, *other, true);
    }
  }

  void placeNew(int n) {
    int& fold = changes_.foldOf[static_cast<std::size_t>(n)];
    fold = known_.addedFold();
    auto other = twin(sounds_, n);
    if (!other) other = twin(newSounds_, n);
    if (other) {
      if (judges(*other)) return leaveOut(changes_.leftOut, n, *other, true);
      fold = then(*other).fold;
    } else if (const auto recording = recordings_.find(now(n).source); recording != recordings_.end()) {
      if (judges(recording->second)) return leaveOut(changes_.leftOut, n, recording->second, false);
      fold = then(recording->second).fold;
    }
    changes_.added.push_back(n);
  }

  void leaveOut(std::vector<Changes::LeftOut>& list, int n, int k, bool same) {
    changes_.foldOf[static_cast<std::size_t>(n)] = -1;
    list.push_back({n, k, same});
  }

  const Fingerprint& known_;
  const Present& present_;
  const Fingerprint& now_;
  const Dataset& dataset_;
  const FoldRoles& roles_;
  std::vector<int> nowOf_, classOf_;  // classOf_: the study's number of each of the data set's; -1: none
  std::unordered_map<std::string, int> recordings_;
  // sounds_: as the study knows them; newSounds_: what the same clips hold now; heard_: not the test's, -1
  // where the clip that held it is not known any more.
  std::unordered_map<std::uint64_t, int> sounds_, newSounds_, heard_;
  Changes changes_;
};

// The data set's numbers of classes as the study's.
std::vector<int> classNumbers(const Fingerprint& known, const std::vector<std::string>& classes) {
  std::vector<int> numbers;
  for (const std::string& name : classes) {
    const auto at = std::ranges::find(known.classes, name);
    numbers.push_back(at == known.classes.end() ? -1 : static_cast<int>(at - known.classes.begin()));
  }
  return numbers;
}

std::vector<int> renumbered(const std::vector<int>& labels, const std::vector<int>& numbers) {
  std::vector<int> mine;
  mine.reserve(labels.size());
  for (const int label : labels) mine.push_back(numbers[static_cast<std::size_t>(label)]);
  std::ranges::sort(mine);
  return mine;
}

}  // namespace

FoldRoles::Role FoldRoles::of(int fold) const {
  return fold == testFold ? Role::test : fold == validationFold ? Role::validation : Role::training;
}

bool FoldRoles::judges(int fold, const Fingerprint& known) const {
  return of(fold) != Role::training || (everyFold && fold != known.addedFold());
}

bool Changes::any() const {
  return refused() || !gone.empty() || !back.empty() || !renamed.empty() || !relabelled.empty() ||
         !moved.empty() || !resized.empty() || !altered.empty() || !heard.empty() || !added.empty() ||
         !leftOut.empty();
}

Changes compare(const Fingerprint& known, const Present& present, const Dataset& dataset,
                const FoldRoles& roles) {
  return Comparison(known, present, dataset, roles).run();
}

Dataset boundTo(const Fingerprint& known, const Present& present, Dataset dataset, const Changes& changes) {
  const std::vector<int> numbers = classNumbers(known, dataset.classes);
  std::vector<int> folds(dataset.clips.size(), -1);
  for (std::size_t n = 0; n < present.clips.size(); ++n)
    folds[static_cast<std::size_t>(present.clips[n])] = changes.foldOf[n];
  std::vector<Clip> clips;
  clips.reserve(dataset.clips.size());
  dataset.addedFold = -1;
  for (std::size_t i = 0; i < dataset.clips.size(); ++i) {
    if (folds[i] < 0) continue;
    Clip& clip = dataset.clips[i];
    clip.fold = folds[i];
    clip.labels = renumbered(clip.labels, numbers);
    if (clip.fold == known.addedFold()) dataset.addedFold = clip.fold;
    clips.push_back(std::move(clip));
  }
  dataset.clips = std::move(clips);
  dataset.classes = known.classes;
  dataset.multiLabel = known.multiLabel;
  dataset.foldNames = known.foldNames;
  if (dataset.addedFold >= 0) dataset.foldNames.emplace_back("added later");
  dataset.folds = static_cast<int>(dataset.foldNames.size());
  dataset.boundTo = known.id();
  return dataset;
}

Fingerprint updated(const Fingerprint& known, const Present& present, const Changes& changes,
                    const FoldRoles& roles) {
  const std::vector<int> numbers = classNumbers(known, present.print.classes);
  Fingerprint next = known;
  std::vector<char> there(known.clips.size()), fresh(known.clips.size());
  std::unordered_set<std::string> taken;
  for (std::size_t n = 0; n < present.print.clips.size(); ++n) {
    KnownClip clip = present.print.clips[n];
    clip.labels = renumbered(clip.labels, numbers);
    const int k = changes.knownOf[n];
    if (k >= 0) there[static_cast<std::size_t>(k)] = 1;
    if (changes.foldOf[n] < 0) continue;  // stays as it was, or unknown
    clip.fold = changes.foldOf[n];
    taken.insert(clip.key);
    if (k < 0) {
      clip.foldGiven = false;
      next.clips.push_back(std::move(clip));
      continue;
    }
    fresh[static_cast<std::size_t>(k)] = 1;
    KnownClip& mine = next.clips[static_cast<std::size_t>(k)];
    if (!sameContent(mine, clip) && roles.of(mine.fold) != FoldRoles::Role::test)
      next.heard.push_back(mine.content);
    if (clip.content == 0) clip.content = mine.content, clip.stamp = 0;
    clip.foldGiven = mine.foldGiven;
    mine = std::move(clip);
  }
  // Of the test fold it is said each time: what it lost makes its figures others.
  for (std::size_t k = 0; k < there.size(); ++k) {
    if (!there[k] && roles.of(known.clips[k].fold) != FoldRoles::Role::test) next.clips[k].gone = true;
    // Another clip may have its name by now.
    if (!fresh[k])
      while (!taken.insert(next.clips[k].key).second) next.clips[k].key += "#gone";
  }
  std::ranges::sort(next.clips, {}, &KnownClip::key);
  std::ranges::sort(next.heard);
  next.heard.erase(std::unique(next.heard.begin(), next.heard.end()), next.heard.end());
  return next;
}

}  // namespace kinglet::data
