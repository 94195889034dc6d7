#include "deploy/graph/fine_tune.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "base/random.h"
#include "train/loss.h"
#include "train/windows.h"

namespace kinglet::deploy {
namespace {

using at::Tensor;
using network::Shape;

constexpr int kSteps = 300, kLeastEpochs = 4, kBatch = 16;
constexpr double kLearningRate = 3e-4, kTimeShift = 0.1;
constexpr std::uint64_t kSeed = 0x51a7;

// The graph in LibTorch, NCHW, with what int8 does to weights and maps.
class FakeQuantised {
 public:
  explicit FakeQuantised(const QuantizedGraph& network) : network_(network), graph_(network.graph) {
    for (const Op& op : graph_.ops) {
      Tensor weight, bias;
      if (op.hasWeights()) {
        const long out = static_cast<long>(op.bias.size());
        Tensor flat =
            torch::from_blob(const_cast<float*>(op.weights.data()), {static_cast<long>(op.weights.size())})
                .clone();
        weight = op.kind == OpKind::depthwise
                     ? flat.view({op.kernelH, op.kernelW, 1, out}).permute({3, 2, 0, 1})
                     : flat.view({out, op.kernelH, op.kernelW, -1}).permute({0, 3, 1, 2});
        weight = weight.contiguous().requires_grad_(true);
        bias = torch::from_blob(const_cast<float*>(op.bias.data()), {out}).clone().requires_grad_(true);
        trainable_.insert(trainable_.end(), {weight, bias});
      }
      weights_.push_back(weight);
      biases_.push_back(bias);
    }
  }

  std::vector<Tensor> trainable() const { return trainable_; }

  // x: (batch, h, w, c); logits (batch, classes).
  Tensor forward(const Tensor& x) {
    std::vector<Tensor> maps(graph_.values.size());
    maps[0] = coded(x.permute({0, 3, 1, 2}), 0);
    for (std::size_t i = 0; i < graph_.ops.size(); ++i) maps[graph_.ops[i].output] = run(i, maps);
    return maps[graph_.output].permute({0, 2, 3, 1}).flatten(1);
  }

  Graph learnt() const {
    Graph graph = graph_;
    for (std::size_t i = 0; i < graph.ops.size(); ++i) {
      Op& op = graph.ops[i];
      if (!op.hasWeights()) continue;
      const Tensor weight = (op.kind == OpKind::depthwise ? weights_[i].permute({2, 3, 1, 0})
                                                          : weights_[i].permute({0, 2, 3, 1}))
                                .contiguous();
      std::copy_n(weight.data_ptr<float>(), op.weights.size(), op.weights.begin());
      std::copy_n(biases_[i].data_ptr<float>(), op.bias.size(), op.bias.begin());
    }
    return graph;
  }

 private:
  Tensor coded(const Tensor& map, int value) const {
    const Scale& scale = network_.scales[value];
    return at::fake_quantize_per_tensor_affine(map, scale.scale, scale.zeroPoint, -128, 127);
  }

  Tensor convolve(std::size_t index, const Tensor& in) const {
    const Op& op = graph_.ops[index];
    // Scales follow the weights as these move.
    const Tensor largest = weights_[index].detach().abs().amax({1, 2, 3}).clamp_min(1e-9);
    const Tensor weight = at::fake_quantize_per_channel_affine(
        weights_[index], largest / 127, torch::zeros(largest.sizes(), torch::kInt), 0, -127, 127);
    const Tensor padded = at::constant_pad_nd(in, {op.padLeft, op.padRight, op.padTop, op.padBottom});
    const std::array<long, 2> stride{op.strideH, op.strideW}, none{0, 0}, apart{op.dilationH, 1};
    return at::conv2d(padded, weight, biases_[index], stride, none, apart,
                      op.kind == OpKind::depthwise ? in.size(1) : 1);
  }

  static Tensor pool(const Op& op, const Tensor& in) {
    const std::array<long, 2> kernel{op.kernelH, op.kernelW}, stride{op.strideH, op.strideW};
    const std::array<long, 4> pads{op.padLeft, op.padRight, op.padTop, op.padBottom};
    if (op.kind == OpKind::maxPool)
      return at::max_pool2d(at::constant_pad_nd(in, pads, -3.4e38), kernel, stride);
    const Tensor ones = at::constant_pad_nd(torch::ones({1, 1, in.size(2), in.size(3)}), pads);
    return at::avg_pool2d(at::constant_pad_nd(in, pads), kernel, stride) /
           at::avg_pool2d(ones, kernel, stride);
  }

  static Tensor clamped(const Tensor& map, Clamp clamp) {
    switch (clamp) {
      case Clamp::none:
        return map;
      case Clamp::relu:
        return map.relu();
      case Clamp::relu6:
        return map.clamp(0, 6);
      case Clamp::unit:
        return map.clamp(0, 1);
    }
    return map;
  }

