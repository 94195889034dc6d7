// A file as it should have been written: own bytes and parts of the real file, one behind the other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/regular_file.h"

namespace kinglet::audio {

class Stitched {
 public:
  void add(std::string bytes);
  void add(std::uint64_t begin,
           std::uint64_t end);  // of the file; joined with a part that ends where it begins
  void add(const Stitched& other);
  std::uint64_t size() const { return size_; }

  // Reading, as a file is read. Throws base::Error where the file cannot be opened.
  void open(const std::filesystem::path& path);
  std::size_t read(char* to, std::size_t count);
  void seek(std::uint64_t position) { position_ = position; }
  std::uint64_t position() const { return position_; }

 private:
  struct Part {
    std::uint64_t at = 0, size = 0;  // in the whole
    std::string bytes;               // own; else of the file, from:
    std::uint64_t from = 0;
  };
  std::vector<Part> parts_;
  std::uint64_t size_ = 0, position_ = 0;
  std::unique_ptr<base::RegularStream> file_;
};

}  // namespace kinglet::audio
