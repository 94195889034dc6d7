// Each form of the C sources as its tool chain takes it, compiled: tool chains that are too large to install
// have stand-ins in tool_chains/.
#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "deploy/forms/form.h"
#include "firmware.h"
#include "paths.h"
#include "run_c.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

const fs::path kToolChains = fs::path(KINGLET_SOURCE_DIR) / "tests/deploy/tool_chains";

// Why a test cannot run here; empty where it can.
std::string missing(std::initializer_list<const char*> programs) {
  for (const char* program : programs)
    if (!installed(program)) return std::string("skipped: ") + program + " is not installed";
  return {};
}

long files(const fs::path& folder, const std::string& pattern) {
  const std::regex expected(pattern);
  long count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    count += std::regex_match(entry.path().filename().string(), expected);
  return count;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

class Forms : public testing::Test {
 protected:
  // The library in a folder of the network's name.
  fs::path write(const Network& network, Form form) const {
    const fs::path path = folder_.path / network.names.prefix;
    writeSources(inForm(network.sources(), form), path);
    return path;
  }
  const WorkFolder folder_;
};

class CMakeForm : public Forms {
 protected:
  static std::string cannot() { return missing({"cmake", "ninja", "gcc", "g++"}); }

  // As README says: add_subdirectory and a link for each network.
  void run(const std::vector<const Network*>& networks, const std::string& language,
           const std::string& ending) {
    const Firmware firmware(networks);
    firmware.writeInputs(folder_.path);
    std::string lists =
                    "cmake_minimum_required(VERSION 3.13)\nproject(consumer LANGUAGES " + language + ")\n",
                links;
    for (const auto* network : networks) {
      write(*network, Form::cmake);
      lists += network->names.named("add_subdirectory(@model@)\n");
      links += network->names.named(" @model@::@model@");
    }
    lists += "add_executable(program program." + ending + ")\ntarget_link_libraries(program PRIVATE" + links +
             ")\n";
    base::writeAtomically(folder_.path / "CMakeLists.txt", lists);
    base::writeAtomically(folder_.path / ("program." + ending), firmware.source());
    shell(folder_.path, "cmake -G Ninja -Werror=dev -B build -DCMAKE_" + language +
                            "_FLAGS='-Wall -Wextra -Werror' && cmake --build build");
    firmware.expectAnswers(shell(folder_.path, "build/program"));
  }
};

TEST_F(CMakeForm, TwoNetworksInAProgramInC) {
  if (!cannot().empty()) GTEST_SKIP() << cannot();
  const Network dog("dog", smallModel(16, 1), true), cat("cat", smallModel(16, 2), true);
  run({&dog, &cat}, "C", "c");
  // What they share is built once.
  EXPECT_EQ(files(folder_.path / "build", "kinglet_logmel_.*\\.o"), 1);
  EXPECT_EQ(files(folder_.path / "build", "kinglet_int8_.*\\.o"), 1);
  EXPECT_EQ(copies(folder_.path, "_frame", "build/program"), 1);
  EXPECT_EQ(files(folder_.path / "build", ".*_wav"), 0) << "a program for WAV files is for the folder alone";
}

TEST_F(CMakeForm, NetworksOfDifferentFrontEndsInAProgramInCpp) {
  if (!cannot().empty()) GTEST_SKIP() << cannot();
  const Network plain(kDefaultPrefix, smallModel(20, 5), false), dog("dog", smallModel(16, 1), true),
      bird("bird", smallModel(24, 3), false);
  run({&plain, &dog, &bird}, "CXX", "cpp");
  EXPECT_EQ(files(folder_.path / "build", "kinglet_logmel_.*\\.o"), 2);
  EXPECT_EQ(copies(folder_.path, "_frame", "build/program"), 2);
}

TEST_F(CMakeForm, OnItsOwnClassifies) {
  if (!cannot().empty()) GTEST_SKIP() << cannot();
  const Network dog("dog", smallModel(16, 1), true);
  const fs::path library = write(dog, Form::cmake);
  shell(library, "cmake -G Ninja -Werror=dev -B build && cmake --build build");
  base::Random random(3);
  const std::vector<std::vector<float>> windows = {randomInput(dog.model.network.input(), random),
                                                   randomInput(dog.model.network.input(), random)};
  writeFeatures(folder_.path / "windows", windows);
  const auto answers = logitsOf(shell(library, "build/dog_wav --features ../windows"));
  ASSERT_EQ(answers.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(answers[i], runQuantized(dog.integer, windows[i]));
}

class ZephyrForm : public Forms {
 protected:
  static std::string cannot() {
    if (std::string why = missing({"cmake", "ninja", "gcc"}); !why.empty()) return why;
    if (std::system("/usr/bin/python3 -c 'import kconfiglib, yaml' 2>/dev/null") != 0)
      return "skipped: python3-kconfiglib or python3-yaml is not installed";
    return {};
  }

  // An application of modules as README says, with the main program and prj.conf given.
  void build(const std::vector<const Network*>& networks, const std::string& project, const std::string& main,
             const std::string& options = {}) {
    std::string lists = "cmake_minimum_required(VERSION 3.20)\n";
    for (const auto* network : networks)
      lists += "list(APPEND ZEPHYR_EXTRA_MODULES " + write(*network, Form::zephyr).string() + ")\n";
    lists +=
        "find_package(Zephyr REQUIRED HINTS $ENV{ZEPHYR_BASE})\nproject(application LANGUAGES C)\n"
        "target_sources(app PRIVATE main.c)\n";
    const fs::path application = folder_.path / "application";
    fs::create_directories(application);
    base::writeAtomically(application / "CMakeLists.txt", lists);
    base::writeAtomically(application / "prj.conf", project);
    base::writeAtomically(application / "main.c", main);
    shell(folder_.path, "ZEPHYR_BASE='" + (kToolChains / "zephyr").string() +
                            "' cmake -G Ninja -Werror=dev -S application -B build " + options +
                            " && cmake --build build");
  }
  const std::string program_ = "build/zephyr/zephyr";
};

// One of the names is a truth value to YAML.
TEST_F(ZephyrForm, ModulesOfAnApplication) {
  if (!cannot().empty()) GTEST_SKIP() << cannot();
  const Network dog("dog", smallModel(16, 1), true), off("off", smallModel(16, 2), true);
  const Firmware firmware({&dog, &off});
  firmware.writeInputs(folder_.path);
  build({&dog, &off}, "CONFIG_KINGLET_DOG=y\nCONFIG_KINGLET_OFF=y\n",
        "#ifndef CONFIG_REQUIRES_FULL_LIBC\n#error \"without sinf\"\n#endif\n" + firmware.source());
  firmware.expectAnswers(shell(folder_.path, program_));
  EXPECT_EQ(files(folder_.path / "build", "kinglet_logmel_.*\\.o.*"), 1);
  EXPECT_EQ(files(folder_.path / "build", "kinglet_int8_.*\\.o.*"), 1);
}

TEST_F(ZephyrForm, OnlyWhatIsConfiguredIsBuilt) {
  if (!cannot().empty()) GTEST_SKIP() << cannot();
  const Network plain(kDefaultPrefix, smallModel(16, 1), true), cat("cat", smallModel(16, 2), false);
  const Firmware firmware({&plain});
  firmware.writeInputs(folder_.path);
  build({&plain, &cat}, "CONFIG_KINGLET_MODEL=y\n",
        "#if defined CONFIG_KINGLET_CAT || __has_include(\"cat.h\")\n#error \"nobody asked\"\n#endif\n" +
            firmware.source());
  firmware.expectAnswers(shell(folder_.path, program_));
  EXPECT_EQ(files(folder_.path / "build", "model\\.c\\.o.*"), 1);
  EXPECT_EQ(files(folder_.path / "build", "(cat|kinglet_).*\\.o.*"), 0);
}

TEST_F(ZephyrForm, CompilesForACortexM4) {
  if (!cannot().empty()) GTEST_SKIP() << cannot();
  if (!missing({"arm-none-eabi-gcc"}).empty()) GTEST_SKIP() << missing({"arm-none-eabi-gcc"});
  const Network dog("dog", randomModel(everyLayer(), 2), true), cat("cat", smallModel(16, 2), false);
  build({&dog, &cat}, "CONFIG_KINGLET_DOG=y\nCONFIG_KINGLET_CAT=y\n", Firmware({&dog, &cat}).source(),
        "-DCMAKE_SYSTEM_NAME=Generic -DCMAKE_SYSTEM_PROCESSOR=arm -DCMAKE_C_COMPILER=arm-none-eabi-gcc "
        "-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY -DCMAKE_C_FLAGS='-mcpu=cortex-m4 -mthumb "
        "-mfloat-abi=hard -mfpu=fpv4-sp-d16' -DCMAKE_EXE_LINKER_FLAGS='--specs=nosys.specs -Wl,-w'");
  const std::string symbols = shell(folder_.path, "arm-none-eabi-nm " + program_);
  EXPECT_NE(symbols.find(" T dog_invoke"), std::string::npos);
  EXPECT_NE(symbols.find(" T cat_invoke"), std::string::npos);
}

// A sketch and the libraries that it includes, as an Arduino builder makes a program of them.
struct SketchBuild {
  std::string c, cpp, link;
  fs::path sketch;
  std::vector<fs::path> libraries;       // their folders
  std::string sources, headers = "src";  // in the folder of a library

  // A builder turns a sketch into C++: Arduino.h in front, prototypes before the first function.
  std::string asCpp() const {
    static const std::regex function("^((static )?\\w+ \\w+\\(.*\\)) \\{$");
    std::string body, prototypes;
    std::smatch found;
    const auto lines = linesOf(base::readText(sketch));
    for (const auto& line : lines)
      if (std::regex_match(line, found, function)) prototypes += found[1].str() + ";\n";
    EXPECT_NE(prototypes.find("void setup();\n"), std::string::npos);
    EXPECT_NE(prototypes.find("void loop();\n"), std::string::npos);
    for (const auto& line : lines) {
      if (!prototypes.empty() && std::regex_match(line, function)) {
        body += prototypes;
        prototypes.clear();
      }
      body += line + "\n";
    }
    return "#include <Arduino.h>\n" + body;
  }

  void operator()(const fs::path& folder) const {
    fs::remove_all(folder);
    fs::create_directories(folder);
    base::writeAtomically(folder / "sketch.cpp", asCpp());
    const std::string core = (kToolChains / "arduino").string();
    std::string includes = " -I'" + core + "'", command;
    for (const auto& library : libraries) includes += " -I'" + (library / headers).string() + "'";
    int object = 0;
    const auto compile = [&](const std::string& with, const std::string& source) {
      command += with + includes + " -c '" + source + "' -o " + std::to_string(object++) + ".o && ";
    };
    for (const auto& library : libraries)
      for (const auto& entry : fs::recursive_directory_iterator(library / sources)) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".c") compile(c, entry.path().string());
        if (ending == ".cpp") compile(cpp, entry.path().string());
      }
    compile(cpp, "sketch.cpp");
    compile(cpp, core + "/main.cpp");
    shell(folder, command + link + " *.o -lm -o program");
  }
};

