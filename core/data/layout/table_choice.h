// Which of the tables in a folder tell of its sounds.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "data/dataset.h"
#include "data/layout/columns.h"
#include "data/layout/place.h"

namespace kinglet::data {

struct ClipTable {
  std::string name;  // relative to the survey
  TableHead head;
  Columns columns;
  std::string fold;  // of rows that name none, because the table or its folder is called after it
  Rule foldRule;
};

struct TableChoice {
  std::vector<ClipTable> chosen;  // several belong together: train.csv, test.csv
  struct Unused {
    std::string name;
    base::Message why;
    bool namesFiles = false;  // it names sounds that are here
  };
  std::vector<Unused> unused;
};

// Of a table itself: that one. Throws base::Error where several could be meant, or where the one that is
// meant cannot be understood.
TableChoice chooseTables(const Place& place, const ReadAs& readAs);

}  // namespace kinglet::data
