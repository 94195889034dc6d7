// A folder for one test's files, and short ways to put something in.
#pragma once

#include <unistd.h>

#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "audio/sound_file.h"

namespace kinglet::data {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    static std::atomic<int> count = 0;
    path = std::filesystem::temp_directory_path() /
           ("kinglet-data-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(path);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  void text(const std::string& name, const std::string& content) const {
    const auto file = path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
  }

  void sound(const std::string& name, double seconds = 0.1, int rate = 8000, double hz = 440) const {
    std::vector<float> samples(std::size_t(seconds * rate));
    for (std::size_t n = 0; n < samples.size(); ++n)
      samples[n] = float(0.3 * std::sin(6.283185 * hz * double(n) / rate));
    const auto file = path / name;
    std::filesystem::create_directories(file.parent_path());
    audio::writeWav(file, samples, rate);
  }

  std::filesystem::path path;
};

}  // namespace kinglet::data
