#include "study/data/sounds_words.h"

#include <array>
#include <map>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "data/dataset.h"

namespace kinglet::study {
namespace {

using base::Message;
using data::Changes;
using Role = data::FoldRoles::Role;

constexpr std::size_t kNames = 3;

Message nameOf(Role role) {
  switch (role) {
    case Role::training:
      return Message("training");
    case Role::validation:
      return Message("validation");
    case Role::test:
      return Message("test");
  }
  return {};
}

Message joined(const std::vector<Message>& parts) {
  Message text = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) text = Message("%1, %2", text, parts[i]);
  return text;
}

std::string secondsText(float seconds) {
  return base::general(double(seconds), 4) + " s";
}

class Words {
 public:
  explicit Words(const ComparedSounds& compared)
      : known_(compared.known),
        present_(compared.present),
        dataset_(compared.dataset),
        changes_(compared.changes),
        roles_(compared.roles) {}

  SoundsNews news(bool hasResults) {
    SoundsNews news;
    const std::vector<Message> parts = kinds();
    if (!parts.empty())
      news.summary = Message("The sounds have changed since the study noted them: %1.", joined(parts));
    else if (!changes_.heard.empty())
      news.summary =
          changes_.heard.size() == 1
              ? Message("One clip of the test fold is the same sound as one that is trained on.")
              : Message("%1 clips of the test fold are the same sounds as some that are trained on.",
                        changes_.heard.size());
    news.details = details();
    if (hasResults) news.refusal = refusal();
    return news;
  }

 private:
  const data::KnownClip& then(int k) const { return known_.clips[static_cast<std::size_t>(k)]; }
  const data::KnownClip& now(int n) const { return present_.print.clips[static_cast<std::size_t>(n)]; }
  std::string nameThen(int k) const { return base::shownText(then(k).key); }
  std::string nameNow(int n) const {
    const int clip = present_.clips[static_cast<std::size_t>(n)];
    return dataset_.clips[static_cast<std::size_t>(clip)].name;
  }
  bool isNew(int n) const { return changes_.knownOf[static_cast<std::size_t>(n)] < 0; }

  // The first few names, with what is told of each.
  template <class List, class Name>
  static std::string firstOf(const List& list, const Name& name) {
    std::string text;
    for (std::size_t i = 0; i < std::min(kNames, list.size()); ++i) text += (i ? ", " : "") + name(list[i]);
    return list.size() > kNames ? text + ", …" : text;
  }

  std::string labelsOf(const std::vector<int>& labels, const std::vector<std::string>& classes) const {
    std::string text;
    for (const int label : labels)
      text += (text.empty() ? "" : ", ") + classes[static_cast<std::size_t>(label)];
    return text;
  }

  // The study's own fold of that name, to tell what the data set means by it.
  int foldNamed(const std::string& name) const {
    for (std::size_t i = 0; i < known_.foldNames.size(); ++i)
      if (known_.foldNames[i] == name) return static_cast<int>(i);
    return -2;
  }

