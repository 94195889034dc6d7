#include "energy/trace/text_lines.h"

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "base/regular_file.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kHead = 1 << 16, kLongestLine = 1 << 20;

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

base::Encoding encodingOf(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw base::Error("%1 is a folder, not a recording", path);
  base::RegularStream in(path);
  std::string head(kHead, '\0');
  in.read(head.data(), kHead);
  head.resize(static_cast<std::size_t>(in.gcount()));
  return base::guessEncoding(head, head.size() < kHead);
}

}  // namespace

TextLines::TextLines(const std::filesystem::path& path)
    : path_(path), encoding_(encodingOf(path)), text_(path, encoding_) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path, error);
  if (!error) size_ = static_cast<double>(bytes);
  if (!refill()) return;
  // Zero bytes here and there, and at the end, are what a logger leaves that lost its power; many are no
  // text.
  const std::size_t looked = std::min<std::size_t>(buffer_.find_last_not_of('\0') + 1, 4096);
  const auto zeros = std::count(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(looked), '\0');
  if (buffer_[0] == '\0' || static_cast<std::size_t>(zeros) * 50 > looked)
    throw base::Error("%1 is not a text file (it holds zero bytes); export the recording as CSV", path_);
  const bool isOldMac = buffer_.find('\n') == std::string::npos && buffer_.find('\r') != std::string::npos;
  end_ = isOldMac ? '\r' : '\n';
}

double TextLines::share() const {
  return size_ > 0 ? std::min(1.0, read_ / size_) : 1;
}

bool TextLines::refill() {
  if (!text_.next(piece_)) return false;
  read_ += static_cast<double>(piece_.size());
  buffer_.erase(0, at_);
  at_ = 0;
  buffer_ += piece_;
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
