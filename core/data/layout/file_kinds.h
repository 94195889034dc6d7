// What a file of a data set is, by its name alone.
#pragma once

#include <string>
#include <string_view>

namespace kinglet::data {

enum class FileKind {
  sound,       // read by audio/
  foreign,     // a sound or film that audio/ cannot read: it must be converted first
  table,       // separated text: .csv, .tsv ...
  text,        // .txt: may be a table, and mostly is none
  otherTable,  // a table that cannot be read as it is: a spreadsheet, JSON ...
  document,    // words, licences, what a file manager left: nobody misses it
  other
};

FileKind kindOf(std::string_view fileName);

// In small letters with its dot; empty where there is none. The name is the last part of a path.
std::string endingOf(std::string_view fileName);
// The name in small letters without the endings of sounds: "x.wav", "X.WAV.wav", "x" and "x.m4a" give "x".
std::string bareName(std::string_view fileName);
// The last part of a path with slashes.
std::string_view fileNameOf(std::string_view path);
// What stands before it, without the slash; empty for a name alone.
std::string_view folderOf(std::string_view path);

}  // namespace kinglet::data
