// A network as primitive operators with batch norm folded: the one form that every exporter walks.
#pragma once

#include <string>
#include <vector>

#include "deploy/deploy.h"

namespace kinglet::deploy {

enum class OpKind {
  conv,       // weights [out][kernelH][kernelW][in]; dense layers are convolutions over the whole map
  depthwise,  // weights [kernelH][kernelW][channels]
  add,        // two maps of one shape
  scale,      // a map times one factor a channel (second input, 1 x 1 x c)
  maxPool,
  averagePool,  // padding does not count
  globalMean,   // -> 1 x 1 x c
  concat,       // along channels
  slice,        // channels [begin, begin + c)
  shuffle,      // channel shuffle: out[i * groups + g] = in[g * (c / groups) + i]
  hardSwish,    // x * clamp(x + 3, 0, 6) / 6, element by element
  view,         // the same bytes under another shape
  dilatedConv,  // as conv, its rows of taps dilationH apart; kernelW 1, on a map with w = 1
  crop,         // rows [begin, begin + h): a part of the same bytes
};

// What an operator clamps its result to. unit: [0, 1], the hard sigmoid with its 1/6 and 1/2 folded into the
// weights.
enum class Clamp { none, relu, relu6, unit };

struct Value {
  network::Shape shape;
  std::string name;
};

struct Op {
  OpKind kind = OpKind::conv;
  std::string name;         // unique: "block2/expand"
  int layer = 0;            // of NetworkSpec::layers
  std::vector<int> inputs;  // values
  int output = 0;           // value
  int kernelH = 1, kernelW = 1, strideH = 1, strideW = 1;
  int dilationH = 1;
  int padTop = 0, padBottom = 0, padLeft = 0, padRight = 0;
  bool same = false;  // the padding is TensorFlow's SAME on both sides
  Clamp clamp = Clamp::none;
  int begin = 0, groups = 1;
  std::vector<float> weights, bias;

  bool hasWeights() const;
  long macs(const std::vector<Value>& values) const;
};

struct Graph {
  std::vector<Value> values;  // value 0 is the input
  std::vector<Op> ops;        // in the order in which they run
  int output = 0;             // logits, 1 x 1 x classes
};

// Throws base::Error when a weight is missing or of the wrong size.
Graph buildGraph(const Model& model);

const char* toText(OpKind kind);

// Runs the graph in float; returns every value (views included), for calibration and as the reference of all
// exports. input: normalised features, h x w x c of value 0.
std::vector<std::vector<float>> runFloat(const Graph& graph, std::span<const float> input);

}  // namespace kinglet::deploy
