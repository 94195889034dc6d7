// The float reference: plain loops, in the order of the formulas.
#include <algorithm>
#include <limits>

#include "deploy/graph/graph.h"
#include "deploy/graph/run_op.h"

namespace kinglet::deploy {
namespace {

using network::Shape;
using Map = std::vector<float>;

float clamped(float x, Clamp clamp) {
  switch (clamp) {
    case Clamp::none:
      return x;
    case Clamp::relu:
      return std::max(x, 0.0f);
    case Clamp::relu6:
      return std::clamp(x, 0.0f, 6.0f);
    case Clamp::unit:
      return std::clamp(x, 0.0f, 1.0f);
  }
  return x;
}

// Calls visit(input position, kernel tap) for each tap of the window at (y, x) that lies on the map.
template <class Visit>
void window(const Op& op, Shape in, int y, int x, Visit visit) {
  for (int ky = 0; ky < op.kernelH; ++ky) {
    const int iy = y * op.strideH + ky * op.dilationH - op.padTop;
    if (iy < 0 || iy >= in.h) continue;
    for (int kx = 0; kx < op.kernelW; ++kx) {
      const int ix = x * op.strideW + kx - op.padLeft;
      if (ix >= 0 && ix < in.w) visit(iy * in.w + ix, ky * op.kernelW + kx);
    }
  }
}

void convolve(const Op& op, Shape in, Shape out, const Map& from, Map& to) {
  const int taps = op.kernelH * op.kernelW;
  for (int y = 0; y < out.h; ++y)
    for (int x = 0; x < out.w; ++x)
      for (int o = 0; o < out.c; ++o) {
        float sum = op.bias[o];
        window(op, in, y, x, [&](int position, int tap) {
          const float* a = &from[long(position) * in.c];
          const float* w = &op.weights[(long(o) * taps + tap) * in.c];
          for (int i = 0; i < in.c; ++i) sum += a[i] * w[i];
        });
        to[(long(y) * out.w + x) * out.c + o] = clamped(sum, op.clamp);
      }
}

void depthwise(const Op& op, Shape in, Shape out, const Map& from, Map& to) {
  for (int y = 0; y < out.h; ++y)
    for (int x = 0; x < out.w; ++x)
      for (int c = 0; c < out.c; ++c) {
        float sum = op.bias[c];
        window(op, in, y, x, [&](int position, int tap) {
          sum += from[long(position) * in.c + c] * op.weights[long(tap) * in.c + c];
        });
        to[(long(y) * out.w + x) * out.c + c] = clamped(sum, op.clamp);
      }
}

void pool(const Op& op, Shape in, Shape out, const Map& from, Map& to) {
  const bool max = op.kind == OpKind::maxPool;
  for (int y = 0; y < out.h; ++y)
    for (int x = 0; x < out.w; ++x)
      for (int c = 0; c < out.c; ++c) {
        float result = max ? -std::numeric_limits<float>::infinity() : 0;
        int count = 0;
        window(op, in, y, x, [&](int position, int) {
          const float value = from[long(position) * in.c + c];
          result = max ? std::max(result, value) : result + value;
          ++count;
        });
        to[(long(y) * out.w + x) * out.c + c] = max ? result : result / static_cast<float>(count);
      }
}

void globalMean(Shape in, const Map& from, Map& to) {
  const long positions = long(in.h) * in.w;
  for (long p = 0; p < positions; ++p)
    for (int c = 0; c < in.c; ++c) to[c] += from[p * in.c + c];
  for (float& value : to) value /= static_cast<float>(positions);
}

void run(const Op& op, const std::vector<Value>& values, std::vector<Map>& maps) {
  const Map& from = maps[op.inputs[0]];
  Map& to = maps[op.output];
  const Shape in = values[op.inputs[0]].shape, out = values[op.output].shape;
  to.assign(out.elements(), 0.0f);
  const long count = out.elements();
  switch (op.kind) {
    case OpKind::conv:
    case OpKind::dilatedConv:
      return convolve(op, in, out, from, to);
    case OpKind::depthwise:
      return depthwise(op, in, out, from, to);
    case OpKind::maxPool:
    case OpKind::averagePool:
      return pool(op, in, out, from, to);
    case OpKind::globalMean:
      return globalMean(in, from, to);
    case OpKind::add:
      for (long i = 0; i < count; ++i) to[i] = clamped(from[i] + maps[op.inputs[1]][i], op.clamp);
      return;
    case OpKind::scale:
      for (long i = 0; i < count; ++i) to[i] = from[i] * maps[op.inputs[1]][i % out.c];
      return;
    case OpKind::concat: {
      int begin = 0;
      for (const int input : op.inputs) {
        const int c = values[input].shape.c;
        for (long p = 0; p < long(out.h) * out.w; ++p)
          std::copy_n(&maps[input][p * c], c, &to[p * out.c + begin]);
        begin += c;
      }
      return;
    }
    case OpKind::slice:
      for (long p = 0; p < long(out.h) * out.w; ++p)
        std::copy_n(&from[p * in.c + op.begin], out.c, &to[p * out.c]);
      return;
    case OpKind::shuffle: {
      const int each = out.c / op.groups;
      for (long p = 0; p < long(out.h) * out.w; ++p)
        for (int g = 0; g < op.groups; ++g)
          for (int i = 0; i < each; ++i) to[p * out.c + i * op.groups + g] = from[p * out.c + g * each + i];
      return;
    }
    case OpKind::hardSwish:
      for (long i = 0; i < count; ++i) to[i] = from[i] * std::clamp(from[i] + 3.0f, 0.0f, 6.0f) / 6.0f;
      return;
    case OpKind::view:
      to = from;
      return;
    case OpKind::crop:
      std::copy_n(&from[long(op.begin) * in.w * in.c], count, to.begin());
      return;
  }
}

}  // namespace

void runFloatOp(const Graph& graph, std::size_t index, std::vector<std::vector<float>>& maps) {
  run(graph.ops[index], graph.values, maps);
}

std::vector<std::vector<float>> runFloat(const Graph& graph, std::span<const float> input) {
  std::vector<Map> maps(graph.values.size());
  maps[0].assign(input.begin(), input.end());
  for (const Op& op : graph.ops) run(op, graph.values, maps);
  return maps;
}

}  // namespace kinglet::deploy
