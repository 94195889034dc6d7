// Recordings guessed from file names, class by class. Private to data/grouping.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace kinglet::data {

struct NamedClip {
  std::string file, stem, folder;
  std::vector<std::string> labels;
};

struct NameGroups {
  std::vector<std::string> sources;
  // a recording of several clips, and the file of one; empty: there is none
  std::string example, exampleFile;
  bool stamps = false;  // names tell date and time
  std::vector<base::Message> warnings;
};

// So that each class has recordings enough for training, validation and test.
constexpr std::size_t kFewestRecordings = 3;

NameGroups groupsByName(const std::vector<NamedClip>& clips);

}  // namespace kinglet::data
