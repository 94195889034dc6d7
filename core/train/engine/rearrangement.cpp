// Layers that only add or move values.
#include <algorithm>
#include <cassert>

#include "train/engine/operation.h"

namespace kinglet::train::engine {
namespace {

using network::LayerKind;

class Add final : public Operation {
 public:
  explicit Add(const network::Layer& layer) : size_(layer.out.elements()) {}

  void forward(Context& context, Part part, float* z) override {
    const long n = part.clips * size_;
    std::copy_n(context.read(0, part), n, z);
    context.kernels().addTo(context.read(1, part), n, z);
  }
  void backward(Context& context, Part part, const float* dz, const Slope* slopes, float*) override {
    const long n = part.clips * size_;
    for (int input = 0; input < 2; ++input) {
      const Slope& slope = slopes[input];
      if (!slope.to) continue;
      if (slope.add)
        context.kernels().addTo(dz, n, slope.to);
      else
        std::copy_n(dz, n, slope.to);
    }
  }

 private:
  const long size_;
};

// Channels of inputs to channels of the output, place by place: runs of channels that stay together.
class Move final : public Operation {
 public:
  explicit Move(const network::Layer& layer) : places_(long(layer.out.h) * layer.out.w), out_(layer.out.c) {
    in_[0] = in_[1] = layer.in.c;
    if (layer.kind == LayerKind::concat) {
      in_[1] = out_ - in_[0];
      runs_ = {{0, 0, 0, in_[0]}, {1, 0, in_[0], in_[1]}};
    } else if (layer.kind == LayerKind::split) {
      runs_ = {{0, layer.begin, 0, layer.filters}};
    } else if (layer.kind == LayerKind::shuffle) {
      for (long c = 0; c < out_; ++c) {
        const long each = out_ / layer.groups;
        runs_.push_back({0, c, c % each * layer.groups + c / each, 1});
      }
    } else {  // the same order of values
      assert(layer.kind == LayerKind::frequencyToChannels);
      in_[0] = out_;
      runs_ = {{0, 0, 0, out_}};
    }
  }

  void forward(Context& context, Part part, float* z) override {
    const long places = part.clips * places_;
    const float* x[2] = {context.read(0, part), twoInputs() ? context.read(1, part) : nullptr};
    for (long place = 0; place < places; ++place)
      for (const Run& run : runs_)
        std::copy_n(x[run.input] + place * in_[run.input] + run.from, run.size, z + place * out_ + run.to);
  }

  void backward(Context&, Part part, const float* dz, const Slope* slopes, float*) override {
    const long places = part.clips * places_;
    for (int input = 0; input < (twoInputs() ? 2 : 1); ++input) {
      const Slope& slope = slopes[input];
      if (!slope.to) continue;
      if (!slope.add) std::fill_n(slope.to, places * in_[input], 0.f);  // a split leaves channels out
      for (long place = 0; place < places; ++place) {
        for (const Run& run : runs_) {
          if (run.input != input) continue;
          float* to = slope.to + place * in_[input] + run.from;
          const float* from = dz + place * out_ + run.to;
          for (long i = 0; i < run.size; ++i) to[i] += from[i];
        }
      }
    }
  }

 private:
  struct Run {
    int input;
    long from, to, size;
  };
  bool twoInputs() const { return runs_.back().input == 1; }

  const long places_, out_;
  long in_[2];  // channels of the inputs
  std::vector<Run> runs_;
};

// The middle frames of each clip.
class Crop final : public Operation {
 public:
  explicit Crop(const network::Layer& layer)
      : in_(layer.in.elements()),
        out_(layer.out.elements()),
        from_(long(layer.begin) * layer.in.w * layer.in.c) {}

  void forward(Context& context, Part part, float* z) override {
    const float* x = context.read(0, part) + from_;
    for (long clip = 0; clip < part.clips; ++clip) std::copy_n(x + clip * in_, out_, z + clip * out_);
  }

  void backward(Context& context, Part part, const float* dz, const Slope* slopes, float*) override {
    const Slope& slope = slopes[0];
    if (!slope.to) return;
    if (!slope.add) std::fill_n(slope.to, part.clips * in_, 0.f);
    for (long clip = 0; clip < part.clips; ++clip)
      context.kernels().addTo(dz + clip * out_, out_, slope.to + clip * in_ + from_);
  }

 private:
  const long in_, out_, from_;  // values of a clip
};

}  // namespace

std::unique_ptr<Operation> makeRearrangement(const network::Layer& layer) {
  if (layer.kind == LayerKind::cropTime) return std::make_unique<Crop>(layer);
  if (layer.kind == LayerKind::add) return std::make_unique<Add>(layer);
  return std::make_unique<Move>(layer);
}

}  // namespace kinglet::train::engine
