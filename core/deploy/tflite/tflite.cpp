#include "deploy/tflite/tflite.h"

#include "base/files.h"
#include "deploy/tflite/tflite_tables.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

// Code, the version that knows int8, and the number of the options. Float networks use version 1.
constexpr TfliteOperator kAdd{0, 2, 11}, kAveragePool{1, 2, 5}, kConcat{2, 2, 10}, kConv{3, 3, 1},
    kDepthwise{4, 3, 2}, kDequantize{6, 2, 38}, kMaxPool{17, 2, 5}, kMul{18, 2, 21}, kReshape{22, 1, 17},
    kPad{34, 2, 22}, kTranspose{39, 2, 26}, kMean{40, 2, 27}, kMinimum{57, 2, 39}, kSlice{65, 2, 48},
    kQuantize{114, 1, 89}, kHardSwish{117, 1, 91};

template <class T>
std::span<const std::byte> bytes(const std::vector<T>& values) {
  return std::as_bytes(std::span(values));
}

TfliteActivation fused(Clamp clamp) {
  switch (clamp) {
    case Clamp::none:
      return TfliteActivation::none;
    case Clamp::relu6:
      return TfliteActivation::relu6;
    case Clamp::relu:
    case Clamp::unit:
      return TfliteActivation::relu;  // its upper end is seen to in write()
  }
  return TfliteActivation::none;
}

class Writer {
 public:
  Writer(const Graph& graph, const QuantizedGraph* quantized) : graph_(graph), quantized_(quantized) {}

  std::string write(Ends ends, const std::string& card) {
    const Shape in = graph_.values[0].shape;
    tensorOf_.resize(graph_.values.size());
    const bool convert = quantized_ && ends == Ends::real;
    const int input =
        convert ? tables_.tensor("features", shapeOf(in), TfliteType::float32) : value(0, in, "features");
    tensorOf_[0] = input;
    if (convert) {
      tensorOf_[0] = value(0, in, "features/codes");
      operation(kQuantize, {input}, tensorOf_[0], tables_.emptyOptions());
    }
    for (std::size_t i = 0; i < graph_.ops.size(); ++i) write(i);
    const int classes = static_cast<int>(graph_.values[graph_.output].shape.elements());
    const Scale* scale = quantized_ ? &quantized_->scales[graph_.output] : nullptr;
    int output = tables_.tensor(convert ? "logits/codes" : "logits", {1, classes}, type(), scale);
    reshape(tensorOf_[graph_.output], {1, classes}, "logits/shape", output);
    if (convert) {
      const int codes = output;
      output = tables_.tensor("logits", {1, classes}, TfliteType::float32);
      operation(kDequantize, {codes}, output, tables_.emptyOptions());
    }
    return tables_.finish(input, output, card);
  }

 private:
  static std::vector<int> shapeOf(Shape shape) { return {1, shape.h, shape.w, shape.c}; }
  TfliteType type() const { return quantized_ ? TfliteType::int8 : TfliteType::float32; }

  int value(int index, Shape shape, const std::string& name) {
    return tables_.tensor(name, shapeOf(shape), type(), quantized_ ? &quantized_->scales[index] : nullptr);
  }
  int words(const std::string& name, const std::vector<std::int32_t>& values) {
    return tables_.constant(name, {static_cast<int>(values.size())}, TfliteType::int32, bytes(values));
  }

  void operation(TfliteOperator kind, const std::vector<int>& inputs, int output,
                 TfliteTables::Offset options) {
    if (!quantized_) kind.version = 1;
    tables_.operation(kind, inputs, output, options);
  }
  void reshape(int from, const std::vector<std::int32_t>& shape, const std::string& name, int output) {
    operation(kReshape, {from, words(name, shape)}, output, tables_.emptyOptions());
  }

  // TensorFlow Lite pads both sides or none: what one side alone needs is an operator of its own.
  int padded(const Op& op) {
    const int from = tensorOf_[op.inputs[0]];
    if (op.same || (op.padTop | op.padBottom | op.padLeft | op.padRight) == 0) return from;
    Shape shape = graph_.values[op.inputs[0]].shape;
    shape.h += op.padTop + op.padBottom;
    shape.w += op.padLeft + op.padRight;
    const int to = value(op.inputs[0], shape, op.name + "/padded");
    const std::vector<std::int32_t> zeros = {0, 0, op.padTop, op.padBottom, op.padLeft, op.padRight, 0, 0};
    operation(kPad, {from, tables_.constant(op.name + "/zeros", {4, 2}, TfliteType::int32, bytes(zeros))}, to,
              tables_.emptyOptions());
    return to;
  }