SketchBuild here() {
  return {"gcc -std=gnu11 -O0 -Wall -Wextra -Werror",
          "g++ -std=gnu++11 -O0 -Wall -Wextra -Werror",
          "g++",
          {},
          {},
          "src"};
}

// The flags of Arduino's cores for a Cortex-M4, in the language's standard given.
SketchBuild cortexM4(const std::string& standard) {
  const std::string board = "-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16",
                    flags = board +
                            " -O0 -Wall -Wextra -Werror -ffunction-sections -fdata-sections -nostdlib "
                            "-DARDUINO_ARCH_SAMD --param "
                            "max-inline-insns-single=500";
  return {"arm-none-eabi-gcc -std=gnu" + standard + " " + flags,
          "arm-none-eabi-g++ -std=gnu++" + standard + " -fno-exceptions -fno-rtti -fno-threadsafe-statics " +
              flags,
          "arm-none-eabi-gcc " + board + " --specs=nano.specs --specs=nosys.specs -Wl,--gc-sections -Wl,-w",
          {},
          {},
          "src"};
}

// Fifty hops of a sketch on this computer: answers come when a window is whole, and then each half of one.
void expectHeard(const fs::path& folder, const Network& network) {
  const auto heard = linesOf(shell(folder, "./program"));
  const network::InputSpec& input = network.model.input;
  const int window = network.model.network.input().h;
  const int frames = 50 - static_cast<int>(std::ceil(input.windowMs / input.hopMs)) + 1;
  EXPECT_EQ(heard.size(), static_cast<std::size_t>(1 + (frames - window) / (window / 2)));
  for (const auto& label : heard) EXPECT_THAT(network.model.classes, testing::Contains(label));
}

