#include "base/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/system_reason.h"

namespace kinglet::base {
namespace {
constexpr std::size_t kBufferBytes = 1 << 16;
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

Descriptor openRegular(const std::filesystem::path& path) {
  // Without O_NONBLOCK a pipe would be waited for before anyone could tell that it is one.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  const int error = errno;
  struct stat status {};
  if (file.get() < 0) {
    if (error == ENXIO)
      throw Error("%1 is no plain file (a pipe or a device); save its content to a file", path);
    throw Error("cannot read %1: %2", path, systemReason(error));
  }
  if (::fstat(file.get(), &status) != 0) throw Error("cannot read %1: %2", path, systemReason(errno));
  if (S_ISDIR(status.st_mode)) throw Error("%1 is a folder, not a file", path);
  if (!S_ISREG(status.st_mode))
    throw Error("%1 is no plain file (a pipe or a device); save its content to a file", path);
  ::fcntl(file.get(), F_SETFL, ::fcntl(file.get(), F_GETFL) & ~O_NONBLOCK);
  return file;
}

DescriptorBuffer::DescriptorBuffer(Descriptor file) : file_(std::move(file)), bytes_(kBufferBytes) {}

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  ssize_t got = 0;
  do {
    got = ::read(file_.get(), bytes_.data(), bytes_.size());
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return traits_type::eof();
  setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
  return traits_type::to_int_type(bytes_[0]);
}

DescriptorBuffer::pos_type DescriptorBuffer::seekoff(off_type by, std::ios_base::seekdir from,
                                                     std::ios_base::openmode) {
  // What was read ahead has not been taken yet.
  if (from == std::ios_base::cur) by -= egptr() - gptr();
  setg(nullptr, nullptr, nullptr);
  const int whence = from == std::ios_base::beg ? SEEK_SET : from == std::ios_base::cur ? SEEK_CUR : SEEK_END;
  return pos_type(::lseek(file_.get(), by, whence));
}

DescriptorBuffer::pos_type DescriptorBuffer::seekpos(pos_type to, std::ios_base::openmode mode) {
  return seekoff(off_type(to), std::ios_base::beg, mode);
}

RegularStream::RegularStream(const std::filesystem::path& path)
    : std::istream(nullptr), buffer_(openRegular(path)) {
  rdbuf(&buffer_);
}

}  // namespace kinglet::base
