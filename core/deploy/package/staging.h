// Where an export is written before it is handed over: cancelled, failed or out of disk, it leaves nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/message.h"
#include "deploy/verify/shell.h"

namespace kinglet::deploy {

// The artefact and what lies beside it are made in a hidden folder on the target's own disk, then renamed
// into place one by one: each name holds its old content or its new one at every moment.
class Staging {
 public:
  // out: a file, or a folder where isFolder. Throws base::Error naming what is there already, unless
  // `replace`; when `out` is of the other kind; when its folder is missing or cannot be written to.
  // companions: endings of the files beside it, ".card.md".
  Staging(const std::filesystem::path& out, bool isFolder, const std::vector<std::string>& companions,
          bool replace);

  std::filesystem::path artefact() const { return work_.path / out_.filename(); }
  std::filesystem::path companion(const std::string& ending) const { return artefact().string() + ending; }

  // A message with the names that people know in place of the hidden folder's.
  base::Message named(const base::Message& message) const;

  // The names that the files have now. In a folder that was there only files of the same names are replaced.
  // Throws base::Error; before anything was moved where something of another kind is in the way.
  std::vector<std::filesystem::path> handOver();

  // What would be replaced: of the artefact and its companions, those that are there.
  static std::vector<std::filesystem::path> present(const std::filesystem::path& out,
                                                    const std::vector<std::string>& companions);

 private:
  std::filesystem::path out_;
  bool isFolder_;
  std::vector<std::string> companions_;
  WorkFolder work_;
};

}  // namespace kinglet::deploy
