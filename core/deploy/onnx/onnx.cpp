#include "deploy/onnx/onnx.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

#include "base/error.h"
#include "base/files.h"
#include "deploy/onnx/onnx_nodes.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

constexpr int kOpset = 13, kIrVersion = 7;

// Maps are NCHW, as ONNX has them. In int8 a map is kept as codes: operators that compute read them through a
// DequantizeLinear and end in a QuantizeLinear; operators that only move values move the codes.
class Writer {
 public:
  Writer(const Graph& graph, const QuantizedGraph* quantized) : graph_(graph), quantized_(quantized) {
    model_.set_ir_version(kIrVersion);
    model_.set_producer_name("Kinglet");
    auto& opset = *model_.add_opset_import();
    opset.set_domain("");
    opset.set_version(kOpset);
    model_.mutable_graph()->set_name("network");
  }

  onnx::ModelProto write(const std::map<std::string, std::string>& notes) {
    const Shape in = graph_.values[0].shape;
    if (in.c == 1)
      port(*model_.mutable_graph()->add_input(), "features", {in.h, in.w});
    else
      port(*model_.mutable_graph()->add_input(), "features", {in.h, in.w, in.c});
    port(*model_.mutable_graph()->add_output(), "logits", {graph_.values[graph_.output].shape.elements()});
    const std::string first = quantized_ ? "input/float" : name(0);
    if (in.c == 1) {
      nodes_.node("Reshape", {"features", nodes_.longs("input/shape", {-1, 1, in.h, in.w})}, first);
    } else {
      OnnxNodes::integers(nodes_.node("Transpose", {"features"}, first), "perm", {0, 3, 1, 2});
    }
    if (quantized_) quantise(first, 0);
    for (std::size_t i = 0; i < graph_.ops.size(); ++i) write(i);
    OnnxNodes::integer(nodes_.node("Flatten", {real(graph_.output)}, "logits"), "axis", 1);
    for (const auto& [key, text] : notes) {
      auto& note = *model_.add_metadata_props();
      note.set_key(key);
      note.set_value(text);
    }
    return std::move(model_);
  }

 private:
  static void port(onnx::ValueInfoProto& value, const char* name, std::initializer_list<long> shape) {
    value.set_name(name);
    auto& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto::FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param("batch");
    for (const long side : shape) tensor.mutable_shape()->add_dim()->set_dim_value(side);
  }

  std::string name(int value) const {
    return graph_.values[value].name + (quantized_ ? "/codes" : value == 0 ? "/map" : "");
  }

  std::pair<std::string, std::string> scaleOf(int value) {
    const Scale& scale = quantized_->scales[value];
    const std::string stem = graph_.values[value].name;
    if (!scaleWritten_[value]) {
      const auto zero = static_cast<std::int8_t>(scale.zeroPoint);
      nodes_.floats(stem + "/scale", {&scale.scale, 1}, {});
      nodes_.codes(stem + "/zero", {&zero, 1}, {});
      scaleWritten_[value] = true;
    }
    return {stem + "/scale", stem + "/zero"};
  }
  void quantise(const std::string& from, int value) {
    const auto [scale, zero] = scaleOf(value);
    nodes_.node("QuantizeLinear", {from, scale, zero}, name(value));
  }
  // The map as floats; every reader has a dequantiser of its own, which is the pattern that runtimes look
  // for.
  std::string real(int value) {
    if (!quantized_) return name(value);
    const auto [scale, zero] = scaleOf(value);
    const std::string output = graph_.values[value].name + "/float" + std::to_string(readers_++);
    nodes_.node("DequantizeLinear", {name(value), scale, zero}, output);
    return output;
  }

  static void window(onnx::NodeProto& node, const Op& op) {
    OnnxNodes::integers(node, "kernel_shape", {op.kernelH, op.kernelW});
    OnnxNodes::integers(node, "strides", {op.strideH, op.strideW});
    OnnxNodes::integers(node, "pads", {op.padTop, op.padLeft, op.padBottom, op.padRight});
  }

  // [out][tap][in] or [tap][channel] -> [out][in][tap].
  template <class T>
  static std::vector<T> channelsFirst(const Op& op, const std::vector<T>& weights, int in) {
    const long out = static_cast<long>(op.bias.size()), taps = long(op.kernelH) * op.kernelW;
    std::vector<T> result;
    result.reserve(weights.size());
    for (long o = 0; o < out; ++o)
      for (long i = 0; i < in; ++i)
        for (long t = 0; t < taps; ++t)
          result.push_back(op.kind == OpKind::depthwise ? weights[t * out + o]
                                                        : weights[(o * taps + t) * in + i]);
    return result;
  }

