#include "app/window/study/study_opening.h"

#include <system_error>

#include "base/error.h"
#include "base/free_path.h"
#include "base/system_reason.h"
#include "data/dataset.h"
#include "diagnosis/log.h"
#include "energy/device/device_profile.h"
#include "study/completion.h"
#include "study/meaning.h"
#include "study/settings.h"

namespace kinglet::window {
namespace fs = std::filesystem;
namespace {

// With the study's folds. A study that another program searches in is left as it is.
void openSounds(OpenedStudy& opened, const OpeningWish& wish) {
  try {
    study::StudySounds sounds =
        wish.sounds
            ? study::bindSounds(*opened.store,
                                data::openDataset(*wish.sounds, study::openOptionsOf(opened.settings)))
            : study::openSounds(*opened.store);
    opened.news = sounds.news;
    opened.undecided = !sounds.news.refusal.empty() && !wish.acceptsChanges;
    if (opened.lockedBecause.empty()) {
      if (!opened.undecided) study::goOnWith(*opened.store, sounds, wish.acceptsChanges);
      if (wish.sounds) {
        opened.settings.dataPath = *wish.sounds;
        opened.store->saveSettings(opened.settings);
      }
    }
    opened.features = std::make_shared<data::FeatureStore>(std::move(sounds.dataset));
  } catch (const base::Error& error) {
    diagnosis::logFailure("sounds", error);
    opened.soundsProblem = error.message();
  }
}

}  // namespace

OpenedStudy openStudyFile(const fs::path& path, const OpeningWish& wish) {
  if (!fs::exists(path)) throw base::Error("There is no study at %1.", path);
  OpenedStudy opened;
  try {
    opened.store = study::openStudy(path, {}, true);
  } catch (const base::Error& error) {
    // Perhaps it is only in use: then it can still be read, and if not, that error says why.
    diagnosis::logFailure("study", error);
    opened.store = study::openStudy(path);
    opened.lockedBecause = error.message();
  }
  opened.settings = opened.store->settings();
  opened.trials = study::shared(opened.store->trials());
  openSounds(opened, wish);
  return opened;
}

OpenedStudy createStudyFile(const fs::path& path, const study::Settings& settings) {
  if (fs::exists(path))
    throw base::Error("There is already a file %1. Choose another name, or open it to go on.", path);
  // The sounds first: a study without any is not worth a file.
  OpenedStudy opened;
  data::Dataset dataset = data::openDataset(settings.dataPath, study::openOptionsOf(settings));
  const study::Settings whole = study::completed(settings, dataset);
  std::error_code problem;
  fs::create_directories(path.parent_path(), problem);
  if (problem)
    throw base::Error("The folder %1 cannot be made: %2.", path.parent_path(), base::systemReason(problem));
  opened.store = study::openStudy(path, whole, true);
  study::StudySounds sounds = study::bindSounds(*opened.store, std::move(dataset));
  study::goOnWith(*opened.store, sounds, false);
  opened.news = std::move(sounds.news);
  opened.features = std::make_shared<data::FeatureStore>(std::move(sounds.dataset));
  opened.settings = opened.store->settings();
  opened.trials = study::shared(opened.store->trials());
  return opened;
}

study::Settings demoSettings() {
  study::Settings settings;
  settings.dataPath = "demo";
  settings.recipe.epochs = 10;
  settings.trials = 60;
  settings.limits.energyMj = study::usualEnergyLimitMj(settings);
  return settings;
}

fs::path freePath(const fs::path& folder, const std::string& name) {
  return base::freePath(folder, name, ".kinglet", " ");
}

}  // namespace kinglet::window
