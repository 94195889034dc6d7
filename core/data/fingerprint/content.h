// What is in a sound file, told by a number that does not depend on its name.
#pragma once

#include <cstdint>
#include <filesystem>

#include "data/dataset.h"

namespace kinglet::data {

// Of a file's size and time: as long as it is the same, the file is taken to be. 0 where there is none.
std::uint64_t stampOf(const std::filesystem::path& file);

// Of small files all, of larger ones the size and samples of the whole (48 kB): equal files give equal
// numbers, different ones very rarely do; see sameBytes(). 0 where the file cannot be read or is no file.
std::uint64_t contentOf(const std::filesystem::path& file);

// The number of one clip, of which its file's is known.
std::uint64_t contentOf(const Clip& clip, std::uint64_t ofFile);
// Of one of the built-in sounds.
std::uint64_t contentOfBuiltin(std::uint64_t seed, int clip);

// Whether two clips are the same part of files that are equal byte by byte. False where one cannot be read.
bool sameBytes(const Clip& a, const Clip& b);

}  // namespace kinglet::data
