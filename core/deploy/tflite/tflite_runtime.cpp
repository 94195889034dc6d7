#include "deploy/tflite/tflite_runtime.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace kinglet::deploy {
namespace {

struct Version {
  int major, minor, patch;
  auto operator<=>(const Version&) const = default;
};

// By BuiltinOperator and version, of TensorFlow's tools/versioning/runtime_version.cc.
const std::map<std::pair<int, int>, Version> kSince = {
    {{0, 1}, {1, 5, 0}},    {{0, 2}, {1, 14, 0}},   // add
    {{1, 1}, {1, 5, 0}},    {{1, 2}, {1, 14, 0}},   // average pool
    {{2, 1}, {1, 5, 0}},    {{2, 2}, {1, 14, 0}},   // concatenation
    {{3, 1}, {1, 5, 0}},    {{3, 3}, {1, 14, 0}},   // convolution
    {{4, 1}, {1, 5, 0}},    {{4, 3}, {1, 14, 0}},   // depthwise convolution
    {{6, 1}, {1, 13, 1}},   {{6, 2}, {1, 14, 0}},   // dequantize
    {{17, 1}, {1, 5, 0}},   {{17, 2}, {1, 14, 0}},  // max pool
    {{18, 1}, {1, 5, 0}},   {{18, 2}, {1, 14, 0}},  // mul
    {{22, 1}, {1, 5, 0}},                           // reshape
    {{34, 1}, {1, 5, 0}},   {{34, 2}, {1, 14, 0}},  // pad
    {{39, 1}, {1, 6, 0}},   {{39, 2}, {1, 14, 0}},  // transpose
    {{40, 1}, {1, 6, 0}},   {{40, 2}, {1, 14, 0}},  // mean
    {{57, 1}, {1, 14, 0}},  {{57, 2}, {1, 14, 0}},  // minimum
    {{65, 1}, {1, 14, 0}},  {{65, 2}, {1, 14, 0}},  // slice
    {{114, 1}, {1, 14, 0}},                         // quantize
    {{117, 1}, {1, 15, 0}},                         // hard swish
};

}  // namespace

std::string tfliteRuntimeOf(std::span<const std::pair<int, int>> operators) {
  Version oldest{1, 5, 0};
  for (const auto& one : operators) {
    const auto found = kSince.find(one);
    assert(found != kSince.end());
    if (found != kSince.end()) oldest = std::max(oldest, found->second);
  }
  return std::to_string(oldest.major) + "." + std::to_string(oldest.minor) + "." +
         std::to_string(oldest.patch);
}

}  // namespace kinglet::deploy
