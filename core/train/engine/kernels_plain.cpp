#define KINGLET_UNIT plain

#include "train/engine/depthwise_kernels.h"
#include "train/engine/elementwise_kernels.h"
#include "train/engine/multiply_kernel.h"

namespace kinglet::train::engine::plain {

const Kernels kKernels{"plain",   multiply,         apply, moments, slopeMoments, slope,
                       depthwise, depthwiseWeights, addTo, adam,    blend};

}  // namespace kinglet::train::engine::plain
