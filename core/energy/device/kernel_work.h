// What the C that Kinglet exports does for a layer: how often each loop of its int8 kernels and its front end
// runs, with all borders and remainders. It follows core/deploy/c (conv_int8.c, depthwise_int8.c, kernels_int8.c,
// kernels_common.c, logmel_*.c); whoever changes those changes this, and the benchmark `promise` tells.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "energy/work.h"

namespace kinglet::energy {

// Which products the kernels are compiled to: of 16-bit pairs (Cortex-M4, M7, M33) or of vectors of 16 bytes
// (M55).
enum class Products { pairs, vectors };

enum class Kernel {
  conv,  // dense layers too
  depthwise,
  dilated,
  maxPool,
  averagePool,
  globalMean,
  add,
  scale,
  place,  // an input of a concatenation
  slice,
  shuffle,
  hardSwish,
  frontEndFloat,  // a frame
  frontEndFixed,
  none  // costs nothing
};
const char* toText(Kernel kernel);
inline constexpr int kKernels = static_cast<int>(Kernel::none);

// What is counted of a kernel, in the order of KernelWork::counts: "tiles", "border pixels", ...
std::span<const char* const> countsOf(Kernel kernel);

struct KernelWork {
  Kernel kernel = Kernel::none;
  WorkKind kind = WorkKind::none;  // whose cycles an instruction it takes
  std::vector<double> counts;      // as countsOf(kernel)
};

// One an operator, in the order in which the C runs them: squeeze-excite is four, a hard swish one more, a view
// one of kind none.
std::vector<KernelWork> kernelsOf(const network::Layer& layer, Products products);
// Of a measured table's layer, which knows neither padding nor activation: padded as its shapes ask for.
std::vector<KernelWork> kernelsOf(const LayerWork& layer, Products products);
// Of one frame: windowing to codes of the network's input.
KernelWork frontEndFrame(const network::InputSpec& input, bool fixed);

}  // namespace kinglet::energy
