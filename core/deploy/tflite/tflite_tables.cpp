#include "deploy/tflite/tflite_tables.h"

#include "deploy/tflite/tflite_runtime.h"

namespace kinglet::deploy {

unsigned TfliteTables::buffer(std::span<const std::byte> data) {
  if (buffers_.empty()) buffers_.push_back(emptyOptions());  // by convention the first is empty
  builder_.ForceVectorAlignment(data.size(), 1, 16);
  const auto bytes = builder_.CreateVector(reinterpret_cast<const std::uint8_t*>(data.data()), data.size());
  const auto start = builder_.StartTable();
  builder_.AddOffset(field(0), bytes);
  buffers_.push_back(builder_.EndTable(start));
  return static_cast<unsigned>(buffers_.size() - 1);
}

int TfliteTables::addTensor(const std::string& name, const std::vector<int>& shape, TfliteType type,
                            unsigned buffer, const std::vector<float>& scales,
                            const std::vector<std::int64_t>& zeros, int dimension) {
  Offset quantization = 0;
  if (!scales.empty()) {
    const auto scaleVector = builder_.CreateVector(scales);
    const auto zeroVector = builder_.CreateVector(zeros);
    const auto start = builder_.StartTable();
    builder_.AddOffset(field(2), scaleVector);
    builder_.AddOffset(field(3), zeroVector);
    builder_.AddElement<std::int32_t>(field(6), dimension, 0);
    quantization = builder_.EndTable(start);
  }
  const auto shapeVector = builder_.CreateVector(shape);
  const auto nameString = builder_.CreateString(name);
  const auto start = builder_.StartTable();
  builder_.AddOffset(field(0), shapeVector);
  builder_.AddElement<std::int8_t>(field(1), static_cast<std::int8_t>(type), 0);
  builder_.AddElement<std::uint32_t>(field(2), buffer, 0);
  builder_.AddOffset(field(3), nameString);
  if (!scales.empty()) builder_.AddOffset(field(4), quantization);
  tensors_.push_back(builder_.EndTable(start));
  return static_cast<int>(tensors_.size() - 1);
}

int TfliteTables::tensor(const std::string& name, const std::vector<int>& shape, TfliteType type,
                         const Scale* scale) {
  if (!scale) return addTensor(name, shape, type, 0, {}, {}, 0);
  return addTensor(name, shape, type, 0, {scale->scale}, {scale->zeroPoint}, 0);
}

int TfliteTables::constant(const std::string& name, const std::vector<int>& shape, TfliteType type,
                           std::span<const std::byte> data) {
  return addTensor(name, shape, type, buffer(data), {}, {}, 0);
}

int TfliteTables::constant(const std::string& name, const std::vector<int>& shape, TfliteType type,
                           std::span<const std::byte> data, const std::vector<float>& scales, int dimension) {
  return addTensor(name, shape, type, buffer(data), scales, std::vector<std::int64_t>(scales.size(), 0),
                   dimension);
}

TfliteTables::Offset TfliteTables::convOptions(bool same, int strideH, int strideW, int dilationH,
                                               TfliteActivation activation, bool depthwise) {
  const auto start = builder_.StartTable();
  builder_.AddElement<std::int8_t>(field(0), same ? 0 : 1, 0);
  builder_.AddElement<std::int32_t>(field(1), strideW, 0);
  builder_.AddElement<std::int32_t>(field(2), strideH, 0);
  if (depthwise) builder_.AddElement<std::int32_t>(field(3), 1, 0);  // depth multiplier
  builder_.AddElement<std::int8_t>(field(depthwise ? 4 : 3), static_cast<std::int8_t>(activation), 0);
  // Fields 4 and 5 of a convolution, 5 and 6 of a depthwise one: along w, along h; 1 where nothing is written.
  builder_.AddElement<std::int32_t>(field(depthwise ? 6 : 5), dilationH, 1);
  return builder_.EndTable(start);
}

TfliteTables::Offset TfliteTables::poolOptions(bool same, int strideH, int strideW, int kernelH,
                                               int kernelW) {
  const auto start = builder_.StartTable();
  builder_.AddElement<std::int8_t>(field(0), same ? 0 : 1, 0);
  builder_.AddElement<std::int32_t>(field(1), strideW, 0);
  builder_.AddElement<std::int32_t>(field(2), strideH, 0);
  builder_.AddElement<std::int32_t>(field(3), kernelW, 0);
  builder_.AddElement<std::int32_t>(field(4), kernelH, 0);
  return builder_.EndTable(start);
}

TfliteTables::Offset TfliteTables::concatOptions(int axis) {
  const auto start = builder_.StartTable();
  builder_.AddElement<std::int32_t>(field(0), axis, 0);
  return builder_.EndTable(start);
}

TfliteTables::Offset TfliteTables::activationOptions(TfliteActivation activation) {
  const auto start = builder_.StartTable();
  builder_.AddElement<std::int8_t>(field(0), static_cast<std::int8_t>(activation), 0);
  return builder_.EndTable(start);
}

TfliteTables::Offset TfliteTables::reducerOptions(bool keepDimensions) {
  const auto start = builder_.StartTable();
  builder_.AddElement<std::uint8_t>(field(0), keepDimensions, 0);
  return builder_.EndTable(start);
}

TfliteTables::Offset TfliteTables::emptyOptions() {
  const auto start = builder_.StartTable();
  return builder_.EndTable(start);
}

void TfliteTables::operation(const TfliteOperator& kind, const std::vector<int>& inputs, int output,
                             Offset options) {
  const auto [found, isNew] =
      codeOf_.try_emplace({kind.code, kind.version}, static_cast<unsigned>(codes_.size()));
  if (isNew) {
    const auto start = builder_.StartTable();
    // Old readers look at the first field, a byte; new ones at the last.
    builder_.AddElement<std::int8_t>(field(0), static_cast<std::int8_t>(std::min(kind.code, 127)), 0);
    builder_.AddElement<std::int32_t>(field(2), kind.version, 1);
    builder_.AddElement<std::int32_t>(field(3), kind.code, 0);
    codes_.push_back(builder_.EndTable(start));
  }
  const auto inputVector = builder_.CreateVector(inputs);
  const auto outputVector = builder_.CreateVector(std::vector<int>{output});
  const auto start = builder_.StartTable();
  builder_.AddElement<std::uint32_t>(field(0), found->second, 0);
  builder_.AddOffset(field(1), inputVector);
  builder_.AddOffset(field(2), outputVector);
  builder_.AddElement<std::uint8_t>(field(3), static_cast<std::uint8_t>(kind.optionsType), 0);
  builder_.AddOffset(field(4), options);
  operators_.push_back(builder_.EndTable(start));
}

TfliteTables::Offset TfliteTables::metadata(const char* name, std::string_view content) {
  const unsigned index = buffer(std::as_bytes(std::span(content)));
  const auto nameString = builder_.CreateString(name);
  const auto start = builder_.StartTable();
  builder_.AddOffset(field(0), nameString);
  builder_.AddElement<std::uint32_t>(field(1), index, 0);
  return builder_.EndTable(start);
}

std::string TfliteTables::finish(int input, int output, const std::string& card) {
  std::vector<std::pair<int, int>> used;
  for (const auto& [code, index] : codeOf_) used.push_back(code);
  // A field of this size, as converters write it: the version and zeros.
  std::string runtime = tfliteRuntimeOf(used);
  runtime.resize(kTfliteRuntimeBytes, '\0');
  const std::vector<Offset> metadata = {this->metadata("min_runtime_version", runtime),
                                        this->metadata("kinglet_card", card)};

  const auto tensors = builder_.CreateVector(tensors_);
  const auto inputs = builder_.CreateVector(std::vector<int>{input});
  const auto outputs = builder_.CreateVector(std::vector<int>{output});
  const auto operators = builder_.CreateVector(operators_);
  const auto name = builder_.CreateString("main");
  auto start = builder_.StartTable();
  builder_.AddOffset(field(0), tensors);
  builder_.AddOffset(field(1), inputs);
  builder_.AddOffset(field(2), outputs);
  builder_.AddOffset(field(3), operators);
  builder_.AddOffset(field(4), name);
  const std::vector<Offset> graphs = {builder_.EndTable(start)};

  const auto codes = builder_.CreateVector(codes_);
  const auto graphVector = builder_.CreateVector(graphs);
  const auto description = builder_.CreateString("Made by Kinglet");
  const auto buffers = builder_.CreateVector(buffers_);
  const auto metadataVector = builder_.CreateVector(metadata);
  start = builder_.StartTable();
  builder_.AddElement<std::uint32_t>(field(0), 3, 0);
  builder_.AddOffset(field(1), codes);
  builder_.AddOffset(field(2), graphVector);
  builder_.AddOffset(field(3), description);
  builder_.AddOffset(field(4), buffers);
  builder_.AddOffset(field(6), metadataVector);
  builder_.Finish(flatbuffers::Offset<void>(builder_.EndTable(start)), "TFL3");
  return {reinterpret_cast<const char*>(builder_.GetBufferPointer()), builder_.GetSize()};
}

}  // namespace kinglet::deploy
