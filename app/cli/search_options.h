// The options of `search`, and what they make of a study's settings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cli/listening_options.h"
#include "study/run/pace.h"
#include "study/settings.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace kinglet::cli {

class SearchOptions {
 public:
  void addTo(CLI::App& app);

  const std::string& studyPath() const { return study_; }
  bool json() const { return json_; }
  bool acceptsChanges() const { return acceptsChanges_; }
  const study::Pace& pace() const { return pace_; }
  // Of the data to search on: as given, or else the study's.
  std::string dataPath(const study::Settings& settings) const;

  // For a new study. Throws base::Error when the space file cannot be read.
  study::Settings fresh() const;
  // Whether the energy limit of a new study is Kinglet's own choice.
  bool limitsItself() const;
  // What was given, put over the settings of a study that goes on. Throws CLI::ValidationError when that
  // changes something that only a new study can have.
  study::Settings resumed(study::Settings settings) const;

 private:
  bool given(const char* name) const;
  void applyLive(study::Settings& settings) const;
  void applyFixed(study::Settings& settings) const;

  std::map<std::string, CLI::Option*> options_;
  std::string data_, readAs_, study_, space_;
  study::Settings values_;
  study::Pace pace_;
  ListeningOptions listening_;
  std::string objective_ = "energy";
  double maxEnergyMj_ = 0, maxFlashKb_ = 0, maxRamKb_ = 0, maxPowerMw_ = 0;
  bool json_ = false, acceptsChanges_ = false;
};

}  // namespace kinglet::cli