  void convolve(std::size_t index, const std::string& output) {
    const Op& op = graph_.ops[index];
    const int channels = graph_.values[op.inputs[0]].shape.c,
              in = op.kind == OpKind::depthwise ? 1 : channels;
    const long out = static_cast<long>(op.bias.size());
    std::string weights = op.name + "/weight", bias = op.name + "/bias";
    if (!quantized_) {
      nodes_.floats(weights, channelsFirst(op, op.weights, in), {out, in, op.kernelH, op.kernelW});
      nodes_.floats(bias, op.bias, {out});
    } else {
      const QuantizedOp& q = quantized_->ops[index];
      std::vector<float> biasScales;
      for (const float scale : q.weightScales)
        biasScales.push_back(scale * quantized_->scales[op.inputs[0]].scale);
      const std::vector<std::int8_t> zeros(out, 0);
      const std::vector<std::int32_t> biasZeros(out, 0);
      nodes_.codes(weights + "/codes", channelsFirst(op, q.weights, in), {out, in, op.kernelH, op.kernelW});
      OnnxNodes::integer(
          nodes_.node("DequantizeLinear",
                      {weights + "/codes", nodes_.floats(weights + "/scale", q.weightScales, {out}),
                       nodes_.codes(weights + "/zero", zeros, {out})},
                      weights),
          "axis", 0);
      OnnxNodes::integer(nodes_.node("DequantizeLinear",
                                     {nodes_.words(bias + "/codes", q.bias, {out}),
                                      nodes_.floats(bias + "/scale", biasScales, {out}),
                                      nodes_.words(bias + "/zero", biasZeros, {out})},
                                     bias),
                         "axis", 0);
    }
    auto& node = nodes_.node("Conv", {real(op.inputs[0]), weights, bias}, output);
    window(node, op);
    OnnxNodes::integers(node, "dilations", {op.dilationH, 1});
    OnnxNodes::integer(node, "group", op.kind == OpKind::depthwise ? channels : 1);
  }

  void compute(std::size_t index, const std::string& output) {
    const Op& op = graph_.ops[index];
    switch (op.kind) {
      case OpKind::conv:
      case OpKind::depthwise:
      case OpKind::dilatedConv:
        return convolve(index, output);
      case OpKind::add: {
        const std::string a = real(op.inputs[0]), b = real(op.inputs[1]);
        nodes_.node("Add", {a, b}, output);
        return;
      }
      case OpKind::scale: {
        const std::string a = real(op.inputs[0]), b = real(op.inputs[1]);
        nodes_.node("Mul", {a, b}, output);
        return;
      }
      case OpKind::averagePool: {
        auto& node = nodes_.node("AveragePool", {real(op.inputs[0])}, output);
        window(node, op);
        OnnxNodes::integer(node, "count_include_pad", 0);
        return;
      }
      case OpKind::globalMean:
        nodes_.node("GlobalAveragePool", {real(op.inputs[0])}, output);
        return;
      case OpKind::hardSwish: {  // an operator of its own only from opset 14 on
        const std::string x = real(op.inputs[0]), gate = op.name + "/gate";
        auto& node = nodes_.node("HardSigmoid", {x}, gate);
        OnnxNodes::real(node, "alpha", 1.0f / 6);
        OnnxNodes::real(node, "beta", 0.5f);
        nodes_.node("Mul", {x, gate}, output);
        return;
      }
      case OpKind::maxPool:
      case OpKind::concat:
      case OpKind::slice:
      case OpKind::shuffle:
      case OpKind::view:
      case OpKind::crop:
        return;  // move() has them
    }
  }

  std::string clamped(const Op& op, const std::string& input) {
    if (op.clamp == Clamp::none) return input;
    const std::string output = op.name + "/clamped";
    if (op.clamp == Clamp::relu) {
      nodes_.node("Relu", {input}, output);
    } else {
      const float low = 0, high = op.clamp == Clamp::relu6 ? 6 : 1;
      const std::string least = nodes_.floats(op.name + "/low", {&low, 1}, {});
      nodes_.node("Clip", {input, least, nodes_.floats(op.name + "/high", {&high, 1}, {})}, output);
    }
    return output;
  }

