// A folder or file that is to be read as a data set, with what is known of it so far.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "data/layout/file_finder.h"
#include "data/layout/survey.h"

namespace kinglet::data {

// Looks only when asked, and once. Not for several threads.
class Place {
 public:
  explicit Place(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  bool isFolder() const { return isFolder_; }
  bool holds(const std::filesystem::path& inside) const;  // a file at this path below the folder

  // Of the folder; of a table's folder, or of the one above where no sounds lie beside the table.
  const Survey& survey() const;
  const FileFinder& finder() const;

 private:
  std::filesystem::path path_;
  bool isFolder_ = false;
  mutable std::unique_ptr<Survey> survey_;
  mutable std::unique_ptr<FileFinder> finder_;
};

}  // namespace kinglet::data
