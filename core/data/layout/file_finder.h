// From what a table or a list says of a file to the file itself. People's tables name files by paths of
// another computer, with "./" or "\", with another ending or none, or by the name alone.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/layout/survey.h"

namespace kinglet::data {

struct Found {
  enum class How {
    asWritten,    // from the table's folder or the data set's
    byEnd,        // what stands before is of another place
    otherEnding,  // the file has another ending, or the table names none
    otherCase,    // capitals differ
    missing,      // no such file
    ambiguous,    // several fit alike: see `other`
    unreadable,   // there is one, of a kind that cannot be read
  };
  How how = How::missing;
  std::string name;   // in Survey::sounds(); of unreadable in Survey::foreign()
  std::string other;  // of ambiguous: another that fits as well
  bool is() const { return how < How::missing; }
};

class FileFinder {
 public:
  explicit FileFinder(const Survey& survey);

  // text: as the table has it. folder: the table's, relative to the survey. hints: what the table says
  // besides that may be in a folder's name ("train", "3"); decides between files that fit alike.
  // commonFolder: how many leading folders all paths of the table have in common; they may be those of
  // another place.
  Found find(std::string_view text, std::string_view folder, const std::vector<std::string>& hints = {},
             std::size_t commonFolders = 0) const;

  const Survey& survey() const { return survey_; }

 private:
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  Found among(const std::vector<std::string>& names, const Index& index, std::string_view text,
              const std::vector<std::string>& hints, std::size_t commonFolders) const;

  const Survey& survey_;
  Index sounds_, foreign_;  // by bareName(), indices into the survey's
};

// A path as it is written, made relative and its parts put in order: "\" becomes "/", "./", "a/../", "//" and
// what names a place ("C:", "file:", "/") go. "../" at the beginning stays.
std::string tidyPath(std::string_view text);
// Folders and the name of a tidy path.
std::vector<std::string_view> partsOf(std::string_view tidy);

}  // namespace kinglet::data
