// Quantisation-aware fine-tuning, for the networks that int8 costs accuracy.
#pragma once

#include "deploy/graph/int8.h"

namespace kinglet::deploy {

// The folded network trained on for a few epochs on the training clips with weights and maps rounded as
// `network` rounds them (fake quantisation, straight-through gradients; Jacob et al. 2018, section 3).
// Deterministic. Gives the graph with its new weights, to be quantised again. Throws base::Error, Cancelled.
Graph fineTuned(const Model& model, const QuantizedGraph& network, const Sounds& sounds,
                const Progress& progress = {});

}  // namespace kinglet::deploy
