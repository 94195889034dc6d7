#include "study/file/study_image.h"

#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::study {
namespace {

constexpr std::size_t kLogHeader = 32, kFrameHeader = 24, kFileHeader = 100;
constexpr std::uintmax_t kLargest = std::uintmax_t{4} << 30;
constexpr std::uint32_t kMagic = 0x377f0682;  // the lowest bit says in which byte order sums are taken
constexpr int kTries = 5;

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The log's running checksum.
class Sum {
 public:
  explicit Sum(bool bigEndianWords) : big_(bigEndianWords) {}
  void add(std::string_view bytes) {
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      first_ += word(bytes, i) + second_;
      second_ += word(bytes, i + 4) + first_;
    }
  }
  bool is(std::uint32_t first, std::uint32_t second) const { return first_ == first && second_ == second; }

 private:
  std::uint32_t word(std::string_view bytes, std::size_t at) const {
    const std::uint32_t value = bigEndian(bytes, at);
    return big_ ? value : __builtin_bswap32(value);
  }
  bool big_;
  std::uint32_t first_ = 0, second_ = 0;
};

// Copies the pages of all whole transactions of the log into the file's image.
void replay(std::string_view log, std::string& image) {
  if (log.size() < kLogHeader || (bigEndian(log, 0) & ~1u) != kMagic) return;
  Sum sum((bigEndian(log, 0) & 1) != 0);
  sum.add(log.substr(0, 24));
  if (!sum.is(bigEndian(log, 24), bigEndian(log, 28))) return;
  const std::size_t page = bigEndian(log, 8);
  if (page < 512 || page > 65536 || (page & (page - 1)) != 0) return;

  std::size_t committed = 0;  // frames
  std::uint32_t pages = 0;    // of the file, by the last commit
  const std::size_t frame = kFrameHeader + page;
  for (std::size_t i = 0; kLogHeader + (i + 1) * frame <= log.size(); ++i) {
    const auto head = log.substr(kLogHeader + i * frame, kFrameHeader);
    if (head.substr(8, 8) != log.substr(16, 8)) break;  // of an earlier time
    sum.add(head.substr(0, 8));
    sum.add(log.substr(kLogHeader + i * frame + kFrameHeader, page));
    if (!sum.is(bigEndian(head, 16), bigEndian(head, 20))) break;
    if (bigEndian(head, 4) != 0) committed = i + 1, pages = bigEndian(head, 4);
  }
  if (committed == 0) return;
  image.resize(std::size_t{pages} * page);
  for (std::size_t i = 0; i < committed; ++i) {
    const std::size_t at = kLogHeader + i * frame;
    const std::size_t number = bigEndian(log, at);
    if (number >= 1 && number <= pages)
      image.replace((number - 1) * page, page, log.substr(at + kFrameHeader, page));
  }
}

}  // namespace

std::string studyImage(const std::filesystem::path& study) {
  const std::filesystem::path beside = study.string() + "-wal";
  std::error_code ignored;
  const auto logOf = [&] {
    return std::filesystem::is_regular_file(beside, ignored) ? base::readText(beside, kLargest)
                                                             : std::string();
  };
  // Whoever writes meanwhile puts each page into the log before the file: as long as the log is not begun
  // anew, the file read first and the log read after it make a whole.
  for (int i = 0; i < kTries; ++i) {
    const std::string before = logOf().substr(0, kLogHeader);
    std::string image = base::readText(study, kLargest);
    const std::string log = logOf();
    if (log.substr(0, kLogHeader) != before) continue;
    replay(log, image);
    if (image.size() < kFileHeader || !image.starts_with("SQLite format 3")) return {};
    if (log.empty() && image[18] == 1) return {};  // it never had one
    image[18] = image[19] = 1;                     // no log
    return image;
  }
  throw base::Error("%1 changes too quickly to be read; try again when the search is done", study);
}

}  // namespace kinglet::study
