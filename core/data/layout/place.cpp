#include "data/layout/place.h"

namespace kinglet::data {
namespace fs = std::filesystem;

Place::Place(fs::path path) : path_(std::move(path)) {
  std::error_code error;
  isFolder_ = fs::is_directory(path_, error);
}

bool Place::holds(const fs::path& inside) const {
  std::error_code error;
  return isFolder_ && fs::is_regular_file(path_ / inside, error);
}

const Survey& Place::survey() const {
  if (survey_) return *survey_;
  if (isFolder_) {
    survey_ = std::make_unique<Survey>(path_);
    return *survey_;
  }
  const fs::path folder = path_.has_parent_path() ? path_.parent_path() : fs::path(".");
  survey_ = std::make_unique<Survey>(folder);
  if (survey_->sounds().empty()) {
    // metadata/table.csv beside audio/
    fs::path whole = fs::absolute(folder).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    std::error_code error;
    if (whole.has_relative_path() && fs::is_directory(whole.parent_path(), error) &&
        whole.parent_path() != whole.root_path()) {
      auto above = std::make_unique<Survey>(folder.has_filename() && folder != "." && folder != ".."
                                                ? (folder.has_parent_path() ? folder.parent_path() : ".")
                                                : whole.parent_path());
      if (!above->sounds().empty()) survey_ = std::move(above);
    }
  }
  return *survey_;
}

const FileFinder& Place::finder() const {
  if (!finder_) finder_ = std::make_unique<FileFinder>(survey());
  return *finder_;
}

}  // namespace kinglet::data
