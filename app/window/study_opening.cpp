#include "app/window/study_opening.h"

#include <system_error>

#include "base/error.h"
#include "energy/device_profile.h"

namespace kinglet::window {
namespace fs = std::filesystem;
namespace {

void openSounds(OpenedStudy& opened) {
  try {
    opened.features = std::make_shared<data::FeatureStore>(
        data::openDataset(opened.settings.dataPath, study::howToOpen(opened.settings)));
  } catch (const base::Error& error) {
    opened.soundsProblem = error.what();
  }
}

}  // namespace

OpenedStudy openStudyFile(const fs::path& path, const std::optional<std::string>& sounds) {
  if (!fs::exists(path)) throw base::Error("There is no study at " + path.string() + ".");
  OpenedStudy opened;
  try {
    opened.store = study::openStudy(path, {}, true);
  } catch (const base::Error& error) {
    // Perhaps it is only in use: then it can still be read, and if not, that error says why.
    opened.store = study::openStudy(path);
    opened.lockedBecause = error.what();
  }
  opened.settings = opened.store->settings();
  opened.trials = opened.store->trials();
  if (sounds) {
    opened.settings.dataPath = *sounds;
    if (opened.lockedBecause.empty()) opened.store->saveSettings(opened.settings);
  }
  openSounds(opened);
  return opened;
}

OpenedStudy createStudyFile(const fs::path& path, const study::Settings& settings) {
  if (fs::exists(path))
    throw base::Error("There is already a file " + path.string() +
                      ". Choose another name, or open it to go on.");
  // The sounds first: a study without any is not worth a file.
  OpenedStudy opened;
  opened.features =
      std::make_shared<data::FeatureStore>(data::openDataset(settings.dataPath, study::howToOpen(settings)));
  const study::Settings whole = study::completed(settings, opened.features->dataset());
  std::error_code problem;
  fs::create_directories(path.parent_path(), problem);
  if (problem)
    throw base::Error("The folder " + path.parent_path().string() + " cannot be made: " + problem.message() +
                      ".");
  opened.store = study::openStudy(path, whole, true);
  opened.settings = opened.store->settings();
  opened.trials = opened.store->trials();
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
  fs::path path = folder / (name + ".kinglet");
  for (int count = 2; fs::exists(path); ++count)
    path = folder / (name + " " + std::to_string(count) + ".kinglet");
  return path;
}

}  // namespace kinglet::window
