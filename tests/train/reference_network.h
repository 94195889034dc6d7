// A network run slowly, in double precision, straight from the documented layout of Weights: what LibTorch is
// held against.
#pragma once

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "network/network_spec.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {

using Map = std::vector<double>;  // h, w, c

class ReferenceNetwork {
 public:
  ReferenceNetwork(const network::NetworkSpec& spec, const Weights& weights)
      : spec_(spec), weights_(weights) {}

  Map run(const Map& input) const {
    std::vector<Map> maps;
    for (const network::Layer& layer : spec_.layers()) {
      std::vector<const Map*> in;
      for (const int i : layer.inputs) in.push_back(i < 0 ? &input : &maps[static_cast<std::size_t>(i)]);
      maps.push_back(finish(layer, run(layer, in)));
    }
    return maps.back();
  }

 private:
  using Layer = network::Layer;
  using Kind = network::LayerKind;

  const std::vector<float>* find(const Layer& layer, const char* part) const {
    for (const Tensor& tensor : weights_) {
      if (tensor.name == layer.name + "/" + part) return &tensor.values;
    }
    return nullptr;
  }
  const std::vector<float>& need(const Layer& layer, const char* part) const {
    const auto* values = find(layer, part);
    if (values == nullptr) throw std::runtime_error("no " + layer.name + "/" + part);
    return *values;
  }

  static std::size_t at(const network::Shape& shape, int h, int w, int c) {
    return (static_cast<std::size_t>(h) * shape.w + w) * shape.c + c;
  }
  static int before(const Layer& layer, int in, int out, int kernel, int stride) {
    return std::max(0, (out - 1) * stride + kernel - in) / 2;
  }

  // visit(kernel y, kernel x, input y, input x) for every tap inside the map.
  template <class F>
  static void taps(const Layer& layer, int y, int x, F&& visit) {
    const int top = y * layer.strideH - before(layer, layer.in.h, layer.out.h, layer.reachH(), layer.strideH);
    const int left = x * layer.strideW - before(layer, layer.in.w, layer.out.w, layer.kernelW, layer.strideW);
    for (int ky = 0; ky < layer.kernelH; ++ky) {
      for (int kx = 0; kx < layer.kernelW; ++kx) {
        const int iy = top + ky * layer.dilation, ix = left + kx;
        if (iy >= 0 && iy < layer.in.h && ix >= 0 && ix < layer.in.w) visit(ky, kx, iy, ix);
      }
    }
  }

  double tap(const Layer& layer, const Map& in, int y, int x, int c) const {
    double sum = 0, top = -1e300, n = 0;
    const bool pool = layer.kind == Kind::maxPool || layer.kind == Kind::averagePool;
    const auto* weight = pool ? nullptr : &need(layer, "weight");
    taps(layer, y, x, [&](int ky, int kx, int iy, int ix) {
      const double own = in[at(layer.in, iy, ix, pool || layer.kind == Kind::depthwise ? c : 0)];
      const int place = ky * layer.kernelW + kx;
      if (pool) {
        sum += own, ++n;
        top = std::max(top, own);
      } else if (layer.kind == Kind::depthwise) {
        sum += own * (*weight)[static_cast<std::size_t>(place) * layer.in.c + c];
      } else {
        for (int i = 0; i < layer.in.c; ++i) {
          const int k = (c * layer.kernelH * layer.kernelW + place) * layer.in.c + i;
          sum += in[at(layer.in, iy, ix, i)] * (*weight)[static_cast<std::size_t>(k)];
        }
      }
    });
    return layer.kind == Kind::maxPool ? top : layer.kind == Kind::averagePool ? sum / n : sum;
  }

  static Map matrix(const std::vector<float>& weight, const std::vector<float>* bias, const Map& in,
                    std::size_t outs) {
    Map out(outs);
    for (std::size_t o = 0; o < outs; ++o) {
      out[o] = bias ? (*bias)[o] : 0;
      for (std::size_t i = 0; i < in.size(); ++i) out[o] += weight[o * in.size() + i] * in[i];
    }
    return out;
  }