  // True for operators that only move values.
  bool move(const Op& op) {
    const Shape to = graph_.values[op.output].shape;
    const std::string in = name(op.inputs[0]), out = name(op.output);
    switch (op.kind) {
      case OpKind::maxPool:
        window(nodes_.node("MaxPool", {in}, out), op);
        return true;
      case OpKind::concat: {
        std::vector<std::string> inputs;
        for (const int input : op.inputs) inputs.push_back(name(input));
        OnnxNodes::integer(nodes_.node("Concat", std::move(inputs), out), "axis", 1);
        return true;
      }
      case OpKind::slice:
      case OpKind::crop: {
        const bool channels = op.kind == OpKind::slice;
        const std::string from = nodes_.longs(op.name + "/begin", {op.begin});
        const std::string until = nodes_.longs(op.name + "/end", {op.begin + (channels ? to.c : to.h)});
        nodes_.node("Slice", {in, from, until, nodes_.longs(op.name + "/axis", {channels ? 1 : 2})}, out);
        return true;
      }
      case OpKind::shuffle: {
        const std::string apart = op.name + "/apart", swapped = op.name + "/swapped";
        const std::string groups =
            nodes_.longs(op.name + "/groups", {-1, op.groups, to.c / op.groups, to.h, to.w});
        nodes_.node("Reshape", {in, groups}, apart);
        OnnxNodes::integers(nodes_.node("Transpose", {apart}, swapped), "perm", {0, 2, 1, 3, 4});
        nodes_.node("Reshape", {swapped, nodes_.longs(op.name + "/shape", {-1, to.c, to.h, to.w})}, out);
        return true;
      }
      case OpKind::view: {
        const std::string last = op.name + "/channels_last", viewed = op.name + "/viewed";
        OnnxNodes::integers(nodes_.node("Transpose", {in}, last), "perm", {0, 2, 3, 1});
        nodes_.node("Reshape", {last, nodes_.longs(op.name + "/shape", {-1, to.h, to.w, to.c})}, viewed);
        OnnxNodes::integers(nodes_.node("Transpose", {viewed}, out), "perm", {0, 3, 1, 2});
        return true;
      }
      case OpKind::conv:
      case OpKind::depthwise:
      case OpKind::dilatedConv:
      case OpKind::add:
      case OpKind::scale:
      case OpKind::averagePool:
      case OpKind::globalMean:
      case OpKind::hardSwish:
        break;
    }
    return false;
  }

  void write(std::size_t index) {
    const Op& op = graph_.ops[index];
    if (move(op)) return;
    const bool direct = !quantized_ && op.clamp == Clamp::none;
    const std::string computed = direct ? name(op.output) : op.name + "/computed";
    compute(index, computed);
    if (direct) return;
    const std::string result = clamped(op, computed);
    if (quantized_)
      quantise(result, op.output);
    else
      model_.mutable_graph()->mutable_node(model_.graph().node_size() - 1)->set_output(0, name(op.output));
  }

  const Graph& graph_;
  const QuantizedGraph* quantized_;
  onnx::ModelProto model_;
  OnnxNodes nodes_{*model_.mutable_graph()};
  std::map<int, bool> scaleWritten_;
  int readers_ = 0;
};

void check(onnx::ModelProto model, const std::filesystem::path& what) {
  try {
    onnx::checker::check_model(model);
    onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(), {true, 1, false});
  } catch (const std::exception& error) {
    throw base::Error("%1 does not pass the ONNX checker: %2", what,
                      std::string(error.what()).substr(0, 300));
  }
}

void save(const onnx::ModelProto& model, const std::filesystem::path& path) {
  check(model, path);
  std::string bytes;
  if (!model.SerializeToString(&bytes)) throw base::Error("the network is too large for an ONNX file");
  base::writeAtomically(path, bytes);
}

}  // namespace

void writeOnnx(const Graph& graph, const std::filesystem::path& path,
               const std::map<std::string, std::string>& notes) {
  save(Writer(graph, nullptr).write(notes), path);
}

void writeOnnx(const QuantizedGraph& network, const std::filesystem::path& path,
               const std::map<std::string, std::string>& notes) {
  save(Writer(network.graph, &network).write(notes), path);
}

void checkOnnx(const std::filesystem::path& path) {
  onnx::ModelProto model;
  if (!model.ParseFromString(base::readText(path, 2u << 30)))
    throw base::Error("%1 is not an ONNX file", path);
  check(std::move(model), path);
}

}  // namespace kinglet::deploy
