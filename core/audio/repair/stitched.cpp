#include "audio/repair/stitched.h"

#include <algorithm>

#include "base/error.h"

namespace kinglet::audio {

void Stitched::add(std::string bytes) {
  if (bytes.empty()) return;
  const std::uint64_t count = bytes.size();
  parts_.push_back({size_, count, std::move(bytes), 0});
  size_ += count;
}

void Stitched::add(std::uint64_t begin, std::uint64_t end) {
  if (end <= begin) return;
  if (!parts_.empty() && parts_.back().bytes.empty() && parts_.back().from + parts_.back().size == begin)
    parts_.back().size += end - begin;
  else
    parts_.push_back({size_, end - begin, {}, begin});
  size_ += end - begin;
}

void Stitched::add(const Stitched& other) {
  for (const Part& part : other.parts_) {
    if (part.bytes.empty())
      add(part.from, part.from + part.size);
    else
      add(part.bytes);
  }
}

void Stitched::open(const std::filesystem::path& path) {
  file_ = std::make_unique<base::RegularStream>(path);
}

std::size_t Stitched::read(char* to, std::size_t count) {
  std::size_t done = 0;
  while (done < count && position_ < size_) {
    const auto part = std::prev(std::upper_bound(parts_.begin(), parts_.end(), position_,
                                                 [](std::uint64_t at, const Part& p) { return at < p.at; }));
    const std::uint64_t inside = position_ - part->at;
    auto take = static_cast<std::size_t>(std::min<std::uint64_t>(count - done, part->size - inside));
    if (!part->bytes.empty()) {
      std::copy_n(part->bytes.data() + inside, take, to + done);
    } else {
      file_->clear();
      file_->seekg(static_cast<std::streamoff>(part->from + inside));
      file_->read(to + done, static_cast<std::streamsize>(take));
      take = static_cast<std::size_t>(file_->gcount());
      if (take == 0) break;  // the file shrank meanwhile
    }
    done += take;
    position_ += take;
  }
  return done;
}

}  // namespace kinglet::audio
