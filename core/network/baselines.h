// The networks that a search is measured against.
#pragma once

#include <string>
#include <vector>

#include "network/network_spec.h"

namespace kinglet::network {

// MobileNetV1 (Howard et al. 2017) on a 1-channel map; width multiplies channels (rounded to 8 as the
// reference does).
NetworkSpec mobileNetV1(double width, Shape input, int classes);
// MobileNetV2 (Sandler et al. 2018).
NetworkSpec mobileNetV2(double width, Shape input, int classes);
// DS-CNN (Zhang et al. 2017), the small one: 64 filters, four depthwise-separable blocks.
NetworkSpec dsCnn(Shape input, int classes);
// MLPerf Tiny's reference networks (Banbury et al. 2021), exactly: "kws", "ic", "ad", "vww" (MobileNetV1 of
// width 0.25 on 96 x 96 images) and "sww" (streaming wake word).
NetworkSpec mlperfTiny(const std::string& name);

// mobilenet_v1:WIDTH, mobilenet_v2:WIDTH, ds_cnn. Throws base::Error listing the names otherwise.
NetworkSpec namedNetwork(const std::string& name, Shape input, int classes);
std::vector<std::string> namedNetworks();  // examples, for help texts

}  // namespace kinglet::network
