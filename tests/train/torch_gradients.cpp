#include "torch_gradients.h"

#include "network/network_spec.h"
#include "train/network_torch.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

at::Tensor batchOf(const network::NetworkSpec& spec, const std::vector<float>& x) {
  const auto shape = spec.input();
  const auto clips = static_cast<int64_t>(x.size()) / shape.elements();
  return at::from_blob(const_cast<float*>(x.data()), {clips, shape.h, shape.w, shape.c}).clone();
}

std::vector<float> numbers(const at::Tensor& tensor) {
  const at::Tensor plain = tensor.detach().contiguous();
  return {plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel()};
}

}  // namespace

TorchStep torchStep(const network::NetworkSpec& spec, const Weights& weights, const std::vector<float>& x,
                    const std::vector<float>& logitSlopes) {
  TorchNetwork network(spec, weights);
  network.requireGradients();
  const at::Tensor logits = network.forward(batchOf(spec, x), true);
  logits.backward(at::from_blob(const_cast<float*>(logitSlopes.data()), logits.sizes()).clone());
  TorchStep step{numbers(logits), network.weights(), {}};
  // The gradients as weights: the same tensors with their values replaced.
  const auto tensors = network.trainable();
  for (at::Tensor tensor : tensors) {
    const at::Tensor slope = tensor.grad().clone();
    tensor.detach().copy_(slope);
  }
  for (Tensor& tensor : network.weights()) {
    if (!tensor.name.ends_with("/bn_mean") && !tensor.name.ends_with("/bn_variance"))
      step.slopes.push_back(std::move(tensor));
  }
  return step;
}

std::vector<float> torchLogits(const network::NetworkSpec& spec, const Weights& weights,
                               const std::vector<float>& x) {
  return numbers(TorchNetwork(spec, weights).forward(batchOf(spec, x), false));
}

std::vector<float> torchInputSlopes(const network::NetworkSpec& spec, const Weights& weights,
                                    const std::vector<float>& x, const std::vector<float>& logitSlopes) {
  TorchNetwork network(spec, weights);
  const at::Tensor input = batchOf(spec, x).requires_grad_();
  const at::Tensor logits = network.forward(input, false);
  logits.backward(at::from_blob(const_cast<float*>(logitSlopes.data()), logits.sizes()).clone());
  return numbers(input.grad());
}

}  // namespace kinglet::train
