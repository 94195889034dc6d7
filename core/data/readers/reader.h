// One reader a layout. A new layout is a file here with one Layout, listed in readers.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/csv.h"
#include "data/dataset_builder.h"
#include "data/layout/place.h"

namespace kinglet::data {

struct Layout {
  const char* id;  // Dataset::layout
  // Looks at names, or at the beginning of tables; the first layout that matches reads. Throws base::Error
  // where there are two readings.
  bool (*matches)(const Place& place, const OpenOptions& options);
  // Throws base::Error where the whole data set makes no sense; a single bad clip is a problem instead.
  Dataset (*read)(const Place& place, const OpenOptions& options);
};

extern const Layout kEsc50, kSpeechCommands, kAudioSet, kManifest, kUrbanSound, kFolders;

const std::vector<const Layout*>& layouts();  // in the order they are tried
base::Message layoutsUnderstood();            // one sentence

// What readers share.
// The column that clips are to be grouped by (Entry::group); none where another way was asked for. known: the
// layout's own column of recordings. Throws base::Error where there is no such column.
std::optional<std::size_t> groupColumn(const GroupBy& by, const base::CsvReader& csv,
                                       std::optional<std::size_t> known);
// A path inside root from text found in a data set; empty where it leads outside of root, also by a symbolic
// link.
std::filesystem::path insideOf(const std::filesystem::path& root, const std::string& text);

}  // namespace kinglet::data
