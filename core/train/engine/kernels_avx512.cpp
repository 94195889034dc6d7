#define KINGLET_UNIT avx512
#if defined(__x86_64__)  // with the flags that core/CMakeLists.txt gives
#include "train/engine/depthwise_kernels.h"
#include "train/engine/elementwise_kernels.h"
#include "train/engine/multiply_kernel.h"

namespace kinglet::train::engine::avx512 {

const Kernels kKernels{"avx512",  multiply,         apply, moments, slopeMoments, slope,
                       depthwise, depthwiseWeights, addTo, adam,    blend};

}  // namespace kinglet::train::engine::avx512
#endif