class ArduinoForm : public Forms {};

// https://docs.arduino.cc/arduino-cli/library-specification
TEST_F(ArduinoForm, IsALibraryOfTheSpecification) {
  for (const bool int8 : {false, true})
    for (const char* prefix : {kDefaultPrefix, "dog", "Door_bell2"}) {
      SCOPED_TRACE(prefix);
      const fs::path library = write(Network(prefix, smallModel(16, 1), int8), Form::arduino);
      std::map<std::string, std::string> properties;
      for (const auto& line : linesOf(base::readText(library / "library.properties"))) {
        const auto equals = line.find('=');
        ASSERT_NE(equals, std::string::npos) << line;
        EXPECT_TRUE(properties.emplace(line.substr(0, equals), line.substr(equals + 1)).second) << line;
      }
      for (const char* required : {"name", "version", "author", "maintainer", "sentence", "paragraph",
                                   "category", "url", "architectures"})
        EXPECT_FALSE(properties[required].empty()) << required;
      EXPECT_TRUE(
          std::regex_match(properties["name"], std::regex("(?=.*[A-Za-z])[A-Za-z0-9][\\w .-]{0,62}")));
      EXPECT_TRUE(std::regex_match(properties["version"], std::regex("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}")));
      for (const char* reserved : {"name", "maintainer"})
        EXPECT_FALSE(std::regex_search(properties[reserved], std::regex("^arduino", std::regex::icase)));
      const std::set<std::string> categories = {"Display",      "Communication",   "Signal Input/Output",
                                                "Sensors",      "Device Control",  "Timing",
                                                "Data Storage", "Data Processing", "Other"};
      EXPECT_TRUE(categories.contains(properties["category"]));
      EXPECT_TRUE(std::regex_match(properties["url"], std::regex("https?://[^ ]+")));

      // Nothing to compile in the root, or the old layout would be taken; headers that are told of are there.
      std::string headers;
      for (const auto& entry : fs::recursive_directory_iterator(library)) {
        const std::string place = fs::relative(entry.path(), library).string(),
                          ending = entry.path().extension();
        const bool isSource = ending == ".c" || ending == ".h" || ending == ".cpp";
        EXPECT_TRUE(!isSource || place.starts_with("src/")) << place;
        if (ending == ".h") headers += base::readText(entry.path());
      }
      std::istringstream includes(properties["includes"]);
      for (std::string header; std::getline(includes, header, ',');)
        EXPECT_TRUE(fs::exists(library / "src" / header));
      EXPECT_TRUE(fs::exists(library / "examples/Classify/Classify.ino"));

      for (const auto& line : linesOf(base::readText(library / "keywords.txt"))) {
        std::smatch keyword;
        ASSERT_TRUE(std::regex_match(line, keyword, std::regex("(\\w+)\t(KEYWORD[123]|LITERAL[12])")))
            << line;
        EXPECT_TRUE(keyword[1] == prefix ||
                    std::regex_search(headers, std::regex("\\b" + keyword[1].str() + "\\b")))
            << line;
      }
    }
}

