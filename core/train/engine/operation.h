// What the layers of the engine share: where their values lie, and what each kind of layer has to offer.
#pragma once

#include <memory>
#include <vector>

#include "network/network_spec.h"
#include "train/engine/buffer.h"
#include "train/engine/kernels.h"
#include "train/engine/parameters.h"

namespace kinglet::train::engine {

// What one layer gives, for a whole batch: its sums z, and the gradient by what it hands on, y = post(z). y
// is made anew by whoever reads it, part by part, which costs less than the way to memory.
struct Output {
  network::Shape shape;
  const float* z = nullptr;
  float* slope = nullptr;     // dloss / dy; null where nobody asks for it
  bool slopeWritten = false;  // this time
  Post post;
};

// Clips of a batch that are worked on at once, so that what one pass writes the next finds in the cache.
struct Part {
  long first = 0, clips = 0;
};

// What a layer reads and writes while it works.
class Context {
 public:
  Context(const Kernels& kernels, std::vector<const Output*> inputs)
      : kernels_(kernels), inputs_(std::move(inputs)) {}

  const Kernels& kernels() const { return kernels_; }
  const network::Shape& shape(std::size_t input) const { return inputs_[input]->shape; }
  // y of an input; valid until the next call for the same input.
  const float* read(std::size_t input, Part part);

 private:
  const Kernels& kernels_;
  std::vector<const Output*> inputs_;
  Buffer scratch_[2];
};

// Where an input's gradient goes: null, written or added to.
struct Slope {
  float* to = nullptr;  // of the part's first clip
  bool add = false;
};

// One layer without batch norm and rectifier: these are the engine's (Post).
class Operation {
 public:
  virtual ~Operation() = default;
  // Once a step, after the weights changed.
  virtual void prepare(const Parameters&) {}
  // z: of the part's first clip
  virtual void forward(Context& context, Part part, float* z) = 0;
  // dz: gradient by z. Adds to `gradients` (as Parameters::values(), trainable ones).
  virtual void backward(Context& context, Part part, const float* dz, const Slope* slopes,
                        float* gradients) = 0;
};

// By kind.
std::unique_ptr<Operation> makeOperation(const network::Layer& layer, const Parameters::Layer& parameters);

// Files of their own.
std::unique_ptr<Operation> makeConvolution(const network::Layer& layer, const Parameters::Layer& parameters);
std::unique_ptr<Operation> makeDepthwise(const network::Layer& layer, const Parameters::Layer& parameters);
std::unique_ptr<Operation> makePooling(const network::Layer& layer);
std::unique_ptr<Operation> makeRearrangement(
    const network::Layer& layer);  // add, concat, split, shuffle, crop, ...
std::unique_ptr<Operation> makeSqueezeExcite(const network::Layer& layer,
                                             const Parameters::Layer& parameters);

// Channels' values repeated until a vector may start anywhere (see Post).
long patternOf(long channels);  // its period
void repeat(const float* channels, long count, float* pattern);
// Sums of a pattern's places by channel, added to `channels`.
template <class T>
void foldPattern(const float* pattern, long period, long count, T* channels) {
  for (long i = 0; i < period; i += count)
    for (long c = 0; c < count; ++c) channels[c] += static_cast<T>(pattern[i + c]);
}

}  // namespace kinglet::train::engine
