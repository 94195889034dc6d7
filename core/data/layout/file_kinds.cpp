#include "data/layout/file_kinds.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kinglet::data {
namespace {

constexpr std::array kSounds{".wav",  ".flac", ".ogg", ".oga",  ".opus", ".mp3", ".aif",
                             ".aiff", ".aifc", ".au",  ".snd",  ".caf",  ".w64", ".rf64",
                             ".bwf",  ".wave", ".sph", ".nist", ".voc"};
// Sounds and films of phones, recorders and the web.
constexpr std::array kForeign{".m4a",  ".m4b", ".m4p", ".m4r",  ".aac", ".adts", ".wma", ".asf", ".webm",
                              ".weba", ".mp4", ".m4v", ".mov",  ".mkv", ".mka",  ".avi", ".amr", ".awb",
                              ".3gp",  ".3g2", ".3ga", ".ac3",  ".dts", ".ape",  ".wv",  ".mpc", ".tta",
                              ".spx",  ".ra",  ".rm",  ".mp2",  ".mpa", ".mpga", ".qcp", ".gsm", ".dss",
                              ".ds2",  ".dff", ".dsf", ".alac", ".wac", ".mpeg", ".mpg", ".flv", ".ts"};
constexpr std::array kTables{".csv", ".tsv", ".tab", ".psv"};
constexpr std::array kOtherTables{".jsonl",   ".ndjson", ".json",    ".xlsx", ".xls",    ".ods",
                                  ".parquet", ".arrow",  ".feather", ".db",   ".sqlite", ".pkl",
                                  ".pickle",  ".h5",     ".hdf5",    ".mat",  ".numbers"};
constexpr std::array kDocuments{".md",  ".pdf", ".html", ".htm", ".rst", ".rtf", ".doc", ".docx", ".odt",
                                ".bib", ".cff", ".ini",  ".lnk", ".url", ".log", ".sh",  ".py"};
constexpr std::array kDocumentNames{"readme",  "licence",    "license", "copying", "attribution", "changelog",
                                    "changes", "citation",   "notice",  "authors", "thumbs",      "desktop",
                                    "md5sums", "sha256sums", "icon\r",  "index"};

template <std::size_t n>
bool isAmong(const std::array<const char*, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view fileNameOf(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view folderOf(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string endingOf(std::string_view fileName) {
  const auto dot = fileName.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : base::lowerCase(fileName.substr(dot));
}

std::string bareName(std::string_view fileName) {
  std::string bare = base::lowerCase(fileName);
  for (;;) {
    const std::string ending = endingOf(bare);
    if (ending.empty() || !(isAmong(kSounds, ending) || isAmong(kForeign, ending))) return bare;
    bare.resize(bare.size() - ending.size());
  }
}

FileKind kindOf(std::string_view fileName) {
  const std::string ending = endingOf(fileName);
  if (isAmong(kSounds, ending)) return FileKind::sound;
  if (isAmong(kForeign, ending)) return FileKind::foreign;
  if (isAmong(kTables, ending)) return FileKind::table;
  const std::string stem = base::lowerCase(fileName.substr(0, fileName.size() - ending.size()));
  const bool isDocument = std::any_of(kDocumentNames.begin(), kDocumentNames.end(), [&](const char* name) {
    return stem == name || stem.starts_with(std::string(name) + "_") ||
           stem.starts_with(std::string(name) + "-") || stem.starts_with(std::string(name) + " ");
  });
  if (isDocument || isAmong(kDocuments, ending)) return FileKind::document;
  if (ending == ".txt" || ending == ".list" || ending == ".lst") return FileKind::text;
  if (isAmong(kOtherTables, ending)) return FileKind::otherTable;
  return FileKind::other;
}

}  // namespace kinglet::data