TEST_F(ArduinoForm, TheSketchCompilesWithTwoLibraries) {
  if (const std::string why = missing({"arm-none-eabi-gcc", "arm-none-eabi-g++"}); !why.empty())
    GTEST_SKIP() << why;
  const Network dog("dog", smallModel(16, 1), true), cat("cat", smallModel(16, 2), false);
  for (SketchBuild build : {cortexM4("11"), here()}) {
    build.libraries = {write(dog, Form::arduino), write(cat, Form::arduino)};
    for (std::size_t i = 0; i < 2; ++i) {
      build.sketch = build.libraries[i] / "examples/Classify/Classify.ino";
      build(folder_.path / "sketch");
      if (build.c.starts_with("gcc")) expectHeard(folder_.path / "sketch", i == 0 ? dog : cat);
    }
  }
}

class PlatformioForm : public Forms {};

// The fields and what may stand in them: platformio/package/manifest/schema.py.
TEST_F(PlatformioForm, TheManifestIsLegal) {
  for (const char* prefix : {kDefaultPrefix, "dog"}) {
    SCOPED_TRACE(prefix);
    const fs::path library = write(Network(prefix, smallModel(16, 1), true), Form::platformio);
    const auto manifest = nlohmann::json::parse(base::readText(library / "library.json"));
    const auto legal = [&](const nlohmann::json& text, const char* pattern) {
      EXPECT_TRUE(text.is_string() && std::regex_match(text.get<std::string>(), std::regex(pattern))) << text;
    };
    const std::set<std::string> known = {"$schema", "name",        "version",  "description", "keywords",
                                         "authors", "license",     "headers",  "frameworks",  "platforms",
                                         "build",   "repository",  "homepage", "export",      "examples",
                                         "scripts", "dependencies"};
    for (const auto& [field, value] : manifest.items()) EXPECT_TRUE(known.contains(field)) << field;
    legal(manifest.at("name"), "[^:;/,@<>]{1,100}");
    EXPECT_EQ(manifest.at("name"), prefix);
    legal(manifest.at("version"), "\\d+\\.\\d+\\.\\d+");
    legal(manifest.at("description"), ".{1,255}");
    legal(manifest.at("license"), "0BSD");
    for (const auto& keyword : manifest.at("keywords")) legal(keyword, "[a-z\\d\\-+. ]{1,50}");
    for (const char* field : {"frameworks", "platforms"}) legal(manifest.at(field), "\\*|[a-z\\d\\-_]{1,50}");
    for (const auto& author : manifest.at("authors")) legal(author.at("name"), ".{1,50}");
    for (const auto& [field, value] : manifest.at("build").items())
      EXPECT_TRUE(field == "includeDir" || field == "srcDir") << field << ": look up whether it is legal";
    for (const auto& header : manifest.at("headers"))
      EXPECT_TRUE(fs::exists(library / manifest.at("build").at("includeDir") / header.get<std::string>()))
          << header;
    for (const auto& example : manifest.at("examples")) {
      legal(example.at("name"), "[a-zA-Z\\d\\-_/]{1,100}");
      for (const auto& file : example.at("files"))
        EXPECT_TRUE(fs::exists(library / example.at("base") / file.get<std::string>())) << file;
    }
  }
}

TEST_F(PlatformioForm, CompilesAsTheManifestSays) {
  if (const std::string why = missing({"arm-none-eabi-gcc", "arm-none-eabi-g++"}); !why.empty())
    GTEST_SKIP() << why;
  const Network dog("dog", randomModel(everyLayer(), 2), true);
  const fs::path library = write(dog, Form::platformio);
  const auto manifest = nlohmann::json::parse(base::readText(library / "library.json"));
  for (SketchBuild build : {cortexM4("11"), cortexM4("17"), here()}) {
    build.sources = manifest.at("build").at("srcDir");
    build.headers = manifest.at("build").at("includeDir");
    build.libraries = {library};
    build.sketch = library / "examples/Classify/Classify.ino";
    build(folder_.path / "sketch");
  }
  expectHeard(folder_.path / "sketch", dog);
  shell(library, kC99 + "-Iinclude examples/wav_file/main.c src/*.c -lm -o wav_file");
  // The sources are C++ too.
  copyAsCpp(library / "src");
  for (const char* standard : {"11", "17"})
    shell(library, cortexM4(standard).cpp + " -Iinclude -c src/*.cpp");
}

}  // namespace
}  // namespace kinglet::deploy
