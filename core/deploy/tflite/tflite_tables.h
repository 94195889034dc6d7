// The tables of a .tflite file, by the field numbers of its published schema. Private to the TFLite exporter.
#pragma once

#include <flatbuffers/flatbuffers.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

enum class TfliteType : std::int8_t { float32 = 0, int32 = 2, int8 = 9 };

// BuiltinOperator, and the number of its options in the union BuiltinOptions (0: none written).
struct TfliteOperator {
  int code, version, optionsType;
};

enum class TfliteActivation : std::int8_t { none = 0, relu = 1, relu6 = 3 };

// Collects tensors, constants and operators, then makes the file. Tables inside tables must be built first,
// so options are built as the operators come.
class TfliteTables {
 public:
  using Offset = flatbuffers::Offset<void>;

  // A value that is worked out; scale where it is quantised.
  int tensor(const std::string& name, const std::vector<int>& shape, TfliteType type,
             const Scale* scale = nullptr);
  int constant(const std::string& name, const std::vector<int>& shape, TfliteType type,
               std::span<const std::byte> data);
  // Quantised a channel, all zero points 0.
  int constant(const std::string& name, const std::vector<int>& shape, TfliteType type,
               std::span<const std::byte> data, const std::vector<float>& scales, int dimension);

  // Options tables; fields not named keep their defaults.
  Offset convOptions(bool same, int strideH, int strideW, int dilationH, TfliteActivation activation,
                     bool depthwise);
  Offset poolOptions(bool same, int strideH, int strideW, int kernelH, int kernelW);
  Offset concatOptions(int axis);
  Offset activationOptions(TfliteActivation activation);  // of add and mul
  Offset reducerOptions(bool keepDimensions);
  Offset emptyOptions();

  void operation(const TfliteOperator& kind, const std::vector<int>& inputs, int output, Offset options);

  // The bytes of the file.
  std::string finish(int input, int output, const std::string& card);

 private:
  static flatbuffers::voffset_t field(int number) {
    return static_cast<flatbuffers::voffset_t>(4 + 2 * number);
  }
  Offset metadata(const char* name, std::string_view content);
  unsigned buffer(std::span<const std::byte> data);
  int addTensor(const std::string& name, const std::vector<int>& shape, TfliteType type, unsigned buffer,
                const std::vector<float>& scales, const std::vector<std::int64_t>& zeros, int dimension);

  flatbuffers::FlatBufferBuilder builder_;
  std::vector<Offset> tensors_, operators_, buffers_, codes_;
  std::map<std::pair<int, int>, unsigned> codeOf_;
};

}  // namespace kinglet::deploy