  // Weights are [out][kernelH][kernelW][in], or [1][kernelH][kernelW][channels]: the orders that we keep too.
  void convolve(std::size_t index, int output) {
    const Op& op = graph_.ops[index];
    const bool depthwise = op.kind == OpKind::depthwise;
    const int in = graph_.values[op.inputs[0]].shape.c, out = static_cast<int>(op.bias.size());
    const std::vector<int> shape = depthwise ? std::vector<int>{1, op.kernelH, op.kernelW, out}
                                             : std::vector<int>{out, op.kernelH, op.kernelW, in};
    int weights, bias;
    if (quantized_) {
      const QuantizedOp& q = quantized_->ops[index];
      std::vector<float> biasScales;
      for (const float scale : q.weightScales)
        biasScales.push_back(scale * quantized_->scales[op.inputs[0]].scale);
      weights = tables_.constant(op.name + "/weight", shape, TfliteType::int8, bytes(q.weights),
                                 q.weightScales, depthwise ? 3 : 0);
      bias = tables_.constant(op.name + "/bias", {out}, TfliteType::int32, bytes(q.bias), biasScales, 0);
    } else {
      weights = tables_.constant(op.name + "/weight", shape, TfliteType::float32, bytes(op.weights));
      bias = tables_.constant(op.name + "/bias", {out}, TfliteType::float32, bytes(op.bias));
    }
    operation(depthwise ? kDepthwise : kConv, {padded(op), weights, bias}, output,
              tables_.convOptions(op.same, op.strideH, op.strideW, op.dilationH, fused(op.clamp), depthwise));
  }

  void shuffle(const Op& op, Shape to, int output) {
    const Scale* scale = quantized_ ? &quantized_->scales[op.output] : nullptr;
    const int positions = to.h * to.w, each = to.c / op.groups;
    const int apart = tables_.tensor(op.name + "/apart", {1, positions, op.groups, each}, type(), scale);
    const int swapped = tables_.tensor(op.name + "/swapped", {1, positions, each, op.groups}, type(), scale);
    reshape(tensorOf_[op.inputs[0]], {1, positions, op.groups, each}, op.name + "/groups", apart);
    operation(kTranspose, {apart, words(op.name + "/order", {0, 1, 3, 2})}, swapped, tables_.emptyOptions());
    reshape(swapped, {1, to.h, to.w, to.c}, op.name + "/shape", output);
  }

  void write(std::size_t index) {
    const Op& op = graph_.ops[index];
    const Shape to = graph_.values[op.output].shape;
    const int in = tensorOf_[op.inputs[0]];
    // The hard sigmoid's upper end: int8 codes end there by themselves (their scale is 1/255), floats need a
    // minimum.
    const bool cut = op.clamp == Clamp::unit && !quantized_;
    const int result = value(op.output, to, op.name);
    const int output = cut ? tables_.tensor(op.name + "/uncut", shapeOf(to), type()) : result;
    tensorOf_[op.output] = result;
    switch (op.kind) {
      case OpKind::conv:
      case OpKind::depthwise:
      case OpKind::dilatedConv:
        convolve(index, output);
        break;
      case OpKind::add:
        operation(kAdd, {in, tensorOf_[op.inputs[1]]}, output, tables_.activationOptions(fused(op.clamp)));
        break;
      case OpKind::scale:
        operation(kMul, {in, tensorOf_[op.inputs[1]]}, output,
                  tables_.activationOptions(TfliteActivation::none));
        break;
      case OpKind::maxPool:
      case OpKind::averagePool:
        operation(op.kind == OpKind::maxPool ? kMaxPool : kAveragePool, {in}, output,
                  tables_.poolOptions(op.same, op.strideH, op.strideW, op.kernelH, op.kernelW));
        break;
      case OpKind::globalMean:
        operation(kMean, {in, words(op.name + "/axes", {1, 2})}, output, tables_.reducerOptions(true));
        break;
      case OpKind::concat: {
        std::vector<int> inputs;
        for (const int input : op.inputs) inputs.push_back(tensorOf_[input]);
        operation(kConcat, inputs, output, tables_.concatOptions(3));
        break;
      }
      case OpKind::slice:
      case OpKind::crop: {
        const bool channels = op.kind == OpKind::slice;
        const int begin = words(op.name + "/begin", {0, channels ? 0 : op.begin, 0, channels ? op.begin : 0});
        operation(kSlice, {in, begin, words(op.name + "/size", {1, to.h, to.w, to.c})}, output,
                  tables_.emptyOptions());
        break;
      }
      case OpKind::shuffle:
        shuffle(op, to, output);
        break;
      case OpKind::hardSwish:
        operation(kHardSwish, {in}, output, tables_.emptyOptions());
        break;
      case OpKind::view:
        reshape(in, shapeOf(to), op.name + "/shape", output);
        break;
    }
    if (!cut) return;
    const std::vector<float> one = {1};
    operation(kMinimum, {output, tables_.constant(op.name + "/one", {1}, TfliteType::float32, bytes(one))},
              result, tables_.emptyOptions());
  }

  const Graph& graph_;
  const QuantizedGraph* quantized_;
  TfliteTables tables_;
  std::vector<int> tensorOf_;  // by value
};

}  // namespace

void writeTflite(const Graph& graph, const std::filesystem::path& path, const std::string& card) {
  base::writeAtomically(path, Writer(graph, nullptr).write(Ends::real, card));
}

void writeTflite(const QuantizedGraph& network, Ends ends, const std::filesystem::path& path,
                 const std::string& card) {
  base::writeAtomically(path, Writer(network.graph, &network).write(ends, card));
}

}  // namespace kinglet::deploy
