#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "audio/front_end.h"
#include "audio/sound_file.h"
#include "base/files.h"
#include "deploy/c_writer/c_export.h"
#include "deploy/graph/quantize.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "random_model.h"
#include "run_c.h"
#include "space/audio_space.h"
#include "train/trainer.h"
#include "train/windows.h"

namespace kinglet::deploy {
namespace {

// Networks of the space that between them have every operator, small enough to build in a second.
std::vector<Model> someModels(int count) {
  const auto space = space::audioSpace();
  base::Random random(11);
  std::vector<Model> models;
  while (static_cast<int>(models.size()) < count) {
    const auto candidate = space::decode(space, space.sample(random), {}, 10);
    if (network::costOf(candidate.network).macs > 3'000'000) continue;
    models.push_back(randomModel(candidate.input, candidate.network, 10, models.size()));
  }
  return models;
}

// Networks of the space, and one with every operator as people compile it.
std::vector<std::pair<Model, Compiled>> compiledModels() {
  std::vector<std::pair<Model, Compiled>> all = {{randomModel(everyLayer(), 2), Compiled::asShipped}};
  for (auto& model : someModels(4)) all.emplace_back(std::move(model), Compiled::quickly);
  return all;
}

std::vector<std::vector<float>> inputsFor(const Model& model, int count) {
  base::Random random(5);
  std::vector<std::vector<float>> inputs;
  for (int i = 0; i < count; ++i) inputs.push_back(randomInput(model.network.input(), random));
  return inputs;
}

TEST(CExport, FloatAnswersAsTheReference) {
  int n = 0;
  for (const auto& [model, how] : compiledModels()) {
    const Graph graph = buildGraph(model);
    const CProgram program(cSources(model, graph), "float" + std::to_string(n++), how);
    ASSERT_TRUE(program.built());
    const auto inputs = inputsFor(model, 5);
    const auto answers = program.run(inputs);
    ASSERT_EQ(answers.size(), inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const auto expected = runFloat(graph, inputs[i])[graph.output];
      ASSERT_EQ(answers[i].size(), expected.size());
      for (std::size_t c = 0; c < expected.size(); ++c)
        EXPECT_NEAR(answers[i][c], expected[c], 1e-4 * std::max(1.0f, std::abs(expected[c])))
            << model.network.toJson();
    }
  }
}

TEST(CExport, Int8AnswersAreTheSimulationsBitForBit) {
  int n = 0;
  for (const auto& [model, how] : compiledModels()) {
    const auto inputs = inputsFor(model, 8);
    const QuantizedGraph network = quantize(buildGraph(model), inputs);
    const CProgram program(cSources(model, network), "int" + std::to_string(n++), how);
    ASSERT_TRUE(program.built());
    const auto answers = program.run(inputs);
    ASSERT_EQ(answers.size(), inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) EXPECT_EQ(answers[i], runQuantized(network, inputs[i]));
  }
}

TEST(CExport, TheArenaIsWhatWasPromised) {
  auto models = someModels(60);
  for (const char* name : {"mobilenet_v1:0.25", "mobilenet_v2:0.35", "ds_cnn"}) {
    const network::InputSpec input;
    models.push_back(randomModel(input, network::namedNetwork(name, input.shape(), 10), 10, 1));
  }
  for (const Model& model : models) {
    const Arena arena = planArena(buildGraph(model));
    const double promised = static_cast<double>(network::costOf(model.network).peakRamBytes);
    EXPECT_NEAR(static_cast<double>(arena.elements) / promised, 1, 0.05) << model.network.toJson();
  }
}

TEST(CExport, TheFrontEndHearsTheSame) {
  const Model model = someModels(1)[0];
  const Graph graph = buildGraph(model);
  const CProgram program(cSources(model, graph), "wav");
  ASSERT_TRUE(program.built());
  // Two seconds and a half of a falling tone in noise, so that there are several windows, then silence, of
  // which the windows do not count.
  base::Random random(3);
  std::vector<float> sound;
  for (int i = 0; i < 40000; ++i)
    sound.push_back(static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * i * (2000 - i * 0.02) / 16000) +
                                       0.02 * random.normal()));
  sound.resize(sound.size() + 48000);
  const auto wav = program.folder() / "tone.wav";
  audio::writeWav(wav, sound, 16000);
  const auto heard = audio::readSound(wav, 16000);

  const auto params = train::frontEndOf(model.input);
  std::vector<float> features(static_cast<std::size_t>(params.frames(static_cast<long>(heard.size()))) *
                              params.mels);
  const int frames = audio::LogMel(params).compute(heard, features);
  const int needed = model.network.input().h;
  const data::FeatureView clip{features, frames, params.mels};
  const auto firsts = train::evaluationWindows(clip, needed);
  const auto windows = static_cast<double>(firsts.size());
  ASSERT_GE(windows, 2);
  ASSERT_LT(firsts.back(), frames - needed) << "the last window, which is silent, counts";
  std::vector<double> scores(10);
  for (const int first : firsts) {
    const auto logits = runFloat(
        graph,
        normalised(model, std::span(features).subspan(std::size_t(first) * params.mels,
                                                      std::size_t(needed) * params.mels)))[graph.output];
    const float top = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const float logit : logits) sum += std::exp(logit - top);
    for (std::size_t c = 0; c < logits.size(); ++c) scores[c] += std::exp(logits[c] - top) / sum / windows;
  }
  const auto check = [&](const std::string& arguments, double tolerance) {
    std::istringstream lines(program.output(arguments + " '" + wav.string() + "'"));
    for (const double score : scores) {
      double answer = -1;
      std::string label;
      ASSERT_TRUE(lines >> answer && std::getline(lines, label)) << lines.str();
      EXPECT_NEAR(answer, score, tolerance);
    }
  };
  check("", 1e-3);
  check("--fixed", 3e-2);
}

