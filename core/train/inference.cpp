#include "train/inference.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <memory>

#include "train/engine/parameters.h"
#include "train/network_torch.h"
#include "train/torch_errors.h"

namespace kinglet::train {

std::function<void(long)> inferenceOf(const network::NetworkSpec& network, std::uint64_t seed) {
  return inPlainWords(base::Message("run this network"), [&]() -> std::function<void(long)> {
    const c10::InferenceMode inference;
    base::Random random(seed);
    const Weights weights = engine::Parameters(network, random).weights();
    auto folded = std::make_shared<TorchNetwork>(TorchNetwork(network, weights).folded());
    const network::Shape shape = network.input();
    at::Tensor input = at::empty({1, shape.h, shape.w, shape.c});
    for (long i = 0; i < shape.elements(); ++i)
      input.data_ptr<float>()[i] = static_cast<float>(random.normal());
    return [folded, input](long inferences) {
      inPlainWords(base::Message("run this network"), [&] {
        const c10::InferenceMode guard;
        at::set_num_threads(1);
        for (long i = 0; i < inferences; ++i) folded->forward(input, false);
        return 0;
      });
    };
  });
}

}  // namespace kinglet::train
