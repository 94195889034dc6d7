// Packed weights and checkpoints: as they are, and with checksums that fit, which a person could make.
#include <cstring>
#include <span>

#include "base/files.h"
#include "reader.h"
#include "train/checkpoint.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::fuzz {
namespace {

std::string littleEndian(std::uint64_t value) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>(value >> (8 * i));
  return bytes;
}

void unpack(std::string_view bytes) {
  attempt([&] {
    const train::Weights weights = train::unpackWeights(bytes);
    for (const train::Tensor& tensor : weights) {
      std::uint64_t values = 1;
      for (const int size : tensor.shape) values *= std::uint64_t(size);
      require(values == tensor.values.size(), "a tensor has as many values as its shape says");
    }
    require(train::packWeights(weights) == bytes, "weights come back as they were packed");
  });
}

}  // namespace

void read(std::string_view bytes) {
  unpack(bytes);
  attempt([&] { train::unpackCheckpoint(bytes); });
  const std::string whole = std::string(bytes) + littleEndian(base::hashText(bytes, 0x6b676c74));
  unpack(whole);
  const std::uint64_t head[2] = {7, 3};
  const std::uint64_t sum = base::hashBytes(std::as_bytes(std::span(head)), 0x6b676c63);
  attempt([&] {
    train::unpackCheckpoint("KGLCKPT1" + littleEndian(head[0]) + littleEndian(head[1]) + littleEndian(sum) +
                            whole);
  });
}

}  // namespace kinglet::fuzz
