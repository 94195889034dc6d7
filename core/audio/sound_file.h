// Sound files of any kind that libsndfile reads, as mono float at the rate that is asked for. Files whose
// header tells no length, or a wrong one, are heard whole (repair/).
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"

namespace kinglet::audio {

struct SoundInfo {
  int rate = 0;  // Hz, of the file
  int channels = 0;
  long frames = 0;
  std::string format;    // as libsndfile names it
  base::Message remark;  // where its header tells the length wrong: what was made of it
  double seconds() const { return rate > 0 ? double(frames) / rate : 0; }
};

// Throws base::Error when the file is missing, no sound, empty or broken.
SoundInfo probeSound(const std::filesystem::path& path);

// The part from startS, lengthS seconds long (<= 0: to the end), mixed to mono, resampled by soxr (high
// quality) to rate. Samples in [-1, 1]; not-a-number and infinities in float files become 0. At most
// maxSeconds are read. Throws base::Error as above.
std::vector<float> readSound(const std::filesystem::path& path, int rate, double startS = 0,
                             double lengthS = 0, double maxSeconds = 3600);

// mono; the result has samples.size() * toRate / fromRate samples, rounded.
std::vector<float> resample(std::span<const float> samples, int fromRate, int toRate);

// 16-bit mono WAV. Throws base::Error when it cannot be written.
void writeWav(const std::filesystem::path& path, std::span<const float> samples, int rate);

}  // namespace kinglet::audio
