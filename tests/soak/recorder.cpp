// A layer between a program and the files below $KINGLET_RECORD_UNDER (LD_PRELOAD): every change to them is
// written down in $KINGLET_RECORD before it is made, every flush after it is done, and what goes to standard
// output with them. From this record, power_cut.py makes what a power cut could leave.
//
// A record: operation (1 byte), offset or length (8), three sizes (4 each), then as many bytes: path, second
// path, data.
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <string>

namespace {

// Grows with each open(); descriptors beyond are not watched.
constexpr int kMost = 4096;
std::string* names[kMost];  // of watched descriptors; never freed, because other threads may still read them

const char* under() {
  static const char* folder = getenv("KINGLET_RECORD_UNDER");
  return folder;
}

int recordFile() {
  static const int file = [] {
    const char* path = getenv("KINGLET_RECORD");
    if (!path) return -1;
    const int opened =
        int(syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    const int high = opened < 0 ? -1 : fcntl(opened, F_DUPFD_CLOEXEC, 900);
    if (high >= 0) syscall(SYS_close, opened);
    return high < 0 ? opened : high;
  }();
  return file;
}

bool watches(const char* path) {
  return under() && path && strncmp(path, under(), strlen(under())) == 0 && !strstr(path, "-shm");
}

const std::string* nameOf(int fd) {
  return fd >= 0 && fd < kMost ? __atomic_load_n(&names[fd], __ATOMIC_ACQUIRE) : nullptr;
}

// One system call, so that records of several threads do not mix.
void record(char operation, uint64_t number, const char* path, const char* second = "",
            const void* data = nullptr, size_t size = 0) {
  if (recordFile() < 0) return;
  char head[1 + 8 + 12];
  const uint32_t sizes[3] = {uint32_t(strlen(path)), uint32_t(strlen(second)), uint32_t(size)};
  head[0] = operation;
  memcpy(head + 1, &number, 8);
  memcpy(head + 9, sizes, 12);
  iovec parts[] = {{head, sizeof head},
                   {const_cast<char*>(path), sizes[0]},
                   {const_cast<char*>(second), sizes[1]},
                   {const_cast<void*>(data), size}};
  if (syscall(SYS_writev, recordFile(), parts, 4) < 0) abort();
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void opened(int fd, const char* path, int flags) {
  if (fd < 0 || fd >= kMost) return;
  if (!watches(path)) {
    __atomic_store_n(&names[fd], nullptr, __ATOMIC_RELEASE);
    return;
  }
  __atomic_store_n(&names[fd], new std::string(path), __ATOMIC_RELEASE);
  if (flags & O_CREAT) record('c', 0, path);
  if (flags & O_TRUNC) record('t', 0, path);
}

int openFile(const char* name, const char* path, int flags, mode_t mode) {
  const int fd = next<int (*)(const char*, int, ...)>(name)(path, flags, mode);
  opened(fd, path, flags);
  return fd;
}

uint64_t placeOf(int fd) {
  const int flags = fcntl(fd, F_GETFL);
  const off_t at = lseek(fd, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
  return at < 0 ? 0 : uint64_t(at);
}

}  // namespace

extern "C" {

#define MODE_OF(flags)                         \
  mode_t mode = 0;                             \
  if ((flags) & (O_CREAT | O_TMPFILE)) {       \
    va_list more;                              \
    va_start(more, flags);                     \
    mode = mode_t(va_arg(more, unsigned int)); \
    va_end(more);                              \
  }

int open(const char* path, int flags, ...) {
  MODE_OF(flags)
  return openFile("open", path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  MODE_OF(flags)
  return openFile("open64", path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  MODE_OF(flags)
  const int fd = next<int (*)(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
  opened(fd, path, flags);
  return fd;
}
int openat64(int folder, const char* path, int flags, ...) {
  MODE_OF(flags)
  const int fd = next<int (*)(int, const char*, int, ...)>("openat64")(folder, path, flags, mode);
  opened(fd, path, flags);
  return fd;
}
FILE* fopen(const char* path, const char* mode) {
  FILE* file = next<FILE* (*)(const char*, const char*)>("fopen")(path, mode);
  if (file) opened(fileno(file), path, *mode == 'w' ? O_CREAT | O_TRUNC : *mode == 'a' ? O_CREAT : 0);
  return file;
}
FILE* fopen64(const char* path, const char* mode) {
  FILE* file = next<FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
  if (file) opened(fileno(file), path, *mode == 'w' ? O_CREAT | O_TRUNC : *mode == 'a' ? O_CREAT : 0);
  return file;
}
int close(int fd) {
  if (fd >= 0 && fd < kMost) __atomic_store_n(&names[fd], nullptr, __ATOMIC_RELEASE);
  return int(syscall(SYS_close, fd));
}

ssize_t write(int fd, const void* data, size_t size) {
  if (const auto* name = nameOf(fd))
    record('w', placeOf(fd), name->c_str(), "", data, size);
  else if (fd == STDOUT_FILENO && under())
    record('o', 0, "", "", data, size);
  return syscall(SYS_write, fd, data, size);
}
ssize_t writev(int fd, const iovec* parts, int count) {
  if (const auto* name = nameOf(fd)) {
    std::string all;
    for (int i = 0; i < count; ++i) all.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
    record('w', placeOf(fd), name->c_str(), "", all.data(), all.size());
  }
  return syscall(SYS_writev, fd, parts, count);
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
  if (const auto* name = nameOf(fd)) record('w', uint64_t(at), name->c_str(), "", data, size);
  return syscall(SYS_pwrite64, fd, data, size, at);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
  return pwrite(fd, data, size, at);
}
int ftruncate(int fd, off_t size) {
  if (const auto* name = nameOf(fd)) record('t', uint64_t(size), name->c_str());
  return int(syscall(SYS_ftruncate, fd, size));
}
int ftruncate64(int fd, off64_t size) {
  return ftruncate(fd, size);
}
int fsync(int fd) {
  const int done = int(syscall(SYS_fsync, fd));
  if (const auto* name = nameOf(fd); name && done == 0) record('f', 0, name->c_str());
  return done;
}
int fdatasync(int fd) {
  const int done = int(syscall(SYS_fdatasync, fd));
  if (const auto* name = nameOf(fd); name && done == 0) record('f', 0, name->c_str());
  return done;
}
int rename(const char* from, const char* to) {
  if (watches(from) || watches(to)) record('r', 0, from, to);
  return int(syscall(SYS_rename, from, to));
}
int unlink(const char* path) {
  if (watches(path)) record('u', 0, path);
  return int(syscall(SYS_unlink, path));
}
int remove(const char* path) {
  if (watches(path)) record('u', 0, path);
  return next<int (*)(const char*)>("remove")(path);
}
}
