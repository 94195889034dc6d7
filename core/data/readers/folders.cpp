// A folder a class, sounds at any depth below it. Folders named as splits (train, validation, test) above the
// classes become the folds.
#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

bool isSplitName(const fs::path& folder) {
  static constexpr std::array kNames{"train", "training", "val",     "valid", "validation",
                                     "dev",   "test",     "testing", "eval"};
  const std::string name = base::lowerCase(folder.filename().string());
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Folders that may be classes: not hidden, not set apart by an underscore.
std::vector<fs::path> subfolders(const fs::path& root) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (const fs::path& path : sortedFolder(root))
    if (!isHidden(path) && !path.filename().string().starts_with("_") && fs::is_directory(path, error))
      folders.push_back(path);
  return folders;
}

std::vector<fs::path> soundsBelow(const fs::path& folder) {
  std::vector<fs::path> sounds;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (isHidden(it->path())) {
      it.disable_recursion_pending();
      continue;
    }
    std::error_code ignored;
    if (isSoundName(it->path()) && !it->is_directory(ignored)) sounds.push_back(it->path());
  }
  if (error) throw base::Error("cannot look into the folder " + folder.string() + ": " + error.message());
  std::sort(sounds.begin(), sounds.end());
  return sounds;
}

void addClass(DatasetBuilder& builder, const fs::path& root, const fs::path& folder,
              const std::string& fold) {
  const std::string name = base::shownText(folder.filename().string());
  const auto sounds = soundsBelow(folder);
  for (const fs::path& sound : sounds) {
    Entry entry;
    entry.path = sound;
    entry.name = sound.lexically_relative(root).generic_string();
    entry.labels = {name};
    entry.fold = fold;
    builder.add(std::move(entry));
  }
}

Dataset read(const fs::path& root, const OpenOptions& options) {
  DatasetBuilder builder("folders", root, options);
  const auto folders = subfolders(root);
  const bool splits = folders.size() > 1 && std::all_of(folders.begin(), folders.end(), isSplitName);
  for (const fs::path& folder : folders) {
    if (splits)
      for (const fs::path& below : subfolders(folder))
        addClass(builder, root, below, base::shownText(folder.filename().string()));
    else
      addClass(builder, root, folder, "");
  }
  return builder.finish();
}

}  // namespace

const Layout kFolders{"folders", "a folder for each class with its sounds inside",
                      [](const fs::path& path) {
                        std::error_code error;
                        if (!fs::is_directory(path, error)) return false;
                        const auto folders = subfolders(path);
                        return std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) {
                          return !soundsBelow(folder).empty();
                        });
                      },
                      read};

}  // namespace kinglet::data
