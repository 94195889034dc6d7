// A fingerprint as bytes. Of each key only what differs from the one before is written, of a source only what
// the key does not begin with: names in a data set are much alike.
#include <algorithm>
#include <bit>
#include <limits>

#include "base/error.h"
#include "base/files.h"
#include "data/fingerprint/fingerprint.h"

namespace kinglet::data {
namespace {

constexpr std::string_view kMagic = "KGFP1";
constexpr std::size_t kMostText = 1 << 16;     // of a name or a class
constexpr std::size_t kMostNames = 1'000'000;  // classes, folds
constexpr std::size_t kLeastClip = 27;         // bytes: seven numbers of one at least, and 20 of fixed size
// Names take what they share from each other, so that a few bytes could stand for any length: more than so
// many times the packed bytes, or this much in all, no data set's names come to.
constexpr std::size_t kMostSwelling = 64, kMostNameBytes = std::size_t(1) << 30;

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void fixed(std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes_ += static_cast<char>(value >> (8 * i));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
  }
  // What `before` does not begin with already.
  void textAfter(std::string_view before, std::string_view value) {
    const auto differs = std::ranges::mismatch(before, value).in2;
    const auto shared = static_cast<std::size_t>(differs - value.begin());
    number(shared);
    text(value.substr(shared));
  }
  std::string take() { return std::move(bytes_); }
  void raw(std::string_view bytes) { bytes_ += bytes; }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  [[noreturn]] static void fail() {
    throw base::Error("what the study knows of its clips is damaged; use a copy of the study");
  }
  std::string_view raw(std::size_t count) {
    if (count > bytes_.size()) fail();
    const std::string_view piece = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return piece;
  }
  std::uint64_t fixed(int count) {
    std::uint64_t value = 0;
    const std::string_view piece = raw(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
      value |= std::uint64_t(static_cast<unsigned char>(piece[std::size_t(i)])) << (8 * i);
    return value;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(raw(1)[0]);
      value |= std::uint64_t(byte & 0x7f) << shift;
      if (!(byte & 0x80)) return value;
    }
    fail();
  }
  // How many follow, each of which takes at least so many bytes: none is made room for that cannot be there.
  std::size_t count(std::size_t least = 1) {
    const std::uint64_t value = number();
    if (value > bytes_.size() / least) fail();
    return static_cast<std::size_t>(value);
  }
  int index(std::size_t below) {
    const std::uint64_t value = number();
    if (value >= below) fail();
    return static_cast<int>(value);
  }
  std::string text() {
    const std::uint64_t size = number();
    if (size > kMostText) fail();
    return std::string(raw(static_cast<std::size_t>(size)));
  }
  std::vector<std::string> texts() {
    const std::size_t size = count();
    if (size > kMostNames) fail();
    std::vector<std::string> values(size);
    for (std::string& value : values) value = text();
    return values;
  }
  std::string textAfter(const std::string& before) {
    const std::uint64_t shared = number();
    if (shared > before.size()) fail();
    return before.substr(0, static_cast<std::size_t>(shared)) + text();
  }
  bool atEnd() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

}  // namespace

std::string Fingerprint::pack() const {
  Writer out;
  out.raw(kMagic);
  out.text(layout);
  out.fixed(builtinSeed, 8);
  out.number(multiLabel ? 1 : 0);
  out.texts(classes);
  out.texts(foldNames);
  out.number(clips.size());
  std::string_view before;
  for (const KnownClip& clip : clips) {
    out.textAfter(before, clip.key);
    out.textAfter(clip.key, clip.source);
    out.number(clip.labels.size());
    for (const int label : clip.labels) out.number(static_cast<std::uint64_t>(label));
    out.number(static_cast<std::uint64_t>(clip.fold));
    out.fixed(std::bit_cast<std::uint32_t>(clip.seconds), 4);
    out.fixed(clip.content, 8);
    out.fixed(clip.stamp, 8);
    out.number((clip.foldGiven ? 1u : 0u) | (clip.gone ? 2u : 0u));
    before = clip.key;
  }
  out.number(heard.size());
  for (const std::uint64_t content : heard) out.fixed(content, 8);
  return out.take();
}

Fingerprint Fingerprint::unpack(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) Reader::fail();
  Reader in(bytes.substr(kMagic.size()));
  Fingerprint print;
  print.layout = in.text();
  print.builtinSeed = in.fixed(8);
  print.multiLabel = in.number() != 0;
  print.classes = in.texts();
  print.foldNames = in.texts();
  print.clips.resize(in.count(kLeastClip));
  const std::size_t mostNames = std::min(kMostNameBytes, kMostSwelling * (bytes.size() + kMostText));
  std::size_t names = 0;
  const std::string* before = nullptr;
  for (KnownClip& clip : print.clips) {
    clip.key = in.textAfter(before ? *before : std::string());
    if (before && clip.key <= *before) Reader::fail();
    clip.source = in.textAfter(clip.key);
    names += clip.key.size() + clip.source.size();
    if (names > mostNames) Reader::fail();
    clip.labels.resize(in.count());
    for (int& label : clip.labels) label = in.index(print.classes.size());
    clip.fold = in.index(print.foldNames.size() + 1);
    clip.seconds = std::bit_cast<float>(static_cast<std::uint32_t>(in.fixed(4)));
    clip.content = in.fixed(8);
    clip.stamp = in.fixed(8);
    const std::uint64_t flags = in.number();
    clip.foldGiven = flags & 1;
    clip.gone = flags & 2;
    before = &clip.key;
  }
  print.heard.resize(in.count(8));
  for (std::uint64_t& content : print.heard) content = in.fixed(8);
  if (!in.atEnd()) Reader::fail();
  return print;
}

}  // namespace kinglet::data
