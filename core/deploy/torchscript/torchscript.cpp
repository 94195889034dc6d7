#include "deploy/torchscript/torchscript.h"

#include <ATen/Parallel.h>
#include <torch/script.h>

#include <sstream>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::deploy {
namespace {

at::Tensor tensor(const std::vector<float>& values, at::IntArrayRef shape) {
  return torch::from_blob(const_cast<float*>(values.data()), shape, at::kFloat).clone();
}

// How many taps of an average pool lie on the map, for each of its outputs.
at::Tensor tapCounts(const Graph& graph, const Op& op) {
  const auto in = graph.values[op.inputs[0]].shape, out = graph.values[op.output].shape;
  const auto along = [](int place, int stride, int kernel, int before, int size) {
    const int begin = place * stride - before;
    return std::min(begin + kernel, size) - std::max(begin, 0);
  };
  std::vector<float> counts;
  for (int y = 0; y < out.h; ++y) {
    for (int x = 0; x < out.w; ++x)
      counts.push_back(static_cast<float>(along(y, op.strideH, op.kernelH, op.padTop, in.h) *
                                          along(x, op.strideW, op.kernelW, op.padLeft, in.w)));
  }
  return tensor(counts, {1, 1, out.h, out.w});
}

at::Tensor weightsOf(const Graph& graph, const Op& op) {
  const int in = graph.values[op.inputs[0]].shape.c, out = graph.values[op.output].shape.c;
  if (op.kind == OpKind::depthwise)
    return tensor(op.weights, {op.kernelH, op.kernelW, 1, out}).permute({3, 2, 0, 1}).contiguous();
  return tensor(op.weights, {out, op.kernelH, op.kernelW, in}).permute({0, 3, 1, 2}).contiguous();
}

template <class F>
auto plainly(const base::Message& what, const F& work) {
  try {
    return work();
  } catch (const c10::Error& error) {
    const std::string why = error.what_without_backtrace();
    throw base::Error("%1: %2", what, why.substr(0, std::min<std::size_t>(why.find('\n'), 200)));
  }
}

}  // namespace

void writeTorchScript(const Graph& graph, const std::filesystem::path& path,
                      const std::map<std::string, std::string>& extras) {
  const std::string bytes = plainly(base::Message("the network cannot be written as TorchScript"), [&] {
    torch::jit::Module module("kinglet");
    for (std::size_t i = 0; i < graph.ops.size(); ++i) {
      const Op& op = graph.ops[i];
      const std::string n = std::to_string(i);
      if (op.hasWeights()) {
        module.register_parameter("w" + n, weightsOf(graph, op), false);
        module.register_parameter("b" + n, tensor(op.bias, {static_cast<long>(op.bias.size())}), false);
      }
      if (op.kind == OpKind::averagePool) module.register_buffer("w" + n, tapCounts(graph, op));
    }
    module.define(torchScriptSource(graph));
    module.eval();
    torch::jit::ExtraFilesMap files(extras.begin(), extras.end());
    std::ostringstream out;
    module.save(out, files);
    return out.str();
  });
  base::writeAtomically(path, bytes);
}

std::vector<float> runTorchScript(const std::filesystem::path& path, const network::Shape& shape,
                                  std::span<const float> input) {
  return plainly(base::Message("cannot run %1", path), [&] {
    at::set_num_threads(1);
    const at::NoGradGuard noGrad;
    torch::jit::Module module = torch::jit::load(path.string());
    at::Tensor x =
        torch::from_blob(const_cast<float*>(input.data()), {1, shape.h, shape.w, shape.c}, at::kFloat);
    if (shape.c == 1) x = x.squeeze(3);
    const at::Tensor logits = module.forward({x.clone()}).toTensor().contiguous();
    return std::vector<float>(logits.data_ptr<float>(), logits.data_ptr<float>() + logits.numel());
  });
}

}  // namespace kinglet::deploy
