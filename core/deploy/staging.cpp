#include "deploy/staging.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"

namespace kinglet::deploy {
namespace fs = std::filesystem;
namespace {

// "folder/" and "folder" are the same place.
fs::path plainPath(const fs::path& out) {
  return out.filename().empty() ? out.parent_path() : out;
}

fs::path folderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// Refuses before anything is made.
fs::path checked(const fs::path& given, bool isFolder, const std::vector<std::string>& companions,
                 bool replace) {
  const fs::path out = plainPath(given);
  if (out.filename().empty() || out.filename() == "." || out.filename() == "..")
    throw base::Error("the export needs a name of its own; give one, for example " +
                      (out / "model").string());
  std::error_code error;
  const fs::file_status status = fs::status(out, error);
  if (!isFolder && fs::is_directory(status))
    throw base::Error(out.string() + " is a folder; give the name of a file");
  if (isFolder && fs::exists(status) && !fs::is_directory(status))
    throw base::Error(out.string() + " is a file; C sources need a folder");
  if (replace) return out;
  const auto there = Staging::present(out, companions);
  if (!there.empty())
    throw base::Error(there.front().string() +
                      " is there already; choose another name, or say that it may be replaced");
  return out;
}

void moveTo(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw base::Error("cannot write " + to.string() + ": " + error.message());
}

// What was announced is on disk.
void sync(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

Staging::Staging(const fs::path& out, bool isFolder, const std::vector<std::string>& companions, bool replace)
    : out_(checked(out, isFolder, companions, replace)),
      isFolder_(isFolder),
      companions_(companions),
      work_(folderOf(out_) / ".kinglet-export-") {}

std::vector<fs::path> Staging::present(const fs::path& given, const std::vector<std::string>& companions) {
  const fs::path out = plainPath(given);
  std::vector<fs::path> there;
  std::error_code error;
  const bool emptyFolder = fs::is_directory(out, error) && fs::is_empty(out, error);
  if (fs::exists(fs::symlink_status(out, error)) && !emptyFolder) there.push_back(out);
  for (const auto& ending : companions)
    if (fs::path beside = out.string() + ending; fs::exists(fs::symlink_status(beside, error)))
      there.push_back(std::move(beside));
  return there;
}

std::string Staging::named(std::string message) const {
  const std::string hidden = work_.path.string(), known = folderOf(out_).string();
  for (auto at = message.find(hidden); at != std::string::npos; at = message.find(hidden, at + known.size()))
    message.replace(at, hidden.size(), known);
  return message;
}

std::vector<fs::path> Staging::handOver() {
  std::vector<fs::path> files{out_};
  std::error_code error;
  if (isFolder_ && fs::is_directory(out_, error)) {
    for (const auto& entry : fs::directory_iterator(artefact()))
      moveTo(entry.path(), out_ / entry.path().filename());
    sync(out_);
  } else {
    moveTo(artefact(), out_);
  }
  for (const auto& ending : companions_) {
    files.emplace_back(out_.string() + ending);
    moveTo(companion(ending), files.back());
  }
  sync(folderOf(out_));
  return files;
}

}  // namespace kinglet::deploy
