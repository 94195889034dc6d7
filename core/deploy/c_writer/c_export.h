// A network as self-contained C99 that is C++11 too: model.h, model.c, model_stream.h, model_stream.c, frontend.h,
// frontend.c, main.c, Makefile, LICENSE. No allocation, no dependency but libm in the float front end; one static arena of the
// promised size. With a prefix of one's own the names begin with it, and what several networks of a program
// can share comes in files of its own (shared_pair.h).
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "deploy/c_writer/c_names.h"
#include "deploy/graph/arena.h"
#include "deploy/graph/graph.h"
#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

// What a file is for, so that a person can be told.
enum class FileKind {
  model,
  stream,
  frontEnd,
  shared,
  program,
  build,
  example,
  about,
  licence,
  card,
  testVector
};

struct CFile {
  FileKind kind;
  std::string content;
};

struct CSources {
  CNames names;
  bool int8 = false;
  std::map<std::string, CFile> files;  // by path in the folder
  long arenaBytes = 0;
};

// In float: the same answers as the network in training, to rounding. names: checkPrefix's errors.
// every: frames from one answer of a stream to the next, 0 for half a window; a stateful form takes the most that its step
// allows.
CSources cSources(const Model& model, const Graph& graph, const CNames& names = CNames(), int every = 0);
// In int8: bit for bit what runInteger computes.
CSources cSources(const Model& model, const QuantizedGraph& network, const CNames& names = CNames(),
                  int every = 0);

// The files that cSources makes, empty: known without weights, in no time.
CSources sourceNames(const Model& model, bool int8, const CNames& names);

// Writes them into a folder, made when missing. Throws base::Error.
void writeSources(const CSources& sources, const std::filesystem::path& folder);

}  // namespace kinglet::deploy
