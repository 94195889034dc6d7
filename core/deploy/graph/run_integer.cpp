// The int8 simulation. The C export (c/*_int8.c) computes the same integers; change both or neither.
#include <algorithm>
#include <cstring>

#include "deploy/graph/quantize.h"
#include "deploy/graph/run_op.h"

namespace kinglet::deploy {
namespace {

using network::Shape;
using Codes = std::vector<std::int8_t>;

std::int8_t saturate(std::int32_t code, const QuantizedOp& q) {
  return static_cast<std::int8_t>(std::clamp(code, q.low, q.high));
}

struct Place {
  const Op& op;
  const QuantizedOp& q;
  Shape in, out;
  Scale from, to;
};

template <class Visit>
void window(const Place& at, int y, int x, Visit visit) {
  for (int ky = 0; ky < at.op.kernelH; ++ky) {
    const int iy = y * at.op.strideH + ky * at.op.dilationH - at.op.padTop;
    if (iy < 0 || iy >= at.in.h) continue;
    for (int kx = 0; kx < at.op.kernelW; ++kx) {
      const int ix = x * at.op.strideW + kx - at.op.padLeft;
      if (ix >= 0 && ix < at.in.w) visit(iy * at.in.w + ix, ky * at.op.kernelW + kx);
    }
  }
}

// Taps outside the map hold the zero point, which adds nothing.
void convolve(const Place& at, const Codes& from, Codes& to) {
  const int taps = at.op.kernelH * at.op.kernelW;
  for (int y = 0; y < at.out.h; ++y)
    for (int x = 0; x < at.out.w; ++x)
      for (int o = 0; o < at.out.c; ++o) {
        std::int32_t sum = at.q.bias[o];
        window(at, y, x, [&](int position, int tap) {
          const std::int8_t* a = &from[long(position) * at.in.c];
          const std::int8_t* w = &at.q.weights[(long(o) * taps + tap) * at.in.c];
          for (int i = 0; i < at.in.c; ++i) sum += (a[i] - at.from.zeroPoint) * w[i];
        });
        to[(long(y) * at.out.w + x) * at.out.c + o] =
            saturate(at.q.rescale.apply(sum, at.q.channelShifts[o]) + at.to.zeroPoint, at.q);
      }
}

void depthwise(const Place& at, const Codes& from, Codes& to) {
  for (int y = 0; y < at.out.h; ++y)
    for (int x = 0; x < at.out.w; ++x)
      for (int c = 0; c < at.out.c; ++c) {
        std::int32_t sum = at.q.bias[c];
        window(at, y, x, [&](int position, int tap) {
          sum += (from[long(position) * at.in.c + c] - at.from.zeroPoint) *
                 at.q.weights[long(tap) * at.in.c + c];
        });
        to[(long(y) * at.out.w + x) * at.out.c + c] =
            saturate(at.q.rescale.apply(sum, at.q.channelShifts[c]) + at.to.zeroPoint, at.q);
      }
}

void pool(const Place& at, const Codes& from, Codes& to) {
  const bool max = at.op.kind == OpKind::maxPool;
  for (int y = 0; y < at.out.h; ++y)
    for (int x = 0; x < at.out.w; ++x)
      for (int c = 0; c < at.out.c; ++c) {
        std::int32_t result = max ? -128 : 0, count = 0;
        window(at, y, x, [&](int position, int) {
          const std::int32_t value = from[long(position) * at.in.c + c];
          result = max ? std::max(result, value) : result + value;
          ++count;
        });
        // Half away from zero, as TensorFlow Lite averages.
        if (!max) result = result >= 0 ? (result + count / 2) / count : (result - count / 2) / count;
        to[(long(y) * at.out.w + x) * at.out.c + c] = static_cast<std::int8_t>(result);
      }
}

void globalMean(const Place& at, const Codes& from, Codes& to) {
  const long positions = long(at.in.h) * at.in.w;
  for (int c = 0; c < at.in.c; ++c) {
    std::int32_t sum = 0;
    for (long p = 0; p < positions; ++p) sum += from[p * at.in.c + c];
    sum -= static_cast<std::int32_t>(positions) * at.from.zeroPoint;
    to[c] = saturate(at.q.rescale.apply(sum) + at.to.zeroPoint, at.q);
  }
}

void rearrange(const Place& at, const std::vector<Value>& values, const std::vector<Codes>& maps, Codes& to) {
  const long positions = long(at.out.h) * at.out.w;
  const int channels = at.out.c;
  const Codes& from = maps[at.op.inputs[0]];
  if (at.op.kind == OpKind::concat) {
    int begin = 0;
    for (const int input : at.op.inputs) {
      const int c = values[input].shape.c;
      for (long p = 0; p < positions; ++p) std::copy_n(&maps[input][p * c], c, &to[p * channels + begin]);
      begin += c;
    }
    return;
  }
  for (long p = 0; p < positions; ++p) {
    if (at.op.kind == OpKind::slice) {
      std::copy_n(&from[p * at.in.c + at.op.begin], channels, &to[p * channels]);
      continue;
    }
    const int each = channels / at.op.groups;
    for (int g = 0; g < at.op.groups; ++g)
      for (int i = 0; i < each; ++i)
        to[p * channels + i * at.op.groups + g] = from[p * channels + g * each + i];
  }
}

}  // namespace

void runIntegerOp(const QuantizedGraph& network, std::size_t index, std::vector<Codes>& maps) {
  const Op& op = network.graph.ops[index];
  const Place at{op,
                 network.ops[index],
                 network.graph.values[op.inputs[0]].shape,
                 network.graph.values[op.output].shape,
                 network.scales[op.inputs[0]],
                 network.scales[op.output]};
  const Codes& from = maps[op.inputs[0]];
  Codes& to = maps[op.output];
  const long count = at.out.elements();
  to.assign(count, 0);
  switch (op.kind) {
    case OpKind::conv:
    case OpKind::dilatedConv:
      return convolve(at, from, to);
    case OpKind::depthwise:
      return depthwise(at, from, to);
    case OpKind::maxPool:
    case OpKind::averagePool:
      return pool(at, from, to);
    case OpKind::globalMean:
      return globalMean(at, from, to);
    case OpKind::add: {
      const Codes& other = maps[op.inputs[1]];
      const int zero = network.scales[op.inputs[1]].zeroPoint;
      for (long i = 0; i < count; ++i) {
        const std::int32_t sum =
            (from[i] - at.from.zeroPoint) * at.q.factors[0] + (other[i] - zero) * at.q.factors[1];
        to[i] = saturate(((sum + (1 << (at.q.addShift - 1))) >> at.q.addShift) + at.to.zeroPoint, at.q);
      }
      return;
    }
    case OpKind::scale: {
      const Codes& gate = maps[op.inputs[1]];
      const int zero = network.scales[op.inputs[1]].zeroPoint;
      for (long i = 0; i < count; ++i) {
        const std::int32_t product = (from[i] - at.from.zeroPoint) * (gate[i % at.out.c] - zero);
        to[i] = saturate(at.q.rescale.apply(product) + at.to.zeroPoint, at.q);
      }
      return;
    }
    case OpKind::concat:
    case OpKind::slice:
    case OpKind::shuffle:
      return rearrange(at, network.graph.values, maps, to);
    case OpKind::hardSwish:
      for (long i = 0; i < count; ++i) to[i] = at.q.table[from[i] + 128];
      return;
    case OpKind::view:
      to = from;
      return;
    case OpKind::crop:
      std::copy_n(&from[long(op.begin) * at.in.w * at.in.c], count, to.begin());
      return;
  }
}

std::vector<Codes> runInteger(const QuantizedGraph& network, std::span<const std::int8_t> input) {
  std::vector<Codes> maps(network.graph.values.size());
  maps[0].assign(input.begin(), input.end());
  for (std::size_t i = 0; i < network.graph.ops.size(); ++i) runIntegerOp(network, i, maps);
  return maps;
}

std::vector<float> runQuantized(const QuantizedGraph& network, std::span<const float> input) {
  Codes codes(input.size());
  std::transform(input.begin(), input.end(), codes.begin(),
                 [&](float x) { return network.scales[0].quantise(x); });
  const auto maps = runInteger(network, codes);
  std::vector<float> logits;
  for (const std::int8_t code : maps[network.graph.output])
    logits.push_back(network.scales[network.graph.output].real(code));
  return logits;
}

}  // namespace kinglet::deploy
