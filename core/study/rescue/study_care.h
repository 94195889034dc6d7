// A study file's health: whether all of it can be read, a copy while it is searched, and what can be saved
// of a damaged one. The file itself is never written to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/message.h"

namespace kinglet::study {

struct StudyHealth {
  std::int64_t version = 0;             // of the tables, study_tables.h
  int trials = 0, weights = 0;          // that can be read
  std::vector<base::Message> problems;  // a sentence each; empty: all is well
};

// Throws base::Error where it is no study at all, or cannot be opened.
StudyHealth checkStudy(const std::filesystem::path& study);

// One whole file, as the study is at this moment; also while it is searched. Throws base::Error: a file is
// there, the disk is full, the study is damaged (then repairStudy).
void backUpStudy(const std::filesystem::path& study, const std::filesystem::path& copy);

// Makes a new study of all that can be read, bit for bit, and tells what was left out. Throws base::Error:
// a file is there, the disk is full, the settings are gone (nothing can be made of a study without).
StudyHealth repairStudy(const std::filesystem::path& study, const std::filesystem::path& copy);

}  // namespace kinglet::study
