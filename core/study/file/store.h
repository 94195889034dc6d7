// Where a study lasts. An interface, because a study shared by many machines will be kept by a server.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/message.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/checkpoint.h"
#include "train/epoch_report.h"
#include "train/metrics.h"
#include "train/weights.h"

namespace kinglet::study {

// The file is no longer where it was: moved, deleted, or another lies there. What was written since its
// going can be saved by StudyStore::moveTo.
class StudyMoved : public base::Error {
 public:
  using base::Error::Error;
};

// Asked some times a second while another program holds the file, with the seconds waited so far, on the
// thread that waits: whether to wait on. It must not call the store.
using Patience = std::function<bool(double seconds)>;

// Of a trial that has not ended.
struct KeptCheckpoint {
  int epoch = 0;
  std::string bytes;  // train::packCheckpoint
};

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
// also a power cut, as soon as the call returns. Any thread may call; calls are serialised inside. All
// throw base::Error: disk full, file damaged, not a study file, made by a newer Kinglet. A call that throws
// has changed nothing, unless it throws StudyMoved: then it has changed what moveTo saves.
class StudyStore {
 public:
  virtual ~StudyStore() = default;
  virtual Settings settings() const = 0;
  virtual void saveSettings(const Settings& settings) = 0;
  virtual std::vector<Trial> trials() const = 0;  // by number, with curves, without weights
  virtual int trialCount() const = 0;             // of trials(), those that are damaged counted, too
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
  // One a trial, replaced by the next, gone when the trial has ended; lost by a power cut, not by a crash.
  virtual void saveCheckpoint(int, const KeptCheckpoint&) {}
  virtual std::optional<KeptCheckpoint> checkpoint(int) const { return {}; }
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
  // Without one, a locked file is waited for 10 s.
  virtual void setPatience(Patience) {}
  // Brings all results into the one file, where whoever searched leaves some of them in its log beside it.
  // Throws base::Error where that cannot be, and says what is where; the study can still be read.
  virtual void close() {}
  // Saves everything into a new file and goes on there. Throws base::Error, also where there is a file.
  virtual void moveTo(const std::filesystem::path&) { throw base::Error("this study cannot be moved"); }
};

// SQLite. Opens a study file; makes one when it is not there and `create` is given. A file in use by
// another Kinglet that is searching is refused with a clear Error when `exclusive` is asked for; reading it
// is always possible: also in a folder that cannot be written to or on a full disk, where a log that a
// killed Kinglet left is read into memory.
std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path,
                                      const std::optional<Settings>& create = {}, bool exclusive = false,
                                      Patience patience = {});

// Where to save a study whose file is gone: NAME-recovered.kinglet in its folder, or else in the current
// one; a number is added where there is such a file.
std::filesystem::path recoveryPath(const std::filesystem::path& study);

}  // namespace kinglet::study
