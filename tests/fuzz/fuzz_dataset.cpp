// Data sets: tables and lists of any layout beside a few sounds. An input is files, each a line with its name
// and then what it holds; the first one is opened by itself too.
#include <algorithm>
#include <cmath>

#include "audio/sound_file.h"
#include "data/dataset.h"
#include "data/fingerprint/fingerprint.h"
#include "reader.h"

namespace kinglet::fuzz {
namespace {

namespace fs = std::filesystem;

// Folders that layouts look for, with sounds in all of them.
const fs::path& dataFolder() {
  static const fs::path path = [] {
    const fs::path root = folder() / "data";
    for (const char* place : {"", "audio", "meta", "dog", "rain", "train", "test"}) {
      fs::create_directories(root / place);
      for (int i = 0; i < 3; ++i) {
        std::vector<float> tone(1600);
        for (std::size_t t = 0; t < tone.size(); ++t)
          tone[t] = 0.3f * std::sin(float(t) * 0.1f * float(i + 1));
        audio::writeWav(root / place / ("1-10" + std::to_string(i) + "-A-" + std::to_string(i) + ".wav"),
                        tone, 16000);
      }
    }
    return root;
  }();
  return path;
}

bool isName(std::string_view name) {
  return !name.empty() && name.size() < 100 && name.find("..") == std::string_view::npos && name[0] != '/' &&
         name.find('\0') == std::string_view::npos && !name.ends_with(".wav") &&
         std::count(name.begin(), name.end(), '/') <= 2;
}

}  // namespace

void read(std::string_view bytes) {
  std::vector<fs::path> written;
  for (const std::string_view part : partsOf(bytes, 5)) {
    const std::size_t end = std::min(part.find('\n'), part.size());
    if (!isName(part.substr(0, end))) continue;
    const fs::path path = dataFolder() / std::string(part.substr(0, end));
    std::error_code error;
    if (!fs::is_directory(path.parent_path(), error) || fs::is_directory(path, error)) continue;
    file("data/" + std::string(part.substr(0, end)), part.substr(std::min(end + 1, part.size())));
    written.push_back(path);
  }
  const auto open = [](const fs::path& path) {
    attempt([&] {
      const data::Dataset dataset = data::openDataset(path.string());
      for (const data::Clip& clip : dataset.clips) {
        require(clip.fold >= 0 && clip.fold < dataset.folds, "a clip is in a fold that there is");
        for (const int label : clip.labels)
          require(label >= 0 && label < int(dataset.classes.size()), "a label is one of the classes");
        dataset.labelRuleOf(clip);
        dataset.foldRuleOf(clip);
      }
      for (const auto& note : dataset.notes) note.english();
      for (const auto& problem : dataset.problems) problem.what.english();
      data::Fingerprint::unpack(data::presentOf(dataset).print.pack());
      if (!dataset.clips.empty()) data::loadClip(dataset, 0, 16000);
    });
  };
  open(dataFolder());
  if (!written.empty()) open(written.front());
  std::error_code ignored;
  for (const fs::path& path : written) fs::remove(path, ignored);
}

}  // namespace kinglet::fuzz
