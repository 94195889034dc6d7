#include <algorithm>

#include "train/averaging_torch.h"

namespace kinglet::train {

WeightAverage::WeightAverage(TorchNetwork& trained, double decay) : trained_(trained), decay_(decay) {
  if (decay > 0) average_ = std::make_unique<TorchNetwork>(trained.spec(), trained.weights());
}

void WeightAverage::follow() {
  if (!average_) return;
  ++step_;
  const auto keep = static_cast<float>(std::min(decay_, (1.0 + step_) / (10.0 + step_)));
  const auto blend = [&](const std::vector<at::Tensor>& from, const std::vector<at::Tensor>& to) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      const float* source = from[i].data_ptr<float>();
      float* target = to[i].data_ptr<float>();
      for (int64_t k = 0; k < from[i].numel(); ++k) target[k] = keep * target[k] + (1 - keep) * source[k];
    }
  };
  blend(trained_.trainable(), average_->trainable());
  blend(trained_.statistics(), average_->statistics());
}

}  // namespace kinglet::train
