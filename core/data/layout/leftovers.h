// What lies in a data set and was not used: files that cannot be read, sounds that nothing names, folders and
// tables. Every reader tells it.
#pragma once

#include <string>
#include <vector>

#include "data/dataset_builder.h"
#include "data/layout/place.h"
#include "data/layout/table_choice.h"

namespace kinglet::data {

// Sounds that cannot be read and have no readable one of the same name beside them.
std::vector<std::string> unreadable(const Survey& survey);

// "30 files (.m4a) cannot be read ...", one for each ending; empty where all can be read.
std::vector<base::Message> unreadableText(const std::vector<std::string>& files);

struct Used {
  std::vector<std::string> tables;          // and lists
  std::vector<TableChoice::Unused> unused;  // tables, with the reason
  std::vector<const Folder*> told;          // folders that the reader tells of itself
};

// To be called when all clips were added.
void tellLeftovers(const Place& place, const Used& used, DatasetBuilder& builder);

}  // namespace kinglet::data
