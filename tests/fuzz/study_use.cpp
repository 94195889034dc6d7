#include "study_use.h"

#include "data/fingerprint/fingerprint.h"
#include "network/baselines.h"
#include "reader.h"
#include "study/data/sounds_history.h"
#include "study/file/store.h"
#include "study/final/final_store.h"
#include "study/final/final_training.h"
#include "study/objectives.h"
#include "study/report/hypervolume_history.h"
#include "study/report/report.h"
#include "study/report/stopping_savings.h"
#include "study/rescue/study_care.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/checkpoint.h"
#include "train/epoch_report.h"
#include "train/weights.h"

namespace kinglet::fuzz {
namespace {

namespace fs = std::filesystem;

study::Trial trialOf(int number, study::TrialState state) {
  study::Trial trial;
  trial.number = number;
  trial.state = state;
  trial.candidate.network = network::namedNetwork("ds_cnn", trial.candidate.input.shape(), 4);
  trial.energy.millijoules = 0.125 * (number + 1);
  trial.genome = {1, 0, 2};
  trial.reason = base::Message("no better than %1 for %2 epochs", base::figure("40.0 %"), 5);
  train::EpochReport report;
  report.epoch = 1;
  report.validation.accuracy = 0.5;
  trial.curve.push_back(report);
  return trial;
}

void look(study::StudyStore& store) {
  attempt([&] {
    const study::Settings settings = store.settings();
    const std::vector<study::Trial> trials = store.trials();
    for (const auto& aside : store.setAside()) aside.reason.english();
    for (const study::Trial& trial : trials) {
      attempt([&] { store.weights(trial.number); });
      attempt([&] { store.checkpoint(trial.number); });
      attempt([&] { store.isOurs(trial.number); });
    }
    study::frontOf(trials);
    study::hypervolumeHistory(trials, settings);
    study::stoppingSavings(trials, settings);
    attempt([&] { study::reportHtml(settings, trials, store.secondsSpent()); });
  });
  attempt([&] { store.repeats(); });
  attempt([&] {
    if (const auto sounds = store.sounds()) {
      data::Fingerprint::unpack(sounds->clips);
      study::historyFrom(sounds->history);
    }
  });
}

}  // namespace

void makeStudy(const fs::path& path) {
  removeStudy(path);
  study::Settings settings;
  settings.classes = {"dog", "rain", "engine", "bell"};
  settings.testFold = 4;
  settings.validationFold = 3;
  const auto store = study::openStudy(path, settings);
  const train::Weights weights{{"stem/weight", {2, 2}, {1, 2, 3, 4}}};
  store->saveTrial(trialOf(0, study::TrialState::finished), &weights);
  store->saveTrial(trialOf(1, study::TrialState::stoppedEarly));
  store->saveTrial(trialOf(2, study::TrialState::running));
  store->saveCheckpoint(2, {1, train::packCheckpoint({7, 1, weights})});
  study::Repeat repeat;
  repeat.genome = {1, 2};
  repeat.suggestion = 3;
  store->saveRepeat(repeat);
  store->saveSecondsSpent(12.5);
  data::Fingerprint print;
  print.layout = "folders";
  print.classes = settings.classes;
  print.foldNames = {"1", "2", "3", "4", "5"};
  for (int i = 0; i < 5; ++i) {
    data::KnownClip clip;
    clip.key = "dog/" + std::to_string(i) + ".wav";
    clip.labels = {i % 4};
    clip.fold = i;
    print.clips.push_back(clip);
  }
  store->saveSounds(
      {print.pack(), study::historyText({{1, true, base::Message("%1 clips are gone", 3), {}}})});
  study::FinalTraining final;
  final.folds.push_back({0, {}});
  study::FinalStore(path).save(0, final, weights);
  store->close();
}

void useStudy(const fs::path& path) {
  attempt([&] { study::checkStudy(path); });
  const fs::path repaired = folder() / "repaired.kinglet";
  removeStudy(repaired);
  if (attempt([&] { study::repairStudy(path, repaired); }))
    attempt([&] { look(*study::openStudy(repaired)); });
  attempt([&] { look(*study::openStudy(path)); });
  attempt([&] {
    const study::FinalStore finals(path);
    for (const auto& each : finals.all()) attempt([&] { finals.weights(each.first); });
  });
  // Gone on with, by the version that reads it.
  attempt([&] {
    const auto store = study::openStudy(path, {}, true);
    attempt([&] { store->saveStar(0, true, "kept"); });
    attempt([&] { store->saveTrial(trialOf(9, study::TrialState::finished)); });
    attempt([&] { store->saveSecondsSpent(13); });
    store->close();
  });
  removeStudy(repaired);
}

void removeStudy(const fs::path& path) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal", "-lock"})
    fs::remove(path.string() + ending, ignored);
}

}  // namespace kinglet::fuzz
