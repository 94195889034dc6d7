// deploy/: quantisation and exporters: a trained network as a file that runs elsewhere.
// Calls train/ and what it stands on; app/ calls it. A newcomer reads this header first.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "network/network_spec.h"
#include "train/trainer.h"

namespace kinglet::deploy {

// What is exported: a network, its numbers, and what its card says.
struct Model {
  network::InputSpec input;
  network::NetworkSpec network;
  train::Weights weights;
  std::vector<std::string> classes;
  bool multiLabel = false;
};

// TorchScript (float): loads in libtorch and Python. Input: (batch, frames, mels) log-mel features; output: logits.
// Throws base::Error.
void exportTorchScript(const Model& model, const std::filesystem::path& path);

}  // namespace kinglet::deploy
