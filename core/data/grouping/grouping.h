// Which clips belong together because they come from one recording.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "data/grouping/group_by.h"

namespace kinglet::data {

// A clip as grouping sees it.
struct GroupItem {
  std::string file;    // relative to the data set, with slashes
  std::string source;  // the recording, where the data set says so
  std::string column;  // what stands in the column of GroupBy::Kind::column
  std::vector<std::string> labels;
};

struct Grouping {
  std::vector<std::string> sources;  // of each item
  bool guessed = false;              // from file names, so it may be wrong
  base::Message words;               // how, and how many there are
  std::vector<base::Message> warnings;
};

// Without another wish: by the source where the data set says one; else by what file names tell, as fine as
// each class needs to be in training, validation and test (three recordings). Where a class has fewer, its
// recordings are parted into runs of consecutive clips, with a warning. Throws base::Error where what was
// asked for groups nothing: no table with the column, a pattern that no name matches.
Grouping groupClips(const std::vector<GroupItem>& items, const GroupBy& by);

}  // namespace kinglet::data
