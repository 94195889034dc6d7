// TorchScript, float: a file that libtorch and Python's torch.jit.load run without Kinglet.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "deploy/graph/graph.h"

namespace kinglet::deploy {

// The module takes (batch, frames, mels), normalised features, and gives (batch, classes), logits; networks
// of several input channels take (batch, h, w, c). extras go into the file beside the code (the model card),
// readable with torch.jit.load(path, _extra_files={NAME: ""}).
void writeTorchScript(const Graph& graph, const std::filesystem::path& path,
                      const std::map<std::string, std::string>& extras = {});

// Loads a file and runs it on one input, on one thread. Throws base::Error when it cannot be loaded or run.
std::vector<float> runTorchScript(const std::filesystem::path& path, const network::Shape& shape,
                                  std::span<const float> input);

// As the module is written: TorchScript source that works on attributes w0, b0, w1, ... in the order of the
// operators.
std::string torchScriptSource(const Graph& graph);

}  // namespace kinglet::deploy
