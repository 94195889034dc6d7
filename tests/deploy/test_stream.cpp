// Exports that listen on: what a step computes anew is what whole windows give, bit for bit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/files.h"
#include "c_build.h"
#include "deploy/graph/arena.h"
#include "deploy/stream/stream_plan.h"
#include "deploy/verify/shell.h"
#include "network/cost.h"
#include "network/streaming.h"
#include "paths.h"
#include "random_model.h"
#include "run_c.h"
#include "space/audio_space.h"

namespace kinglet::deploy {
namespace {

// Of the streaming space, with or without padding along time; small enough to run unoptimised.
std::vector<Model> streamingModels(int count, bool valid, long mostMacs = 1'500'000) {
  const auto space = space::builtinSpace("audio-streaming");
  base::Random random(23);
  std::vector<Model> models;
  while (static_cast<int>(models.size()) < count) {
    const auto genome = space.sample(random);
    if ((space::toText(space.value(genome, space.indexOf("time_padding"))) == "valid") != valid) continue;
    const auto candidate = space::decode(space, genome, {}, 6);
    if (network::costOf(candidate.network).macs > mostMacs) continue;
    if (network::streamingOf(candidate.network, 0).has_value() != valid)
      continue;  // worth it, or not to be had
    models.push_back(randomModel(candidate.input, candidate.network, 6, models.size()));
  }
  return models;
}

int countOf(const std::string& text, char what) {
  return static_cast<int>(std::count(text.begin(), text.end(), what));
}

// The answers of the driver built from the sources, as they come and of windows; as many of the latter.
struct Answers {
  std::vector<std::vector<float>> stream, windows;
};
Answers answersOf(const CSources& sources) {
  const WorkFolder work;
  writeSources(sources, work.path);
  base::writeAtomically(work.path / "driver.c", base::readText(std::filesystem::path(KINGLET_SOURCE_DIR) /
                                                               "tests/deploy/stream_driver.c"));
  const std::string hops = " -DHOPS_HEARD='(2*MODEL_FRAMES+3*(MODEL_EVERY)+40)' ";
  const std::string files = " driver.c model.c model_stream.c frontend.c -lm";
  shell(work.path, kC99 + hops + "-o windows" + files);
  shell(work.path, kC99 + hops + "-DMODEL_STREAM_ONLY -o stream" + files);
  Answers answers{logitsOf(shell(work.path, "./stream")), logitsOf(shell(work.path, "./windows"))};
  EXPECT_GE(answers.stream.size(), 4U);
  // One may come a few frames after its window, so that the last may be due.
  EXPECT_LE(answers.stream.size(), answers.windows.size());
  EXPECT_GE(answers.stream.size() + 1, answers.windows.size());
  answers.windows.resize(answers.stream.size());
  return answers;
}

bool isStateful(const CSources& sources) {
  return sources.files.at("model.h").content.find("#define MODEL_STATEFUL 1") != std::string::npos;
}

TEST(Stream, Int8AnswersAreThoseOfWindowsBitForBit) {
  for (const Model& model : streamingModels(6, true)) {
    const auto sources = cSources(model, quantized(model));
    EXPECT_TRUE(isStateful(sources)) << model.network.toJson();
    const Answers answers = answersOf(sources);
    EXPECT_EQ(answers.stream, answers.windows) << model.network.toJson();
  }
}

// Sums go in another order where fewer pixels lie side by side.
TEST(Stream, FloatAnswersAreThoseOfWindowsToRounding) {
  for (const Model& model : streamingModels(3, true, 600'000)) {
    const auto sources = cSources(model, buildGraph(model));
    EXPECT_TRUE(isStateful(sources)) << model.network.toJson();
    const Answers answers = answersOf(sources);
    for (std::size_t i = 0; i < answers.stream.size(); ++i)
      for (std::size_t c = 0; c < answers.stream[i].size(); ++c) {
        const float expected = answers.windows[i][c];
        EXPECT_NEAR(answers.stream[i][c], expected, 1e-4 * std::max(1.0f, std::abs(expected)));
      }
  }
}

TEST(Stream, ARingServesNetworksThatPadAlongTime) {
  int n = 0;
  for (const Model& model : streamingModels(2, false, 600'000)) {
    const int every = ++n == 1 ? 0 : model.network.input().h + 7;  // frames between windows that nobody hears
    const auto sources = cSources(model, quantized(model), CNames(), every);
    EXPECT_FALSE(isStateful(sources));
    const Answers answers = answersOf(sources);
    EXPECT_EQ(answers.stream, answers.windows) << model.network.toJson();
  }
}

TEST(Stream, AnswersComeAsOftenAsAsked) {
  const Model model = streamingModels(1, true)[0];
  const int step = network::streamingOf(model.network, 0)->step, frames = model.network.input().h;
  const auto every = [&](int asked) {
    const std::string header =
        cSources(model, buildGraph(model), CNames(), asked).files.at("model.h").content;
    const auto at = header.find("#define MODEL_EVERY ") + 20;
    return std::stoi(header.substr(at));
  };
  EXPECT_EQ(every(3 * step), 3 * step);
  EXPECT_EQ(every(4 * step - 1), 3 * step);
  EXPECT_EQ(every(1), step);
  EXPECT_EQ(every(0), std::max(1, frames / 2 / step) * step);
}

// Every kind that runs on a stream, each activation, two rates of rows kept, and a head that looks at all of time.
network::NetworkSpec everyStreamedLayer() {
  using namespace network;
  NetworkSpec net("streamed", {60, 12, 1});
  int x = net.add({.kind = LayerKind::conv2d,
                   .name = "stem",
                   .filters = 8,
                   .kernelH = 5,
                   .kernelW = 3,
                   .strideH = 2,
                   .padding = Padding::validTime,
                   .activation = Activation::hardSwish,
                   .batchNorm = true});
  x = net.add({.kind = LayerKind::maxPool,
               .name = "max",
               .inputs = {x},
               .kernelH = 2,
               .kernelW = 2,
               .strideW = 2,
               .padding = Padding::valid});
  const int from = x;
  x = net.add({.kind = LayerKind::depthwise,
               .name = "dw",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 3,
               .padding = Padding::validTime,
               .activation = Activation::relu6});
  x = net.add({.kind = LayerKind::pointwise, .name = "pw", .inputs = {x}, .filters = 8});
  const int crop = net.add({.kind = LayerKind::cropTime, .name = "crop", .inputs = {from}, .begin = 1});
  x = net.add(
      {.kind = LayerKind::add, .name = "sum", .inputs = {crop, x}, .activation = Activation::hardSwish});
  const int a = net.add({.kind = LayerKind::split, .name = "a", .inputs = {x}, .filters = 3});
  const int b = net.add({.kind = LayerKind::split, .name = "b", .inputs = {x}, .filters = 5, .begin = 3});
  x = net.add({.kind = LayerKind::concat, .name = "c", .inputs = {b, a}});
  x = net.add({.kind = LayerKind::shuffle, .name = "s", .inputs = {x}, .groups = 4});
  x = net.add({.kind = LayerKind::averagePool,
               .name = "mean",
               .inputs = {x},
               .kernelH = 2,
               .kernelW = 2,
               .padding = Padding::valid});
  x = net.add({.kind = LayerKind::frequencyToChannels, .name = "flat", .inputs = {x}});
  x = net.add({.kind = LayerKind::conv1dTime,
               .name = "time",
               .inputs = {x},
               .filters = 10,
               .kernelH = 3,
               .strideH = 2,
               .padding = Padding::validTime,
               .activation = Activation::relu});
  x = net.add({.kind = LayerKind::dilatedConv1dTime,
               .name = "apart",
               .inputs = {x},
               .filters = 9,
               .kernelH = 3,
               .padding = Padding::validTime,
               .dilation = 2});
  x = net.add({.kind = LayerKind::squeezeExcite, .name = "se", .inputs = {x}, .units = 4});
  x = net.add({.kind = LayerKind::globalAveragePool, .name = "pool", .inputs = {x}});
  net.add({.kind = LayerKind::dense, .name = "out", .inputs = {x}, .filters = 3});
  return net;
}

TEST(Stream, EveryKindOfLayer) {
  network::InputSpec input;
  input.mels = 12;
  input.clipSeconds = (59 * input.hopMs + input.windowMs) / 1000;
  const network::NetworkSpec network = everyStreamedLayer();
  ASSERT_EQ(input.shape(), network.input());
  const Model model = randomModel(input, network, 3, 4);
  EXPECT_EQ(network::streamingOf(network, 0)->trunk, static_cast<int>(network.layers().size()) - 3);
  const auto sources = cSources(model, quantized(model));
  ASSERT_TRUE(isStateful(sources));
  const Answers answers = answersOf(sources);
  EXPECT_EQ(answers.stream, answers.windows);
}

// What is kept takes less than what windows need, or there is no stateful form.
TEST(Stream, TakesNoMoreMemoryThanWindows) {
  int smaller = 0;
  for (const Model& model : streamingModels(30, true, 20'000'000)) {
    const Graph graph = buildGraph(model);
    const long arena = planArena(graph).elements;
    const auto plan = planStream(graph, model.network, 0, arena);
    if (!plan) continue;
    EXPECT_LE(plan->elements, arena);
    smaller += 2 * plan->elements <= arena;
  }
  EXPECT_GE(smaller, 15);
}

}  // namespace
}  // namespace kinglet::deploy
