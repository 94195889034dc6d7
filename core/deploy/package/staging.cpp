#include "deploy/package/staging.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "deploy/c_writer/c_names.h"

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
    throw base::Error("the export needs a name of its own; give one, for example %1", out / "model");
  std::error_code error;
  const fs::file_status status = fs::status(out, error);
  if (!isFolder && fs::is_directory(status))
    throw base::Error("%1 is a folder; give the name of a file", out);
  if (isFolder && fs::exists(status) && !fs::is_directory(status))
    throw base::Error("%1 is a file; C sources need a folder", out);
  if (replace) return out;
  const auto there = Staging::present(out, companions);
  if (!there.empty())
    throw base::Error("%1 is there already; choose another name, or say that it may be replaced",
                      there.front());
  return out;
}

void moveTo(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw base::Error("cannot write %1: %2", to, error.message());
}

// Of the files in a folder, at any depth.
std::vector<fs::path> pathsIn(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_directory()) paths.push_back(entry.path().lexically_relative(folder));
  return paths;
}

// A file can take its place below `out`: what leads there are folders, not links to somewhere else, and the
// place is no folder.
void checkPlace(const fs::path& out, const fs::path& path) {
  std::error_code error;
  fs::path at = out;
  for (const auto& part : path.parent_path()) {
    at /= part;
    const fs::file_status status = fs::symlink_status(at, error);
    if (fs::exists(status) && !fs::is_directory(status))
      throw base::Error("%1 is in the way: the export needs a folder of this name", at);
  }
  if (fs::is_directory(fs::symlink_status(out / path, error)))
    throw base::Error("%1 is a folder; the export has a file of this name", out / path);
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

base::Message Staging::named(const base::Message& message) const {
  const std::string hidden = work_.path.string(), known = folderOf(out_).string();
  auto arguments = message.arguments();
  for (auto& argument : arguments) {
    argument.text = replaced(std::move(argument.text), hidden, known);
    for (auto& sentence : argument.message) sentence = named(sentence);
  }
  return base::Message::stored(message.pattern(), std::move(arguments));
}

std::vector<fs::path> Staging::handOver() {
  std::vector<fs::path> files{out_};
  std::error_code error;
  if (isFolder_ && fs::is_directory(out_, error)) {
    const auto paths = pathsIn(artefact());
    for (const auto& path : paths) checkPlace(out_, path);
    for (const auto& path : paths) {
      const fs::path target = out_ / path;
      fs::create_directories(target.parent_path(), error);  // what fails here fails to be moved to
      moveTo(artefact() / path, target);
      sync(target.parent_path());
    }
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
