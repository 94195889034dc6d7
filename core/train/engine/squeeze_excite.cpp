// Squeeze-and-excitation (Hu et al. 2018): each channel is scaled by what the means of all channels say.
#include <algorithm>

#include "train/engine/operation.h"

namespace kinglet::train::engine {
namespace {

class SqueezeExcite final : public Operation {
 public:
  SqueezeExcite(const network::Layer& layer, const Parameters::Layer& parameters)
      : at_(parameters), places_(long(layer.in.h) * layer.in.w), c_(layer.in.c), units_(layer.units) {
    const float share = 1.f / static_cast<float>(places_);
    std::fill_n(shares_.grow(static_cast<std::size_t>(places_)), places_, share);
    for (Buffer* buffer : {&mean_, &gate_, &gateSum_, &slope_}) buffer->grow(static_cast<std::size_t>(c_));
    for (Buffer* buffer : {&hidden_, &hiddenSlope_}) buffer->grow(static_cast<std::size_t>(units_));
  }

  void prepare(const Parameters& parameters) override { values_ = parameters.values().data(); }

  void forward(Context& context, Part part, float* z) override {
    const float* x = context.read(0, part);
    const long size = places_ * c_;
    for (long clip = 0; clip < part.clips; ++clip) {
      openGates(context.kernels(), x + clip * size);
      const float* gate = gate_.data();
      for (long place = 0; place < places_; ++place) {
        const float* from = x + clip * size + place * c_;
        float* to = z + clip * size + place * c_;
        for (long i = 0; i < c_; ++i) to[i] = from[i] * gate[i];
      }
    }
  }

  void backward(Context& context, Part part, const float* dz, const Slope* slopes,
                float* gradients) override {
    const float* x = context.read(0, part);
    const long size = places_ * c_;
    for (long clip = 0; clip < part.clips; ++clip) {
      const float* own = x + clip * size;
      const float* down = dz + clip * size;
      openGates(context.kernels(), own);
      float* slope = slope_.data();  // by the gates, then by their sums, then by the means
      std::fill_n(slope, c_, 0.f);
      for (long place = 0; place < places_; ++place)
        for (long i = 0; i < c_; ++i) slope[i] += own[place * c_ + i] * down[place * c_ + i];
      const float* sum = gateSum_.data();
      for (long i = 0; i < c_; ++i) slope[i] = sum[i] > -3 && sum[i] < 3 ? slope[i] / 6 : 0;
      float* hiddenSlope = hiddenSlope_.data();
      matrixSlopes(slope, c_, hidden_.data(), units_, at_.expandWeight, at_.expandBias, gradients,
                   hiddenSlope);
      for (long u = 0; u < units_; ++u) hiddenSlope[u] = hidden_.data()[u] > 0 ? hiddenSlope[u] : 0;
      matrixSlopes(hiddenSlope, units_, mean_.data(), c_, at_.reduceWeight, at_.reduceBias, gradients, slope);
      if (!slopes[0].to) continue;
      const float* gate = gate_.data();
      const float share = shares_.data()[0];
      for (long place = 0; place < places_; ++place) {
        float* to = slopes[0].to + clip * size + place * c_;
        const float* from = down + place * c_;
        for (long i = 0; i < c_; ++i)
          to[i] = (slopes[0].add ? to[i] : 0) + from[i] * gate[i] + slope[i] * share;
      }
    }
  }

 private:
  void openGates(const Kernels& kernels, const float* x) {
    kernels.multiply(1, c_, places_, shares_.data(), places_, 1, x, c_, mean_.data(), c_, false);
    matrix(mean_.data(), c_, at_.reduceWeight, at_.reduceBias, hidden_.data(), units_);
    for (long u = 0; u < units_; ++u) hidden_.data()[u] = std::max(hidden_.data()[u], 0.f);
    matrix(hidden_.data(), units_, at_.expandWeight, at_.expandBias, gateSum_.data(), c_);
    for (long i = 0; i < c_; ++i) gate_.data()[i] = std::clamp(gateSum_.data()[i] / 6 + 0.5f, 0.f, 1.f);
  }

  void matrix(const float* in, long ins, long weight, long bias, float* out, long outs) const {
    for (long o = 0; o < outs; ++o) {
      float sum = values_[bias + o];
      for (long i = 0; i < ins; ++i) sum += values_[weight + o * ins + i] * in[i];
      out[o] = sum;
    }
  }

  void matrixSlopes(const float* down, long outs, const float* in, long ins, long weight, long bias,
                    float* gradients, float* inSlope) const {
    std::fill_n(inSlope, ins, 0.f);
    for (long o = 0; o < outs; ++o) {
      gradients[bias + o] += down[o];
      for (long i = 0; i < ins; ++i) {
        gradients[weight + o * ins + i] += down[o] * in[i];
        inSlope[i] += down[o] * values_[weight + o * ins + i];
      }
    }
  }

  const Parameters::Layer at_;
  const long places_, c_, units_;
  const float* values_ = nullptr;
  Buffer shares_, mean_, hidden_, gateSum_, gate_, slope_, hiddenSlope_;
};

}  // namespace

std::unique_ptr<Operation> makeSqueezeExcite(const network::Layer& layer,
                                             const Parameters::Layer& parameters) {
  return std::make_unique<SqueezeExcite>(layer, parameters);
}

}  // namespace kinglet::train::engine
