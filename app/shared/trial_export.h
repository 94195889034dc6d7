// A trial of a study as deploy/ wants it: shared by the command line and the window.
#pragma once

#include <optional>

#include "data/feature_store.h"
#include "deploy/package/export.h"
#include "energy/energy_model.h"
#include "study/file/store.h"
#include "study/trial.h"

namespace kinglet::app {

struct TrialExport {
  deploy::Model model;
  deploy::ModelOrigin origin;
  deploy::Sounds sounds;
  bool isOurs = false;  // this user's Kinglet made it: it may be compiled and run without asking
};

// What the int8 C export of a trial needs on the processor of the study's device: it is a runtime of its own. None where
// that was not counted, and where the device is that runtime already.
std::optional<energy::EnergyEstimate> exportedCEnergy(const study::Settings& settings,
                                                      const study::Trial& trial);

// features: of the study's data set; they are computed where they are not there yet, which takes a while, and
// must outlive the result. Null where the sounds are not at hand: then there are no sounds in the result
// either. Throws base::Error: the trial kept no weights, the data are not the study's.
TrialExport trialForExport(const study::StudyStore& store, const study::Trial& trial,
                           data::FeatureStore* features, std::stop_token stop = {});

}  // namespace kinglet::app
