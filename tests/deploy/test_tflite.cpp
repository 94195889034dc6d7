#include <flatbuffers/flatbuffers.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.h"
#include "deploy/tflite/tflite.h"
#include "network/baselines.h"
#include "random_model.h"

namespace kinglet::deploy {
namespace {

using flatbuffers::Table;
template <class T>
using Vector = flatbuffers::Vector<T>;
using Tables = Vector<flatbuffers::Offset<Table>>;

flatbuffers::voffset_t field(int number) {
  return static_cast<flatbuffers::voffset_t>(4 + 2 * number);
}

// What the file says of its first or last tensor, read by the schema's field numbers.
struct Port {
  std::vector<int> shape;
  int type;
};

class File {
 public:
  explicit File(std::string bytes) : bytes_(std::move(bytes)) {
    model_ = flatbuffers::GetRoot<Table>(bytes_.data());
    graph_ = model_->GetPointer<const Tables*>(field(2))->Get(0);
  }
  bool named() const { return flatbuffers::BufferHasIdentifier(bytes_.data(), "TFL3"); }
  unsigned version() const { return model_->GetField<std::uint32_t>(field(0), 0); }
  Port port(int ports) const {
    const int index = graph_->GetPointer<const Vector<std::int32_t>*>(field(ports))->Get(0);
    const Table* tensor = tensors()->Get(index);
    const auto* shape = tensor->GetPointer<const Vector<std::int32_t>*>(field(0));
    return {{shape->begin(), shape->end()}, tensor->GetField<std::int8_t>(field(1), 0)};
  }
  std::vector<int> operators() const {
    std::vector<int> codes;
    for (const Table* op : *graph_->GetPointer<const Tables*>(field(3))) {
      const auto index = op->GetField<std::uint32_t>(field(0), 0);
      codes.push_back(
          model_->GetPointer<const Tables*>(field(1))->Get(index)->GetField<std::int32_t>(field(3), 0));
    }
    return codes;
  }
  // Of the convolutions: how far apart their rows of taps lie.
  std::vector<int> dilations() const {
    std::vector<int> all;
    const std::vector<int> codes = operators();
    const auto* ops = graph_->GetPointer<const Tables*>(field(3));
    for (unsigned i = 0; i < ops->size(); ++i)
      if (codes[i] == 3)
        all.push_back(ops->Get(i)->GetPointer<const Table*>(field(4))->GetField<std::int32_t>(field(5), 1));
    return all;
  }
  // What is kept under a name beside the graph.
  std::string metadata(const std::string& name) const {
    for (const Table* entry : *model_->GetPointer<const Tables*>(field(6))) {
      if (entry->GetPointer<const flatbuffers::String*>(field(0))->str() != name) continue;
      const auto* data = model_->GetPointer<const Tables*>(field(4))
                             ->Get(entry->GetField<std::uint32_t>(field(1), 0))
                             ->GetPointer<const Vector<std::uint8_t>*>(field(0));
      return {reinterpret_cast<const char*>(data->data()), data->size()};
    }
    return {};
  }
  // Bytes of constants of a type.
  long constants(int type) const {
    long sum = 0;
    const auto* buffers = model_->GetPointer<const Tables*>(field(4));
    for (const Table* tensor : *tensors()) {
      const auto* data = buffers->Get(tensor->GetField<std::uint32_t>(field(2), 0))
                             ->GetPointer<const Vector<std::uint8_t>*>(field(0));
      if (data && tensor->GetField<std::int8_t>(field(1), 0) == type) sum += data->size();
    }
    return sum;
  }

