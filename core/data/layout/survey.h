// What lies below a folder: looked at once, by names alone, for all readers.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "data/layout/file_kinds.h"

namespace kinglet::data {

// A folder with what is below it. Names are those of the file system.
struct Folder {
  std::string name;                   // the last part; empty for the surveyed folder itself
  std::string path;                   // relative to it, with slashes
  int sounds = 0, soundsBelow = 0;    // in the folder itself; there and in all folders below
  int foreign = 0, foreignBelow = 0;  // that cannot be read
  std::vector<Folder> folders;        // by name
  bool hasSounds() const { return soundsBelow > 0; }
};

class Survey {
 public:
  // Hidden files and folders, __MACOSX and the like are passed over. Folders are followed through links, each
  // once. Throws base::Error when the folder cannot be looked into, or holds more than some millions of
  // files.
  explicit Survey(const std::filesystem::path& root);

  const std::filesystem::path& root() const { return root_; }
  const Folder& top() const { return top_; }
  // Paths relative to the folder, with slashes, in the order of their folders' names.
  const std::vector<std::string>& sounds() const { return sounds_; }
  const std::vector<std::string>& foreign() const { return foreign_; }
  const std::vector<std::string>& tables() const { return tables_; }            // FileKind::table and text
  const std::vector<std::string>& otherTables() const { return otherTables_; }  // that cannot be read
  // Files that are neither sounds nor tables nor documents, by ending.
  struct Others {
    int count = 0;
    std::string first;
  };
  const std::map<std::string, Others>& others() const { return others_; }

  // The sounds at any depth below one of its folders.
  std::span<const std::string> soundsBelow(const Folder& folder) const;
  std::span<const std::string> foreignBelow(const Folder& folder) const;
  // The link below the folder by which a file of that name lies outside of it; empty where it lies inside.
  std::string linkOut(const std::string& name) const;
  std::filesystem::path pathOf(const std::string& name) const { return root_ / name; }

 private:
  void look(Folder& folder, int depth);
  void noteLink(const std::filesystem::path& link, const std::string& name);

  std::filesystem::path root_;
  Folder top_;
  std::vector<std::string> sounds_, foreign_, tables_, otherTables_;
  std::map<std::string, Others> others_;
  std::vector<std::filesystem::path> followed_;  // where links led
  std::vector<std::string> linksOut_;            // links that lead out of the folder
  std::size_t seen_ = 0;
};

// Orders paths by their parts, so that "a/x" comes before "a-b/x".
bool comesBefore(const std::string& a, const std::string& b);

}  // namespace kinglet::data
