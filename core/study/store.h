// Where a study lasts. An interface, because a study shared by many machines will be kept by a server.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "study/study.h"

namespace kinglet::study {

// What a study knows of its sounds: see study/data/.
struct SoundsRecord {
  std::string clips;    // data::Fingerprint::pack()
  std::string history;  // of changes that a search went on with; JSON, empty where there were none
};

// A trial that cannot be read.
struct SetAside {
  int number = 0;
  base::Message reason;
};

// What these calls wrote survives a crash of the program; trials, weights, settings, stars and test figures
// also a power cut, as soon as the call returns. Any thread may call; calls are serialised inside. All throw
// base::Error: disk full, file damaged, not a study file, made by a newer Kinglet. A call that throws has
// changed nothing.
class StudyStore {
 public:
  virtual ~StudyStore() = default;
  virtual Settings settings() const = 0;
  virtual void saveSettings(const Settings& settings) = 0;
  virtual std::vector<Trial> trials() const = 0;  // by number, with curves, without weights
  // Of the last trials(): what was left out of it because it is damaged. It stays in the file as it is.
  virtual std::vector<SetAside> setAside() const { return {}; }
  // Inserts or replaces, curve included. What people say of a trial (star, note) and its test figures are
  // taken when it is inserted and otherwise left as they are. Weights, when given, are saved in the same
  // stroke.
  virtual void saveTrial(const Trial& trial, const train::Weights* weights = nullptr) = 0;
  virtual void saveEpoch(int trial, const train::EpochReport& epoch) = 0;
  virtual void saveWeights(int trial, const train::Weights& weights) = 0;
  virtual std::optional<train::Weights> weights(int trial) const = 0;
  virtual void saveStar(int trial, bool starred, const std::string& note) = 0;
  virtual void saveTest(int trial,
                        const train::Metrics& test) = 0;  // figures of the test fold, once it was opened
  virtual std::vector<Repeat> repeats() const = 0;        // by suggestion
  virtual void saveRepeat(const Repeat& repeat) = 0;      // insert or replace
  virtual double secondsSpent() const = 0;                // of search, over all sessions
  virtual void saveSecondsSpent(double seconds) = 0;
  virtual std::optional<SoundsRecord> sounds() const = 0;  // none in studies of older Kinglets
  virtual void saveSounds(const SoundsRecord& record) = 0;
  // Whether a trial's network and weights are as this user's Kinglet left them (study/trust.h). What others
  // made is compiled or run only once the user said so; trust() remembers that.
  virtual bool isOurs(int /*trial*/) const { return false; }
  virtual void trust(int /*trial*/) {}
  virtual std::filesystem::path path() const = 0;
};

// SQLite. Opens a study file; makes one when it is not there and `create` is given. A file in use by another
// Kinglet that is searching is refused with a clear Error when `exclusive` is asked for; reading it is always
// possible.
std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path,
                                      const std::optional<Settings>& create = {}, bool exclusive = false);

}  // namespace kinglet::study
