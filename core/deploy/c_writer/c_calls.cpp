#include "deploy/c_writer/c_calls.h"

#include <limits>
#include <numeric>

#include "base/words.h"
#include "deploy/c_writer/c_literals.h"
#include "network/window_geometry.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

const char* switchOf(OpKind kind) {
  switch (kind) {
    case OpKind::conv:
      return "USE_CONV";
    case OpKind::depthwise:
      return "USE_DEPTHWISE";
    case OpKind::add:
      return "USE_ADD";
    case OpKind::scale:
      return "USE_SCALE";
    case OpKind::maxPool:
    case OpKind::averagePool:
      return "USE_POOL";
    case OpKind::globalMean:
      return "USE_GLOBAL_MEAN";
    case OpKind::concat:
      return "USE_CONCAT";
    case OpKind::slice:
      return "USE_SLICE";
    case OpKind::shuffle:
      return "USE_SHUFFLE";
    case OpKind::hardSwish:
      return "USE_HARD_SWISH";
    case OpKind::dilatedConv:
      return "USE_DILATED";
    case OpKind::view:
    case OpKind::crop:
      return nullptr;
  }
  return nullptr;
}

using Geometry = network::WindowGeometry;

Geometry windowOf(const Op& op, Shape in, Shape out) {
  Geometry g{in.h,       in.w,       in.c,       out.h,      out.w,     out.c,
             op.kernelH, op.kernelW, op.strideH, op.strideW, op.padTop, op.padLeft};
  if (op.kind != OpKind::dilatedConv) return network::turned(g);
  // Its window is told in the call: a byte of the struct may not hold it.
  g.kh = g.kw = g.sh = g.sw = 1;
  g.pt = g.pl = 0;
  return g;
}

std::string text(const Geometry& g) {
  return joined({number(g.h), number(g.w), number(g.c), number(g.oh), number(g.ow), number(g.oc),
                 number(g.kh), number(g.kw), number(g.sh), number(g.sw), number(g.pt), number(g.pl)});
}

// [out][tap][in] -> [block][tap][in][width], as the float kernels walk it; zeros fill the last block up.
std::vector<float> inBlocks(const Op& op) {
  const long channels = static_cast<long>(op.bias.size()),
             each = static_cast<long>(op.weights.size()) / channels;
  std::vector<float> out;
  out.reserve(op.weights.size());
  for (long begin = 0; begin < channels;) {
    const long rest = channels - begin, width = rest >= 16 ? 16 : 8;
    for (long i = 0; i < each; ++i)
      for (long j = 0; j < width; ++j) out.push_back(j < rest ? op.weights[(begin + j) * each + i] : 0.0f);
    begin += width;
  }
  return out;
}

// Of a convolution: less the zero point times the channel's weights, so that codes are multiplied as they are.
std::vector<std::int32_t> biasOf(const Op& op, const QuantizedOp& q, const Scale& in) {
  std::vector<std::int32_t> bias = q.bias;
  if (op.kind != OpKind::conv) return bias;
  const auto each = static_cast<long>(q.weights.size() / bias.size());
  auto weights = q.weights.begin();
  for (auto& b : bias) {
    b -= in.zeroPoint * std::accumulate(weights, weights + each, 0);
    weights += each;
  }
  return bias;
}

// [out][tap][in] -> [tap][in][out], as c/dilated_float.c walks it.
std::vector<float> outputsLast(const Op& op) {
  const std::size_t channels = op.bias.size(), each = op.weights.size() / channels;
  std::vector<float> out(op.weights.size());
  for (std::size_t o = 0; o < channels; ++o)
    for (std::size_t i = 0; i < each; ++i) out[i * channels + o] = op.weights[o * each + i];
  return out;
}

// In the order in which the float kernel of the kind walks them.
std::vector<float> floatWeights(const Op& op) {
  if (op.kind == OpKind::conv) return inBlocks(op);
  return op.kind == OpKind::dilatedConv ? outputsLast(op) : op.weights;
}

std::pair<float, float> limitsOf(Clamp clamp) {
  const float top = std::numeric_limits<float>::max();
  switch (clamp) {
    case Clamp::none:
      return {-top, top};
    case Clamp::relu:
      return {0, top};
    case Clamp::relu6:
      return {0, 6};
    case Clamp::unit:
      return {0, 1};
  }
  return {-top, top};
}

}  // namespace

std::string CallWriter::kernel(const char* name) const {
  return kernels_ + "_" + name;
}

std::string CallWriter::geometryOf(std::size_t index, const PlacedOp& at) {
  const Op& op = graph_.ops[index];
  std::string fields = text(windowOf(op, at.from[0], at.to));
  if (quantized_) {
    const auto& q = quantized_->ops[index];
    const auto &in = quantized_->scales[op.inputs[0]], &out = quantized_->scales[op.output];
    fields += ", " + joined({number(in.zeroPoint), number(out.zeroPoint), number(q.low), number(q.high),
                             number(q.rescale.multiplier), number(q.rescale.shift)});
  } else {
    const auto [low, high] = limitsOf(op.clamp);
    fields += ", " + number(low) + ", " + number(high);
  }
  const std::string name = "g" + std::to_string(index) + (at.newRows ? "_new" : "");
  const std::string line = "static const " + kernel("geometry") + " " + name + " = {" + fields + "};\n";
  if (at.newRows)
    newGeometry_ += line;
  else if (!geometry_.emplace(index, line).second)
    twice_.insert(index);
  return "&" + name;
}

