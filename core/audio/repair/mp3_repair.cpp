#include "audio/repair/mp3_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/regular_file.h"
namespace kinglet::audio {
namespace {

constexpr std::uint64_t kMostJunk = 1 << 20;  // before the first frame
constexpr std::size_t kBuffer = 1 << 16;

// A frame of MPEG 1, 2 or 2.5, layer III, as its four bytes tell it.
struct Frame {
  std::array<unsigned char, 4> bytes{};
  std::uint64_t length = 0;  // bytes, header included; 0: this is none
  bool isFirst = false;      // MPEG 1
  bool isMono = false;
  // The same stream: version, layer and rate.
  bool goesWith(const Frame& other) const {
    return (bytes[1] & 0x1e) == (other.bytes[1] & 0x1e) && (bytes[2] & 0x0c) == (other.bytes[2] & 0x0c);
  }
  std::size_t sideInfo() const { return isFirst ? (isMono ? 17 : 32) : (isMono ? 9 : 17); }
};

Frame frameOf(const unsigned char* at) {
  static constexpr int kRates[2][15] = {{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
                                        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}};
  static constexpr int kHertz[3] = {44100, 48000, 32000};
  const int version = at[1] >> 3 & 3, layer = at[1] >> 1 & 3, rate = at[2] >> 4, hertz = at[2] >> 2 & 3;
  Frame frame;
  if (at[0] != 0xff || (at[1] & 0xe0) != 0xe0 || version == 1 || layer != 1) return frame;
  if (rate == 0 || rate == 15 || hertz == 3) return frame;
  frame.isFirst = version == 3;
  frame.isMono = at[3] >> 6 == 3;
  const int samplesRate = kHertz[hertz] / (version == 3 ? 1 : version == 2 ? 2 : 4);
  const int bits = kRates[frame.isFirst ? 0 : 1][rate] * 1000;
  std::copy_n(at, 4, frame.bytes.begin());
  frame.length =
      static_cast<std::uint64_t>((frame.isFirst ? 144 : 72) * bits / samplesRate + (at[2] >> 1 & 1));
  return frame;
}

std::uint64_t bigEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string bigEndian(std::uint64_t value) {
  std::string bytes;
  for (int i = 3; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

class Mp3File {
 public:
  explicit Mp3File(const std::filesystem::path& path) : file_(path) {
    std::error_code error;
    end_ = std::filesystem::file_size(path, error);
    if (error) end_ = 0;
  }

  std::optional<Stitched> repaired() {
    const std::uint64_t tagged = afterTags(0);
    std::uint64_t at = nextFrame(tagged, std::min(end_, tagged + kMostJunk), nullptr);
    if (at >= end_) return std::nullopt;
    const Frame first = frameAt(at);
    const bool hasCount = countCanBeTrusted(at, first);
    if (hasCount && at == tagged) return std::nullopt;
    Stitched sound;
    std::uint64_t frames = 0;
    if (hasCount) {
      sound.add(at, end_);
      return sound;
    }
    Stitched parts;
    while (at < end_) {
      const Frame frame = frameAt(at);
      if (frame.length == 0 || !frame.goesWith(first)) {
        at = nextFrame(afterTags(at), end_, &first);
        continue;
      }
      if (at + frame.length > end_) break;
      if (!tellsCount(at, frame)) {
        parts.add(at, at + frame.length);
        ++frames;
      }
      at += frame.length;
    }
    if (frames == 0) return std::nullopt;
    return behindHeader(parts, frames, first);
  }

 private:
  // Bytes from a place; short at the end.
  std::string_view view(std::uint64_t at, std::size_t count) {
    if (at < bufferAt_ || at + count > bufferAt_ + buffer_.size()) {
      buffer_.resize(kBuffer);
      file_.clear();
      file_.seekg(static_cast<std::streamoff>(at));
      file_.read(buffer_.data(), static_cast<std::streamsize>(kBuffer));
      buffer_.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file_.gcount())));
      bufferAt_ = at;
    }
    return std::string_view(buffer_).substr(static_cast<std::size_t>(at - bufferAt_), count);
  }

