// Kernels of a made-up processor whose energy is known, for tests of what learns it.
#pragma once

#include <cmath>
#include <string>

#include "base/random.h"
#include "energy/predictor/measured_table.h"

namespace kinglet::energy::planted {

inline LayerWork conv(int size, int kernel, int stride, int in, int out) {
  LayerWork work;
  work.kind = kernel == 1 ? WorkKind::pointwise : WorkKind::conv;
  work.in = {size, size, in};
  work.out = {(size + stride - 1) / stride, (size + stride - 1) / stride, out};
  work.kernelH = work.kernelW = kernel;
  work.stride = stride;
  countWork(work);
  return work;
}

// Start-up, multiply-adds that are cheaper in wide layers, and bytes.
inline double energyMj(const LayerWork& work) {
  const double perMac = 4e-8 * (1 + 12.0 / work.out.c);
  return 0.004 + perMac * work.macs + 3e-7 * (work.params + work.in.elements() + work.out.elements());
}

inline LayerWork randomConv(base::Random& random) {
  const int sizes[] = {4, 7, 14, 28, 56}, kernels[] = {1, 1, 3, 5};
  const auto channels = [&] { return static_cast<int>(std::lround(std::exp(random.uniform(2, 6)))); };
  return conv(sizes[random.below(5)], kernels[random.below(4)], 1 + random.below(2), channels(), channels());
}

inline MeasuredTable table(int rows, double noise, std::uint64_t seed) {
  base::Random random(seed);
  MeasuredTable table;
  table.features = FeatureMap(FeatureLevel::kernel, {Family::convolution});
  table.source = "planted";
  for (int i = 0; i < rows; ++i) {
    MeasuredRow row;
    row.name = "k" + std::to_string(i);
    row.works = {randomConv(random)};
    row.energyMj = energyMj(row.works[0]) * std::exp(noise * random.normal());
    table.rows.push_back(row);
  }
  return table;
}

}  // namespace kinglet::energy::planted
