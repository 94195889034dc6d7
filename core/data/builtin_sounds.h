// Labelled sounds without a file: small physical models of things worth listening for, for demonstrations and
// tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "data/dataset.h"

namespace kinglet::data {

constexpr double kBuiltinSeconds = 2;
constexpr std::uint64_t kBuiltinVersion = 1;  // counts up when a clip of the same seed sounds different

// What openDataset() understands as the built-in sounds: "demo" is seed 1, "demo:7" seed 7. Nothing for any
// other text. The text says all of how the sounds came about: a study keeps it, and is opened, evaluated and
// exported on the same ones.
std::optional<std::uint64_t> demoSeed(std::string_view text);

// Every clip is different, and the same for the same seed; five folds.
Dataset builtinDataset(std::uint64_t seed);

// The samples of one clip of builtinDataset(seed), kBuiltinSeconds long, mono at rate.
std::vector<float> builtinSound(std::uint64_t seed, int clip, int rate);

}  // namespace kinglet::data
