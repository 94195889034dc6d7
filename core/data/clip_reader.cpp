#include "data/clip_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/files.h"
#include "data/fingerprint/content.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

// A single clip may go while others are read; more than these, and the data set itself is going.
constexpr std::size_t kFewLost = 2, kLostShare = 50;  // at most 2, or one in 50

// A clip may come out a little shorter than it was said to be: compressed formats round their length.
constexpr double kShortByS = 0.05, kShortByShare = 0.02;

// Why the bytes of a file cannot be read; nothing where they can.
std::optional<int> errorOfReading(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return errno;
  std::optional<int> error;
  char buffer[1 << 16];
  for (ssize_t got = 1; got > 0 && !error;) {
    got = ::read(file, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR)
      got = 1;
    else if (got < 0)
      error = errno;
  }
  ::close(file);
  return error;
}

base::Message wordsFor(int error) {
  if (error == ENOENT || error == ENOTDIR) return base::Message("the file is gone");
  if (error == EACCES || error == EPERM) return base::Message("no permission to read it");
  if (error == EIO) return base::Message("the disk or the network gives an error (EIO)");
  if (error == ESTALE || error == ENOTCONN || error == EHOSTDOWN || error == ETIMEDOUT)
    return base::Message("its network folder is not connected");
  return base::Message("%1", std::strerror(error));
}

}  // namespace

std::vector<float> ClipReader::read(int clip, int rate) {
  const Clip& wanted = dataset_.clips.at(static_cast<std::size_t>(clip));
  if (wanted.path.empty()) return loadClip(dataset_, clip, rate);
  Trouble trouble;
  std::vector<float> samples = readWhole(wanted, clip, rate, trouble);
  if (!trouble.why.empty()) {
    note(clip, std::move(trouble));
    return {};
  }
  const std::lock_guard lock(mutex_);
  if (const auto known = troubles_.find(clip); known != troubles_.end()) {  // it is back
    lost_ -= known->second.lost;
    troubles_.erase(known);
  }
  return samples;
}

// The file must be the same before and after, as when the data set was opened, and give no error.
std::vector<float> ClipReader::readWhole(const Clip& wanted, int clip, int rate, Trouble& trouble) const {
  const std::uint64_t before = stampOf(wanted.path);
  const auto unchanged = [&] {
    const std::uint64_t now = stampOf(wanted.path);
    if (now != 0 && now == before && (wanted.stamp == 0 || now == wanted.stamp)) return true;
    trouble.lost = true;
    trouble.why = now == 0 ? wordsFor(ENOENT)
                           : base::Message("the file was changed after the data set had been opened");
    return false;
  };
  const auto readable = [&] {
    const auto error = errorOfReading(wanted.path);
    if (error) trouble.lost = true, trouble.why = wordsFor(*error);
    return !error;
  };
  if (!unchanged()) return {};
  try {
    std::vector<float> samples = loadClip(dataset_, clip, rate);
    if (!unchanged()) return {};
    const double seconds = double(samples.size()) / rate;
    // Shorter than announced: either it always was, as a FLAC that was cut off, or the disk gave up half-way.
    if (seconds < wanted.seconds * (1 - kShortByShare) - kShortByS && !readable()) return {};
    return samples;
  } catch (const base::Error& error) {
    if (unchanged() && readable()) trouble.why = error.message();
    return {};
  }
}

void ClipReader::note(int clip, Trouble trouble) {
  const Clip& wanted = dataset_.clips[static_cast<std::size_t>(clip)];
  const bool lost = trouble.lost;
  std::error_code ignored;
  const fs::path folder = wanted.path.parent_path();
  const bool folderThere = !lost || folder.empty() || fs::is_directory(folder, ignored);
  const std::lock_guard lock(mutex_);
  const base::Message why = trouble.why;
  const auto known = troubles_.find(clip);
  if (known != troubles_.end()) lost_ -= known->second.lost;
  troubles_.insert_or_assign(clip, std::move(trouble));
  if (!lost) return;
  ++lost_;
  if (!folderThere)
    throw SoundsGone(
        "the sounds cannot be read any more: the folder %1 is gone. Nothing wrong was kept; "
        "start again when it is back, with its disk or network folder connected",
        folder);
  if (lost_ > std::max(kFewLost, dataset_.clips.size() / kLostShare))
    throw SoundsGone(
        "the sounds of %1 cannot be read any more: %2 clips failed, the last %3: %4. Nothing wrong "
        "was kept; start again when they are back, with their disk or network folder connected",
        dataset_.root, lost_, wanted.name, why);
}

std::map<int, ClipReader::Trouble> ClipReader::troubles() const {
  const std::lock_guard lock(mutex_);
  return troubles_;
}

bool ClipReader::anyLost() const {
  const std::lock_guard lock(mutex_);
  return lost_ > 0;
}

}  // namespace kinglet::data
