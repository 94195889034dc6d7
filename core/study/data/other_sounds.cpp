#include "study/data/other_sounds.h"

#include <algorithm>
#include <unordered_set>

#include "base/error.h"
#include "data/dataset.h"
#include "data/fingerprint/fingerprint.h"
#include "study/settings.h"

namespace kinglet::study {
namespace {

constexpr std::size_t kNames = 3;

void useClassesOf(const Settings& settings, data::Dataset& dataset) {
  std::vector<int> numbers;
  for (const std::string& name : dataset.classes) {
    const auto at = std::ranges::find(settings.classes, name);
    if (at == settings.classes.end())
      throw base::Error("the study's networks do not know the class %1, which %2 has; leave it out", name,
                        dataset.name);
    numbers.push_back(static_cast<int>(at - settings.classes.begin()));
  }
  for (data::Clip& clip : dataset.clips) {
    for (int& label : clip.labels) label = numbers[static_cast<std::size_t>(label)];
    std::ranges::sort(clip.labels);
  }
  dataset.classes = settings.classes;
}

}  // namespace

OtherSounds openOtherSounds(const StudyStore& store, const std::string& path, const data::OpenOptions& how) {
  OtherSounds sounds;
  data::Dataset& dataset = sounds.dataset = data::openDataset(path, how);
  const auto record = store.sounds();
  if (!record) {
    sounds.news.summary = base::Message(
        "This study was made by an older Kinglet, which did not note its clips: whether some of these are "
        "among "
        "them cannot be told.");
    useClassesOf(store.settings(), dataset);
    return sounds;
  }
  const data::Fingerprint known = data::Fingerprint::unpack(record->clips);
  std::unordered_set<std::uint64_t> own(known.heard.begin(), known.heard.end());
  for (const data::KnownClip& clip : known.clips)
    if (clip.content != 0) own.insert(clip.content);
  const data::Present present = data::presentOf(dataset);
  std::vector<char> isOwn(dataset.clips.size());
  for (std::size_t i = 0; i < present.clips.size(); ++i)
    isOwn[static_cast<std::size_t>(present.clips[i])] = own.contains(present.print.clips[i].content);
  std::vector<data::Clip> clips;
  std::vector<std::string> leftOut;
  for (std::size_t i = 0; i < dataset.clips.size(); ++i) {
    if (isOwn[i])
      leftOut.push_back(dataset.clips[i].name);
    else
      clips.push_back(std::move(dataset.clips[i]));
  }
  if (clips.empty()) throw base::Error("all clips of %1 are the study's own: they are no other sounds", path);
  if (!leftOut.empty()) {
    std::string names;
    for (std::size_t i = 0; i < std::min(kNames, leftOut.size()); ++i) names += (i ? ", " : "") + leftOut[i];
    if (leftOut.size() > kNames) names += ", …";
    sounds.news.summary =
        leftOut.size() == 1
            ? base::Message("One clip is left out, because the study has the same sound: %1", names)
            : base::Message("%1 clips are left out, because the study has the same sounds: %2",
                            leftOut.size(), names);
  }
  dataset.clips = std::move(clips);
  useClassesOf(store.settings(), dataset);
  if (!known.multiLabel &&
      std::ranges::any_of(dataset.clips, [](auto& clip) { return clip.labels.size() > 1; }))
    throw base::Error("%1 has clips with several labels, and the study's networks tell one a clip", path);
  dataset.multiLabel = known.multiLabel;
  return sounds;
}

}  // namespace kinglet::study
