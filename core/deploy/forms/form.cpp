#include "deploy/forms/form.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/error.h"
#include "deploy/c_writer/c_sources.h"

namespace kinglet::deploy {
namespace {

constexpr std::array kNames = {"plain", "arduino", "zephyr", "platformio", "cmake"};
static_assert(kNames.size() == kForms && kForms == static_cast<int>(Form::cmake) + 1);
constexpr std::size_t kLongestArduinoName = 63;

constexpr const char* kInt8Values =
    "Values are 8-bit codes: a feature's is `feature / MODEL_INPUT_SCALE + MODEL_INPUT_ZERO`, rounded and "
    "kept "
    "within\n-128 to 127; a logit is `MODEL_OUTPUT_SCALE * (code - MODEL_OUTPUT_ZERO)`.";
constexpr const char* kFloatValues = "Features and logits are floats.";

struct Added {
  const char* path;
  FileKind kind;
  const char* text;  // its name among cSources
};

const std::vector<Added>& addedBy(Form form) {
  using enum FileKind;
  constexpr const char *kSketch = "examples/Classify/Classify.ino", *kSketchText = "arduino/Classify.ino";
  static const std::array<std::vector<Added>, kForms> lists = {{
      {},
      {{"library.properties", build, "arduino/library.properties"},
       {"keywords.txt", build, "arduino/keywords.txt"},
       {"README.md", about, "arduino/README.md"},
       {kSketch, example, kSketchText}},
      {{"zephyr/module.yml", build, "zephyr/module.yml"},
       {"CMakeLists.txt", build, "zephyr/CMakeLists.txt"},
       {"Kconfig", build, "zephyr/Kconfig"},
       {"README.md", about, "zephyr/README.md"}},
      {{"library.json", build, "platformio/library.json"},
       {"README.md", about, "platformio/README.md"},
       {kSketch, example, kSketchText}},
      {{"CMakeLists.txt", build, "cmake/CMakeLists.txt"}, {"README.md", about, "cmake/README.md"}},
  }};
  return lists[static_cast<std::size_t>(form)];
}

// What templates leave open, of the network's plain sources.
std::string filled(std::string_view text, const CSources& plain) {
  std::vector<std::string> own;
  std::string shared;
  for (const auto& [name, file] : plain.files) {
    if (!name.ends_with(".c")) continue;
    if (file.kind == FileKind::shared) shared += " " + name.substr(0, name.size() - 2);
    if (file.kind == FileKind::model || file.kind == FileKind::stream || file.kind == FileKind::frontEnd)
      own.push_back("  src/" + name);
  }
  std::string sources;
  for (const auto& line : own) sources += (sources.empty() ? "" : "\n") + line;
  std::string result = replaced(std::string(text), "@own_sources@", sources);
  result = replaced(std::move(result), "@usage@\n", cSources().at("usage.md"));
  result = replaced(std::move(result), "@values@", plain.int8 ? kInt8Values : kFloatValues);
  return plain.names.named(replaced(std::move(result), "@shared_names@", shared));
}

bool arduinoTakes(const std::string& name) {
  const auto inside = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !name.empty() && name.size() <= kLongestArduinoName && inside(name[0]) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return inside(c) || c == '_' || c == '-' || c == '.'; });
}

}  // namespace

const char* toText(Form form) {
  return kNames[static_cast<std::size_t>(form)];
}

Form formFrom(const std::string& text) {
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end())
    throw base::Error(
        "there is no form \"%1\" of C sources; the forms are plain, arduino, zephyr, platformio and cmake",
        text);
  return static_cast<Form>(found - kNames.begin());
}

std::string pathIn(Form form, const std::string& name, FileKind kind) {
  if (form == Form::plain) return name;
  switch (kind) {
    case FileKind::model:
    case FileKind::stream:
    case FileKind::frontEnd:
    case FileKind::shared:
      // Arduino looks for headers in src alone.
      return (name.ends_with(".h") && form != Form::arduino ? "include/" : "src/") + name;
    case FileKind::program:
      return form == Form::cmake || form == Form::platformio ? "examples/wav_file/" + name : "";
    case FileKind::build:
      return {};
    case FileKind::example:
    case FileKind::about:
    case FileKind::licence:
    case FileKind::card:
    case FileKind::testVector:
      return name;
  }
  return name;
}

CSources inForm(CSources plain, Form form) {
  if (form == Form::plain) return plain;
  CSources result{plain.names, plain.int8, {}, plain.arenaBytes};
  for (const auto& [path, kind, text] : addedBy(form))
    result.files[path] = {kind, filled(cSources().at(text), plain)};
  for (auto& [name, file] : plain.files) {
    const std::string path = pathIn(form, name, file.kind);
    const bool isExample = file.kind == FileKind::program;
    if (!path.empty())
      result.files[path] = {isExample ? FileKind::example : file.kind, std::move(file.content)};
  }
  return result;
}

void checkFolderName(Form form, const std::string& name) {
  if (form == Form::arduino && !arduinoTakes(name))
    throw base::Error(
        "Arduino takes no library from a folder called \"%1\"; use letters, digits, -, _ and ., a letter or "
        "digit first, %2 characters at most",
        name, kLongestArduinoName);
}

}  // namespace kinglet::deploy
