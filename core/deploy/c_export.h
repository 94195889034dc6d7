// A network as self-contained C99: model.h, model.c, frontend.h, frontend.c, main.c, Makefile. No allocation,
// no dependency but libm in the float front end; one static arena of the promised size.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "deploy/arena.h"
#include "deploy/graph.h"
#include "deploy/quantize.h"

namespace kinglet::deploy {

struct CSources {
  std::map<std::string, std::string> files;  // by file name
  long arenaBytes = 0;
};

// In float: the same answers as the network in training, to rounding.
CSources cSources(const Model& model, const Graph& graph);
// In int8: bit for bit what runInteger computes.
CSources cSources(const Model& model, const QuantizedGraph& network);

// Writes them into a folder, made when missing. Throws base::Error.
void writeSources(const CSources& sources, const std::filesystem::path& folder);

// The front end's tables and code; used by cSources.
std::string frontEndHeader(const Model& model);
std::string frontEndSource(const Model& model);

}  // namespace kinglet::deploy
