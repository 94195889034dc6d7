#include "train/engine/kernels.h"

#include <vector>

namespace kinglet::train::engine {
namespace {

std::vector<const Kernels*> available() {
  std::vector<const Kernels*> all;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    all.push_back(&avx512::kKernels);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) all.push_back(&avx2::kKernels);
#endif
  all.push_back(&plain::kKernels);
  return all;
}

const std::vector<const Kernels*>& choices() {
  static const std::vector<const Kernels*> all = available();
  return all;
}

}  // namespace

const Kernels& kernels() {
  return *choices().front();
}

int kernelChoices() {
  return static_cast<int>(choices().size());
}

const Kernels& kernelChoice(int index) {
  return *choices().at(static_cast<std::size_t>(index));
}

}  // namespace kinglet::train::engine
