#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "network/cost.h"
#include "network/layer_traits.h"
#include "network/network_spec.h"
#include "space/audio_space.h"
#include "space/search_space.h"

namespace kinglet::space {
namespace {

using network::Layer;
using network::LayerKind;
using network::Shape;

Candidate candidateOf(const SearchSpace& space, const std::string& genome, int classes = 10) {
  return decode(space, space.genomeFromJson(genome), {}, classes);
}

const Layer* find(const Candidate& candidate, const std::string& name) {
  for (const Layer& layer : candidate.network.layers()) {
    if (layer.name == name) return &layer;
  }
  return nullptr;
}

TEST(AudioSpace, EveryGenomeHasAValidNetwork) {
  const SearchSpace space = audioSpace();
  base::Random random(1);
  std::vector<long> macs;
  for (int i = 0; i < 2000; ++i) {
    const Genome genome = space.sample(random);
    const Candidate candidate = decode(space, genome, {}, 10);
    SCOPED_TRACE(space.genomeToJson(genome));
    ASSERT_EQ(candidate.network.input(), candidate.input.shape());
    ASSERT_EQ(candidate.network.output(), (Shape{1, 1, 10}));
    const auto cost = network::costOf(candidate.network);
    ASSERT_GT(cost.macs, 0);
    ASSERT_GT(cost.peakRamBytes, candidate.input.shape().elements());
    ASSERT_EQ(network::NetworkSpec::fromJson(candidate.network.toJson()).fingerprint(),
              candidate.network.fingerprint());
    // One class of its own; nothing is worked out that nobody reads.
    std::set<int> read = {static_cast<int>(candidate.network.layers().size()) - 1};
    for (const Layer& layer : candidate.network.layers())
      read.insert(layer.inputs.begin(), layer.inputs.end());
    read.erase(network::kNetworkInput);
    ASSERT_EQ(read.size(), candidate.network.layers().size());
    macs.push_back(cost.macs);
  }
  std::sort(macs.begin(), macs.end());
  // Random candidates must be affordable to train, and the space must span what a battery device may want.
  EXPECT_LT(macs.front(), 30'000);
  EXPECT_GT(macs[1000], 200'000);
  EXPECT_LT(macs[1000], 20'000'000);
  EXPECT_GT(macs.back(), 50'000'000);
}

TEST(AudioSpace, HoldsNetworksOfAFewKilobytes) {
  const Candidate small =
      candidateOf(audioSpace(1), R"({"n_mels": 16, "hop_ms": 32, "clip_s": 1, "stem_type": "conv2d",
    "stem_filters": 4, "stem_kernel": 3, "stem_stride": 2, "num_blocks": 1, "b1_type": "dwsep", "b1_width": 8,
    "b1_kernel": 3, "b1_stride": 2, "b1_se": 0, "b1_skip": 0, "head_units": 0})");
  const auto cost = network::costOf(small.network);
  EXPECT_LT(cost.macs, 20'000);
  EXPECT_LT(cost.flashBytes, 512);
}

TEST(AudioSpace, BlocksAreWhatTheHeaderSays) {
  const Candidate candidate = candidateOf(audioSpace(5), R"({"n_mels": 64, "hop_ms": 10, "clip_s": 1,
    "stem_type": "conv2d", "stem_filters": 16, "stem_kernel": 3, "stem_stride": 2, "num_blocks": 5,
    "b1_type": "conv", "b1_width": 24, "b1_kernel": 3, "b1_stride": 2, "b1_se": 1, "b1_skip": 1,
    "b2_type": "invres", "b2_width": 24, "b2_kernel": 5, "b2_stride": 1, "b2_expansion": 4, "b2_se": 0, "b2_skip": 1,
    "b3_type": "shuffle", "b3_width": 24, "b3_kernel": 3, "b3_stride": 1, "b3_se": 0, "b3_skip": 0,
    "b4_type": "conv1d_time", "b4_width": 32, "b4_kernel": 3, "b4_stride": 2, "b4_se": 0, "b4_skip": 0,
    "b5_type": "dwsep", "b5_width": 48, "b5_kernel": 5, "b5_stride": 1, "b5_se": 0, "b5_skip": 1, "head_units": 32})");
  EXPECT_EQ(candidate.network.name(), "stem16 conv24 invres24 shuffle24 conv1d_time32 dwsep48");
  const auto layer = [&](const char* name) {
    const Layer* found = find(candidate, name);
    EXPECT_NE(found, nullptr) << name;
    return found ? *found : Layer{};
  };
  EXPECT_EQ(layer("stem/conv").out, (Shape{49, 32, 16}));
  EXPECT_EQ(layer("block1/conv").out, (Shape{25, 16, 24}));
  EXPECT_EQ(layer("block1/conv").activation, network::Activation::none);
  EXPECT_EQ(layer("block1/squeeze").units, 6);
  EXPECT_EQ(layer("block1/skip").strideH, 2);
  EXPECT_EQ(layer("block1/skip").kind, LayerKind::pointwise);
  EXPECT_EQ(layer("block1/add").activation, network::Activation::relu);
  EXPECT_EQ(layer("block2/expand").filters, 96);
  EXPECT_EQ(layer("block2/add").activation, network::Activation::none);
  EXPECT_EQ(find(candidate, "block2/skip"), nullptr);  // identity
  EXPECT_EQ(layer("block3/pass").filters, 12);
  EXPECT_EQ(layer("block3/shuffle").out, (Shape{25, 16, 24}));
  EXPECT_EQ(layer("block4/frequency_to_channels").out, (Shape{25, 1, 384}));
  EXPECT_EQ(layer("block4/conv").kind, LayerKind::conv1dTime);
  EXPECT_EQ(layer("block4/conv").kernelH, 7);
  EXPECT_EQ(layer("block4/conv").out, (Shape{13, 1, 32}));
  EXPECT_EQ(layer("block5/depthwise").kernelH, 11);
  EXPECT_EQ(layer("block5/depthwise").kernelW, 1);
  EXPECT_EQ(layer("head/hidden").filters, 32);
}

TEST(AudioSpace, DilatedBlocksAreThereForWhoAsks) {
  EXPECT_EQ(builtinSpace("audio").toJson(), audioSpace().toJson());
  EXPECT_EQ(audioSpace().toJson().find("dilat"), std::string::npos);
  EXPECT_THROW(builtinSpace("video"), base::Error);
  const SearchSpace space = builtinSpace("audio-dilated");
  const Candidate candidate =
      candidateOf(audioSpace(3, {.dilated = true}), R"({"n_mels": 32, "hop_ms": 10, "clip_s": 1,
    "stem_type": "conv2d", "stem_filters": 8, "stem_kernel": 3, "stem_stride": 2, "num_blocks": 3,
    "b1_type": "dilated", "b1_width": 24, "b1_kernel": 3, "b1_stride": 1, "b1_dilation": 2, "b1_se": 0, "b1_skip": 0,
    "b2_type": "dilated", "b2_width": 24, "b2_kernel": 3, "b2_stride": 1, "b2_dilation": 4, "b2_se": 0, "b2_skip": 1,
    "b3_type": "dilated", "b3_width": 32, "b3_kernel": 5, "b3_stride": 2, "b3_dilation": 16, "b3_se": 0, "b3_skip": 0,
    "head_units": 0})");
  EXPECT_EQ(candidate.network.name(), "stem8 dilated24 dilated24 dilated32");
  const auto layer = [&](const char* name) {
    const Layer* found = find(candidate, name);
    EXPECT_NE(found, nullptr) << name;
    return found ? *found : Layer{};
  };
  EXPECT_EQ(layer("block1/frequency_to_channels").out, (Shape{49, 1, 128}));
  EXPECT_EQ(layer("block1/conv").kind, LayerKind::dilatedConv1dTime);
  EXPECT_EQ(layer("block1/conv").kernelH, 3);
  EXPECT_EQ(layer("block1/conv").dilation, 2);
  EXPECT_EQ(layer("block2/conv").dilation, 4);
  EXPECT_EQ(layer("block2/add").out, (Shape{49, 1, 24}));
  EXPECT_EQ(layer("block3/conv").dilation, 16);
  EXPECT_EQ(layer("block3/conv").out, (Shape{25, 1, 32}));
  // Each has a network, which hears no farther than its map.
  base::Random random(2);
  int dilated = 0;
  for (int i = 0; i < 500; ++i) {
    const Candidate candidate = decode(space, space.sample(random), {}, 5);
    for (const Layer& one : candidate.network.layers()) {
      dilated += one.kind == LayerKind::dilatedConv1dTime;
      EXPECT_LE(one.reachH(), 2 * one.in.h - 1) << one.name;
    }
  }
  EXPECT_GT(dilated, 100);
}

TEST(AudioSpace, StreamingNetworksPadNothingAlongTime) {
  EXPECT_EQ(audioSpace().toJson().find("time_padding"), std::string::npos);
  const SearchSpace space = builtinSpace("audio-streaming");
  const Candidate candidate =
      candidateOf(audioSpace(4, {.dilated = true, .streaming = true}),
                  R"({"n_mels": 32, "hop_ms": 10, "clip_s": 1, "time_padding": "valid",
    "stem_type": "conv2d", "stem_filters": 8, "stem_kernel": 3, "stem_stride": 2, "num_blocks": 4,
    "b1_type": "dwsep", "b1_width": 8, "b1_kernel": 5, "b1_stride": 1, "b1_skip": 1,
    "b2_type": "invres", "b2_width": 16, "b2_kernel": 3, "b2_stride": 2, "b2_expansion": 2, "b2_skip": 1,
    "b3_type": "shuffle", "b3_width": 16, "b3_kernel": 3, "b3_stride": 1, "b3_skip": 1,
    "b4_type": "dilated", "b4_width": 24, "b4_kernel": 3, "b4_stride": 1, "b4_dilation": 4, "b4_skip": 0,
    "head_units": 0})");
  const auto layer = [&](const char* name) {
    const Layer* found = find(candidate, name);
    EXPECT_NE(found, nullptr) << name;
    return found ? *found : Layer{};
  };
  EXPECT_EQ(layer("stem/conv").out, (Shape{48, 16, 8}));  // of 98 frames
  EXPECT_EQ(layer("block1/depthwise").out, (Shape{44, 16, 8}));
  EXPECT_EQ(layer("block1/skip_crop").begin, 2);
  EXPECT_EQ(layer("block2/add").out, (Shape{21, 8, 16}));
  EXPECT_EQ(layer("block2/skip_crop").begin, 1);
  EXPECT_EQ(layer("block3/pass_crop").out, (Shape{19, 8, 8}));
  EXPECT_EQ(layer("block4/conv").out, (Shape{11, 1, 24}));