 private:
  const Tables* tensors() const { return graph_->GetPointer<const Tables*>(field(0)); }
  std::string bytes_;
  const Table *model_, *graph_;
};

class Tflite : public testing::Test {
 protected:
  ~Tflite() override { std::filesystem::remove(path_); }
  File read() const { return File(base::readText(path_)); }
  const std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) / ("kinglet_" + std::to_string(::getpid()) + ".tflite");
};

constexpr int kFloat = 0, kInt32 = 2, kInt8 = 9;

// What the files compute is checked by the export benchmark, in LiteRT.
TEST_F(Tflite, FollowsThePublishedSchema) {
  const auto network = network::mlperfTiny("kws");
  const Graph graph = buildGraph(randomModel(network, 2));
  base::Random random(3);
  const std::vector<std::vector<float>> inputs(2, randomInput(network.input(), random));
  const QuantizedGraph quantized = quantize(graph, inputs);
  // The published int8 model's operators, with a mean for its average pool and a convolution for its dense
  // layer.
  const std::vector<int> layers = {3, 4, 3, 4, 3, 4, 3, 4, 3, 40, 3, 22};

  writeTflite(graph, path_);
  File file = read();
  EXPECT_TRUE(file.named());
  EXPECT_EQ(file.version(), 3u);
  EXPECT_EQ(file.port(1).shape, (std::vector<int>{1, 49, 10, 1}));
  EXPECT_EQ(file.port(1).type, kFloat);
  EXPECT_EQ(file.port(2).shape, (std::vector<int>{1, 12}));
  EXPECT_EQ(file.operators(), layers);

  writeTflite(quantized, Ends::int8, path_, "a card");
  file = read();
  EXPECT_EQ(file.port(1).type, kInt8);
  EXPECT_EQ(file.port(2).type, kInt8);
  EXPECT_EQ(file.operators(), layers);
  EXPECT_EQ(file.constants(kInt8), 22016);                // as the published model's
  EXPECT_EQ(file.constants(kInt32), 2352 + 4 * (2 + 2));  // biases; axes of the mean, shape of the logits

  writeTflite(quantized, Ends::real, path_);
  file = read();
  EXPECT_EQ(file.port(1).type, kFloat);
  EXPECT_EQ(file.port(2).type, kFloat);
  EXPECT_EQ(file.operators().front(), 114);
  EXPECT_EQ(file.operators().back(), 6);
}

// As converters write it: 16 bytes, and the version of the operator that came last.
TEST_F(Tflite, SaysWhichRuntimeItNeeds) {
  const auto padded = [](std::string version) {
    version.resize(16, '\0');
    return version;
  };
  const auto network = network::mlperfTiny("kws");
  const Graph graph = buildGraph(randomModel(network, 2));
  base::Random random(3);
  const std::vector<std::vector<float>> inputs(2, randomInput(network.input(), random));
  writeTflite(graph, path_, "a card");
  EXPECT_EQ(read().metadata("min_runtime_version"), padded("1.6.0"));  // of the mean
  EXPECT_EQ(read().metadata("kinglet_card"), "a card");
  writeTflite(quantize(graph, inputs), Ends::int8, path_);
  EXPECT_EQ(read().metadata("min_runtime_version"), padded("1.14.0"));
  writeTflite(buildGraph(randomModel(everyLayer(), 2)), path_);
  EXPECT_EQ(read().metadata("min_runtime_version"), padded("1.15.0"));  // of the hard swish
}

TEST_F(Tflite, WritesEveryKindOfLayer) {
  const Graph graph = buildGraph(randomModel(everyLayer(), 2));
  base::Random random(3);
  const std::vector<std::vector<float>> inputs(2, randomInput(graph.values[0].shape, random));
  writeTflite(quantize(graph, inputs), Ends::real, path_);
  const auto codes = read().operators();
  for (const int code : {0, 1, 2, 3, 4, 6, 17, 18, 22, 39, 40, 65, 114, 117})
    EXPECT_NE(std::find(codes.begin(), codes.end(), code), codes.end()) << code;
  const auto dilations = read().dilations();
  EXPECT_EQ(std::count(dilations.begin(), dilations.end(), 2), 1);
}

}  // namespace
}  // namespace kinglet::deploy
