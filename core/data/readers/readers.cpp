#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;

const std::vector<const Layout*>& layouts() {
  static const std::vector<const Layout*> all{&kEsc50, &kSpeechCommands, &kAudioSet, &kManifest, &kFolders};
  return all;
}

std::string layoutsUnderstood() {
  std::string text = "Kinglet understands ";
  for (const Layout* layout : layouts())
    text += (layout == layouts().back() ? std::string("and ") : "") + layout->description +
            (layout == layouts().back() ? "" : "; ");
  return text;
}

bool isSoundName(const fs::path& path) {
  static constexpr std::array kEndings{".wav", ".flac", ".ogg",  ".oga", ".opus", ".mp3",
                                       ".aif", ".aiff", ".aifc", ".au",  ".snd",  ".caf",
                                       ".w64", ".rf64", ".wave", ".sph", ".nist", ".voc"};
  const std::string ending = base::lowerCase(path.extension().string());
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool isHidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

std::vector<fs::path> sortedFolder(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    paths.push_back(it->path());
  if (error) throw base::Error("cannot look into the folder " + folder.string() + ": " + error.message());
  std::sort(paths.begin(), paths.end());
  return paths;
}

fs::path insideOf(const fs::path& root, const std::string& text) {
  const fs::path whole = fs::absolute(root).lexically_normal();
  const fs::path path = (whole / fs::path(text)).lexically_normal();
  const fs::path relative = path.lexically_relative(whole);
  const auto leaves = [](const fs::path& way) { return way.empty() || way == "." || *way.begin() == ".."; };
  if (leaves(relative)) return {};
  // Nor by a symbolic link somewhere on the way.
  std::error_code missing, error;
  const fs::path really = fs::canonical(path, missing), home = fs::canonical(whole, error);
  if (!missing && !error && leaves(really.lexically_relative(home))) return {};
  return path;
}

}  // namespace kinglet::data