  base::Random random(5);
  int streaming = 0, cropped = 0;
  for (int i = 0; i < 1000; ++i) {
    const Genome genome = space.sample(random);
    const bool valid = toText(space.value(genome, space.indexOf("time_padding"))) == "valid";
    streaming += valid;
    const Candidate one = decode(space, genome, {}, 5);
    for (const Layer& each : one.network.layers()) {
      cropped += each.kind == LayerKind::cropTime;
      if (!valid) {
        EXPECT_EQ(each.padding, network::Padding::same);
        EXPECT_NE(each.kind, LayerKind::cropTime);
        continue;
      }
      EXPECT_NE(each.kind, LayerKind::squeezeExcite);
      if (network::traitsOf(each.kind).window != network::Window::none)
        EXPECT_EQ(each.out.h, (each.in.h - each.reachH()) / each.strideH + 1) << each.name;
    }
  }
  EXPECT_GT(streaming, 400);
  EXPECT_GT(cropped, 300);
  SearchSpace odd = SearchSpace::fromJson(R"({"parameters": [
    {"name": "time_padding", "kind": "categorical", "values": ["causal"]}]})");
  EXPECT_THROW(decode(odd, odd.sample(random), {}, 3), base::Error);
}

TEST(AudioSpace, SmallMapsClipStridesAndKernels) {
  const SearchSpace space = SearchSpace::fromJson(R"({"parameters": [
    {"name": "n_mels", "kind": "ordinal", "values": [2]}, {"name": "hop_ms", "kind": "ordinal", "values": [500]},
    {"name": "b1_type", "kind": "categorical", "values": ["conv", "dwsep", "invres", "shuffle", "conv1d_time"]},
    {"name": "b1_kernel", "kind": "ordinal", "values": [5]}, {"name": "b1_stride", "kind": "ordinal", "values": [2]},
    {"name": "b2_type", "kind": "categorical", "values": ["conv", "dwsep", "invres", "shuffle", "conv1d_time"]},
    {"name": "b2_stride", "kind": "ordinal", "values": [2]}, {"name": "b2_width", "kind": "ordinal", "values": [7]},
    {"name": "b2_skip", "kind": "ordinal", "values": [0, 1]}]})");
  base::Random random(4);
  for (int i = 0; i < 200; ++i) {
    const Candidate candidate = decode(space, space.sample(random), {}, 3);
    for (const Layer& layer : candidate.network.layers()) {
      EXPECT_LE(layer.kernelH, 2 * layer.in.h - 1) << layer.name;
      EXPECT_LE(layer.kernelW, 2 * layer.in.w - 1) << layer.name;
      if (layer.in.h == 1) {
        EXPECT_EQ(layer.strideH, 1);
      }
    }
    if (const Layer* shuffled = find(candidate, "block2/shuffle")) {
      EXPECT_EQ(shuffled->out.c, 8);  // 7 raised to an even width
    }
  }
}

