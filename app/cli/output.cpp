#include "app/cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

#include "base/words.h"

namespace kinglet::cli {
namespace {

// Bytes at the end of a piece that begin a character of UTF-8 without ending it.
std::size_t unfinished(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0) == 0x80) continue;
    const std::size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

bool writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// std::cout by way of a FILE, so that both kinds of output stay in their order.
class FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(std::FILE* file) : file_(file) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    return static_cast<std::streamsize>(std::fwrite(text, 1, static_cast<std::size_t>(size), file_));
  }
  int_type overflow(int_type c) override {
    return traits_type::eq_int_type(c, traits_type::eof()) ? traits_type::not_eof(c) : std::fputc(c, file_);
  }
  int sync() override { return std::fflush(file_); }

 private:
  std::FILE* file_;
};

}  // namespace

struct Output::Door {
  Door(int descriptor, std::FILE*& stream, std::ostream& ostream, int mode)
      : fd(descriptor), name(stream), old(stream), streams(ostream) {
    std::fflush(old);
    cookie_io_functions_t calls{};
    calls.write = [](void* door, const char* text, std::size_t size) -> ssize_t {
      return static_cast<Door*>(door)->write({text, size}) ? static_cast<ssize_t>(size) : 0;
    };
    file = ::fopencookie(this, "w", calls);
    if (!file) return;
    std::setvbuf(file, nullptr, mode, BUFSIZ);
    name = file;
    buffer = std::make_unique<FileBuffer>(file);
    oldBuffer = streams.rdbuf(buffer.get());
  }
  ~Door() {
    if (!file) return;
    streams.rdbuf(oldBuffer);
    name = old;
    std::fclose(file);
  }

  bool write(std::string_view text) {
    held += text;
    const std::size_t whole = held.size() - unfinished(held);
    const bool written = writeAll(fd, base::terminalLines(std::string_view(held).substr(0, whole)));
    if (!written && error == 0) error = errno;
    held.erase(0, whole);
    return written;
  }

  void finish() {
    streams.flush();
    if (file && std::fflush(file) != 0 && error == 0) error = errno;
    if (!held.empty() && !writeAll(fd, base::terminalLines(held)) && error == 0) error = errno;
    held.clear();
  }

  int fd;
  std::FILE*& name;
  std::FILE* old;
  std::ostream& streams;
  std::FILE* file = nullptr;
  std::unique_ptr<FileBuffer> buffer;
  std::streambuf* oldBuffer = nullptr;
  std::string held;
  int error = 0;
};

Output::Output() {
  // Reading only: what is written to it still fails, as it should.
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(fd, F_GETFD) < 0) [[maybe_unused]]
      const int opened = ::open("/dev/null", O_RDONLY);
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is told of, not died of
  out_ = std::make_unique<Door>(STDOUT_FILENO, stdout, std::cout, _IOFBF);
  err_ = std::make_unique<Door>(STDERR_FILENO, stderr, std::cerr, _IOLBF);
}

Output::~Output() {
  finish();
}

bool Output::finish() {
  out_->finish();
  err_->finish();
  return out_->error == 0;
}

int Output::error() const {
  return out_->error;
}

void writeEscape(std::string_view sequence) {
  std::fflush(stderr);
  writeAll(STDERR_FILENO, sequence);
}

}  // namespace kinglet::cli