  std::vector<Message> kinds() const {
    std::vector<Message> parts;
    const auto add = [&](std::size_t count, Message one, Message several) {
      if (count > 0) parts.push_back(count == 1 ? std::move(one) : std::move(several));
    };
    std::size_t fresh = changes_.added.size();
    for (const auto& left : changes_.leftOut) fresh += isNew(left.now);
    const std::size_t gone = changes_.gone.size(), back = changes_.back.size();
    add(fresh, Message("one clip is new"), Message("%1 clips are new", fresh));
    add(gone, parts.empty() ? Message("one clip is gone") : Message("one is gone"),
        parts.empty() ? Message("%1 clips are gone", gone) : Message("%1 are gone", gone));
    add(back, Message("one is back"), Message("%1 are back", back));
    for (const auto& [way, count] : ways()) {
      const auto& [from, to] = way;
      const Message source = nameOf(from);
      if (to < 0)
        add(count, Message("one moved from %1 to a fold that the study does not know", source),
            Message("%1 moved from %2 to folds that the study does not know", count, source));
      else if (static_cast<int>(from) == to)
        add(count, Message("one moved between folds of %1", source),
            Message("%1 moved between folds of %2", count, source));
      else
        add(count, Message("one moved from %1 to %2", source, nameOf(static_cast<Role>(to))),
            Message("%1 moved from %2 to %3", count, source, nameOf(static_cast<Role>(to))));
    }
    const std::size_t labels = changes_.relabelled.size(), lengths = changes_.resized.size(),
                      altered = changes_.altered.size(), names = changes_.renamed.size();
    add(labels, Message("one has another label"), Message("%1 have other labels", labels));
    add(lengths, Message("one has another length"), Message("%1 have other lengths", lengths));
    add(altered, Message("one holds other sound"), Message("%1 hold other sound", altered));
    add(names, Message("one has another name"), Message("%1 have other names", names));
    return parts;
  }

  // How many the data set moved: from a role to another (-1: to none that the study has).
  std::map<std::pair<Role, int>, std::size_t> ways() const {
    std::map<std::pair<Role, int>, std::size_t> counts;
    for (const auto& pair : changes_.moved) {
      const int to = foldNamed(present_.print.foldNames[static_cast<std::size_t>(now(pair.now).fold)]);
      ++counts[{roles_.of(then(pair.known).fold), to < 0 ? -1 : static_cast<int>(roles_.of(to))}];
    }
    return counts;
  }

  std::vector<Message> details() const {
    std::vector<Message> lines;
    const auto plain = [&](const auto& pair) { return nameNow(pair.now); };
    const auto beside = [&](const Changes::LeftOut& left) {
      return nameNow(left.now) + (left.known >= 0 ? " (" + nameThen(left.known) + ")" : "");
    };
    if (!changes_.added.empty())
      lines.push_back(Message("New, trained on and not judged by: %1",
                              firstOf(changes_.added, [&](int n) { return nameNow(n); })));
    std::vector<Changes::LeftOut> recording, sound;
    for (const auto& left : changes_.leftOut) (left.sameSound ? sound : recording).push_back(left);
    if (!recording.empty())
      lines.push_back(
          recording.size() == 1
              ? Message("One is left out, because validation or test has clips of the same recording: %1",
                        firstOf(recording, beside))
              : Message("%1 are left out, because validation or test has clips of the same recordings: %2",
                        recording.size(), firstOf(recording, beside)));
    if (!sound.empty())
      lines.push_back(
          sound.size() == 1
              ? Message("One is left out, because the same sound is known under another name: %1",
                        firstOf(sound, beside))
              : Message("%1 are left out, because the same sounds are known under other names: %2",
                        sound.size(), firstOf(sound, beside)));
    for (const Role role : {Role::training, Role::validation, Role::test}) {
      std::vector<int> gone;
      for (const int k : changes_.gone)
        if (roles_.of(then(k).fold) == role) gone.push_back(k);
      if (!gone.empty())
        lines.push_back(
            Message("Gone from %1: %2", nameOf(role), firstOf(gone, [&](int k) { return nameThen(k); })));
    }
    if (!changes_.back.empty())
      lines.push_back(Message("Back: %1", firstOf(changes_.back, [&](int k) { return nameThen(k); })));
    if (!changes_.moved.empty())
      lines.push_back(Message("In another fold now; the study keeps the folds that it was made with: %1",
                              firstOf(changes_.moved, plain)));
    if (!changes_.relabelled.empty())
      lines.push_back(Message("Used with their new labels: %1", firstOf(changes_.relabelled, [&](auto& pair) {
                                return nameNow(pair.now) + " (" +
                                       labelsOf(then(pair.known).labels, known_.classes) + " → " +
                                       labelsOf(now(pair.now).labels, present_.print.classes) + ")";
                              })));
    if (!changes_.resized.empty())
      lines.push_back(Message("Of another length: %1", firstOf(changes_.resized, [&](auto& pair) {
                                return nameNow(pair.now) + " (" + secondsText(then(pair.known).seconds) +
                                       " → " + secondsText(now(pair.now).seconds) + ")";
                              })));
    if (!changes_.altered.empty())
      lines.push_back(Message("Other sound of the same length (resampled, or recorded anew?): %1",
                              firstOf(changes_.altered, plain)));
    if (!changes_.renamed.empty())
      lines.push_back(
          Message("Known by their sound, kept in their folds: %1", firstOf(changes_.renamed, [&](auto& pair) {
                    return nameThen(pair.known) + " → " + nameNow(pair.now);
                  })));
    if (!changes_.heard.empty())
      lines.push_back(
          changes_.heard.size() == 1
              ? Message("One is not tested with, because its sound was trained on under another name: %1",
                        firstOf(changes_.heard, beside))
              : Message("%1 are not tested with, because their sounds were trained on under other names: %2",
                        changes_.heard.size(), firstOf(changes_.heard, beside)));
    return lines;
  }

