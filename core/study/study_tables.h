// The tables of a study file: declared once, made from here and held against what a file has. A study may
// come from anybody: views, triggers, generated columns and indices in it would be run as we read and write.
#pragma once

#include <filesystem>

namespace kinglet::study {

class Database;

constexpr int kStudyVersion = 1;  // of the tables

void makeStudyTables(Database& database);          // of a new study
void makeFinalTrainingsTable(Database& database);  // where it is missing

// Throws base::Error naming what is there and should not be, is missing or is declared otherwise.
void checkStudyTables(Database& database, const std::filesystem::path& path);

}  // namespace kinglet::study
