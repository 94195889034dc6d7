#include "app/diagnosis/zip.h"

#include <zlib.h>

#include <cstdint>
#include <ctime>

#include "base/error.h"

namespace kinglet::app {
namespace {

// The fields of APPNOTE.TXT 4.3, little-endian.
void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string deflated(const std::string& text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw base::Error("there is not enough memory to write the report");
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// What the two headers of a file share.
std::string facts(const std::string& name, const std::string& text, std::size_t packed) {
  std::string out;
  const std::time_t now = std::time(nullptr);
  std::tm date{};
  ::gmtime_r(&now, &date);
  put(out, 20, 2);      // version needed
  put(out, 0x0800, 2);  // UTF-8
  put(out, 8, 2);       // deflate
  put(out, std::uint32_t(date.tm_hour << 11 | date.tm_min << 5 | date.tm_sec / 2), 2);
  put(out, std::uint32_t((date.tm_year - 80) << 9 | (date.tm_mon + 1) << 5 | date.tm_mday), 2);
  put(out,
      static_cast<std::uint32_t>(
          crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()))),
      4);
  put(out, static_cast<std::uint32_t>(packed), 4);
  put(out, static_cast<std::uint32_t>(text.size()), 4);
  put(out, static_cast<std::uint32_t>(name.size()), 2);
  put(out, 0, 2);  // no extra field
  return out;
}

}  // namespace

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out, directory;
  for (const auto& [name, text] : files) {
    const auto offset = static_cast<std::uint32_t>(out.size());
    const std::string packed = deflated(text), head = facts(name, text, packed.size());
    put(out, 0x04034b50, 4);
    out += head + name + packed;
    put(directory, 0x02014b50, 4);
    put(directory, 3 << 8 | 20, 2);  // made on Unix
    directory += head;
    put(directory, 0, 2);               // no comment
    put(directory, 0, 2);               // disk
    put(directory, 1, 2);               // text
    put(directory, 0100600u << 16, 4);  // a plain file
    put(directory, offset, 4);
    directory += name;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory;
  put(out, 0x06054b50, 4);
  put(out, 0, 2);
  put(out, 0, 2);
  for (int i = 0; i < 2; ++i) put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace kinglet::app