  // Clips that candidates are judged by and that are not what they were.
  Message refusal() const {
    std::vector<char> other(known_.clips.size());
    const auto judges = [&](int k) {
      const int fold = then(k).fold;
      return roles_.judges(fold, known_) && roles_.of(fold) != Role::test;
    };
    const auto mark = [&](int k) {
      if (judges(k)) other[static_cast<std::size_t>(k)] = 1;
    };
    for (const int k : changes_.gone) mark(k);
    for (const int k : changes_.back) mark(k);
    for (const auto* list : {&changes_.relabelled, &changes_.resized})
      for (const auto& pair : *list) mark(pair.known);
    for (const auto& left : changes_.leftOut)
      if (!isNew(left.now)) mark(changes_.knownOf[static_cast<std::size_t>(left.now)]);
    int count = 0, all = 0;
    for (int k = 0; k < static_cast<int>(other.size()); ++k) {
      count += other[static_cast<std::size_t>(k)];
      all += judges(k);
    }
    if (count == 0) return {};
    return Message(
        "Of the %1 clips that candidates were judged by, %2 are gone or have changed: what was found before "
        "could not be compared with what would be found now",
        all, count);
  }

  const data::Fingerprint& known_;
  const data::Present& present_;
  const data::Dataset& dataset_;
  const Changes& changes_;
  const data::FoldRoles& roles_;
};

}  // namespace

SoundsNews newsOf(const ComparedSounds& compared, bool hasResults) {
  return Words(compared).news(hasResults);
}

Message whyNot(const ComparedSounds& compared, const std::string& place) {
  const auto& changes = compared.changes;
  if (changes.otherData)
    return Message(
        "%1 is another data set than the one the study was made for: of its %2 clips hardly one is there",
        place, compared.known.clips.size());
  const int first = changes.firstOfNewClass;
  const auto nameOfClip = [&](int n) {
    const int clip = compared.present.clips[static_cast<std::size_t>(n)];
    return compared.dataset.clips[static_cast<std::size_t>(clip)].name;
  };
  if (!changes.newClasses.empty()) {
    std::string names, classes;
    for (const std::string& name : changes.newClasses) names += (names.empty() ? "" : ", ") + name;
    for (const std::string& name : compared.known.classes) classes += (classes.empty() ? "" : ", ") + name;
    return Message(
        "%1 has classes that the study's networks do not know (%2, the first in %3); they tell apart: %4. "
        "Label "
        "these clips as the study does, leave them out, or make a new study",
        place, names, nameOfClip(first), classes);
  }
  return Message(
      "%1 has clips with several labels now, and the study's networks tell one a clip; make a new study for "
      "them",
      place);
}

}  // namespace kinglet::study
