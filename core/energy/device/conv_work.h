// How often each loop of the exported convolution runs (core/deploy/c/conv_int8.c), dense layers included: the
// largest part of kernel_work.h, which alone calls it.
#pragma once

#include <span>
#include <vector>

#include "energy/device/kernel_work.h"
#include "network/window_geometry.h"

namespace kinglet::energy {

// In the order of convCountNames().
std::vector<double> convCounts(const network::WindowGeometry& geometry, Products products);
std::span<const char* const> convCountNames();

// How much of a window at `at` lies on a map of `size`.
int onMap(int at, int kernel, int size);

}  // namespace kinglet::energy
