// Two networks beside each other: known edits are found, those and no others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>

#include "base/random.h"
#include "network/baselines.h"
#include "network/comparison/comparison.h"
#include "network/every_kind.h"

namespace kinglet::network {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Names = std::vector<std::string>;
constexpr Shape kInput{49, 40, 1};

// Names of the layers of which this is said: of the second network, of what was removed of the first.
Names namesOf(const NetworkSpec& a, const NetworkSpec& b, const NetworkComparison& result,
              LayerChange change) {
  Names names;
  for (const ComparedLayer& row : result.layers)
    if (row.change == change)
      names.push_back(row.after >= 0 ? b.layers()[static_cast<std::size_t>(row.after)].name
                                     : a.layers()[static_cast<std::size_t>(row.before)].name);
  return names;
}

struct Told {
  Names added, removed, edited, follows, moved;
  NetworkComparison result;
};

// Of any comparison: every layer of either stands in one row, in its order, and one that moved in two.
void expectWhole(const NetworkSpec& a, const NetworkSpec& b, const NetworkComparison& result) {
  std::vector<int> before, after;
  for (const ComparedLayer& row : result.layers) {
    const bool hasBefore = row.change != LayerChange::added && row.change != LayerChange::movedHere;
    const bool hasAfter = row.change != LayerChange::removed && row.change != LayerChange::movedAway;
    if (hasBefore) before.push_back(row.before);
    if (hasAfter) after.push_back(row.after);
    EXPECT_EQ(row.change == LayerChange::edited, !row.edits.empty());
  }
  ASSERT_EQ(before.size(), a.layers().size());
  ASSERT_EQ(after.size(), b.layers().size());
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i], static_cast<int>(i));
  for (std::size_t j = 0; j < after.size(); ++j) EXPECT_EQ(after[j], static_cast<int>(j));
  EXPECT_EQ(result.count(LayerChange::movedHere), result.count(LayerChange::movedAway));
}

Told told(const NetworkSpec& a, const NetworkSpec& b) {
  Told told;
  told.result = compareNetworks(a, b);
  expectWhole(a, b, told.result);
  const auto names = [&](LayerChange change) { return namesOf(a, b, told.result, change); };
  told.added = names(LayerChange::added);
  told.removed = names(LayerChange::removed);
  told.edited = names(LayerChange::edited);
  told.follows = names(LayerChange::follows);
  told.moved = names(LayerChange::movedHere);
  return told;
}

std::vector<LayerEdit> editsOf(const NetworkSpec& b, const NetworkComparison& result,
                               const std::string& name) {
  for (const ComparedLayer& row : result.layers)
    if (row.after >= 0 && b.layers()[static_cast<std::size_t>(row.after)].name == name) return row.edits;
  return {};
}

// The same network with its layers edited; names of all become "layer N" when `rename`, so that nothing but structure
// is left to go by.
NetworkSpec edited(const NetworkSpec& net, const std::function<void(Layer&)>& edit, bool rename = false) {
  NetworkSpec made(net.name(), net.input());
  for (Layer layer : net.layers()) {
    edit(layer);
    if (rename) layer.name = "layer " + std::to_string(made.layers().size());
    made.add(std::move(layer));
  }
  return made;
}

// With these layers, a chain, behind layer `at`; whoever read that one reads the chain's end.
NetworkSpec inserted(const NetworkSpec& net, int at, const std::vector<Layer>& chain, bool rename = false) {
  NetworkSpec made(net.name(), net.input());
  const int more = static_cast<int>(chain.size());
  for (int i = 0; i < static_cast<int>(net.layers().size()); ++i) {
    Layer layer = net.layers()[static_cast<std::size_t>(i)];
    for (int& input : layer.inputs)
      if (input >= at && i > at) input += more;
    if (rename) layer.name = "layer " + std::to_string(made.layers().size());
    made.add(std::move(layer));
    if (i != at) continue;
    for (Layer extra : chain) {
      extra.inputs = {static_cast<int>(made.layers().size()) - 1};
      if (rename) extra.name = "layer " + std::to_string(made.layers().size());
      made.add(std::move(extra));
    }
  }
  return made;
}

