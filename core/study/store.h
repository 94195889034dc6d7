// Where a study lasts. An interface, because a study shared by many machines will be kept by a server.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/study.h"

namespace kinglet::study {

// Every call is durable when it returns (a power cut loses nothing that was announced). Any thread may call; calls are
// serialised inside. All throw base::Error: disk full, file damaged, not a study file, made by a newer Kinglet.
class StudyStore {
 public:
  virtual ~StudyStore() = default;
  virtual Settings settings() const = 0;
  virtual void saveSettings(const Settings& settings) = 0;
  virtual std::vector<Trial> trials() const = 0;              // by number, with curves, without weights
  virtual void saveTrial(const Trial& trial) = 0;             // insert or replace, curve included
  virtual void saveEpoch(int trial, const train::EpochReport& epoch) = 0;
  virtual void saveWeights(int trial, const train::Weights& weights) = 0;
  virtual std::optional<train::Weights> weights(int trial) const = 0;
  virtual void saveStar(int trial, bool starred, const std::string& note) = 0;
  virtual double secondsSpent() const = 0;                    // of search, over all sessions
  virtual void saveSecondsSpent(double seconds) = 0;
  virtual std::filesystem::path path() const = 0;
};

// SQLite. Opens a study file; makes one when it is not there and `create` is given. A file in use by another Kinglet
// that is searching is refused with a clear Error when `exclusive` is asked for.
std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path, const std::optional<Settings>& create = {},
                                      bool exclusive = false);

}  // namespace kinglet::study
