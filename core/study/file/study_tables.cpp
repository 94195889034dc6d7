#include "study/file/study_tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "base/words.h"
#include "study/file/sqlite.h"

namespace kinglet::study {
namespace {

struct Table {
  const char* name;
  const char* sql;
  int since;  // the version of which a study has it; 0: made when it is first written to
};

// SQLite keeps the text of a declaration as it was: a file whose text is another was not made by Kinglet.
constexpr std::array kTables = {
    Table{"study", "CREATE TABLE study (key TEXT PRIMARY KEY, value) WITHOUT ROWID", 1},
    Table{"trials", R"(CREATE TABLE trials (
    number INTEGER PRIMARY KEY, state TEXT NOT NULL, baseline TEXT NOT NULL, genome TEXT NOT NULL, input TEXT NOT NULL,
    network TEXT NOT NULL, energy TEXT NOT NULL, origin TEXT NOT NULL, reason TEXT NOT NULL, cut_epoch INTEGER NOT NULL,
    seconds REAL, ended_at REAL, starred INTEGER NOT NULL, note TEXT NOT NULL, test TEXT, suggestion INTEGER NOT NULL,
    told_as INTEGER NOT NULL))",
          1},
    Table{"epochs", R"(CREATE TABLE epochs (
    trial INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE, epoch INTEGER NOT NULL, train_loss REAL, seconds REAL,
    validation TEXT NOT NULL, PRIMARY KEY (trial, epoch)) WITHOUT ROWID)",
          1},
    Table{
        "weights",
        "CREATE TABLE weights (trial INTEGER PRIMARY KEY REFERENCES trials ON DELETE CASCADE, data BLOB NOT "
        "NULL)",
        1},
    Table{"repeats", R"(CREATE TABLE repeats (
    genome TEXT PRIMARY KEY, suggestion INTEGER NOT NULL, origin TEXT NOT NULL, trial INTEGER NOT NULL,
    told_as INTEGER NOT NULL))",
          1},
    Table{"final_trainings", R"(CREATE TABLE final_trainings (
    trial INTEGER PRIMARY KEY REFERENCES trials ON DELETE CASCADE, result TEXT NOT NULL, weights BLOB NOT NULL))",
          0},
    Table{"checkpoints", R"(CREATE TABLE checkpoints (
    trial INTEGER PRIMARY KEY REFERENCES trials ON DELETE CASCADE, epoch INTEGER NOT NULL, data BLOB NOT NULL))",
          2},
};

constexpr int kApplicationId = 0x4B474C54;  // "KGLT"
constexpr int kMostObjects = 100;           // in a file, before looking at them becomes work

// Blanks of any kind count as one.
std::string plain(const std::string& sql) {
  std::string text;
  for (const char c : sql) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  return base::trimmed(text);
}

const Table* tableNamed(const std::string& name) {
  const auto found =
      std::find_if(kTables.begin(), kTables.end(), [&](const Table& table) { return name == table.name; });
  return found == kTables.end() ? nullptr : found;
}

void makeWhereMissing(Database& database, const char* name) {
  if (!database.hasTable(name)) database.run(tableNamed(name)->sql);
}

void mark(Database& database) {
  database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  database.run(("PRAGMA user_version = " + std::to_string(kStudyVersion)).c_str());
}

}  // namespace

void makeStudyTables(Database& database) {
  for (const Table& table : kTables)
    if (table.since > 0) database.run(table.sql);
  mark(database);
}

void makeFinalTrainingsTable(Database& database) {
  makeWhereMissing(database, "final_trainings");
}

void updateStudyTables(Database& database) {
  database.run("UPDATE trials SET state = 'preempted' WHERE state = 'cancelled'");
  makeWhereMissing(database, "checkpoints");
  mark(database);
}

int requireStudy(Database& database, const std::filesystem::path& path) {
  // Reading the header is what finds out that it is no database at all.
  const auto application = database.number("PRAGMA application_id");
  const auto version = database.number("PRAGMA user_version");
  if (application != kApplicationId) throw base::Error("%1 is not a Kinglet study", path);
  if (version > kStudyVersion)
    throw base::Error(
        "%1 was made by a newer Kinglet (its version is %2, this one knows up to %3); install that to open "
        "it",
        path, version, kStudyVersion);
  return int(version);
}

void checkStudyTables(Database& database, const std::filesystem::path& path) {
  const auto version = database.number("PRAGMA user_version");
  std::set<std::string> seen;
  Statement query(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
  for (int count = 0; query.step(); ++count) {
    const std::string type = query.text(0), name = query.text(1), of = query.text(2);
    // What SQLite makes by itself for a primary key has no text.
    if (type == "index" && query.isNull(3) && name.starts_with("sqlite_autoindex_") && tableNamed(of))
      continue;
    const Table* table = type == "table" ? tableNamed(name) : nullptr;
    if (!table || count > kMostObjects)
      throw base::Error(
          "%1 is no study as Kinglet makes them: it holds the %2 \"%3\". Do not use it unless you know who "
          "made it.",
          path, base::terminalText(type.substr(0, 20)), base::terminalText(name.substr(0, 60)));
    if (plain(query.text(3)) != plain(table->sql) || name != of)
      throw base::Error(
          "%1 is no study as Kinglet makes them: its table \"%2\" is declared otherwise. Do not use it "
          "unless you "
          "know who made it.",
          path, name);
    seen.insert(name);
  }
  for (const Table& table : kTables)
    if (table.since > 0 && table.since <= version && !seen.contains(table.name))
      throw base::Error("%1 is damaged: it has no table \"%2\"", path, table.name);
}

}  // namespace kinglet::study