std::vector<Layer> separable(const std::string& name, int filters, int kernel = 3) {
  return {{.kind = LayerKind::depthwise,
           .name = name + "/depthwise",
           .kernelH = kernel,
           .kernelW = kernel,
           .activation = Activation::relu6,
           .batchNorm = true},
          {.kind = LayerKind::pointwise,
           .name = name + "/pointwise",
           .filters = filters,
           .activation = Activation::relu6,
           .batchNorm = true}};
}

int indexOf(const NetworkSpec& net, const std::string& name) {
  for (std::size_t i = 0; i < net.layers().size(); ++i)
    if (net.layers()[i].name == name) return static_cast<int>(i);
  throw std::runtime_error("no layer " + name);
}

std::vector<NetworkSpec> baselines() {
  return {mobileNetV1(0.25, kInput, 10),
          mobileNetV2(0.35, kInput, 10),
          dsCnn(kInput, 10),
          mlperfTiny("ic"),
          mlperfTiny("ad"),
          mlperfTiny("sww")};
}

TEST(Comparison, ANetworkIsAlikeToItselfWhateverItsLayersAreCalled) {
  for (const NetworkSpec& net : baselines()) {
    const NetworkSpec renamed = edited(
        net, [](Layer&) {}, true);
    for (const NetworkSpec& other : {net, renamed}) {
      const auto result = told(net, other).result;
      EXPECT_TRUE(result.alike()) << net.name();
      EXPECT_EQ(result.count(LayerChange::same), static_cast<int>(net.layers().size())) << net.name();
    }
  }
  EXPECT_TRUE(compareNetworks({}, {}).layers.empty());
}

// A kind that computes the same in another word is the same network.
TEST(Comparison, GoesByWhatALayerComputes) {
  const NetworkSpec net = networkWith(LayerKind::pointwise);
  const NetworkSpec other = edited(net, [](Layer& layer) {
    if (layer.kind == LayerKind::pointwise) layer.kind = LayerKind::conv2d;
  });
  ASSERT_EQ(net.fingerprint(), other.fingerprint());
  EXPECT_TRUE(compareNetworks(net, other).alike());
}

// Wherever it is put in, also among blocks that are equal to it but for a figure, and under any names.
TEST(Comparison, AnInsertedBlockIsItsLayersAdded) {
  const NetworkSpec net = mobileNetV1(0.25, kInput, 10);
  for (int block = 1; block <= 13; ++block) {
    const int at = indexOf(net, "block" + std::to_string(block) + "/pointwise");
    const int filters = net.shapeOf(at).c;
    for (const int kernel : {3, 5}) {
      const NetworkSpec other = inserted(net, at, separable("new", filters, kernel));
      const Told it = told(net, other);
      EXPECT_EQ(it.added.size(), 2u) << block;
      if (kernel == 5) {
        EXPECT_THAT(it.added, ElementsAre("new/depthwise", "new/pointwise"));
      }
      EXPECT_THAT(it.removed, IsEmpty()) << block;
      EXPECT_THAT(it.edited, IsEmpty()) << block;
      EXPECT_THAT(it.moved, IsEmpty()) << block;
      EXPECT_THAT(it.follows, IsEmpty()) << block;
      const Told back = told(other, net);
      EXPECT_EQ(back.removed.size(), 2u) << block;
      EXPECT_THAT(back.added, IsEmpty()) << block;
      EXPECT_THAT(back.edited, IsEmpty()) << block;
      const NetworkSpec renamed = inserted(net, at, separable("new", filters, kernel), true);
      const auto result = told(net, renamed).result;
      EXPECT_EQ(result.count(LayerChange::added), 2) << block;
      EXPECT_EQ(result.count(LayerChange::same), static_cast<int>(net.layers().size())) << block;
    }
  }
}

