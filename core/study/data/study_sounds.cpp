#include "study/data/study_sounds.h"

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "data/builtin_sounds.h"
#include "data/dataset.h"
#include "study/completion.h"
#include "study/data/sounds_history.h"
#include "study/data/sounds_words.h"
#include "study/settings.h"

namespace kinglet::study {
namespace {

namespace fs = std::filesystem;

bool hasResults(const StudyStore& store) {
  return store.trialCount() > 0;
}

// Of a study that was made just now, or by a Kinglet that did not note clips.
SoundsNews note(StudyStore& store, const data::Fingerprint& print, bool own) {
  SoundsNews news;
  const bool older = hasResults(store);
  if (older && !own) {
    news.summary = base::Message(
        "This study was made by an older Kinglet, which did not note its clips: whether these are the same "
        "cannot "
        "be told.");
    return news;
  }
  try {
    store.saveSounds({print.pack(), {}});
    if (older)
      news.summary = base::Message(
          "This study was made by an older Kinglet, which did not note its clips. They are noted now, as "
          "they "
          "are; whether they changed before cannot be told.");
  } catch (const base::Error& error) {
    if (!older) throw;
    news.summary = base::Message(
        "This study was made by an older Kinglet, which did not note its clips, and they cannot be noted now "
        "(%1): "
        "whether they changed cannot be told.",
        error.message());
  }
  return news;
}

bool isSame(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return a == b || fs::equivalent(a, b, ignored);
}

bool isThere(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

}  // namespace

data::FoldRoles rolesOf(const Settings& settings) {
  return {settings.testFold, settings.validationFold, settings.crossValidate};
}

std::string soundsPath(const StudyStore& store) {
  const std::string path = store.settings().dataPath;
  if (data::demoSeed(path) || fs::path(path).is_absolute() || isThere(path)) return path;
  const std::string beside = (store.path().parent_path() / path).string();
  return isThere(beside) ? beside : path;
}

StudySounds openSounds(StudyStore& store, const std::string& path,
                       const std::optional<data::OpenOptions>& how) {
  const std::string own = soundsPath(store);
  const std::string& place = path.empty() ? own : path;
  if (path.empty() && !data::demoSeed(place) && !isThere(place))
    throw base::Error("the sounds of the study are not at %1 any more; say where they are now", place);
  return bindSounds(store, data::openDataset(place, how.value_or(openOptionsOf(store.settings()))),
                    path.empty() || isSame(path, own));
}

StudySounds bindSounds(StudyStore& store, data::Dataset dataset, bool own) {
  const Settings settings = store.settings();
  const data::FoldRoles roles = rolesOf(settings);
  StudySounds sounds;
  data::Fingerprint known;
  data::Present present;
  std::optional<SoundsNews> first;
  if (const auto record = store.sounds()) {
    known = data::Fingerprint::unpack(record->clips);
    present = data::presentOf(dataset, &known);
  } else {
    requireSameData(settings, dataset);
    present = data::presentOf(dataset);
    known = present.print;
    first = note(store, known, own);
  }
  const data::Changes changes = data::compare(known, present, dataset, roles);
  const ComparedSounds compared{known, present, dataset, changes, roles};
  if (changes.refused())
    throw base::Error(whyNot(compared, dataset.root.empty() ? dataset.name : dataset.root.string()));
  if (changes.any()) sounds.news = newsOf(compared, hasResults(store));
  if (first && !first->summary.empty()) {
    if (!sounds.news.summary.empty())
      sounds.news.details.insert(sounds.news.details.begin(), sounds.news.summary);
    sounds.news.summary = first->summary;
  }
  data::Fingerprint next = data::updated(known, present, changes, roles);
  if (next != known) sounds.next = std::move(next);
  sounds.dataset = data::boundTo(known, present, std::move(dataset), changes);
  return sounds;
}

void goOnWith(StudyStore& store, StudySounds& sounds, bool accepted) {
  if (!sounds.news.refusal.empty() && !accepted) throw base::Error(sounds.news.refusal);
  const data::Split split = splitOf(store.settings(), sounds.dataset);
  if (split.train.empty()) throw base::Error("of the clips that the study is trained on none is left");
  if (split.validation.empty()) throw base::Error("of the clips that candidates are judged by none is left");
  if (!sounds.next) return;
  SoundsRecord record = store.sounds().value_or(SoundsRecord{});
  if (!sounds.news.summary.empty()) {
    auto history = historyFrom(record.history);
    history.push_back(
        {store.trialCount(), !sounds.news.refusal.empty(), sounds.news.summary, sounds.news.details});
    record.history = historyText(history);
  }
  record.clips = sounds.next->pack();
  store.saveSounds(record);
  sounds.dataset.boundTo = sounds.next->id();
}

void requireSounds(const StudyStore& store, const data::Dataset& dataset) {
  const Settings settings = store.settings();
  requireSameData(settings, dataset);
  const auto record = store.sounds();
  if (!record) return;
  if (dataset.boundTo != 0 && dataset.boundTo == data::Fingerprint::idOf(record->clips)) return;
  const data::Fingerprint known = data::Fingerprint::unpack(record->clips);
  const data::FoldRoles roles = rolesOf(settings);
  const data::Present present = data::presentOf(dataset, &known);
  const data::Changes changes = data::compare(known, present, dataset, roles);
  const ComparedSounds compared{known, present, dataset, changes, roles};
  if (changes.refused()) throw base::Error(whyNot(compared, dataset.name));
  for (std::size_t n = 0; n < present.clips.size(); ++n)
    if (changes.foldOf[n] != dataset.clips[static_cast<std::size_t>(present.clips[n])].fold)
      throw base::Error("%1 is not as the study knows it: %2", dataset.name, newsOf(compared, false).summary);
}

void requireOrNoteSounds(StudyStore& store, const data::Dataset& dataset) {
  requireSounds(store, dataset);
  if (!store.sounds()) store.saveSounds({data::presentOf(dataset).print.pack(), {}});
}

}  // namespace kinglet::study
