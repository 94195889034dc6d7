// The one door to files that are read: plain files only. A pipe, a socket or a device could keep a reader
// waiting for ever, or never end.
#pragma once

#include <filesystem>
#include <istream>
#include <memory>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

namespace kinglet::base {

// An open file; closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor();
  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

// Opens for reading, links followed. Throws base::Error: missing, a folder, no plain file, no permission.
Descriptor openRegular(const std::filesystem::path& path);

// Reads an open file from where it stands.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(Descriptor file);

 protected:
  int_type underflow() override;
  pos_type seekoff(off_type by, std::ios_base::seekdir from, std::ios_base::openmode mode) override;
  pos_type seekpos(pos_type to, std::ios_base::openmode mode) override;

 private:
  Descriptor file_;
  std::vector<char> bytes_;
};

// A plain file as a stream, from its beginning. Throws as openRegular does.
class RegularStream : public std::istream {
 public:
  explicit RegularStream(const std::filesystem::path& path);

 private:
  DescriptorBuffer buffer_;
};

}  // namespace kinglet::base
