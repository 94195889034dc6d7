// A candidate and the same with one parameter changed, beside each other: what is told is what the parameter means.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/random.h"
#include "network/comparison/comparison.h"
#include "space/audio_space.h"

namespace kinglet::space {
namespace {

using network::Layer;
using network::LayerChange;
using network::NetworkSpec;
using Names = std::vector<std::string>;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::map<std::string, Layer> byName(const NetworkSpec& net) {
  std::map<std::string, Layer> layers;
  for (const Layer& layer : net.layers()) layers[layer.name] = layer;
  return layers;
}

// A second opinion, which knows layers by their names: the space calls the same part of a block the same.
bool sameChoice(const Layer& a, const Layer& b) {
  const bool filters = a.kind == network::LayerKind::depthwise || a.filters == b.filters;
  return a.kind == b.kind && filters && a.kernelH == b.kernelH && a.kernelW == b.kernelW &&
         a.strideH == b.strideH && a.strideW == b.strideW && a.activation == b.activation &&
         a.units == b.units && a.begin == b.begin && a.dilation == b.dilation;
}

struct Told {
  Names added, removed, edited, moved;
};

Told told(const NetworkSpec& a, const NetworkSpec& b) {
  Told told;
  for (const auto& row : compareNetworks(a, b).layers) {
    const std::string& name = row.after >= 0 ? b.layers()[static_cast<std::size_t>(row.after)].name
                                             : a.layers()[static_cast<std::size_t>(row.before)].name;
    if (row.change == LayerChange::added) told.added.push_back(name);
    if (row.change == LayerChange::removed) told.removed.push_back(name);
    if (row.change == LayerChange::edited) told.edited.push_back(name);
    if (row.change == LayerChange::movedHere) told.moved.push_back(name);
  }
  return told;
}

Told expected(const NetworkSpec& a, const NetworkSpec& b) {
  Told told;
  const auto before = byName(a), after = byName(b);
  for (const Layer& layer : a.layers())
    if (!after.contains(layer.name)) told.removed.push_back(layer.name);
  for (const Layer& layer : b.layers()) {
    const auto found = before.find(layer.name);
    if (found == before.end())
      told.added.push_back(layer.name);
    else if (!sameChoice(found->second, layer))
      told.edited.push_back(layer.name);
  }
  return told;
}

// Every change of a parameter of every block but its type, on random candidates.
TEST(OneParameter, IsToldAsTheLayersThatItChanges) {
  const SearchSpace space = audioSpace();
  base::Random random(11);
  int compared = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const Genome genome = space.canonical(space.sample(random));
    const NetworkSpec first = decode(space, genome, {}, 10).network;
    for (int p = 0; p < static_cast<int>(space.parameters().size()); ++p) {
      const Parameter& parameter = space.parameters()[static_cast<std::size_t>(p)];
      if (!space.isActive(genome, p) || parameter.name.ends_with("_type")) continue;
      Genome other = genome;
      int& choice = other[static_cast<std::size_t>(p)];
      choice = (choice + 1) % static_cast<int>(parameter.values.size());
      // Blocks that come to be have all their parameters from the genome; one at a time.
      if (parameter.name == "num_blocks" && choice == 0) continue;
      const NetworkSpec second = decode(space, space.canonical(other), {}, 10).network;
      const Told it = told(first, second), want = expected(first, second);
      // A shuffle unit of another width may be built of other parts, of which some are like the old ones: no one right
      // answer.
      const bool rebuilt = parameter.name.ends_with("_width") && !want.added.empty() && !want.removed.empty();
      if (rebuilt) continue;
      const std::string what = parameter.name + " of " + space.genomeToJson(genome);
      // Where no layer is new or gone, each is known again for certain.
      EXPECT_EQ(it.added.size(), want.added.size()) << what;
      EXPECT_EQ(it.removed.size(), want.removed.size()) << what;
      EXPECT_THAT(it.moved, IsEmpty()) << what;
      EXPECT_EQ(it.edited.size(), want.edited.size()) << what;
      if (want.added.empty() && want.removed.empty()) {
        EXPECT_EQ(it.edited, want.edited) << what;
      }
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000);
}

// What each parameter means, told by hand.
TEST(OneParameter, MeansWhatItSays) {
  const SearchSpace space = audioSpace(4);
  const auto candidate = [&](const std::string& changed, const Value& value) {
    Genome genome = space.genomeFromJson(R"({"n_mels": 32, "hop_ms": 10, "clip_s": 1, "stem_type": "conv2d",
      "stem_filters": 8, "stem_kernel": 3, "stem_stride": 2, "num_blocks": 3,
      "b1_type": "dwsep", "b1_width": 16, "b1_kernel": 3, "b1_stride": 1, "b1_se": 0, "b1_skip": 0,
      "b2_type": "dwsep", "b2_width": 24, "b2_kernel": 3, "b2_stride": 2, "b2_se": 0, "b2_skip": 0,
      "b3_type": "dwsep", "b3_width": 32, "b3_kernel": 5, "b3_stride": 1, "b3_se": 0, "b3_skip": 0,
      "head_units": 0})");
    if (!changed.empty()) {
      const int index = space.indexOf(changed);
      const auto& values = space.parameters()[static_cast<std::size_t>(index)].values;
      const auto found = std::find(values.begin(), values.end(), value);
      EXPECT_NE(found, values.end()) << changed;
      genome[static_cast<std::size_t>(index)] = static_cast<int>(found - values.begin());
    }
    return decode(space, genome, {}, 10).network;
  };
  const NetworkSpec first = candidate("", 0.0);
  const auto change = [&](const std::string& parameter, const Value& value) {
    return told(first, candidate(parameter, value));
  };
  EXPECT_THAT(change("n_mels", 64.0).edited, IsEmpty());
  EXPECT_THAT(change("stem_filters", 16.0).edited, ElementsAre("stem/conv"));
  EXPECT_THAT(change("b2_width", 32.0).edited, ElementsAre("block2/pointwise"));
  EXPECT_THAT(change("b2_kernel", 5.0).edited, ElementsAre("block2/depthwise"));
  EXPECT_THAT(change("b1_stride", 2.0).edited, ElementsAre("block1/depthwise"));
  EXPECT_THAT(change("b2_se", 1.0).added, ElementsAre("block2/squeeze"));
  EXPECT_THAT(change("b2_se", 1.0).edited, IsEmpty());
  EXPECT_THAT(change("head_units", 32.0).added, ElementsAre("head/hidden"));
  EXPECT_THAT(change("num_blocks", 4.0).added.size(),
              1u);  // b4 is a plain convolution as it stands in the genome
  EXPECT_THAT(change("num_blocks", 2.0).removed, ElementsAre("block3/depthwise", "block3/pointwise"));
  const Told skip = change("b3_skip", 1.0);
  EXPECT_THAT(skip.added, ElementsAre("block3/skip", "block3/add"));
  EXPECT_THAT(skip.edited, ElementsAre("block3/pointwise"));  // the rectifier now stands behind the sum
  const Told stem = change("stem_type", std::string("conv1d_time"));
  EXPECT_THAT(stem.added, ElementsAre("stem/frequency_to_channels"));
  EXPECT_EQ(stem.edited.front(), "stem/conv");
  const Told type = change("b2_type", std::string("conv"));
  EXPECT_EQ(type.removed.size(), 1u);
  EXPECT_EQ(type.edited.size(), 1u);
  EXPECT_THAT(type.added, IsEmpty());
}

}  // namespace
}  // namespace kinglet::space