// Little-endian bytes of a WAV file, piece by piece.
struct Wav {
  std::string bytes;
  Wav& text(const char* four) {
    bytes += four;
    return *this;
  }
  Wav& number(unsigned long value, int size) {
    for (int i = 0; i < size; ++i, value >>= 8) bytes += static_cast<char>(value & 255);
    return *this;
  }
  Wav& format(unsigned kind, unsigned channels, unsigned rate, unsigned bits) {
    return text("fmt ")
        .number(16, 4)
        .number(kind, 2)
        .number(channels, 2)
        .number(rate, 4)
        .number(rate * channels * bits / 8, 4)
        .number(channels * bits / 8, 2)
        .number(bits, 2);
  }
  static Wav start() { return Wav{}.text("RIFF").number(0x7fffffff, 4).text("WAVE"); }
};

TEST(CExport, HostileSoundsGetAClearLine) {
  const Model model = someModels(1)[0];
  const CProgram program(cSources(model, buildGraph(model)), "bad");
  ASSERT_TRUE(program.built());
  const auto answer = [&](const std::string& bytes) {
    const auto path = program.folder() / "hostile.wav";
    base::writeAtomically(path, bytes);
    return program.output("'" + path.string() + "' 2>&1; echo code $?");
  };
  const auto refused = [&](const Wav& wav, const char* why) {
    const std::string text = answer(wav.bytes);
    EXPECT_NE(text.find(why), std::string::npos) << text;
    EXPECT_NE(text.find("code 1"), std::string::npos) << text;
  };
  EXPECT_NE(program.output("nothing.wav").find("model: cannot open the file"), std::string::npos);
  EXPECT_NE(program.output("").find("usage"), std::string::npos);
  refused({}, "not a WAV file");
  refused(Wav{"RIFF"}, "not a WAV file");
  refused(Wav::start(), "holds no sound");
  refused(Wav::start().text("data").number(100, 4).number(0, 8), "does not say");
  refused(Wav::start().text("fmt ").number(4, 4).number(1, 4), "ends too early");
  refused(Wav::start().format(1, 1, 16000, 16), "holds no sound");
  refused(Wav::start().format(1, 1, 16000, 16).text("data").number(0, 4), "holds no sound");
  refused(Wav::start().format(1, 0, 16000, 16), "16-bit PCM");
  refused(Wav::start().format(1, 60000, 16000, 16), "16-bit PCM");
  refused(Wav::start().format(1, 1, 16000, 24), "16-bit PCM");
  refused(Wav::start().format(3, 1, 16000, 32), "16-bit PCM");
  refused(Wav::start().format(1, 1, 44100, 16), "a rate of 16000 Hz");
  refused(Wav::start().format(1, 1, 0, 16), "a rate of 16000 Hz");
  refused(Wav::start().text("LIST").number(0xffffffff, 4), "holds no sound");
  refused(Wav::start().text("LIST").number(0xfffffff0, 4).format(1, 1, 16000, 16), "holds no sound");

  const auto classified = [&](const Wav& wav) {
    const std::string text = answer(wav.bytes);
    EXPECT_NE(text.find("code 0"), std::string::npos) << text;
  };
  // Cut off, unclosed, of one sample, loudest, with more before the sound, and of sixteen channels.
  classified(Wav::start().format(1, 1, 16000, 16).text("data").number(64000, 4).number(0, 500));
  classified(Wav::start().format(1, 1, 16000, 16).text("data").number(0xffffffff, 4).number(0, 5000));
  classified(Wav::start().format(1, 1, 16000, 16).text("data").number(2, 4).number(0x8000, 2));
  Wav loud = Wav::start().format(1, 1, 16000, 16).text("data").number(64000, 4);
  for (int i = 0; i < 32000; ++i) loud.number(i & 1 ? 0x8000 : 0x7fff, 2);
  classified(loud);
  EXPECT_EQ(program.output("--fixed '" + (program.folder() / "hostile.wav").string() + "'").find("nan"),
            std::string::npos);
  classified(Wav::start()
                 .text("LIST")
                 .number(3, 4)
                 .number(0, 4)
                 .format(1, 2, 16000, 16)
                 .text("data")
                 .number(4000, 4)
                 .number(0, 4000));
  classified(Wav::start().format(1, 16, 16000, 16).text("data").number(3200, 4).number(0, 3200));
}

}  // namespace
}  // namespace kinglet::deploy
