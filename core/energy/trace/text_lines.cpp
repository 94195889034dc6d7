#include "energy/trace/text_lines.h"

#include <algorithm>
#include <cstring>

#include "base/error.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kChunk = 1 << 20, kLongestLine = 1 << 20;

void appendUtf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

bool blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view bare(std::string_view field) {
  while (!field.empty() && blank(field.front())) field.remove_prefix(1);
  while (!field.empty() && blank(field.back())) field.remove_suffix(1);
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"') {
    field = field.substr(1, field.size() - 2);
    while (!field.empty() && blank(field.front())) field.remove_prefix(1);
    while (!field.empty() && blank(field.back())) field.remove_suffix(1);
  }
  return field;
}

}  // namespace

TextLines::TextLines(const std::filesystem::path& path) : path_(path), in_(path, std::ios::binary) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw base::Error("%1 is a folder, not a recording", path);
  if (!in_) throw base::Error("cannot read %1; check that it exists and that you may read it", path);
  size_ = std::filesystem::file_size(path, error);
  if (error) size_ = 0;
  refill();
}

const char* TextLines::encoding() const {
  return encoding_ == Encoding::bytes ? "UTF-8" : "UTF-16";
}

double TextLines::share() const {
  return size_ == 0 ? 1 : std::min(1.0, static_cast<double>(read_) / static_cast<double>(size_));
}

void TextLines::recognise() {
  const auto byte = [&](std::size_t i) {
    return i < chunk_.size() ? static_cast<unsigned char>(chunk_[i]) : 0;
  };
  if (byte(0) == 0xFF && byte(1) == 0xFE) {
    encoding_ = Encoding::utf16le;
    chunk_.erase(0, 2);
  } else if (byte(0) == 0xFE && byte(1) == 0xFF) {
    encoding_ = Encoding::utf16be;
    chunk_.erase(0, 2);
  } else if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) {
    chunk_.erase(0, 3);
  } else {
    // Text in UTF-16 has a zero in nearly every second byte; other text has none.
    const std::size_t looked = std::min<std::size_t>(chunk_.size(), 4096) / 2 * 2;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < looked; i += 2) {
      even += chunk_[i] == 0;
      odd += chunk_[i + 1] == 0;
    }
    const std::size_t most = looked / 2 * 8 / 10;
    if (looked >= 8 && odd > most && even == 0) {
      encoding_ = Encoding::utf16le;
    } else if (looked >= 8 && even > most && odd == 0) {
      encoding_ = Encoding::utf16be;
    } else if (even + odd > looked / 100 || byte(0) == 0) {
      throw base::Error("%1 is not a text file (it holds zero bytes); export the recording as CSV", path_);
    }
  }
}

void TextLines::append(std::string_view raw) {
  if (encoding_ == Encoding::bytes) {
    buffer_ += raw;
    return;
  }
  odd_ += raw;
  const auto unit = [&](std::size_t i) -> std::uint32_t {
    const auto first = static_cast<unsigned char>(odd_[i]), second = static_cast<unsigned char>(odd_[i + 1]);
    return encoding_ == Encoding::utf16le ? first | second << 8u : first << 8u | second;
  };
  std::size_t i = 0;
  for (; i + 1 < odd_.size(); i += 2) {
    const std::uint32_t code = unit(i);
    if (code < 0xD800 || code >= 0xE000) {
      appendUtf8(buffer_, code);
    } else if (code < 0xDC00 && i + 3 < odd_.size()) {
      appendUtf8(buffer_, 0x10000 + ((code - 0xD800) << 10) + (unit(i + 2) & 0x3FF));
      i += 2;
    } else if (code < 0xDC00) {
      break;  // its second half comes with the next chunk
    }
  }
  odd_.erase(0, i);
}

bool TextLines::refill() {
  if (over_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const bool first = read_ == 0;
  chunk_.resize(kChunk);
  in_.read(chunk_.data(), static_cast<std::streamsize>(kChunk));
  chunk_.resize(static_cast<std::size_t>(in_.gcount()));
  read_ += chunk_.size();
  over_ = chunk_.size() < kChunk;
  if (in_.bad()) throw base::Error("cannot read %1 to its end; is its disk still there?", path_);
  if (first) recognise();
  append(chunk_);
  if (first)
    end_ = buffer_.find('\n') == std::string::npos && buffer_.find('\r') != std::string::npos ? '\r' : '\n';
  return true;
}

std::optional<std::string_view> TextLines::next() {
  std::size_t looked = 0;
  for (;;) {
    const char* begin = buffer_.data() + at_;
    const std::size_t left = buffer_.size() - at_;
    if (const void* found = left > looked ? std::memchr(begin + looked, end_, left - looked) : nullptr) {
      std::size_t length = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
      at_ += length + 1;
      ++line_;
      ended_ = true;
      if (length > 0 && begin[length - 1] == '\r') --length;
      return std::string_view(begin, length);
    }
    if (left > kLongestLine)
      throw base::Error("%1, line %2: this line is too long for a table; is this a CSV file?", path_,
                        line_ + 1);
    looked = left;
    if (refill()) continue;
    if (left == 0) return std::nullopt;
    at_ = buffer_.size();
    ++line_;
    ended_ = false;
    return std::string_view(buffer_.data() + at_ - left, left);
  }
}

void splitFields(std::string_view line, char separator, std::vector<std::string_view>& fields) {
  fields.clear();
  const bool quotes = line.find('"') != std::string_view::npos;
  const char* at = line.data();
  const char* const end = at + line.size();
  if (separator == ' ') {
    while (at < end) {
      while (at < end && blank(*at)) ++at;
      const char* const begin = at;
      while (at < end && !blank(*at)) ++at;
      if (at > begin) fields.push_back(bare({begin, static_cast<std::size_t>(at - begin)}));
    }
    return;
  }
  for (;;) {
    const char* const begin = at;
    if (quotes) {
      while (at < end && blank(*at)) ++at;
      if (at < end && *at == '"') {
        ++at;
        while (at < end && (*at != '"' || (at + 1 < end && at[1] == '"'))) at += *at == '"' ? 2 : 1;
      }
    }
    while (at < end && *at != separator) ++at;
    fields.push_back(bare({begin, static_cast<std::size_t>(at - begin)}));
    if (at >= end) return;
    ++at;
  }
}

}  // namespace kinglet::energy
