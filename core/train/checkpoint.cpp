#include "train/checkpoint.h"

#include <cstring>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::train {
namespace {

// Magic, key, epoch, a checksum of these, and then packed weights, which have one of their own. In the
// computer's own byte order: a training goes on where it was, or at least on the same kind of computer.
constexpr std::string_view kMagic = "KGLCKPT1";
struct Head {
  std::uint64_t key, epoch, checksum;
};

std::uint64_t checksumOf(const Head& head) {
  const std::uint64_t values[2] = {head.key, head.epoch};
  return base::hashBytes(std::as_bytes(std::span(values)), 0x6b676c63);
}

}  // namespace

std::string packCheckpoint(const Checkpoint& checkpoint) {
  Head head{checkpoint.key, static_cast<std::uint64_t>(checkpoint.epoch), 0};
  head.checksum = checksumOf(head);
  std::string bytes{kMagic};
  bytes.append(reinterpret_cast<const char*>(&head), sizeof head);
  return bytes + packWeights(checkpoint.state);
}

Checkpoint unpackCheckpoint(std::string_view bytes) {
  Head head{};
  const bool whole = bytes.size() > kMagic.size() + sizeof head && bytes.starts_with(kMagic);
  if (whole) std::memcpy(&head, bytes.data() + kMagic.size(), sizeof head);
  if (!whole || head.checksum != checksumOf(head) || head.epoch > 1'000'000)
    throw base::Error("this checkpoint is damaged: the training begins anew");
  return {head.key, static_cast<int>(head.epoch), unpackWeights(bytes.substr(kMagic.size() + sizeof head))};
}

}  // namespace kinglet::train
