// What must hold of every kind of layer, a new one too.
#include "network/layer_traits.h"

#include <gtest/gtest.h>

#include <set>

#include "every_kind.h"
#include "network/cost.h"

namespace kinglet::network {
namespace {

TEST(EveryKind, HasAnOwnText) {
  std::set<std::string> texts;
  for (const LayerKind kind : allLayerKinds()) {
    EXPECT_FALSE(std::string(toText(kind)).empty()) << static_cast<int>(kind);
    EXPECT_TRUE(texts.insert(toText(kind)).second) << toText(kind);
  }
}

TEST(EveryKind, ComesBackFromItsStoredForm) {
  for (const LayerKind kind : allLayerKinds()) {
    NetworkSpec net = networkWith(kind);
    const NetworkSpec again = NetworkSpec::fromJson(net.toJson());
    EXPECT_EQ(again.toJson(), net.toJson());
    EXPECT_EQ(again.fingerprint(), net.fingerprint()) << net.name();
    EXPECT_EQ(layerNamed(again, "it").kind, kind);
  }
}

TEST(EveryKind, FigureOfItsOwnIsStoredAndPartOfTheFingerprint) {
  for (const LayerKind kind : allLayerKinds()) {
    int Layer::*figure = traitsOf(kind).figure;
    if (!figure) continue;
    const NetworkSpec net = networkWith(kind);
    const auto with = [&](int value) {
      NetworkSpec changed(net.name(), net.input());
      for (Layer layer : net.layers()) {
        if (layer.name == "it") layer.*figure = value;
        changed.add(layer);
      }
      return NetworkSpec::fromJson(changed.toJson());
    };
    EXPECT_EQ(layerNamed(with(1), "it").*figure, 1) << net.name();
    EXPECT_NE(with(1).fingerprint(), net.fingerprint()) << net.name();
  }
}

TEST(EveryKind, WithWeightsCosts) {
  for (const LayerKind kind : allLayerKinds()) {
    const NetworkSpec net = networkWith(kind);
    const NetworkCost cost = costOf(net);
    for (std::size_t i = 0; i < net.layers().size(); ++i) {
      const Layer& layer = net.layers()[i];
      const LayerCost& one = cost.layers[i];
      SCOPED_TRACE(net.name() + ": " + layer.name);
      EXPECT_EQ(one.macs > 0, layer.hasWeights());
      EXPECT_EQ(one.params > 0, layer.hasWeights());
      EXPECT_EQ(one.weightBytes > 0, layer.hasWeights());
      EXPECT_EQ(one.readBytes > 0 && one.writtenBytes > 0, traitsOf(layer.kind).operators > 0);
      EXPECT_GE(one.liveBytes, layer.out.elements());
      // A tensor "weight" holds all parameters but the biases; a gate's have other names.
      long weights = 1;
      for (const int side : weightShape(layer)) weights *= side;
      if (!weightShape(layer).empty()) {
        EXPECT_EQ(one.params, weights + layer.out.c);
      }
    }
  }
}

}  // namespace
}  // namespace kinglet::network
