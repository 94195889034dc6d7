// The oldest TensorFlow Lite runtime that knows the operators of a file: what converters write into it as
// "min_runtime_version" and tools read before they load it.
#pragma once

#include <span>
#include <string>
#include <utility>

namespace kinglet::deploy {

inline constexpr int kTfliteRuntimeBytes = 16;

// operators: code and version. "1.14.0". Asserts that each is one that the exporter writes.
std::string tfliteRuntimeOf(std::span<const std::pair<int, int>> operators);

}  // namespace kinglet::deploy
