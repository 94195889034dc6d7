// Builds exported C sources with the machine's compiler and runs them on features.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "deploy/c_export.h"

namespace kinglet::deploy {

class CProgram {
 public:
  CProgram(const CSources& sources, const std::string& name)
      : folder_(std::filesystem::temp_directory_path() /
                ("kinglet-c-" + std::to_string(::getpid()) + "-" + name)) {
    writeSources(sources, folder_);
    built_ = std::system(("make -s -C '" + folder_.string() + "' model >/dev/null").c_str()) == 0;
  }
  ~CProgram() { std::filesystem::remove_all(folder_); }

  bool built() const { return built_; }
  const std::filesystem::path& folder() const { return folder_; }

  // Logits a window.
  std::vector<std::vector<float>> run(const std::vector<std::vector<float>>& inputs) const {
    const auto file = folder_ / "features.bin";
    {
      std::ofstream out(file, std::ios::binary);
      for (const auto& input : inputs)
        out.write(reinterpret_cast<const char*>(input.data()),
                  static_cast<std::streamsize>(input.size() * sizeof(float)));
    }
    std::vector<std::vector<float>> logits;
    std::istringstream lines(output("--features '" + file.string() + "'"));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream numbers(line);
      logits.emplace_back();
      for (float value; numbers >> value;) logits.back().push_back(value);
    }
    return logits;
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
