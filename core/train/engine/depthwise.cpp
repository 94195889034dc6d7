// Depthwise convolutions. A clip is laid into a frame of zeros, the columns of a stride's phases side by
// side, so that every tap is a shift of whole rows: a stride costs nothing, and few channels still fill
// vectors.
#include <algorithm>

#include "network/window_geometry.h"
#include "train/engine/operation.h"

namespace kinglet::train::engine {
namespace {

// A map within zeros, its columns dealt out to `phases` groups: column x is in group x % phases at x /
// phases.
struct Framed {
  Buffer buffer;
  long top = 0, left = 0, phases = 1;  // zeros before, in rows and columns
  long columns = 0, channels = 1;      // a group's columns
  long rowStep() const { return phases * columns * channels; }
  // Of a group's column in a row, zeros counted.
  long at(long row, long column) const {
    return row * rowStep() + (column % phases * columns + column / phases) * channels;
  }

  void shape(long rows, long before, long wide, long start, long stride, long depth) {
    top = before, left = start, phases = stride, channels = depth;
    columns = (wide + stride - 1) / stride;
    buffer.grow(static_cast<std::size_t>(rows * rowStep()));
  }
  void fill(const float* map, long h, long w) {
    for (long y = 0; y < h; ++y) {
      const float* from = map + y * w * channels;
      float* row = buffer.data() + (top + y) * rowStep();
      if (phases == 1) {
        std::copy_n(from, w * channels, row + left * channels);
        continue;
      }
      for (long x = 0; x < w; ++x) std::copy_n(from + x * channels, channels, row + at(0, left + x));
    }
  }
};

class Depthwise final : public Operation {
 public:
  Depthwise(const network::Layer& layer, const Parameters::Layer& parameters)
      : weight_(parameters.weight), c_(layer.in.c), period_(patternOf(layer.in.c)) {
    h_ = layer.in.h, w_ = layer.in.w, oh_ = layer.out.h, ow_ = layer.out.w;
    kh_ = layer.kernelH, kw_ = layer.kernelW, sh_ = layer.strideH, sw_ = layer.strideW;
    top_ = network::padsOf(layer.in.h, layer.out.h, layer.kernelH, layer.strideH).before;
    left_ = network::padsOf(layer.in.w, layer.out.w, layer.kernelW, layer.strideW).before;
    if (w_ == 1 && ow_ == 1 && left_ == 0 && kw_ == 1) {  // along time alone: long rows are faster
      std::swap(h_, w_), std::swap(oh_, ow_), std::swap(kh_, kw_), std::swap(sh_, sw_),
          std::swap(top_, left_);
    }
    framed_.shape(std::max((oh_ - 1) * sh_ + kh_, top_ + h_), top_,
                  std::max((ow_ - 1) * sw_ + kw_, left_ + w_), left_, sw_, c_);
    // The gradient reads up to a kernel beyond the outputs on either side.
    slopes_.shape(oh_ + 2 * kh_, kh_, ow_ + 2 * kw_, kw_, 1, c_);
    patterns_.grow(static_cast<std::size_t>(kh_ * kw_ * period_));
    sums_.grow(static_cast<std::size_t>(kh_ * kw_ * period_));
    for (long ky = 0; ky < kh_; ++ky)
      for (long kx = 0; kx < kw_; ++kx) taps_.push_back({framed_.at(ky, kx), tapWeights(ky, kx)});
  }

  void prepare(const Parameters& parameters) override {
    const float* weights = parameters.values().data() + weight_;
    for (long tap = 0; tap < kh_ * kw_; ++tap)
      repeat(weights + tap * c_, c_, patterns_.data() + tap * period_);
  }

  void forward(Context& context, Part part, float* z) override {
    const float* x = context.read(0, part);
    for (long clip = 0; clip < part.clips; ++clip) {
      framed_.fill(x + clip * h_ * w_ * c_, h_, w_);
      context.kernels().depthwise(framed_.buffer.data(), sh_ * framed_.rowStep(), taps_.data(),
                                  static_cast<int>(taps_.size()), period_, {oh_, ow_ * c_, ow_ * c_},
                                  z + clip * oh_ * ow_ * c_);
    }
  }