  Tensor run(std::size_t index, const std::vector<Tensor>& maps) const {
    const Op& op = graph_.ops[index];
    const Tensor& in = maps[op.inputs[0]];
    const Shape to = graph_.values[op.output].shape;
    const long batch = in.size(0);
    switch (op.kind) {
      case OpKind::conv:
      case OpKind::depthwise:
      case OpKind::dilatedConv:
        return coded(clamped(convolve(index, in), op.clamp), op.output);
      case OpKind::add:
        return coded(clamped(in + maps[op.inputs[1]], op.clamp), op.output);
      case OpKind::scale:
        return coded(in * maps[op.inputs[1]], op.output);
      case OpKind::maxPool:
      case OpKind::averagePool:
        return coded(pool(op, in), op.output);
      case OpKind::globalMean:
        return coded(in.mean({2, 3}, true), op.output);
      case OpKind::hardSwish:
        return coded(at::hardswish(in), op.output);
      case OpKind::concat: {
        std::vector<Tensor> parts;
        for (const int input : op.inputs) parts.push_back(maps[input]);
        return at::cat(parts, 1);
      }
      case OpKind::slice:
        return in.narrow(1, op.begin, to.c);
      case OpKind::crop:
        return in.narrow(2, op.begin, to.h);
      case OpKind::shuffle:
        return in.reshape({batch, op.groups, to.c / op.groups, to.h, to.w})
            .transpose(1, 2)
            .reshape({batch, to.c, to.h, to.w});
      case OpKind::view:
        return in.permute({0, 2, 3, 1}).reshape({batch, to.h, to.w, to.c}).permute({0, 3, 1, 2});
    }
    return in;
  }

  const QuantizedGraph& network_;
  const Graph& graph_;
  std::vector<Tensor> weights_, biases_, trainable_;  // the first two by operator
};

Graph train(const Model& model, const QuantizedGraph& network, const Sounds& sounds,
            const Progress& progress) {
  at::set_num_threads(1);
  FakeQuantised fake(network);
  torch::optim::Adam optimiser(fake.trainable(), torch::optim::AdamOptions(kLearningRate));
  const auto normalisation = train::Normalisation::of(model.weights);
  const Shape shape = model.network.input();
  const auto classes = static_cast<std::size_t>(model.network.output().elements());
  if (sounds.train.empty()) throw base::Error("there are no training clips to fine-tune on");
  base::Random random(kSeed);
  std::vector<int> order = sounds.train;
  const int stepsAnEpoch = static_cast<int>((order.size() + kBatch - 1) / kBatch);
  const int epochs = std::max(kLeastEpochs, (kSteps + stepsAnEpoch - 1) / stepsAnEpoch),
            steps = epochs * stepsAnEpoch;
  int step = 0;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.shuffle(std::span(order));
    for (std::size_t from = 0; from < order.size(); from += kBatch) {
      const std::size_t count = std::min<std::size_t>(kBatch, order.size() - from);
      const Tensor input = torch::empty({static_cast<long>(count), shape.h, shape.w, shape.c});
      std::vector<float> targets(count * classes), gradient(count * classes);
      for (std::size_t i = 0; i < count; ++i) {
        const int clip = order[from + i];
        const auto features = sounds.features->clip(clip);
        train::cutWindow(
            features, train::randomWindow(features.frames, shape.h, kTimeShift, random), shape.h,
            normalisation,
            {input.data_ptr<float>() + i * shape.elements(), static_cast<std::size_t>(shape.elements())});
        train::fillTargets(sounds.dataset->clips[static_cast<std::size_t>(clip)].labels, model.multiLabel, 0,
                           {targets.data() + i * classes, classes});
      }
      for (auto& group : optimiser.param_groups())
        group.options().set_lr(kLearningRate * (1 - double(step) / steps));
      progress.tell(base::Message("training on with the quantisation in the loop"), double(step) / steps);
      ++step;
      const Tensor logits = fake.forward(input).contiguous();
      const double loss = train::lossAndGradient({logits.data_ptr<float>(), count * classes}, targets,
                                                 static_cast<int>(classes), model.multiLabel, gradient);
      if (!std::isfinite(loss))
        throw base::Error("the int8 fine-tuning diverged; export the float network instead");
      optimiser.zero_grad();
      logits.backward(torch::from_blob(gradient.data(), logits.sizes()).clone());
      optimiser.step();
    }
  }
  return fake.learnt();
}

}  // namespace

Graph fineTuned(const Model& model, const QuantizedGraph& network, const Sounds& sounds,
                const Progress& progress) {
  try {
    return train(model, network, sounds, progress);
  } catch (const c10::Error& error) {
    const std::string why = error.what_without_backtrace();
    throw base::Error("the int8 fine-tuning failed: %1",
                      why.substr(0, std::min<std::size_t>(why.find('\n'), 200)));
  }
}

}  // namespace kinglet::deploy
