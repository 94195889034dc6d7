#include "data/layout/survey.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostFiles = 10'000'000;
constexpr int kDeepest = 40;

// Written by file managers and file systems, never by a person.
bool isOfTheSystem(const std::string& name) {
  return name.starts_with(".") || name.starts_with("$") || name == "__MACOSX" || name == "@eaDir" ||
         name == "lost+found" || name == "System Volume Information";
}

std::span<const std::string> below(const std::vector<std::string>& names, const Folder& folder) {
  if (folder.path.empty()) return names;
  const std::string prefix = folder.path + "/";
  const auto begin = std::lower_bound(names.begin(), names.end(), prefix, comesBefore);
  const auto end =
      std::find_if(begin, names.end(), [&](const std::string& name) { return !name.starts_with(prefix); });
  return {begin, end};
}

}  // namespace

bool comesBefore(const std::string& a, const std::string& b) {
  const auto rank = [](char c) { return c == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(c)) + 1; };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return rank(x) < rank(y); });
}

Survey::Survey(const fs::path& root) : root_(root) {
  look(top_, 0);
  for (auto* names : {&sounds_, &foreign_, &tables_, &otherTables_})
    std::sort(names->begin(), names->end(), comesBefore);
  std::sort(linksOut_.begin(), linksOut_.end());
}

void Survey::look(Folder& folder, int depth) {
  std::error_code error;
  const fs::path path = folder.path.empty() ? root_ : root_ / folder.path;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    if (++seen_ > kMostFiles)
      throw base::Error("%1 holds more than %2 files; name the folder of the data set itself", root_,
                        kMostFiles);
    const std::string name = it->path().filename().string();
    if (isOfTheSystem(name)) continue;
    const std::string below = folder.path.empty() ? name : folder.path + "/" + name;
    std::error_code ignored;
    if (it->is_directory(ignored)) {
      if (depth >= kDeepest) continue;
      if (it->is_symlink(ignored)) {
        const fs::path target = fs::canonical(it->path(), ignored);
        const fs::path here = fs::canonical(path, ignored);
        const auto [unused, rest] = std::mismatch(target.begin(), target.end(), here.begin(), here.end());
        const bool leadsUp = unused == target.end();
        if (leadsUp || std::find(followed_.begin(), followed_.end(), target) != followed_.end()) continue;
        followed_.push_back(target);
        noteLink(it->path(), below);
      }
      Folder& inner = folder.folders.emplace_back();
      inner.name = name;
      inner.path = below;
      continue;
    }
    // What is no regular file (a pipe) would be waited for without end.
    if (!it->is_regular_file(ignored)) continue;
    if (it->is_symlink(ignored)) noteLink(it->path(), below);
    switch (kindOf(name)) {
      case FileKind::sound:
        ++folder.sounds;
        sounds_.push_back(below);
        break;
      case FileKind::foreign:
        ++folder.foreign;
        foreign_.push_back(below);
        break;
      case FileKind::table:
      case FileKind::text:
        tables_.push_back(below);
        break;
      case FileKind::otherTable:
        otherTables_.push_back(below);
        break;
      case FileKind::document:
        break;
      case FileKind::other: {
        Others& others = others_[endingOf(name)];
        if (others.count++ == 0 || comesBefore(below, others.first)) others.first = below;
        break;
      }
    }
  }
  if (error) throw base::Error("cannot look into the folder %1: %2", path, error.message());
  std::sort(folder.folders.begin(), folder.folders.end(),
            [](const Folder& a, const Folder& b) { return a.name < b.name; });
  folder.soundsBelow = folder.sounds, folder.foreignBelow = folder.foreign;
  for (Folder& inner : folder.folders) {
    look(inner, depth + 1);
    folder.soundsBelow += inner.soundsBelow;
    folder.foreignBelow += inner.foreignBelow;
  }
}

void Survey::noteLink(const fs::path& link, const std::string& name) {
  std::error_code ignored;
  const fs::path target = fs::canonical(link, ignored), root = fs::canonical(root_, ignored);
  const auto [unused, rest] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  if (unused != root.end()) linksOut_.push_back(name);
}

std::string Survey::linkOut(const std::string& name) const {
  if (linksOut_.empty()) return {};
  for (std::size_t end = name.find('/');; end = name.find('/', end + 1)) {
    const std::string part = name.substr(0, end);
    if (std::binary_search(linksOut_.begin(), linksOut_.end(), part)) return part;
    if (end == std::string::npos) return {};
  }
}

std::span<const std::string> Survey::soundsBelow(const Folder& folder) const {
  return below(sounds_, folder);
}

std::span<const std::string> Survey::foreignBelow(const Folder& folder) const {
  return below(foreign_, folder);
}

}  // namespace kinglet::data
