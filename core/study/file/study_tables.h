// The tables of a study file: declared once, made from here and held against what a file has. A study may
// come from anybody: views, triggers, generated columns and indices in it would be run as we read and write.
#pragma once

#include <filesystem>

namespace kinglet::study {

class Database;

// Of the tables. 2: trials are preempted instead of cancelled, or bad; checkpoints.
constexpr int kStudyVersion = 2;

void makeStudyTables(Database& database);          // of a new study, of this version
void makeFinalTrainingsTable(Database& database);  // where it is missing

void updateStudyTables(Database& database);  // from any older version; in one transaction of the caller's

// The version of its tables. Throws base::Error where it is no study, or a newer Kinglet's.
int requireStudy(Database& database, const std::filesystem::path& path);

// Throws base::Error naming what is there and should not be, is missing or is declared otherwise.
void checkStudyTables(Database& database, const std::filesystem::path& path);

}  // namespace kinglet::study
