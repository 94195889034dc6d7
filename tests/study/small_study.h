// A study so small that tests of the runner take no time: two classes of short tones in four folds, a fake
// trainer.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <thread>

#include "audio/sound_file.h"
#include "base/random.h"
#include "data/dataset.h"
#include "network/cost.h"
#include "study/completion.h"
#include "study/run/runner.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::study::testing {

// A folder that is gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kinglet-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// Tones of two pitches, four folds of two clips each, half a second long.
inline std::filesystem::path writeTones(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream table(folder / "manifest.csv");
  table << "path,label,fold\n";
  for (int clip = 0; clip < 8; ++clip) {
    std::vector<float> samples(8000);
    for (std::size_t i = 0; i < samples.size(); ++i)
      samples[i] = 0.3f * std::sin(float(i) * (clip % 2 ? 0.5f : 0.1f) * (1 + 0.02f * float(clip)));
    const std::string name = "tone" + std::to_string(clip) + ".wav";
    audio::writeWav(folder / name, samples, 16000);
    table << name << "," << (clip % 2 ? "high" : "low") << "," << clip / 2 << "\n";
  }
  return folder / "manifest.csv";
}

inline std::shared_ptr<data::FeatureStore> toneFeatures(const TemporaryFolder& folder) {
  return std::make_shared<data::FeatureStore>(data::openDataset(writeTones(folder / "tones").string()),
                                              folder / "cache");
}

// One front end, so that features are computed once; a few hundred networks.
inline Settings smallSettings(const data::FeatureStore& features) {
  Settings settings;
  settings.strategy = "random";
  settings.spaceJson = R"({"name": "small", "parameters": [
    {"name": "n_mels", "kind": "ordinal", "values": [16]},
    {"name": "clip_s", "kind": "ordinal", "values": [0.4]},
    {"name": "stem_filters", "kind": "ordinal", "values": [4, 8, 16, 32]},
    {"name": "num_blocks", "kind": "ordinal", "values": [1, 2]},
    {"name": "b1_type", "kind": "categorical", "values": ["conv", "dwsep", "invres"]},
    {"name": "b1_width", "kind": "ordinal", "values": [4, 8, 16, 32]},
    {"name": "b2_type", "kind": "categorical", "values": ["conv", "dwsep"],
     "active_if": [{"parameter": "num_blocks", "at_least": 2}]},
    {"name": "b2_width", "kind": "ordinal", "values": [4, 8, 16],
     "active_if": [{"parameter": "num_blocks", "at_least": 2}]}]})";
  settings.trials = 12;
  settings.workers = 1;
  settings.recipe.epochs = 4;
  settings.stopping.rule = "none";
  return completed(settings, features.dataset());
}

// What a fake trainer does to each trial.
struct FakeTraining {
  std::chrono::microseconds step{0};                     // of each of ten steps an epoch
  std::function<void(const train::TrainTask&)> atStart;  // may throw
  std::function<double(const train::TrainTask&, int epoch)> accuracy;
};

// Larger networks reach more, by a curve that flattens, with a little noise from the seed.
inline double plausibleAccuracy(const train::TrainTask& task, int epoch) {
  base::Random random(base::seedFor(task.seed, std::uint64_t(epoch)));
  const double size = std::log10(double(network::costOf(task.network).macs) + 10);
  const double last = 0.4 + 0.08 * size;
  return std::min(0.99, last * (1 - std::exp(-0.8 * epoch)) + 0.01 * random.uniform());
}

inline Trainer fakeTrainer(FakeTraining fake = {}) {
  return [fake](const train::TrainTask& task, const train::TrainObserver& observer,
                const std::stop_token& stop) {
    if (fake.atStart) fake.atStart(task);
    train::TrainOutcome outcome;
    for (int epoch = 1; epoch <= task.recipe.epochs; ++epoch) {
      for (int step = 1; step <= 10; ++step) {
        if (stop.stop_requested()) {
          outcome.cancelled = true;
          return outcome;
        }
        if (fake.step.count() > 0) std::this_thread::sleep_for(fake.step);
        if (observer.progress) observer.progress(epoch, step / 10.0);
      }
      train::EpochReport report;
      report.epoch = epoch;
      report.trainLoss = 1.0 / epoch;
      report.validation.clips = int(task.validation.size());
      report.validation.accuracy =
          fake.accuracy ? fake.accuracy(task, epoch) : plausibleAccuracy(task, epoch);
      outcome.curve.push_back(report);
      outcome.validation = report.validation;
      if (observer.epochDone && observer.epochDone(report) == train::Verdict::stop) {
        outcome.stoppedEarly = true;
        return outcome;
      }
    }
    outcome.weights = {{"stem/weight", {1, 2}, {float(task.seed % 1000), 0.5f}}};
    return outcome;
  };
}

// Keeps what it is told; any thread.
class Recorder {
 public:
  void operator()(const Event& event) {
    const std::lock_guard guard(mutex_);
    events_.push_back(event);
    changed_.notify_all();
  }
  std::vector<Event> events() const {
    const std::lock_guard guard(mutex_);
    return events_;
  }
  template <class Kind>
  std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const Event& event : events())
      if (const auto* kind = std::get_if<Kind>(&event)) found.push_back(*kind);
    return found;
  }
  // Until so many events of a kind have come; fails the test after 20 s.
  template <class Kind>
  bool waitFor(std::size_t count) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20), [&] {
      std::size_t seen = 0;
      for (const Event& event : events_) seen += std::holds_alternative<Kind>(event);
      return seen >= count;
    });
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<Event> events_;
};

inline std::string fingerprintOf(const Trial& trial) {
  return std::to_string(trial.candidate.network.fingerprint()) + "/" +
         std::to_string(trial.candidate.input.mels) + "/" + std::to_string(trial.candidate.input.hopMs) +
         "/" + std::to_string(trial.candidate.input.clipSeconds);
}

// Everything of a study but times, as text: two studies are the same when this is.
inline std::string contentOf(const StudyStore& store) {
  std::string text;
  for (const Trial& trial : store.trials()) {
    text += std::to_string(trial.number) + " " + toText(trial.state) + " " + trial.baseline + " " +
            trial.candidate.network.toJson() + " " + std::to_string(trial.suggestion) + " " +
            std::to_string(trial.toldAs) + " " + trial.reason.english() + " " + trial.origin.strategy;
    for (const int choice : trial.genome) text += "," + std::to_string(choice);
    for (const int parent : trial.origin.parents) text += "^" + std::to_string(parent);
    for (const auto& epoch : trial.curve) {
      char figures[80];
      std::snprintf(figures, sizeof figures, " %a/%a", epoch.trainLoss, epoch.validation.accuracy);
      text += figures;
    }
    if (const auto weights = store.weights(trial.number)) text += " weights " + train::packWeights(*weights);
    text += "\n";
  }
  for (const Repeat& repeat : store.repeats())
    text += "repeat " + std::to_string(repeat.suggestion) + " of " + std::to_string(repeat.trial) + " told " +
            std::to_string(repeat.toldAs) + "\n";
  return text;
}

}  // namespace kinglet::study::testing
