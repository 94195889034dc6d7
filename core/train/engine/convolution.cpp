// Convolutions over all channels and dense layers, as matrix products: a row a place of the output, a column
// a value that its kernel covers. A 1 x 1 kernel needs no such matrix; the map is it.
#include <algorithm>

#include "network/window_geometry.h"
#include "train/engine/operation.h"

namespace kinglet::train::engine {
namespace {

class Convolution final : public Operation {
 public:
  Convolution(const network::Layer& layer, const Parameters::Layer& parameters)
      : layer_(layer), weight_(parameters.weight), outputs_(layer.out.c) {
    const bool dense = layer.kind == network::LayerKind::dense;
    rows_ = dense ? 1 : long(layer.out.h) * layer.out.w;
    columns_ = dense ? layer.in.elements() : long(layer.kernelH) * layer.kernelW * layer.in.c;
    direct_ = dense || (layer.kernelH == 1 && layer.kernelW == 1 && layer.strideH == 1 && layer.strideW == 1);
    if (dense) return;
    top_ = network::padsOf(layer.in.h, layer.out.h, layer.reachH(), layer.strideH).before;
    left_ = network::padsOf(layer.in.w, layer.out.w, layer.kernelW, layer.strideW).before;
  }

  void prepare(const Parameters& parameters) override {
    weights_ = parameters.values().data() + weight_;
    float* turned = turned_.grow(static_cast<std::size_t>(outputs_ * columns_));
    constexpr long kTile = 16;  // both sides within a few cache lines
    for (long o = 0; o < outputs_; o += kTile)
      for (long k = 0; k < columns_; ++k)
        for (long i = o; i < std::min(o + kTile, outputs_); ++i)
          turned[k * outputs_ + i] = weights_[i * columns_ + k];
  }

  void forward(Context& context, Part part, float* z) override {
    const float* a = matrix(context, part);
    context.kernels().multiply(part.clips * rows_, outputs_, columns_, a, columns_, 1, turned_.data(),
                               outputs_, z, outputs_, false);
  }

  void backward(Context& context, Part part, const float* dz, const Slope* slopes,
                float* gradients) override {
    const Kernels& kernels = context.kernels();
    const float* a = matrix(context, part);
    const long m = part.clips * rows_;
    kernels.multiply(outputs_, columns_, m, dz, 1, outputs_, a, columns_, gradients + weight_, columns_,
                     true);
    const Slope& slope = slopes[0];
    if (!slope.to) return;
    if (direct_) {
      kernels.multiply(m, columns_, outputs_, dz, outputs_, 1, weights_, columns_, slope.to, columns_,
                       slope.add);
      return;
    }
    float* spread = matrix_.grow(static_cast<std::size_t>(m * columns_));
    kernels.multiply(m, columns_, outputs_, dz, outputs_, 1, weights_, columns_, spread, columns_, false);
    if (!slope.add) std::fill_n(slope.to, part.clips * layer_.in.elements(), 0.f);
    eachRun(part.clips, [&](long inMap, long inMatrix, long n) {
      float* to = slope.to + inMap;
      const float* from = spread + inMatrix;
      for (long i = 0; i < n; ++i) to[i] += from[i];
    });
  }

 private:
  // visit(place in the map, place in the matrix, values) of every run of a kernel's row that lies in the map.
  template <class F>
  void eachRun(long clips, F&& visit) const {
    const auto& in = layer_.in;
    const long channels = in.c, size = in.elements();
    long row = 0;
    for (long clip = 0; clip < clips; ++clip) {
      for (int y = 0; y < layer_.out.h; ++y) {
        for (int x = 0; x < layer_.out.w; ++x, row += columns_) {
          const int first = x * layer_.strideW - left_;
          const int from = std::max(first, 0), to = std::min(first + layer_.kernelW, in.w);
          if (from >= to) continue;
          for (int k = 0; k < layer_.kernelH; ++k) {
            const int line = y * layer_.strideH - top_ + k * layer_.dilation;
            if (line < 0 || line >= in.h) continue;
            visit(clip * size + (long(line) * in.w + from) * channels,
                  row + (long(k) * layer_.kernelW + from - first) * channels, (to - from) * channels);
          }
        }
      }
    }
  }

  const float* matrix(Context& context, Part part) {
    const float* x = context.read(0, part);
    if (direct_) return x;
    const auto size = static_cast<std::size_t>(part.clips * rows_ * columns_);
    float* a = matrix_.grow(size);
    std::fill_n(a, size, 0.f);
    eachRun(part.clips, [&](long inMap, long inMatrix, long n) { std::copy_n(x + inMap, n, a + inMatrix); });
    return a;
  }

  const network::Layer layer_;
  const long weight_, outputs_;
  long rows_ = 1, columns_ = 1;
  int top_ = 0, left_ = 0;
  bool direct_ = true;
  const float* weights_ = nullptr;  // outputs x columns
  Buffer turned_, matrix_;          // columns x outputs
};

}  // namespace

std::unique_ptr<Operation> makeConvolution(const network::Layer& layer, const Parameters::Layer& parameters) {
  return std::make_unique<Convolution>(layer, parameters);
}

}  // namespace kinglet::train::engine
