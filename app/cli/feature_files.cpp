#include "app/cli/feature_files.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::cli {
namespace {

static_assert(std::endian::native == std::endian::little, "the array is written as it lies in memory");

// Viridis (van der Walt and Smith 2015) as a polynomial in t = 0 .. 1 (fit by Matt Zucker, CC0).
std::array<std::uint8_t, 3> viridis(double t) {
  constexpr double kTerms[7][3] = {{0.2777273272234177, 0.005407344544966578, 0.3340998053353061},
                                   {0.1050930431085774, 1.404613529898575, 1.384590162594685},
                                   {-0.3308618287255563, 0.214847559468213, 0.09509516302823659},
                                   {-4.634230498983486, -5.799100973351585, -19.33244095627987},
                                   {6.228269936347081, 14.17993336680509, 56.69055260068105},
                                   {4.776384997670288, -13.74514537774601, -65.35303263337234},
                                   {-5.435455855934631, 4.645852612178535, 26.3124352493832}};
  std::array<std::uint8_t, 3> colour{};
  for (std::size_t channel = 0; channel < 3; ++channel) {
    double value = 0;
    for (int power = 6; power >= 0; --power) value = value * t + kTerms[power][channel];
    colour[channel] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
  }
  return colour;
}

void putBigEndian(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}

void putChunk(std::string& png, const std::string& type, const std::string& content) {
  putBigEndian(png, static_cast<std::uint32_t>(content.size()));
  const std::string checked = type + content;
  png += checked;
  putBigEndian(png, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(checked.data()),
                                                     static_cast<uInt>(checked.size()))));
}

}  // namespace

void writeNpy(const std::filesystem::path& path, const data::FeatureView& features) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                       std::to_string(features.frames) + ", " + std::to_string(features.mels) + "), }";
  constexpr std::size_t kPrefix = 10;  // what stands before the header; the whole is a multiple of 64
  header.append(63 - (kPrefix + header.size()) % 64, ' ');
  header += '\n';
  std::string file("\x93NUMPY\x01\x00", 8);
  file += static_cast<char>(header.size() & 0xff);
  file += static_cast<char>(header.size() >> 8);
  file += header;
  file.append(reinterpret_cast<const char*>(features.values.data()), features.values.size_bytes());
  base::writeAtomically(path, file);
}

void writePng(const std::filesystem::path& path, const data::FeatureView& features) {
  const auto [least, greatest] = std::minmax_element(features.values.begin(), features.values.end());
  if (least == features.values.end())
    throw base::Error("there is nothing to draw: the sound is shorter than one window");
  const double low = *least, span = std::max(1e-6, double(*greatest) - low);
  const auto width = static_cast<std::size_t>(features.frames),
             height = static_cast<std::size_t>(features.mels);
  std::string pixels;
  pixels.reserve(height * (1 + 3 * width));
  for (std::size_t row = 0; row < height; ++row) {
    pixels += '\0';  // this row is stored unfiltered
    for (std::size_t frame = 0; frame < width; ++frame)
      for (const std::uint8_t part :
           viridis((features.values[frame * height + height - 1 - row] - low) / span))
        pixels += static_cast<char>(part);
  }
  uLongf size = compressBound(pixels.size());
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(pixels.data()),
                pixels.size(), 6) != Z_OK ||
      size > std::numeric_limits<std::int32_t>::max())
    throw base::Error("the picture is too large; choose a longer hop");
  packed.resize(size);

  std::string header;
  putBigEndian(header, static_cast<std::uint32_t>(width));
  putBigEndian(header, static_cast<std::uint32_t>(height));
  header += std::string("\x08\x02\x00\x00\x00", 5);  // 8 bits, RGB, deflate, plain filters, not interlaced
  std::string png = "\x89PNG\r\n\x1a\n";
  putChunk(png, "IHDR", header);
  putChunk(png, "IDAT", packed);
  putChunk(png, "IEND", "");
  base::writeAtomically(path, png);
}

}  // namespace kinglet::cli
