// One layer of a network on LibTorch tensors (clips, channels, h, w) in channels_last memory. Private to
// train/.
#pragma once

#include <span>

#include "train/network_torch.h"

namespace kinglet::train {

at::Tensor runLayer(const network::Layer& layer, std::span<const at::Tensor> inputs,
                    const LayerTensors& tensors, bool training);

}  // namespace kinglet::train