  static Map mean(const Layer& layer, const Map& in) {
    Map out(static_cast<std::size_t>(layer.in.c));
    const double n = layer.in.h * layer.in.w;
    for (std::size_t i = 0; i < in.size(); ++i) out[i % out.size()] += in[i] / n;
    return out;
  }

  Map run(const Layer& layer, const std::vector<const Map*>& inputs) const {
    const Map& in = *inputs[0];
    Map out(static_cast<std::size_t>(layer.out.elements()));
    switch (layer.kind) {
      case Kind::conv2d:
      case Kind::depthwise:
      case Kind::pointwise:
      case Kind::conv1dTime:
      case Kind::dilatedConv1dTime:
      case Kind::maxPool:
      case Kind::averagePool:
        for (int y = 0; y < layer.out.h; ++y) {
          for (int x = 0; x < layer.out.w; ++x) {
            for (int c = 0; c < layer.out.c; ++c) out[at(layer.out, y, x, c)] = tap(layer, in, y, x, c);
          }
        }
        if (const auto* bias = layer.hasWeights() ? find(layer, "bias") : nullptr) {
          for (std::size_t i = 0; i < out.size(); ++i) out[i] += (*bias)[i % bias->size()];
        }
        return out;
      case Kind::frequencyToChannels:
        return in;
      case Kind::cropTime: {
        const auto from = in.begin() + long(layer.begin) * layer.in.w * layer.in.c;
        return Map(from, from + layer.out.elements());
      }
      case Kind::add:
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = in[i] + (*inputs[1])[i];
        return out;
      case Kind::concat:
        for (std::size_t i = 0; i < out.size(); ++i) {
          const std::size_t c = i % layer.out.c, place = i / layer.out.c, own = layer.in.c;
          out[i] = c < own ? in[place * own + c] : (*inputs[1])[place * (layer.out.c - own) + c - own];
        }
        return out;
      case Kind::split:
        for (std::size_t i = 0; i < out.size(); ++i)
          out[i] = in[i / layer.filters * layer.in.c + layer.begin + i % layer.filters];
        return out;
      case Kind::shuffle: {
        const std::size_t n = layer.in.c, each = n / layer.groups;
        for (std::size_t i = 0; i < out.size(); ++i) {
          const std::size_t c = i % n, group = c / each;
          out[i - c + c % each * layer.groups + group] = in[i];
        }
        return out;
      }
      case Kind::squeezeExcite: {
        Map hidden =
            matrix(need(layer, "reduce_weight"), &need(layer, "reduce_bias"), mean(layer, in), layer.units);
        for (double& value : hidden) value = std::max(0.0, value);
        const Map gate =
            matrix(need(layer, "expand_weight"), &need(layer, "expand_bias"), hidden, layer.in.c);
        for (std::size_t i = 0; i < in.size(); ++i)
          out[i] = in[i] * std::clamp(gate[i % gate.size()] / 6 + 0.5, 0.0, 1.0);
        return out;
      }
      case Kind::globalAveragePool:
        return mean(layer, in);
      case Kind::dense:
        return matrix(need(layer, "weight"), find(layer, "bias"), in, layer.filters);
    }
    return out;
  }

  Map finish(const Layer& layer, Map map) const {
    if (layer.batchNorm) {
      const auto &scale = need(layer, "bn_scale"), &shift = need(layer, "bn_shift"),
                 &average = need(layer, "bn_mean"), &variance = need(layer, "bn_variance");
      for (std::size_t i = 0; i < map.size(); ++i) {
        const std::size_t c = i % scale.size();
        map[i] = (map[i] - average[c]) / std::sqrt(variance[c] + kBatchNormEpsilon) * scale[c] + shift[c];
      }
    }
    for (double& x : map) {
      switch (layer.activation) {
        case network::Activation::none:
          break;
        case network::Activation::relu:
          x = std::max(0.0, x);
          break;
        case network::Activation::relu6:
          x = std::clamp(x, 0.0, 6.0);
          break;
        case network::Activation::hardSwish:
          x *= std::clamp(x / 6 + 0.5, 0.0, 1.0);
          break;
      }
    }
    return map;
  }

  const network::NetworkSpec& spec_;
  const Weights& weights_;
};

}  // namespace kinglet::train
