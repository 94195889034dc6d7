// "Report a problem": what a person may send to those who can mend it, all of it text, without sounds,
// weights, names of classes and clips, and without the home folder's name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/message.h"
#include "study/file/store.h"

namespace kinglet::app {

struct ReportPart {
  std::string file;    // in the archive
  base::Message what;  // for people
  std::string text;
};

// folder: diagnosis::stateFolder(). open: the study that it is about, or null. What cannot be read is left
// out.
std::vector<ReportPart> problemReport(const std::filesystem::path& folder, const study::StudyStore* open);

// What is in no part, a sentence each; for people.
std::vector<base::Message> leftOutOfReport();

// A ZIP archive. Throws base::Error.
void writeReport(const std::vector<ReportPart>& parts, const std::filesystem::path& path);

}  // namespace kinglet::app
