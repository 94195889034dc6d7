// How a device listens, as options: what a mean power is told for.
#pragma once

#include <map>
#include <string>

#include "energy/listening/always_on.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace kinglet::cli {

class ListeningOptions {
 public:
  void addTo(CLI::App& app);
  // What was given, put over `settings`.
  void apply(energy::ListeningSettings& settings) const;
  bool given() const;  // any of them

 private:
  std::map<std::string, CLI::Option*> options_;
  energy::ListeningSettings values_;
  double clockMhz_ = 0, idleMw_ = 0;
};

}  // namespace kinglet::cli
