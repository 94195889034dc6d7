// Maxima and means over windows and over whole maps.
#include <algorithm>
#include <limits>

#include "network/window_geometry.h"
#include "train/engine/operation.h"

namespace kinglet::train::engine {
namespace {

class GlobalMean final : public Operation {
 public:
  explicit GlobalMean(const network::Layer& layer)
      : places_(long(layer.in.h) * layer.in.w), c_(layer.in.c), share_(1.f / static_cast<float>(places_)) {
    std::fill_n(shares_.grow(static_cast<std::size_t>(places_)), places_, share_);
  }

  void forward(Context& context, Part part, float* z) override {
    const float* x = context.read(0, part);
    for (long clip = 0; clip < part.clips; ++clip)
      context.kernels().multiply(1, c_, places_, shares_.data(), places_, 1, x + clip * places_ * c_, c_,
                                 z + clip * c_, c_, false);
  }

  void backward(Context&, Part part, const float* dz, const Slope* slopes, float*) override {
    const Slope& slope = slopes[0];
    if (!slope.to) return;
    for (long clip = 0; clip < part.clips; ++clip) {
      for (long place = 0; place < places_; ++place) {
        float* to = slope.to + (clip * places_ + place) * c_;
        const float* from = dz + clip * c_;
        for (long i = 0; i < c_; ++i) to[i] = (slope.add ? to[i] : 0) + from[i] * share_;
      }
    }
  }

 private:
  const long places_, c_;
  const float share_;
  Buffer shares_;
};

// Windows; what lies outside of the map does not count.
class Windows final : public Operation {
 public:
  explicit Windows(const network::Layer& layer)
      : layer_(layer),
        largest_(layer.kind == network::LayerKind::maxPool),
        top_(network::padsOf(layer.in.h, layer.out.h, layer.kernelH, layer.strideH).before),
        left_(network::padsOf(layer.in.w, layer.out.w, layer.kernelW, layer.strideW).before) {}

  void forward(Context& context, Part part, float* z) override {
    const float* x = context.read(0, part);
    const long c = layer_.in.c;
    eachWindow(part, [&](long out, const Window& window, long clip) {
      float* to = z + out * c;
      std::fill_n(to, c, largest_ ? -std::numeric_limits<float>::infinity() : 0.f);
      eachPlace(window, clip, [&](long place) {
        const float* from = x + place * c;
        if (largest_)
          for (long i = 0; i < c; ++i) to[i] = std::max(to[i], from[i]);
        else
          for (long i = 0; i < c; ++i) to[i] += from[i];
      });
      if (!largest_)
        for (long i = 0; i < c; ++i) to[i] /= static_cast<float>(window.places());
    });
  }

  void backward(Context& context, Part part, const float* dz, const Slope* slopes, float*) override {
    const Slope& slope = slopes[0];
    if (!slope.to) return;
    const float* x = context.read(0, part);
    const long c = layer_.in.c;
    if (!slope.add) std::fill_n(slope.to, part.clips * layer_.in.elements(), 0.f);
    eachWindow(part, [&](long out, const Window& window, long clip) {
      const float* from = dz + out * c;
      if (largest_) {
        for (long i = 0; i < c; ++i) {
          long best = -1;  // the first of equals
          eachPlace(window, clip, [&](long place) {
            if (best < 0 || x[place * c + i] > x[best * c + i]) best = place;
          });
          slope.to[best * c + i] += from[i];
        }
        return;
      }
      const float share = 1.f / static_cast<float>(window.places());
      eachPlace(window, clip, [&](long place) {
        for (long i = 0; i < c; ++i) slope.to[place * c + i] += from[i] * share;
      });
    });
  }

 private:
  struct Window {
    int y0, y1, x0, x1;
    int places() const { return (y1 - y0) * (x1 - x0); }
  };

  template <class F>
  void eachWindow(Part part, F&& visit) const {
    long out = 0;
    for (long clip = 0; clip < part.clips; ++clip) {
      for (int y = 0; y < layer_.out.h; ++y) {
        for (int x = 0; x < layer_.out.w; ++x, ++out) {
          const int fromY = y * layer_.strideH - top_, fromX = x * layer_.strideW - left_;
          visit(out,
                Window{std::max(fromY, 0), std::min(fromY + layer_.kernelH, layer_.in.h), std::max(fromX, 0),
                       std::min(fromX + layer_.kernelW, layer_.in.w)},
                clip);
        }
      }
    }
  }

  template <class F>
  void eachPlace(const Window& window, long clip, F&& visit) const {
    for (int y = window.y0; y < window.y1; ++y)
      for (int x = window.x0; x < window.x1; ++x) visit((clip * layer_.in.h + y) * layer_.in.w + x);
  }

  const network::Layer layer_;
  const bool largest_;
  const int top_, left_;
};

}  // namespace

std::unique_ptr<Operation> makePooling(const network::Layer& layer) {
  if (layer.kind == network::LayerKind::globalAveragePool) return std::make_unique<GlobalMean>(layer);
  return std::make_unique<Windows>(layer);
}

}  // namespace kinglet::train::engine
