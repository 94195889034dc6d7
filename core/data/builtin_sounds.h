// Labelled sounds without a file: small physical models of things worth listening for, for demonstrations and
// tests.
#pragma once

#include <cstdint>
#include <vector>

#include "data/dataset.h"

namespace kinglet::data {

constexpr double kBuiltinSeconds = 2;
constexpr std::uint64_t kBuiltinVersion = 1;  // counts up when a clip of the same seed sounds different

// Every clip is different, and the same for the same seed; five folds.
Dataset builtinDataset(std::uint64_t seed);

// The samples of one clip of builtinDataset(seed), kBuiltinSeconds long, mono at rate.
std::vector<float> builtinSound(std::uint64_t seed, int clip, int rate);

}  // namespace kinglet::data
