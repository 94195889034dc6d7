#include "deploy/verify/training_reference.h"

#include <ATen/Parallel.h>

#include "train/network_torch.h"

namespace kinglet::deploy {

std::vector<float> runTraining(const Model& model, std::span<const float> input) {
  at::set_num_threads(1);
  const at::NoGradGuard noGrad;
  const network::Shape in = model.network.input();
  const at::Tensor x = at::empty({1, in.h, in.w, in.c});
  std::copy(input.begin(), input.end(), x.data_ptr<float>());
  train::TorchNetwork network(model.network, model.weights);
  const at::Tensor logits = network.forward(x, false).contiguous();
  return {logits.data_ptr<float>(), logits.data_ptr<float>() + logits.numel()};
}

}  // namespace kinglet::deploy