// A block with a skip, put in behind one: the sums after it read what they read.
TEST(Comparison, AnInsertedResidualBlockIsItsLayersAdded) {
  const NetworkSpec net = mobileNetV2(0.35, kInput, 10);
  const int at = indexOf(net, "block8/add"), channels = net.shapeOf(at).c;
  NetworkSpec other(net.name(), net.input());
  for (int i = 0; i < static_cast<int>(net.layers().size()); ++i) {
    Layer layer = net.layers()[static_cast<std::size_t>(i)];
    for (int& input : layer.inputs)
      if (input >= at && i > at) input += 4;
    other.add(std::move(layer));
    if (i != at) continue;
    int last = other.add({.kind = LayerKind::pointwise,
                          .name = "new/expand",
                          .inputs = {at},
                          .filters = 4 * channels,
                          .activation = Activation::relu6,
                          .batchNorm = true});
    last = other.add({.kind = LayerKind::depthwise,
                      .name = "new/depthwise",
                      .inputs = {last},
                      .kernelH = 3,
                      .kernelW = 3,
                      .activation = Activation::relu6,
                      .batchNorm = true});
    last = other.add({.kind = LayerKind::pointwise,
                      .name = "new/project",
                      .inputs = {last},
                      .filters = channels,
                      .batchNorm = true});
    other.add({.kind = LayerKind::add, .name = "new/add", .inputs = {last, at}});
  }
  const Told it = told(net, other);
  EXPECT_THAT(it.added, ElementsAre("new/expand", "new/depthwise", "new/project", "new/add"));
  EXPECT_EQ(it.result.count(LayerChange::same), static_cast<int>(net.layers().size()));
}

TEST(Comparison, AWidenedLayerIsEditedAndWhatReadsItFollows) {
  const NetworkSpec net = dsCnn(kInput, 10);
  const NetworkSpec other = edited(net, [](Layer& layer) {
    if (layer.name == "block2/pointwise") layer.filters = 96;
  });
  const Told it = told(net, other);
  EXPECT_THAT(it.edited, ElementsAre("block2/pointwise"));
  EXPECT_THAT(it.follows, ElementsAre("block3/depthwise", "block3/pointwise"));
  EXPECT_THAT(editsOf(other, it.result, "block2/pointwise"),
              ElementsAre(LayerEdit{LayerFigure::filters, "64", "96"}));
  EXPECT_EQ(it.result.layers.size(), net.layers().size());
}

// A wider MobileNet is the same network with other numbers of filters; depthwise layers follow.
TEST(Comparison, AWiderBaselineIsItsFiltersEdited) {
  for (const auto make : {mobileNetV1, mobileNetV2}) {
    const NetworkSpec net = make(0.35, kInput, 10), other = make(0.5, kInput, 10);
    const auto result = told(net, other).result;
    EXPECT_EQ(result.layers.size(), net.layers().size());
    for (const ComparedLayer& row : result.layers) {
      EXPECT_EQ(row.before, row.after);
      for (const LayerEdit& edit : row.edits) EXPECT_EQ(edit.figure, LayerFigure::filters);
      if (net.layers()[static_cast<std::size_t>(row.before)].kind == LayerKind::depthwise) {
        EXPECT_NE(row.change, LayerChange::edited);
      }
    }
  }
}

TEST(Comparison, AStrideIsOneEditedLayer) {
  for (const NetworkSpec& net : {dsCnn(kInput, 10), mobileNetV1(0.25, kInput, 10)}) {
    const NetworkSpec other = edited(net, [](Layer& layer) {
      if (layer.name == "block3/depthwise") layer.strideH = layer.strideW = 2;
    });
    const Told it = told(net, other);
    EXPECT_THAT(it.edited, ElementsAre("block3/depthwise"));
    EXPECT_THAT(editsOf(other, it.result, "block3/depthwise"),
                ElementsAre(LayerEdit{LayerFigure::stride, "1x1", "2x2"}));
    EXPECT_THAT(it.added, IsEmpty());
    EXPECT_THAT(it.removed, IsEmpty());
    // Up to the pooled map, which is the same again.
    EXPECT_EQ(it.follows.front(), "block3/pointwise");
    EXPECT_EQ(it.follows.back(), "head/pool");
  }
}

