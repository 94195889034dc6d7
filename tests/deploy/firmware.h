// Networks inside of a firmware's program: what it reads, runs and prints, and what it must answer.
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>

#include "audio/front_end.h"
#include "base/format.h"
#include "c_build.h"
#include "train/trainer.h"

namespace kinglet::deploy {

struct Network {
  CNames names;
  Model model;
  Graph graph;
  QuantizedGraph integer;
  bool int8;
  Network(const char* prefix, Model made, bool small)
      : names(prefix),
        model(std::move(made)),
        graph(buildGraph(model)),
        integer(quantized(model)),
        int8(small) {}
  CSources sources() const { return int8 ? cSources(model, integer, names) : cSources(model, graph, names); }
};

// A program of several networks, and what they must answer: their own logits to made-up inputs, and a frame
// of sound.
class Firmware {
 public:
  explicit Firmware(std::vector<const Network*> networks) : networks_(std::move(networks)) {
    base::Random random(7);
    for (const auto* network : networks_) {
      auto& windows = inputs_.emplace_back();
      for (int i = 0; i < 3; ++i) windows.push_back(randomInput(network->model.network.input(), random));
    }
  }

  // Reads the inputs of each network from NAME.in, runs all in turn, prints a line of logits a window for
  // each; then a frame of sound through each front end.
  std::string source() const {
    std::string includes = "#include <stdio.h>\n", loops, frames;
    for (const auto* network : networks_) {
      includes += network->names.named("#include \"@frontend@.h\"\n#include \"@model@.h\"\n");
      loops += network->names.named(
          "    if (fread(model_input(), sizeof(model_value), MODEL_FRAMES * MODEL_MELS, model_file) != "
          "MODEL_FRAMES * MODEL_MELS) return 1;\n"
          "    model_logits = model_invoke();\n"
          "    for (i = 0; i < MODEL_CLASSES; ++i) printf(\"%.9g \", (double)model_logits[i]);\n"
          "    printf(\"%s\\n\", model_labels[0]);\n");
      frames += network->names.named(
          "  frontend_frame(samples, features);\n"
          "  for (i = 0; i < FRONTEND_MELS; ++i) printf(\"%.9g \", (double)features[i]);\n  "
          "printf(\"\\n\");\n");
    }
    std::string text =
        includes + "int main(void) {\n  static float samples[4096], features[256];\n  int i, window;\n";
    for (const auto* network : networks_)
      text += network->names.named(
          "  const model_value *model_logits;\n  FILE *model_file = fopen(\"@model@.in\", \"rb\");\n");
    text += "  for (window = 0; window < 3; ++window) {\n" + loops + "  }\n";
    text += "  for (i = 0; i < 4096; ++i) samples[i] = (float)((i * 37) % 101 - 50) / 60.0f;\n" + frames;
    return text + "  return 0;\n}\n";
  }

  // NAME.in of each network.
  void writeInputs(const std::filesystem::path& folder) const {
    for (std::size_t n = 0; n < networks_.size(); ++n) {
      const Network& network = *networks_[n];
      std::ofstream file(folder / (network.names.prefix + ".in"), std::ios::binary);
      for (const auto& window : inputs_[n])
        for (const float v : window) {
          const std::int8_t code = network.integer.scales[0].quantise(v);
          if (network.int8)
            file.write(reinterpret_cast<const char*>(&code), 1);
          else
            file.write(reinterpret_cast<const char*>(&v), sizeof v);
        }
    }
  }

  // Of the program's output.
  void expectAnswers(const std::string& output) const {
    std::istringstream lines(output);
    std::string line;
    for (std::size_t window = 0; window < 3; ++window)
      for (std::size_t n = 0; n < networks_.size(); ++n) {
        ASSERT_TRUE(std::getline(lines, line)) << output;
        const Network& network = *networks_[n];
        const auto got = numbersOf(line);
        ASSERT_EQ(got.size(), 3u) << line;
        if (network.int8) {
          std::vector<std::int8_t> codes;
          for (const float v : inputs_[n][window]) codes.push_back(network.integer.scales[0].quantise(v));
          const auto expected =
              runInteger(network.integer, codes)[static_cast<std::size_t>(network.integer.graph.output)];
          for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(got[c], expected[c]) << network.names.prefix;
        } else {
          const auto expected =
              runFloat(network.graph, inputs_[n][window])[static_cast<std::size_t>(network.graph.output)];
          for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(got[c], expected[c], 1e-4) << network.names.prefix;
        }
      }
    std::vector<float> samples;
    for (int i = 0; i < 4096; ++i) samples.push_back(static_cast<float>((i * 37) % 101 - 50) / 60.0f);
    for (const Network* network : networks_) {
      ASSERT_TRUE(std::getline(lines, line)) << output;
      const auto got = numbersOf(line);
      const auto params = train::frontEndOf(network->model.input);
      std::vector<float> raw(static_cast<std::size_t>(params.frames(4096)) *
                             static_cast<std::size_t>(params.mels));
      audio::LogMel(params).compute(samples, raw);
      raw.resize(static_cast<std::size_t>(params.mels));
      const auto expected = normalised(network->model, raw);
      ASSERT_EQ(got.size(), expected.size());
      for (std::size_t m = 0; m < expected.size(); ++m)
        EXPECT_NEAR(got[m], expected[m], 1e-3) << network->names.prefix;
    }
  }

 private:
  static std::vector<double> numbersOf(const std::string& line) {
    std::vector<double> values;
    std::string_view rest = line;
    while (const auto value = base::leadingNumber(rest)) values.push_back(*value);
    return values;
  }

  std::vector<const Network*> networks_;
  std::vector<std::vector<std::vector<float>>> inputs_;  // by network and window
};

// How many copies of a shared part's function a program holds, by the names that end so.
inline long copies(const std::filesystem::path& folder, const std::string& ending,
                   const std::string& program = "program") {
  std::istringstream symbols(shell(folder, "nm " + program));
  long count = 0;
  for (std::string line; std::getline(symbols, line);)
    count += line.find(" kinglet_") != std::string::npos && line.ends_with(ending);
  return count;
}

}  // namespace kinglet::deploy
