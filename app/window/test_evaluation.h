// A candidate's answers on the test fold; slow, so called on a worker thread.
#pragma once

#include <memory>
#include <stop_token>

#include "data/feature_store.h"
#include "study/store.h"

namespace kinglet::window {

// Throws base::Error when the trial keeps no weights or the sounds cannot be read.
train::Metrics evaluateOnTest(study::StudyStore& store, data::FeatureStore& sounds,
                              const study::Settings& settings, const study::Trial& trial,
                              std::stop_token stop);

}  // namespace kinglet::window