  Frame frameAt(std::uint64_t at) {
    const std::string_view head = view(at, 4);
    return head.size() < 4 ? Frame() : frameOf(reinterpret_cast<const unsigned char*>(head.data()));
  }

  // The place behind the ID3v2 and APE tags that stand here.
  std::uint64_t afterTags(std::uint64_t at) {
    for (;;) {
      const std::string_view head = view(at, 32);
      if (head.size() >= 10 && head.starts_with("ID3")) {
        std::uint64_t size = 0;
        for (const char c : head.substr(6, 4)) size = size << 7 | (static_cast<unsigned char>(c) & 0x7f);
        at += 10 + size + (head[5] & 0x10 ? 10 : 0);
      } else if (head.size() == 32 && head.starts_with("APETAGEX")) {
        std::uint64_t size = 0;
        for (int i = 15; i >= 12; --i)
          size = size << 8 | static_cast<unsigned char>(head[static_cast<std::size_t>(i)]);
        at += 32 + size;
      } else {
        return at;
      }
    }
  }

  // The first place from `at` before `limit` where a frame begins, and another of the same kind behind it.
  std::uint64_t nextFrame(std::uint64_t at, std::uint64_t limit, const Frame* like) {
    for (; at + 4 <= limit; ++at) {
      if (static_cast<unsigned char>(view(at, 1)[0]) != 0xff) continue;
      const Frame frame = frameAt(at);
      if (frame.length == 0 || (like && !frame.goesWith(*like))) continue;
      if (at + frame.length >= end_) {
        if (like) return at;
        continue;
      }
      const Frame next = frameAt(at + frame.length);
      if (next.length > 0 && next.goesWith(frame)) return at;
    }
    return end_;
  }

  // Whether a frame holds no sound but a count of frames.
  bool tellsCount(std::uint64_t at, const Frame& frame) {
    const std::string_view mark = view(at + 4 + frame.sideInfo(), 4);
    return mark == "Xing" || mark == "Info" || view(at + 36, 4) == "VBRI";
  }

  // Xing or Info with a count, and as many bytes as there are.
  bool countCanBeTrusted(std::uint64_t at, const Frame& frame) {
    const std::string head(view(at + 4 + frame.sideInfo(), 16));
    if (head.size() < 16 || !(head.starts_with("Xing") || head.starts_with("Info")) || (head[7] & 3) != 3)
      return false;
    const auto told = static_cast<double>(bigEndian(std::string_view(head).substr(12, 4)));
    constexpr double kTags = 1 << 12, kShare = 0.01;
    const auto there = static_cast<double>(end_ - at);
    return told <= there + kTags && there - told <= std::max(kTags, kShare * there);
  }

  // The sound behind an Info frame that counts it.
  static Stitched behindHeader(const Stitched& sound, std::uint64_t frames, const Frame& like) {
    std::array<unsigned char, 4> head = like.bytes;
    head[1] |= 1;                                                       // no checksum
    head[2] = static_cast<unsigned char>((head[2] & 0x0c) | (9 << 4));  // a rate whose frame has room
    const Frame frame = frameOf(head.data());
    std::string bytes(head.begin(), head.end());
    bytes.resize(4 + frame.sideInfo());
    bytes += "Info" + bigEndian(3) + bigEndian(frames) + bigEndian(sound.size() + frame.length);
    bytes.resize(frame.length);
    Stitched whole;
    whole.add(std::move(bytes));
    whole.add(sound);
    return whole;
  }

  base::RegularStream file_;
  std::uint64_t end_ = 0, bufferAt_ = 0;
  std::string buffer_;
};

}  // namespace

std::optional<Stitched> repairedMp3(const std::filesystem::path& path) {
  return Mp3File(path).repaired();
}

}  // namespace kinglet::audio
