// Small steps to an ONNX graph: nodes, attributes, constants. Private to the ONNX exporter.
#pragma once

#include <onnx/onnx_pb.h>

#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace kinglet::deploy {

class OnnxNodes {
 public:
  explicit OnnxNodes(onnx::GraphProto& graph) : graph_(graph) {}

  // Appends a node with one output, named as it; returns it for attributes.
  onnx::NodeProto& node(const char* type, std::vector<std::string> inputs, const std::string& output) {
    onnx::NodeProto& node = *graph_.add_node();
    node.set_op_type(type);
    node.set_name(output);
    for (auto& input : inputs) node.add_input(std::move(input));
    node.add_output(output);
    return node;
  }
  static void integers(onnx::NodeProto& node, const char* name, std::initializer_list<long> values) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INTS);
    for (const long value : values) attribute.add_ints(value);
  }
  static void integer(onnx::NodeProto& node, const char* name, long value) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(value);
  }
  static void real(onnx::NodeProto& node, const char* name, float value) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::FLOAT);
    attribute.set_f(value);
  }

  std::string floats(const std::string& name, std::span<const float> values,
                     std::initializer_list<long> shape) {
    return constant(name, onnx::TensorProto::FLOAT, values.data(), values.size_bytes(), shape);
  }
  std::string codes(const std::string& name, std::span<const std::int8_t> values,
                    std::initializer_list<long> shape) {
    return constant(name, onnx::TensorProto::INT8, values.data(), values.size_bytes(), shape);
  }
  std::string words(const std::string& name, std::span<const std::int32_t> values,
                    std::initializer_list<long> shape) {
    return constant(name, onnx::TensorProto::INT32, values.data(), values.size_bytes(), shape);
  }
  std::string longs(const std::string& name, std::initializer_list<std::int64_t> values) {
    return constant(name, onnx::TensorProto::INT64, values.begin(), values.size() * sizeof(std::int64_t),
                    {static_cast<long>(values.size())});
  }

 private:
  // Raw data is little-endian, as every machine that Kinglet builds on.
  std::string constant(const std::string& name, int type, const void* data, std::size_t bytes,
                       std::initializer_list<long> shape) {
    onnx::TensorProto& tensor = *graph_.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(type);
    for (const long side : shape) tensor.add_dims(side);
    tensor.set_raw_data(data, bytes);
    return name;
  }

  onnx::GraphProto& graph_;
};

}  // namespace kinglet::deploy
