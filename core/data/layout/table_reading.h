// From the rows of tables to clips.
#pragma once

#include "data/dataset_builder.h"
#include "data/layout/place.h"
#include "data/layout/table_choice.h"

namespace kinglet::data {

// Adds a clip a row, and tells of rows that cannot be used, of how files were found, and of columns that were
// not used. Throws base::Error where a table is damaged, or where it contradicts the folders that its sounds
// lie in and the person has named neither.
void readTables(const Place& place, const TableChoice& choice, const OpenOptions& options,
                DatasetBuilder& builder);

}  // namespace kinglet::data
