// Exported sources in other people's programs: as C, as C++, several networks in one.
#include <algorithm>
#include <fstream>
#include <set>

#include "audio/front_end.h"
#include "base/format.h"
#include "c_build.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

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

TEST(Firmware, EveryLayerCompilesAsCAndAsCpp) {
  const Model model = randomModel(everyLayer(), 2);
  for (const char* prefix : {"model", "dog"})
    for (const bool int8 : {false, true}) {
      SCOPED_TRACE(std::string(prefix) + (int8 ? " int8" : " float"));
      const WorkFolder folder;
      writeSources(Network(prefix, model, int8).sources(), folder.path);
      shell(folder.path, kC99 + "-Wconversion -Wno-sign-conversion -c *.c");
      shell(folder.path, "gcc -std=c11 -O0 -Wall -Wextra -Werror -pedantic -c *.c");
      copyAsCpp(folder.path);
      shell(folder.path, kCpp11 + "-c *.cpp");
      shell(folder.path, "g++ -std=c++17 -O0 -Wall -Wextra -Wpedantic -Werror -c *.cpp");
      const std::string headers = "for h in *.h; do echo \"#include \\\"$h\\\"\"; done >all.cc";
      for (const char* standard : {"c++11", "c++14", "c++20"})
        shell(folder.path, headers + "; g++ -std=" + standard +
                               " -pedantic-errors -Wold-style-cast -Werror -x c++ "
                               "-fsyntax-only all.cc");
      if (installed("clang"))
        shell(folder.path,
              "clang -std=c11 -O1 -Weverything -Wno-padded -Wno-declaration-after-statement "
              "-Wno-missing-prototypes -Wno-double-promotion -Wno-implicit-float-conversion "
              "-Wno-sign-conversion -Wno-missing-noreturn -Werror -c $(ls *.c | grep -v main.c)");
    }
}

