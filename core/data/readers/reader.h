// One reader a layout. A new layout is a file here with one Layout, listed in readers.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "data/dataset_builder.h"

namespace kinglet::data {

struct Layout {
  const char* id;           // Dataset::layout
  const char* description;  // for the message that tells what is understood
  // Looks at names only, or at the beginning of a table; the first layout that matches reads.
  bool (*matches)(const std::filesystem::path& path);
  // Throws base::Error where the whole data set makes no sense; a single bad clip is a problem instead.
  Dataset (*read)(const std::filesystem::path& path);
};

extern const Layout kEsc50, kSpeechCommands, kAudioSet, kManifest, kFolders;

const std::vector<const Layout*>& layouts();  // in the order they are tried
std::string layoutsUnderstood();              // one sentence

// What readers share.
bool isSoundName(const std::filesystem::path& path);  // by its ending
bool isHidden(const std::filesystem::path& path);     // begins with a dot
// Sorted by name, so that no file system's order leaks into a result. Throws base::Error.
std::vector<std::filesystem::path> sortedFolder(const std::filesystem::path& folder);
// A path inside root from text found in a data set; empty where it leads outside of root, also by a symbolic
// link.
std::filesystem::path insideOf(const std::filesystem::path& root, const std::string& text);

}  // namespace kinglet::data
