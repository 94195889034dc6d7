// Exported sources in other people's programs: as C, as C++, several networks in one.
#include "firmware.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

TEST(Firmware, EveryLayerCompilesAsCAndAsCpp) {
  const Model model = randomModel(everyLayer(), 2);
  for (const char* prefix : {"model", "dog"})
    for (const bool int8 : {false, true}) {
      SCOPED_TRACE(std::string(prefix) + (int8 ? " int8" : " float"));
      const WorkFolder folder;
      writeSources(Network(prefix, model, int8).sources(), folder.path);
      // Some warnings take an optimiser.
      shell(folder.path, kC99 + "-O1 -Wconversion -Wno-sign-conversion -c *.c");
      shell(folder.path, "gcc -std=c11 -fsyntax-only -Wall -Wextra -Werror -pedantic *.c");
      copyAsCpp(folder.path);
      shell(folder.path, kCpp11 + "-c *.cpp");
      // Slow, for the sake of <cmath>; the other names have the same code.
      if (prefix != std::string(kDefaultPrefix))
        shell(folder.path, "g++ -std=c++17 -fsyntax-only -Wall -Wextra -Wpedantic -Werror *.cpp");
      const std::string headers = "for h in *.h; do echo \"#include \\\"$h\\\"\"; done >all.cc";
      for (const char* standard : {"c++11", "c++14", "c++20"})
        shell(folder.path, headers + "; g++ -std=" + standard +
                               " -pedantic-errors -Wold-style-cast -Werror -x c++ "
                               "-fsyntax-only all.cc");
      if (installed("clang"))
        shell(folder.path,
              "clang -std=c11 -fsyntax-only -Weverything -Wno-padded -Wno-declaration-after-statement "
              "-Wno-missing-prototypes -Wno-double-promotion -Wno-implicit-float-conversion "
              "-Wno-sign-conversion -Wno-missing-noreturn -Werror $(ls *.c | grep -v main.c)");
    }
}

class SeveralNetworks : public testing::Test {
 protected:
  void build(const std::vector<const Network*>& networks, long frontEnds, long kernels) {
    const Firmware firmware(networks);
    firmware.writeInputs(folder_.path);
    for (const auto* network : networks) {
      writeSources(network->sources(), folder_.path / network->names.prefix);
      fs::remove(folder_.path / network->names.prefix / "main.c");
    }
    std::string include;
    for (const auto* network : networks) include += "-I" + network->names.prefix + " ";
    base::writeAtomically(folder_.path / "program.c", firmware.source());
    copyAsCpp(folder_.path);
    const auto answers = [&](const std::string& how, const std::string& command) {
      SCOPED_TRACE(how);
      shell(folder_.path, command);
      firmware.expectAnswers(shell(folder_.path, "./program"));
      EXPECT_EQ(copies(folder_.path, "_frame"), frontEnds);
      EXPECT_EQ(copies(folder_.path, "_conv"), kernels);
      fs::remove(folder_.path / "program");
    };
    shell(folder_.path, "mkdir objects && for c in */*.c; do " + kC99 +
                            "-c $c -o objects/$(echo $c | tr / -).o || exit; done");
    answers("all as C", kC99 + include + "program.c objects/*.o -lm -o program");
    answers("a C++ program, C networks", kCpp11 + include + "program.cpp objects/*.o -o program");
    answers("all as C++", kCpp11 + include + "*.cpp */*.cpp -o program");
    // Shared files are the same to the letter, so that all may also lie in one folder.
    std::string one = "mkdir one && ";
    for (const auto* network : networks)
      one += "for file in " + network->names.prefix +
             "/*.[ch]; do copy=one/${file#*/}; test ! -e $copy || cmp $file $copy || "
             "exit; cp $file $copy; done; ";
    answers("in one folder", one + kC99 + "-Ione program.c one/*.c -lm -o program");
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
