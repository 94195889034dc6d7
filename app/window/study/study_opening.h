// Opening and making study files: slow (disk, data set), so called on a worker thread; no Qt objects are
// touched.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "data/feature_store.h"
#include "study/data/study_sounds.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::window {

struct OpenedStudy {
  std::shared_ptr<study::StudyStore> store;
  std::shared_ptr<data::FeatureStore> features;  // null when the sounds could not be found
  base::Message soundsProblem;                   // why; the study can be looked at, and not go on
  study::SoundsNews news;                        // what became of the sounds
  bool undecided = false;  // clips that candidates were judged by are gone or changed: someone must say go on
  base::Message lockedBecause;  // not empty: another program searches in it; look, do not touch
  study::Settings settings;
  study::SharedTrials trials;

  bool canRun() const { return canTest() && !undecided; }
  bool canTest() const { return features != nullptr && lockedBecause.empty(); }
};

// What a person said on opening a study.
struct OpeningWish {
  std::optional<std::string> sounds;  // where they are now (they were moved)
  bool acceptsChanges = false;        // go on although clips that judged are gone or changed
};

// Both throw base::Error.
OpenedStudy openStudyFile(const std::filesystem::path& path, const OpeningWish& wish = {});
// Makes the folder it lies in. Refuses a path where something lies already.
OpenedStudy createStudyFile(const std::filesystem::path& path, const study::Settings& settings);

// What `kinglet --demo` and the first page's demo search: small enough that a result is seen within seconds.
study::Settings demoSettings();
// "NAME.kinglet" in that folder, or "NAME 2.kinglet", ...: a path where nothing lies yet.
std::filesystem::path freePath(const std::filesystem::path& folder, const std::string& name);

}  // namespace kinglet::window
