// ONNX, opset 13: float, or int8 as quantise-dequantise pairs, which runtimes fuse into integer kernels.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

// The model takes "features" (batch, frames, mels), normalised, float, and gives "logits" (batch, classes),
// float, in either type; networks of several input channels take (batch, h, w, c). notes become the file's
// metadata. What is written has passed the ONNX checker and strict shape inference. Throws base::Error.
void writeOnnx(const Graph& graph, const std::filesystem::path& path,
               const std::map<std::string, std::string>& notes = {});
void writeOnnx(const QuantizedGraph& network, const std::filesystem::path& path,
               const std::map<std::string, std::string>& notes = {});

// Throws base::Error with the checker's complaint.
void checkOnnx(const std::filesystem::path& path);

}  // namespace kinglet::deploy
