// Features as a file that others open: an array for NumPy, a picture for people.
#pragma once

#include <filesystem>

#include "data/feature_store.h"

namespace kinglet::cli {

// NumPy's format 1.0: float32, shape (frames, mels), C order. Throws base::Error when it cannot be written.
void writeNpy(const std::filesystem::path& path, const data::FeatureView& features);

// An 8-bit RGB picture in viridis, a pixel a value: time to the right, low bands at the bottom; black-blue is
// the least value, yellow the greatest. Throws base::Error when it cannot be written.
void writePng(const std::filesystem::path& path, const data::FeatureView& features);

}  // namespace kinglet::cli