TEST(AudioSpace, WhatAnEditedSpaceLeavesOutHasADefault) {
  const SearchSpace space =
      SearchSpace::fromJson(R"({"parameters": [{"name": "b1_width", "kind": "ordinal", "values": [8, 16]},
    {"name": "b2_width", "kind": "ordinal", "values": [8, 16]}]})");
  EXPECT_EQ(decode(space, {0, 1}, {}, 4).network.name(), "stem16 dwsep8 dwsep16");
}

TEST(AudioSpace, SenselessValuesAreClearErrors) {
  const auto refused = [](const std::string& parameter) {
    const SearchSpace space = SearchSpace::fromJson("{\"parameters\": [" + parameter + "]}");
    EXPECT_THROW(decode(space, {0}, {}, 4), base::Error) << parameter;
  };
  refused(R"({"name": "b1_width", "kind": "ordinal", "values": [-8]})");
  refused(R"({"name": "b1_width", "kind": "ordinal", "values": [2.5]})");
  refused(R"({"name": "b1_width", "kind": "categorical", "values": ["wide"]})");
  refused(R"({"name": "b1_type", "kind": "categorical", "values": ["transformer"]})");
  refused(R"({"name": "stem_type", "kind": "categorical", "values": ["none"]})");
  refused(R"({"name": "hop_ms", "kind": "ordinal", "values": [0]})");
  refused(R"({"name": "clip_s", "kind": "ordinal", "values": [0.01]})");
  refused(R"({"name": "n_mels", "kind": "ordinal", "values": [0]})");
  EXPECT_THROW(audioSpace(0), base::Error);
}

TEST(AudioSpace, CountsItsNetworks) {
  const double count = audioSpace(1).count();
  const double global = 5.0 * 4 * 4 * 2 * 6 * 3 * 3 * 4, block = (4 + 5) * 6.0 * 2 * 2 * 2 * 2;
  EXPECT_DOUBLE_EQ(count, global * block);
  EXPECT_GT(audioSpace().count(), 1e24);
}

}  // namespace
}  // namespace kinglet::space
