// A graph as TorchScript source. Maps are NCHW here, as LibTorch has them; a view goes by way of h, w, c.
#include <algorithm>

#include "deploy/torchscript/torchscript.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

std::string number(long value) {
  return std::to_string(value);
}

std::string pair(int a, int b) {
  return "[" + number(a) + ", " + number(b) + "]";
}

std::string clamped(std::string call, Clamp clamp) {
  switch (clamp) {
    case Clamp::none:
      return call;
    case Clamp::relu:
      return "torch.relu(" + call + ")";
    case Clamp::relu6:
      return "torch.clamp(" + call + ", 0.0, 6.0)";
    case Clamp::unit:
      return "torch.clamp(" + call + ", 0.0, 1.0)";
  }
  return call;
}

// LibTorch's own padding is the same on both sides, and for pools at most half of the window.
bool needsPadding(const Op& op) {
  if (op.padTop != op.padBottom || op.padLeft != op.padRight) return true;
  return !op.hasWeights() && (2 * op.padTop > op.kernelH || 2 * op.padLeft > op.kernelW);
}

std::string padded(const Op& op, const std::string& input, const char* with) {
  return "torch.constant_pad_nd(" + input + ", [" + number(op.padLeft) + ", " + number(op.padRight) + ", " +
         number(op.padTop) + ", " + number(op.padBottom) + "], " + with + ")";
}

std::string line(const Graph& graph, std::size_t index) {
  const Op& op = graph.ops[index];
  const auto name = [&](int value) { return "v" + number(value); };
  const std::string in = name(op.inputs[0]), n = number(static_cast<long>(index));
  const Shape from = graph.values[op.inputs[0]].shape, to = graph.values[op.output].shape;
  const std::string kernel = pair(op.kernelH, op.kernelW), stride = pair(op.strideH, op.strideW);
  const bool pads = needsPadding(op);
  const std::string padding = pads ? "[0, 0]" : pair(op.padTop, op.padLeft);
  switch (op.kind) {
    case OpKind::conv:
    case OpKind::depthwise:
    case OpKind::dilatedConv:
      return clamped("torch.conv2d(" + (pads ? padded(op, in, "0.0") : in) + ", self.w" + n + ", self.b" + n +
                         ", " + stride + ", " + padding + ", " + pair(op.dilationH, 1) + ", " +
                         number(op.kind == OpKind::depthwise ? from.c : 1) + ")",
                     op.clamp);
    case OpKind::add:
      return clamped(in + " + " + name(op.inputs[1]), op.clamp);
    case OpKind::scale:
      return in + " * " + name(op.inputs[1]);
    case OpKind::maxPool:
      return "torch.max_pool2d(" + (pads ? padded(op, in, "-3.4e38") : in) + ", " + kernel + ", " + stride +
             ", " + padding + ", [1, 1])";
    case OpKind::averagePool:  // the sum over what lies on the map, by the number of it
      return "torch.avg_pool2d(" + padded(op, in, "0.0") + ", " + kernel + ", " + stride +
             ", [0, 0], False, True, 1) / self.w" + n;
    case OpKind::globalMean:
      return "torch.mean(" + in + ", [2, 3], True)";
    case OpKind::concat: {
      std::string list;
      for (const int input : op.inputs) list += (list.empty() ? "" : ", ") + name(input);
      return "torch.cat([" + list + "], 1)";
    }
    case OpKind::slice:
      return "torch.narrow(" + in + ", 1, " + number(op.begin) + ", " + number(to.c) + ")";
    case OpKind::crop:
      return "torch.narrow(" + in + ", 2, " + number(op.begin) + ", " + number(to.h) + ")";
    case OpKind::shuffle:
      return in + ".reshape([-1, " + number(op.groups) + ", " + number(to.c / op.groups) + ", " +
             number(to.h) + ", " + number(to.w) + "]).transpose(1, 2).reshape([-1, " + number(to.c) + ", " +
             number(to.h) + ", " + number(to.w) + "])";
    case OpKind::hardSwish:
      return "torch.hardswish(" + in + ")";
    case OpKind::view:
      return in + ".permute([0, 2, 3, 1]).reshape([-1, " + number(to.h) + ", " + number(to.w) + ", " +
             number(to.c) + "]).permute([0, 3, 1, 2])";
  }
  return in;
}

}  // namespace

std::string torchScriptSource(const Graph& graph) {
  const Shape in = graph.values[0].shape;
  std::string source = "def forward(self, x):\n  v0 = x.reshape([-1, " + number(in.h) + ", " + number(in.w) +
                       ", " + number(in.c) + "]).permute([0, 3, 1, 2])\n";
  for (std::size_t i = 0; i < graph.ops.size(); ++i)
    source += "  v" + number(graph.ops[i].output) + " = " + line(graph, i) + "\n";
  return source + "  return v" + number(graph.output) + ".permute([0, 2, 3, 1]).flatten(1)\n";
}

}  // namespace kinglet::deploy
