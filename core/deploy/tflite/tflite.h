// TensorFlow Lite: a file that LiteRT, TensorFlow Lite Micro and vendors' tools read.
#pragma once

#include <filesystem>
#include <string>

#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

// What an int8 network takes and gives: codes, as microcontrollers want them, or floats, with a quantise at
// the start and a dequantise at the end.
enum class Ends { int8, real };

// Input (1, frames, mels, channels), normalised features; output (1, classes), logits. card: a text stored as
// metadata "kinglet_card". Field numbers and versions of operators are those of the published schema (version
// 3), only what is used; int8 follows TensorFlow Lite's quantisation specification. Throws base::Error.
void writeTflite(const Graph& graph, const std::filesystem::path& path, const std::string& card = {});
void writeTflite(const QuantizedGraph& network, Ends ends, const std::filesystem::path& path,
                 const std::string& card = {});

}  // namespace kinglet::deploy
