// study/: a search as a thing that lasts: settings, trials, the study file, the runner and its worker
// threads, events. Calls every other folder of core/ but deploy/; app/ calls it. A newcomer reads this header
// first, then trial.h and run/runner.h. Its rooms: data/ (the sounds of a study), file/ (the study file), run/ (the search),
// final/ (training what was chosen), report/, comparison/ (candidates beside each other), rescue/
// (checking and repairing a file).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "data/grouping/group_by.h"
#include "data/layout/read_as.h"
#include "energy/listening/always_on.h"
#include "network/network_spec.h"
#include "study/cost_objective.h"
#include "study/limits.h"
#include "train/recipe.h"
#include "train/stopping.h"

namespace kinglet::study {

// What a study was asked to do. Stored in its file; what may change while it runs is marked (live).
struct Settings {
  std::string dataPath = "demo";  // as the user gave it; "demo" for the built-in sounds
  data::GroupBy groupBy;          // how its clips are grouped by recording
  data::ReadAs readAs;            // how it is read where it can be read in several ways
  // energy::DeviceProfile::id; empty: energy::kDefaultDevice; "model:NAME" or "board:NAME" with energyModel
  std::string device;
  // What `kinglet energy fit` wrote, when energies are predicted by it: kept in the study, so that its
  // figures do not change when the file does. See setDevice().
  std::shared_ptr<const std::string> energyModel;
  std::string strategy;      // empty: search::kDefaultStrategy
  std::string spaceJson;     // empty: space::audioSpace()
  network::InputSpec input;  // what the space does not search
  train::Recipe recipe;
  train::StoppingSettings stopping;  // (live)
  double auditShare = 0;  // (live) 0 .. 1: of the trials that the rule would stop, the share that is trained
                          // on, so that what stopping loses is measured and not guessed
  // How the device listens: what a mean power is told for. Its clock is the device's where not given.
  // (live) where the search is not by power.
  energy::ListeningSettings listening;
  CostObjective objective = CostObjective::energy;
  Limits limits;       // (live)
  int trials = 100;    // (live) how many candidates to try in all; baselines do not count
  double minutes = 0;  // (live) of search, over all sessions; 0: no limit
  int workers = 0;     // (live) 0: one a physical core
  // (live) named networks to train beside the candidates: "mobilenet_v1:0.25"
  std::vector<std::string> baselines;
  std::uint64_t seed = 1;
  int testFold = -1;        // -1: the last fold; closed during the search
  int validationFold = -1;  // -1: the one before
  // Every fold but the test's held out in turn, and a candidate judged by all of their clips: as many times
  // the work, and half the luck where a fold is small. Weights are of the training without validationFold.
  bool crossValidate = false;
  double worstError = 100;  // percent; a candidate above it is worth nothing: the reference point's error
  std::vector<double> reference;     // of studyObjectives, in their order; empty: the standard ones
  std::vector<std::string> classes;  // of the data set, filled in by completed()
  std::string toJson() const;
  static Settings fromJson(const std::string& text);  // missing keys take the defaults; throws base::Error
};

}  // namespace kinglet::study