std::string CallWriter::geometry(bool ofBothForms) const {
  std::string text;
  for (const auto& [index, line] : geometry_)
    if (twice_.contains(index) == ofBothForms) text += line;
  return text;
}

std::string CallWriter::weightsOf(std::size_t index) {
  const Op& op = graph_.ops[index];
  const std::string n = std::to_string(index);
  const std::string names = "w" + n + ", b" + n + (quantized_ ? ", s" + n : "");
  if (!written_.insert(index).second) return names;
  if (!quantized_) {
    weights_ += array("float", "w" + n, floatWeights(op));
    std::vector<float> bias = op.bias;
    if (op.kind == OpKind::conv) bias.resize((bias.size() + 7) / 8 * 8);
    weights_ += array("float", "b" + n, bias);
    return names;
  }
  const auto& q = quantized_->ops[index];
  weights_ += array("int8_t", "w" + n, q.weights) +
              array("int32_t", "b" + n, biasOf(op, q, quantized_->scales[op.inputs[0]])) +
              array("uint8_t", "s" + n, q.channelShifts);
  return names;
}

std::string CallWriter::addLimits(std::size_t index) const {
  const Op& op = graph_.ops[index];
  if (!quantized_) {
    const auto [low, high] = limitsOf(op.clamp);
    return number(low) + ", " + number(high);
  }
  const auto& q = quantized_->ops[index];
  return joined({number(quantized_->scales[op.inputs[0]].zeroPoint),
                 number(quantized_->scales[op.inputs[1]].zeroPoint), number(q.factors[0]),
                 number(q.factors[1]), number(q.addShift), number(quantized_->scales[op.output].zeroPoint),
                 number(q.low), number(q.high)});
}

std::string CallWriter::statement(std::size_t index, const PlacedOp& at) {
  const std::string code = call(index, at);
  if (code.empty()) return {};
  return "  " + code + "; /* " + base::cComment(graph_.ops[index].name) + " */\n  MARK(" +
         std::to_string(index) + ");\n";
}

std::string CallWriter::call(std::size_t index, const PlacedOp& at) {
  const Op& op = graph_.ops[index];
  const std::string &in = at.in[0], &out = at.out;
  const Shape from = at.from[0], to = at.to;
  const long positions = long(to.h) * to.w;
  const bool integer = quantized_ != nullptr;
  if (const char* name = switchOf(op.kind)) switches_.insert(name);
  switch (op.kind) {
    case OpKind::conv:
    case OpKind::depthwise: {
      const std::string g = geometryOf(index, at), w = weightsOf(index);
      return kernel(op.kind == OpKind::conv ? "conv" : "depthwise") + "(" + joined({g, in, w, out}) + ")";
    }
    case OpKind::dilatedConv: {
      const std::string g = geometryOf(index, at), w = weightsOf(index);
      return kernel("dilated") + "(" +
             joined({g, number(op.kernelH), number(op.dilationH), number(op.strideH), number(op.padTop), in,
                     w, out}) +
             ")";
    }
    case OpKind::maxPool:
      return kernel("pool") + "(" + joined({geometryOf(index, at), in, "0", out}) + ")";
    case OpKind::averagePool:
      return kernel("pool") + "(" + joined({geometryOf(index, at), in, "1", out}) + ")";
    case OpKind::globalMean:
      return kernel("global_mean") + "(" +
             (integer ? joined({geometryOf(index, at), in, out})
                      : joined({in, number(long(from.h) * from.w), number(from.c), out})) +
             ")";
    case OpKind::add:
      return kernel("add") + "(" + joined({in, at.in[1], number(to.elements()), addLimits(index), out}) + ")";
    case OpKind::scale:
      return kernel("scale") + "(" +
             (integer ? joined({geometryOf(index, at), in, at.in[1],
                                number(quantized_->scales[op.inputs[1]].zeroPoint), out})
                      : joined({in, at.in[1], number(positions), number(to.c), out})) +
             ")";
    case OpKind::concat:
      return concat(at);
    case OpKind::slice:
      return kernel("slice") + "(" +
             joined({in + " + " + number(op.begin), number(positions), number(from.c), number(to.c), out}) +
             ")";
    case OpKind::shuffle:
      return kernel("shuffle") + "(" + joined({in, number(positions), number(to.c), number(op.groups), out}) +
             ")";
    case OpKind::hardSwish: {
      std::string table;
      if (integer) {
        if (written_.insert(index).second)
          weights_ += array("int8_t", "t" + std::to_string(index), quantized_->ops[index].table);
        table = ", t" + std::to_string(index);
      }
      return kernel("hard_swish") + "(" + in + ", " + number(to.elements()) + table + ", " + out + ")";
    }
    case OpKind::view:
    case OpKind::crop:
      return {};
  }
  return {};
}

std::string CallWriter::concat(const PlacedOp& at) const {
  const int all = at.to.c;
  std::string text;
  int begin = 0;
  for (std::size_t i = 0; i < at.in.size(); ++i) {
    const int channels = at.from[i].c;
    text += (text.empty() ? "" : ";\n  ") + kernel("place") + "(" +
            joined({at.in[i], number(long(at.to.h) * at.to.w), number(channels), number(all),
                    at.out + " + " + number(begin)}) +
            ")";
    begin += channels;
  }
  return text;
}

}  // namespace kinglet::deploy
