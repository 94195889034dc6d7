// deploy/: quantisation and exporters: a trained network as a file that runs elsewhere.
// Calls train/ and what it stands on; app/ calls it. A newcomer reads this header first, then graph.h.
//
//   Model -> buildGraph (batch norm folded, primitive operators) -> quantize (int8) -> planArena -> exporter
//
// Every artefact takes what the front end hands over: normalised log-mel features, (x - mean[m]) /
// deviation[m], one clip of frames x mels, time first; and answers one logit a class. The exported front end
// in C makes the same features.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "network/network_spec.h"
#include "train/weights.h"

namespace kinglet::deploy {

// What is exported: a network, its numbers, and what its card says.
struct Model {
  network::InputSpec input;
  network::NetworkSpec network;
  train::Weights weights;
  std::vector<std::string> classes;
  bool multiLabel = false;
};

// A tensor of the model's weights. Throws base::Error naming it when it is missing or of another size.
const train::Tensor& tensorOf(const Model& model, const std::string& name, long elements);

// Features of one window, normalised as the network takes them. raw: frames x mels log-mel values.
std::vector<float> normalised(const Model& model, std::span<const float> raw);

}  // namespace kinglet::deploy
