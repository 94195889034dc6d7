// A NetworkSpec as LibTorch tensors, run by walking its layers: the second opinion on the engine, and what
// deploy/ compares exports with. It shows LibTorch's types.
#pragma once

#include <ATen/ATen.h>

#include <vector>

#include "network/network_spec.h"
#include "train/weights.h"

namespace kinglet::train {

// What one layer has learnt; undefined where it has none. Kept as LibTorch wants it: convolutions as
// (out, in / groups, kernelH, kernelW), in channels_last memory.
struct LayerTensors {
  at::Tensor weight, bias;
  at::Tensor scale, shift, mean, variance;                        // batch norm
  at::Tensor reduceWeight, reduceBias, expandWeight, expandBias;  // squeeze-excite
};

// Not thread-safe; one instance a worker.
class TorchNetwork {
 public:
  // Given weights. Throws base::Error when they are not of this network.
  TorchNetwork(const network::NetworkSpec& spec, const Weights& weights);

  // x: (clips, h, w, c) as NetworkSpec::input(), contiguous. Gives (clips, outputs): logits.
  // training: batch norm by the batch, running statistics updated; else by the running statistics.
  at::Tensor forward(const at::Tensor& x, bool training);

  // The same function with batch norm folded into weights and biases; for inference only.
  TorchNetwork folded() const;

  std::vector<at::Tensor> trainable() const;  // what gradients change; in the order of weights()
  void requireGradients();

  Weights weights() const;
  const network::NetworkSpec& spec() const { return spec_; }

 private:
  explicit TorchNetwork(const network::NetworkSpec& spec);
  void makeTensors();

  network::NetworkSpec spec_;
  std::vector<LayerTensors> layers_;
  std::vector<int> lastUse_;  // of each layer's output
};

}  // namespace kinglet::train