// Reads the inputs of each network from NAME.in, runs all in turn, prints a line of logits a window for each;
// then a frame of sound through each front end.
std::string program(const std::vector<const Network*>& networks) {
  std::string includes = "#include <stdio.h>\n", loops, frames;
  for (const auto* network : networks) {
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
  for (const auto* network : networks)
    text += network->names.named(
        "  const model_value *model_logits;\n  FILE *model_file = fopen(\"@model@.in\", \"rb\");\n");
  text += "  for (window = 0; window < 3; ++window) {\n" + loops + "  }\n";
  text += "  for (i = 0; i < 4096; ++i) samples[i] = (float)((i * 37) % 101 - 50) / 60.0f;\n" + frames;
  return text + "  return 0;\n}\n";
}

std::vector<double> numbers(const std::string& line) {
  std::vector<double> values;
  std::string_view rest = line;
  while (const auto value = base::leadingNumber(rest)) values.push_back(*value);
  return values;
}

// What they answer alone, and their front ends.
void expectAnswers(const std::string& output, const std::vector<const Network*>& networks,
                   const std::vector<std::vector<std::vector<float>>>& inputs) {
  std::istringstream lines(output);
  std::string line;
  for (std::size_t window = 0; window < 3; ++window)
    for (std::size_t n = 0; n < networks.size(); ++n) {
      ASSERT_TRUE(std::getline(lines, line)) << output;
      const Network& network = *networks[n];
      const auto got = numbers(line);
      ASSERT_EQ(got.size(), 3u) << line;
      if (network.int8) {
        std::vector<std::int8_t> codes;
        for (const float v : inputs[n][window]) codes.push_back(network.integer.scales[0].quantise(v));
        const auto expected =
            runInteger(network.integer, codes)[static_cast<std::size_t>(network.integer.graph.output)];
        for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(got[c], expected[c]) << network.names.prefix;
      } else {
        const auto expected =
            runFloat(network.graph, inputs[n][window])[static_cast<std::size_t>(network.graph.output)];
        for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(got[c], expected[c], 1e-4) << network.names.prefix;
      }
    }
  std::vector<float> samples;
  for (int i = 0; i < 4096; ++i) samples.push_back(static_cast<float>((i * 37) % 101 - 50) / 60.0f);
  for (const Network* network : networks) {
    ASSERT_TRUE(std::getline(lines, line)) << output;
    const auto got = numbers(line);
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

// How many copies of a shared part's function a program holds, by the names that end so.
long copies(const fs::path& folder, const std::string& ending) {
  std::istringstream symbols(shell(folder, "nm program"));
  long count = 0;
  for (std::string line; std::getline(symbols, line);)
    count += line.find(" kinglet_") != std::string::npos && line.ends_with(ending);
  return count;
}

class SeveralNetworks : public testing::Test {
 protected:
  void build(const std::vector<const Network*>& networks, long frontEnds, long kernels) {
    std::vector<std::vector<std::vector<float>>> inputs;
    base::Random random(7);
    for (const auto* network : networks) {
      writeSources(network->sources(), folder_.path / network->names.prefix);
      fs::remove(folder_.path / network->names.prefix / "main.c");
      std::ofstream file(folder_.path / (network->names.prefix + ".in"), std::ios::binary);
      auto& windows = inputs.emplace_back();
      for (int i = 0; i < 3; ++i) {
        windows.push_back(randomInput(network->model.network.input(), random));
        for (const float v : windows.back()) {
          const std::int8_t code = network->integer.scales[0].quantise(v);
          if (network->int8)
            file.write(reinterpret_cast<const char*>(&code), 1);
          else
            file.write(reinterpret_cast<const char*>(&v), sizeof v);
        }
      }
    }
    std::string include;
    for (const auto* network : networks) include += "-I" + network->names.prefix + " ";
    base::writeAtomically(folder_.path / "program.c", program(networks));
    copyAsCpp(folder_.path);
    const auto answers = [&](const std::string& how, const std::string& command) {
      SCOPED_TRACE(how);
      shell(folder_.path, command);
      expectAnswers(shell(folder_.path, "./program"), networks, inputs);
      EXPECT_EQ(copies(folder_.path, "_frame"), frontEnds);
      EXPECT_EQ(copies(folder_.path, "_conv"), kernels);
      fs::remove(folder_.path / "program");
    };
    answers("all as C", kC99 + include + "*.c */*.c -lm -o program");
    answers("all as C++", kCpp11 + include + "*.cpp */*.cpp -o program");
    answers("a C++ program, C networks",
            "mkdir -p objects && cd objects && i=0; for c in ../*/*.c; do i=$((i+1)); " + kC99 +
                "-c $c -o $i.o || exit 1; done; cd ..; " + kCpp11 + include +
                "program.cpp objects/*.o -o program");
    // Shared files are the same to the letter, so that all may also lie in one folder.
    std::string copy = "mkdir one";
    for (const auto* network : networks) copy += " && cp " + network->names.prefix + "/*.[ch] one";
    answers("in one folder", copy + " && " + kC99 + "-Ione program.c one/*.c -lm -o program");
  }
  const WorkFolder folder_;
};

TEST_F(SeveralNetworks, ShareAnEqualFrontEnd) {
  const Network dog("dog", smallModel(16, 1), true), cat("cat", smallModel(16, 2), true);
  build({&dog, &cat}, 1, 1);
}

TEST_F(SeveralNetworks, WithDifferentFrontEndsKeepApart) {
  const Network dog("dog", smallModel(16, 1), true), bird("bird", smallModel(24, 3), true);
  build({&dog, &bird}, 2, 1);
}

TEST_F(SeveralNetworks, FloatInt8AndTheDefaultNames) {
  const Network dog("dog", smallModel(16, 1), true), bird("bird", smallModel(16, 3), false),
      plain(kDefaultPrefix, smallModel(24, 4), true);
  build({&dog, &bird, &plain}, 1, 2);
}

}  // namespace
}  // namespace kinglet::deploy
