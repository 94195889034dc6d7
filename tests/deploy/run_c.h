// Builds exported C sources with the machine's compiler and runs them on features.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "deploy/c_writer/c_export.h"

namespace kinglet::deploy {

// Windows of float32 features, for --features of an exported program.
inline void writeFeatures(const std::filesystem::path& file, const std::vector<std::vector<float>>& windows) {
  std::ofstream out(file, std::ios::binary);
  for (const auto& window : windows)
    out.write(reinterpret_cast<const char*>(window.data()),
              static_cast<std::streamsize>(window.size() * sizeof(float)));
}

// What --features prints: logits a window.
inline std::vector<std::vector<float>> logitsOf(const std::string& output) {
  std::vector<std::vector<float>> logits;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream numbers(line);
    logits.emplace_back();
    for (float value; numbers >> value;) logits.back().push_back(value);
  }
  return logits;
}

// How well the compiler does: as the exported Makefile says, which takes its time, or just.
enum class Compiled { asShipped, quickly };

class CProgram {
 public:
  CProgram(const CSources& sources, const std::string& name, Compiled how = Compiled::quickly)
      : folder_(std::filesystem::temp_directory_path() /
                ("kinglet-c-" + std::to_string(::getpid()) + "-" + name)) {
    writeSources(sources, folder_);
    const std::string flags =
        how == Compiled::quickly ? " CFLAGS='-std=c99 -O0 -Wall -Wextra -Werror -pedantic' HOST=" : "";
    built_ =
        std::system(("make -s -C '" + folder_.string() + "' model" + flags + " >/dev/null").c_str()) == 0;
  }
  ~CProgram() { std::filesystem::remove_all(folder_); }

  bool built() const { return built_; }
  const std::filesystem::path& folder() const { return folder_; }

  // Logits a window.
  std::vector<std::vector<float>> run(const std::vector<std::vector<float>>& inputs) const {
    const auto file = folder_ / "features.bin";
    writeFeatures(file, inputs);
    return logitsOf(output("--features '" + file.string() + "'"));
  }

  std::string output(const std::string& arguments) const {
    FILE* pipe = ::popen(("'" + (folder_ / "model").string() + "' " + arguments + " 2>&1").c_str(), "r");
    std::string text;
    char buffer[4096];
    for (std::size_t n; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
    if (pipe) ::pclose(pipe);
    return text;
  }

 private:
  std::filesystem::path folder_;
  bool built_ = false;
};

}  // namespace kinglet::deploy