  void backward(Context& context, Part part, const float* dz, const Slope* slopes,
                float* gradients) override {
    const Kernels& kernels = context.kernels();
    const float* x = context.read(0, part);
    const long in = h_ * w_ * c_, out = oh_ * ow_ * c_;
    for (long clip = 0; clip < part.clips; ++clip) {
      framed_.fill(x + clip * in, h_, w_);
      kernels.depthwiseWeights(framed_.buffer.data(), sh_ * framed_.rowStep(), taps_.data(),
                               static_cast<int>(taps_.size()), period_, {oh_, ow_ * c_, ow_ * c_},
                               dz + clip * out, sums_.data());
      for (long tap = 0; tap < kh_ * kw_; ++tap)
        foldPattern(sums_.data() + tap * period_, period_, c_, gradients + weight_ + tap * c_);
      if (slopes[0].to) inputSlope(kernels, dz + clip * out, slopes[0].to + clip * in, slopes[0].add);
    }
  }

 private:
  const float* tapWeights(long ky, long kx) const { return patterns_.data() + (ky * kw_ + kx) * period_; }

  // dx[y][x] = sum over taps of dz[(y + top - ky) / sh][(x + left - kx) / sw] w[ky][kx], where these are
  // whole. Rows and columns of one remainder share their taps.
  void inputSlope(const Kernels& kernels, const float* dz, float* dx, bool add) {
    slopes_.fill(dz, oh_, ow_);
    const bool straight = sw_ == 1 && !add;  // rows may be written where they belong
    float* lines = straight ? nullptr : lines_.grow(static_cast<std::size_t>(h_ * w_ * c_));
    for (long ry = 0; ry < std::min(sh_, h_); ++ry) {
      for (long rx = 0; rx < std::min(sw_, w_); ++rx) {
        some_.clear();
        for (long ky = (ry + top_) % sh_; ky < kh_; ky += sh_) {
          for (long kx = (rx + left_) % sw_; kx < kw_; kx += sw_) {
            // Both may be negative; they divide evenly.
            const long row = (ry + top_ - ky) / sh_ + slopes_.top,
                       column = (rx + left_ - kx) / sw_ + slopes_.left;
            some_.push_back({slopes_.at(row, column), tapWeights(ky, kx)});
          }
        }
        const long rows = (h_ - ry + sh_ - 1) / sh_, columns = (w_ - rx + sw_ - 1) / sw_;
        if (straight) {
          kernels.depthwise(slopes_.buffer.data(), slopes_.rowStep(), some_.data(),
                            static_cast<int>(some_.size()), period_, {rows, w_ * c_, sh_ * w_ * c_},
                            dx + ry * w_ * c_);
          continue;
        }
        kernels.depthwise(slopes_.buffer.data(), slopes_.rowStep(), some_.data(),
                          static_cast<int>(some_.size()), period_, {rows, columns * c_, columns * c_}, lines);
        for (long y = 0; y < rows; ++y) {
          for (long x = 0; x < columns; ++x) {
            float* to = dx + ((ry + y * sh_) * w_ + rx + x * sw_) * c_;
            const float* from = lines + (y * columns + x) * c_;
            if (add)
              for (long i = 0; i < c_; ++i) to[i] += from[i];
            else
              for (long i = 0; i < c_; ++i) to[i] = from[i];
          }
        }
      }
    }
  }

  const long weight_, c_, period_;
  long h_, w_, oh_, ow_, kh_, kw_, sh_, sw_, top_, left_;
  Framed framed_, slopes_;
  Buffer patterns_, sums_, lines_;
  std::vector<Tap> taps_, some_;
};

}  // namespace

std::unique_ptr<Operation> makeDepthwise(const network::Layer& layer, const Parameters::Layer& parameters) {
  return std::make_unique<Depthwise>(layer, parameters);
}

}  // namespace kinglet::train::engine
