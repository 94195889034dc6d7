#include "audio/repair/wave_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/error.h"
#include "base/regular_file.h"
namespace kinglet::audio {
namespace {

constexpr std::uint64_t kLargest32 = 0xffffffffu;
constexpr std::uint64_t kLargest64 = ~std::uint64_t(0);
constexpr std::uint64_t kStreamed = 0x7fff0000u;  // and above: pipes write such sizes
constexpr std::uint64_t kLongestFormat = 4096;
constexpr int kMostChunks = 10000;

std::uint64_t littleEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::string littleEndian(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

bool isChunkName(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~'; }) && name[0] != ' ';
}

class WaveFile {
 public:
  explicit WaveFile(const std::filesystem::path& path) : path_(path), file_(path) {
    std::error_code error;
    size_ = std::filesystem::file_size(path, error);
    if (error) size_ = 0;
  }

  std::optional<WaveRepair> repaired() {
    const std::string head = bytes(0, 40);
    if (head.size() < 40) return std::nullopt;
    const std::string_view start(head);
    if ((start.starts_with("RIFF") || start.starts_with("RF64") || start.starts_with("BW64")) &&
        start.substr(8, 4) == "WAVE") {
      large_ = !start.starts_with("RIFF");
      walk(12, false);
    }
    if (start.starts_with("riff") && start.substr(24, 4) == "wave") walk(40, true);
    const bool sound = format_.size() >= 14 && dataBegin_ != 0;
    if (tangled_ && !sound) refuse();
    if (!sound) return std::nullopt;
    return decide();
  }

 private:
  std::string bytes(std::uint64_t at, std::size_t count) {
    std::string text(count, '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(at));
    file_.read(text.data(), static_cast<std::streamsize>(count));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file_.gcount())));
    return text;
  }

  void walk(std::uint64_t at, bool wide) {
    const std::uint64_t head = wide ? 24 : 8, grid = wide ? 8 : 2;
    std::uint64_t largeData = 0;
    for (int count = 0; at + head <= size_ && count < kMostChunks; ++count) {
      const std::string text = bytes(at, head);
      if (text.size() < head) return;
      const std::string name = text.substr(0, 4);
      std::uint64_t length = littleEndian(std::string_view(text).substr(wide ? 16 : 4, wide ? 8 : 4));
      if (wide) length = length >= head ? length - head : 0;
      const std::uint64_t begin = at + head;
      if (name == "ds64" && length >= 16) largeData = littleEndian(bytes(begin + 8, 8));
      if (name == "fmt ") format_ = bytes(begin, std::min(length, kLongestFormat));
      if (name == "data") {
        if (large_ && (length == kLargest32 || length == 0))
          length = largeData > kLargest64 / 2 ? 0 : largeData;
        dataBegin_ = begin, declared_ = length;
        if (!wide) lookBehind(begin + length + length % 2);
        return;
      }
      if (name == "LIST") lookInto(begin, length);
      at = begin + (length + grid - 1) / grid * grid;
      // A writer that forgot the padding: the next chunk begins a byte earlier.
      if (!wide && length % 2 == 1 && at <= size_ && !chunkAt(at) && chunkAt(at - 1)) --at, unpadded_ = true;
    }
  }

  [[noreturn]] void refuse() const {
    throw base::Error(
        "cannot read %1 as sound: its lists of notes hold lists, and there is nothing else in it", path_);
  }

  // Lists may stand behind the sound, too.
  void lookBehind(std::uint64_t at) {
    for (int count = 0; at + 8 <= size_ && count < kMostChunks; ++count) {
      const std::string head = bytes(at, 8);
      if (head.size() < 8) return;
      const std::uint64_t length = littleEndian(std::string_view(head).substr(4));
      if (head.starts_with("LIST")) lookInto(at + 8, length);
      at += 8 + length + length % 2;
    }
  }

  // Lists of notes about a sound hold no lists. libsndfile 1.2 goes round and round in some that do.
  void lookInto(std::uint64_t begin, std::uint64_t length) {
    constexpr std::uint64_t kLongestLook = 1 << 20;
    const std::uint64_t there = begin < size_ ? size_ - begin : 0;
    const std::string inside =
        bytes(begin, static_cast<std::size_t>(std::min({length, there, kLongestLook})));
    tangled_ = tangled_ || length > kLongestLook || inside.find("LIST") != std::string::npos;
  }

  // Whether a known chunk seems to begin here.
  bool chunkAt(std::uint64_t at) {
    const std::string name = bytes(at, 4);
    static constexpr std::array kNames{"fmt ", "data", "LIST", "fact", "bext", "cue ",
                                       "JUNK", "junk", "PAD ", "iXML", "smpl", "inst",
                                       "id3 ", "ID3 ", "PEAK", "note", "labl", "FLLR"};
    return std::any_of(kNames.begin(), kNames.end(), [&](const char* known) { return name == known; });
  }

  // Whether whole chunks stand from here to the end: then a data chunk of size zero is truly empty.
  bool onlyChunksFrom(std::uint64_t at) {
    while (at + 8 <= size_) {
      const std::string head = bytes(at, 8);
      if (!isChunkName(head.substr(0, 4))) return false;
      const std::uint64_t length = littleEndian(std::string_view(head).substr(4));
      at += 8 + length + length % 2;
    }
    return at == size_ || at == size_ + 1;
  }

  std::optional<WaveRepair> decide() {
    const std::uint64_t there = size_ - dataBegin_;
    if (there == 0 || (declared_ == 0 && onlyChunksFrom(dataBegin_))) {
      if (tangled_) refuse();
      return std::nullopt;
    }
    WaveRepair result;
    std::uint64_t length = std::min(declared_, there);
    if (declared_ == 0) {
      length = there;
      result.remark =
          base::Message("its header was never finished (it tells no length); it is read to its end");
    } else if (declared_ > there &&
               (declared_ < kStreamed || (declared_ > kLargest32 && declared_ < kLargest64 / 4))) {
      result.remark = base::Message("it ends before its header says; what is there is read");
    } else if (tangled_) {
      result.remark = base::Message("its lists of notes are broken and were left out; the sound is read");
    } else if (!unpadded_) {
      return std::nullopt;  // streamed, and understood by everybody; or as it should be
    }
    if (length > kLargest32 - 64 - format_.size()) return std::nullopt;  // no WAV file can say so
    const std::string format = format_ + std::string(format_.size() % 2, '\0');
    result.whole.add("RIFF" + littleEndian(4 + 8 + format.size() + 8 + length + length % 2, 4) + "WAVEfmt " +
                     littleEndian(format_.size(), 4) + format + "data" + littleEndian(length, 4));
    result.whole.add(dataBegin_, dataBegin_ + length);
    return result;
  }

  std::filesystem::path path_;
  base::RegularStream file_;
  std::uint64_t size_ = 0, dataBegin_ = 0, declared_ = 0;
  std::string format_;
  bool large_ = false, unpadded_ = false, tangled_ = false;
};

}  // namespace

std::optional<WaveRepair> repairedWave(const std::filesystem::path& path) {
  return WaveFile(path).repaired();
}

}  // namespace kinglet::audio
