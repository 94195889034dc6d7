#include "train/weights.h"

#include <cstring>
#include <numeric>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::train {
namespace {

// magic, number of tensors, then of each: name length, name, rank, shape, values; last, a checksum of all
// before it.
constexpr std::string_view kMagic = "KGLTW001";
constexpr std::uint32_t kMaxRank = 8, kMaxName = 4096, kMaxTensors = 1u << 20;

[[noreturn]] void damaged() {
  throw base::Error(
      "These weights are damaged: train the network again, or use an undamaged copy of the file.");
}

template <class T>
void put(std::string& out, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) out.push_back(static_cast<char>(value >> (8 * i)));
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(std::size_t n) {
    if (n > bytes_.size()) damaged();
    const auto part = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    return part;
  }
  template <class T>
  T get() {
    const auto part = take(sizeof(T));
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
      value |= static_cast<T>(static_cast<unsigned char>(part[i])) << (8 * i);
    return value;
  }
  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

std::uint64_t checksum(std::string_view bytes) {
  return base::hashText(bytes, 0x6b676c74);
}

}  // namespace

std::string packWeights(const Weights& weights) {
  std::string out{kMagic};
  put(out, static_cast<std::uint32_t>(weights.size()));
  for (const Tensor& tensor : weights) {
    put(out, static_cast<std::uint32_t>(tensor.name.size()));
    out += tensor.name;
    put(out, static_cast<std::uint32_t>(tensor.shape.size()));
    for (const int size : tensor.shape) put(out, static_cast<std::uint32_t>(size));
    for (const float value : tensor.values) {
      std::uint32_t bits;
      std::memcpy(&bits, &value, sizeof bits);
      put(out, bits);
    }
  }
  put(out, checksum(out));
  return out;
}

Weights unpackWeights(std::string_view bytes) {
  if (bytes.size() < kMagic.size() + 12 || !bytes.starts_with(kMagic)) damaged();
  const auto body = bytes.substr(0, bytes.size() - 8);
  if (Reader(bytes.substr(body.size())).get<std::uint64_t>() != checksum(body)) damaged();
  Reader in(body.substr(kMagic.size()));
  const auto count = in.get<std::uint32_t>();
  if (count > kMaxTensors) damaged();
  Weights weights;
  for (std::uint32_t t = 0; t < count; ++t) {
    Tensor tensor;
    const auto length = in.get<std::uint32_t>();
    if (length > kMaxName) damaged();
    tensor.name = in.take(length);
    const auto rank = in.get<std::uint32_t>();
    if (rank > kMaxRank) damaged();
    std::uint64_t values = 1;
    for (std::uint32_t d = 0; d < rank; ++d) {
      const auto size = in.get<std::uint32_t>();
      values *= size;
      if (values * 4 > in.left()) damaged();
      tensor.shape.push_back(static_cast<int>(size));
    }
    if (values * 4 > in.left()) damaged();
    tensor.values.resize(values);
    for (float& value : tensor.values) {
      const auto bits = in.get<std::uint32_t>();
      std::memcpy(&value, &bits, sizeof value);
    }
    weights.push_back(std::move(tensor));
  }
  if (in.left() != 0) damaged();
  return weights;
}

}  // namespace kinglet::train
