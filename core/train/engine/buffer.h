// Memory for values that is taken once and kept: training steps allocate nothing.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>

namespace kinglet::train::engine {

// Floats from a cache line's beginning. Kernels may read up to kSlack values on either side of what they use,
// where there are always finite numbers.
class Buffer {
 public:
  static constexpr std::size_t kSlack = 64;

  Buffer() = default;
  explicit Buffer(std::size_t size) { grow(size); }

  // Contents are lost where it grows; then all is 0. Throws std::bad_alloc.
  float* grow(std::size_t size) {
    if (size > size_ || !memory_) {
      memory_.reset();
      if (size > (~std::size_t{0} >> 1) / sizeof(float) - 2 * kSlack) throw std::bad_alloc();
      const std::size_t bytes = (size + 2 * kSlack) * sizeof(float);
      memory_.reset(static_cast<float*>(::operator new(bytes, kAlignment)));
      std::memset(memory_.get(), 0, bytes);
      size_ = size;
    }
    return data();
  }
  float* data() { return memory_.get() + kSlack; }
  const float* data() const { return memory_.get() + kSlack; }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::align_val_t kAlignment{64};
  struct Free {
    void operator()(float* p) const { ::operator delete(p, kAlignment); }
  };
  std::unique_ptr<float, Free> memory_;
  std::size_t size_ = 0;
};

}  // namespace kinglet::train::engine
