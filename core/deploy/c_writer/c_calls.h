// The calls of kernels that an exported network is made of, and the constants that they take.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "deploy/graph/graph.h"
#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

// Where an operator reads and writes, as C expressions, and the maps as it sees them there.
struct PlacedOp {
  std::vector<std::string> in;
  std::vector<network::Shape> from;
  std::string out;
  network::Shape to;
  bool newRows = false;  // of a step of the stateful form: what is above was computed before
};

// Of one graph; quantized is null for float. kernels: what the names of kernels begin with.
class CallWriter {
 public:
  CallWriter(const Graph& graph, const QuantizedGraph* quantized, std::string kernels)
      : graph_(graph), quantized_(quantized), kernels_(std::move(kernels)) {}

  // Lines of C that end with the operator's mark; empty where nothing is computed. Constants that they need are added to
  // those below, each once.
  std::string statement(std::size_t index, const PlacedOp& at);

  const std::string& weights() const { return weights_; }
  // Of operators on whole maps: those that were asked for twice, so that windows and stream call them; and the others.
  std::string geometry(bool ofBothForms) const;
  const std::string& newGeometry() const { return newGeometry_; }      // with newRows
  const std::set<std::string>& switches() const { return switches_; }  // kinds of kernels that were called

 private:
  std::string call(std::size_t index, const PlacedOp& at);  // without its semicolon
  std::string kernel(const char* name) const;
  std::string geometryOf(std::size_t index, const PlacedOp& at);
  std::string weightsOf(std::size_t index);
  std::string addLimits(std::size_t index) const;
  std::string concat(const PlacedOp& at) const;

  const Graph& graph_;
  const QuantizedGraph* quantized_;
  const std::string kernels_;
  std::set<std::string> switches_;
  std::set<std::size_t> written_;  // whose weights or tables are among the constants
  std::map<std::size_t, std::string> geometry_;
  std::set<std::size_t> twice_;
  std::string weights_, newGeometry_;
};

}  // namespace kinglet::deploy
