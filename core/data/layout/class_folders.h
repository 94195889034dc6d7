// Which folders are classes, which are parts (train, test) or folds, and which are neither.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "data/layout/read_as.h"
#include "data/layout/survey.h"

namespace kinglet::data {

struct ClassFolder {
  const Folder* folder = nullptr;  // all sounds below it are of the class
  std::string label;
  std::string fold;  // empty: the folders do not say
  const Folder* foldFolder = nullptr;
};

struct FolderPlan {
  std::vector<ClassFolder> classes;
  std::vector<const Folder*> company;  // beside the parts, with sounds, not used
  std::vector<const Folder*> apart;    // their names begin with an underscore
  std::vector<base::Message> notes;
};

// The folder that holds the classes, parts or folds: the surveyed one, or the only one in it that holds
// sounds.
const Folder& innerTop(const Survey& survey);
// Its folders that hold sounds and are not set apart.
std::vector<const Folder*> foldersWithSounds(const Folder& folder);

// Throws base::Error where there are two readings; the message says which, and how to choose.
FolderPlan planFolders(const Survey& survey, const ReadAs& readAs);

}  // namespace kinglet::data