TEST(Comparison, AKernelIsOneEditedLayer) {
  const NetworkSpec net = mobileNetV2(0.35, kInput, 10);
  const NetworkSpec other = edited(
      net,
      [](Layer& layer) {
        if (layer.name == "block7/depthwise") layer.kernelH = layer.kernelW = 5;
      },
      true);
  const Told it = told(net, other);
  const auto name = "layer " + std::to_string(indexOf(net, "block7/depthwise"));
  EXPECT_THAT(it.edited, ElementsAre(name));
  EXPECT_THAT(editsOf(other, it.result, name), ElementsAre(LayerEdit{LayerFigure::kernel, "3x3", "5x5"}));
  EXPECT_THAT(it.follows, IsEmpty());
  EXPECT_EQ(it.result.layers.size(), net.layers().size());
}

// From a convolution over the plane to one over time with frequency as channels.
TEST(Comparison, ASwappedStemIsOneEditedLayerAndWhatItNeeds) {
  const NetworkSpec net = dsCnn(kInput, 10);
  NetworkSpec other("swapped", kInput);
  other.add({.kind = LayerKind::frequencyToChannels, .name = "turn"});
  Layer stem = net.layers()[0];
  stem.kind = LayerKind::conv1dTime;
  stem.inputs = {0};
  other.add(stem);
  for (std::size_t i = 1; i < net.layers().size(); ++i) {
    Layer layer = net.layers()[i];
    for (int& input : layer.inputs) ++input;
    other.add(layer);
  }
  const Told it = told(net, other);
  EXPECT_THAT(it.added, ElementsAre("turn"));
  EXPECT_THAT(it.edited, ElementsAre("stem"));
  EXPECT_THAT(it.removed, IsEmpty());
  const auto edits = editsOf(other, it.result, "stem");
  ASSERT_FALSE(edits.empty());
  EXPECT_EQ(edits[0], (LayerEdit{LayerFigure::kind, "conv", "conv1d_time"}));
}

NetworkSpec chainOf(const std::vector<std::pair<int, int>>& blocks) {
  NetworkSpec net("chain", kInput);
  net.add({.kind = LayerKind::conv2d,
           .name = "stem",
           .filters = 16,
           .kernelH = 3,
           .kernelW = 3,
           .activation = Activation::relu6});
  for (const auto& [filters, kernel] : blocks)
    for (Layer layer : separable(std::to_string(filters) + "x" + std::to_string(kernel), filters, kernel)) {
      layer.inputs = {static_cast<int>(net.layers().size()) - 1};
      net.add(layer);
    }
  net.add({.kind = LayerKind::globalAveragePool,
           .name = "pool",
           .inputs = {static_cast<int>(net.layers().size()) - 1}});
  net.add({.kind = LayerKind::dense,
           .name = "classes",
           .inputs = {static_cast<int>(net.layers().size()) - 1},
           .filters = 10});
  return net;
}

TEST(Comparison, AMovedBlockIsMovedAndNothingElse) {
  const NetworkSpec net = chainOf({{24, 3}, {32, 5}, {40, 3}, {48, 7}, {56, 3}});
  const NetworkSpec later = chainOf({{24, 3}, {40, 3}, {48, 7}, {32, 5}, {56, 3}});
  for (const bool rename : {false, true}) {
    const NetworkSpec other = edited(
        later, [](Layer&) {}, rename);
    const Told it = told(net, other);
    EXPECT_EQ(it.moved.size(), 2u);
    if (!rename) {
      EXPECT_THAT(it.moved, ElementsAre("32x5/depthwise", "32x5/pointwise"));
    }
    EXPECT_THAT(it.added, IsEmpty());
    EXPECT_THAT(it.removed, IsEmpty());
    EXPECT_THAT(it.edited, IsEmpty());
    EXPECT_EQ(told(other, net).moved.size(), 2u);
  }
}

TEST(Comparison, AMovedLayerIsMovedAndNothingElse) {
  const NetworkSpec net = chainOf({{24, 3}, {24, 5}, {24, 7}, {24, 9}});
  const Layer gate{.kind = LayerKind::squeezeExcite, .name = "gate", .units = 6};
  const Told it = told(inserted(net, 2, {gate}), inserted(net, 6, {gate}));
  EXPECT_THAT(it.moved, ElementsAre("gate"));
  EXPECT_THAT(it.edited, IsEmpty());
  EXPECT_EQ(it.result.layers.size(), net.layers().size() + 2);
}

// The skip begins elsewhere, nothing else: the sum is told, by the names of what it reads.
TEST(Comparison, AnotherInputIsAnEdit) {
  const NetworkSpec net = mlperfTiny("ic");
  const NetworkSpec other = edited(net, [&](Layer& layer) {
    if (layer.name == "block1/add") layer.inputs[1] = indexOf(net, "block1/conv1");
  });
  ASSERT_NE(net.fingerprint(), other.fingerprint());
  const Told it = told(net, other);
  EXPECT_THAT(it.edited, ElementsAre("block1/add"));
  EXPECT_THAT(
      editsOf(other, it.result, "block1/add"),
      ElementsAre(LayerEdit{LayerFigure::inputs, "block1/conv2, stem", "block1/conv2, block1/conv1"}));
  EXPECT_THAT(it.follows, IsEmpty());
}

TEST(Comparison, NetworksWithNothingInCommonAreTakenAwayAndPutIn) {
  const NetworkSpec net = mlperfTiny("ad"), other = chainOf({{24, 3}, {32, 5}});
  const Told it = told(net, other);
  EXPECT_FALSE(it.result.alike());
  EXPECT_THAT(it.moved, IsEmpty());
  EXPECT_EQ(it.removed.size(), net.layers().size() - 1);  // the last is a dense layer in both
  EXPECT_EQ(it.added.size(), other.layers().size() - 1);
  // Of unlike families a few layers are the same thing; nothing is lost or told twice.
  told(mobileNetV1(0.25, kInput, 10), mobileNetV2(0.35, kInput, 10));
  told(mlperfTiny("sww"), mlperfTiny("vww"));
  EXPECT_EQ(told({}, net).added.size(), net.layers().size());
  EXPECT_EQ(told(net, {}).removed.size(), net.layers().size());
}

// One figure of every kind that has one of its own.
TEST(Comparison, TheFigureOfEveryKindIsToldAsAnEdit) {
  for (const LayerKind kind : allLayerKinds()) {
    int Layer::*figure = traitsOf(kind).figure;
    if (!figure) continue;
    const NetworkSpec net = networkWith(kind);
    const NetworkSpec other = edited(net, [&](Layer& layer) {
      if (layer.name == "it") layer.*figure = layer.*figure == 2 ? 1 : 2;
    });
    const Told it = told(net, other);
    EXPECT_THAT(it.edited, ElementsAre("it")) << toText(kind);
    EXPECT_EQ(editsOf(other, it.result, "it").size(), 1u) << toText(kind);
  }
}

TEST(Comparison, HundredsOfLayersTakeNoTime) {
  base::Random random(7);
  const auto deep = [&] {
    std::vector<std::pair<int, int>> blocks;
    for (int b = 0; b < 250; ++b) blocks.emplace_back(8 * (1 + random.below(4)), 3);
    NetworkSpec net("deep", kInput);
    net.add({.kind = LayerKind::conv2d, .name = "stem", .filters = 16, .kernelH = 3, .kernelW = 3});
    for (const auto& [filters, kernel] : blocks)
      for (Layer layer : separable(std::to_string(net.layers().size()), filters, kernel)) {
        layer.inputs = {static_cast<int>(net.layers().size()) - 1};
        net.add(layer);
      }
    return net;
  };
  const NetworkSpec net = deep(), other = deep();
  const auto begun = std::chrono::steady_clock::now();
  told(net, other);
  const NetworkSpec longer = inserted(net, 301, separable("new", 40, 5));
  EXPECT_THAT(told(net, longer).added, ElementsAre("new/depthwise", "new/pointwise"));
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(), 5);
}

}  // namespace
}  // namespace kinglet::network
