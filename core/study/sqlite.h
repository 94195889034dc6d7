// SQLite in C++: a connection, a prepared statement, a transaction; errors become base::Error in words for
// people. Private to study/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace kinglet::study {

class Database {
 public:
  Database();  // in memory, empty
  // Throws base::Error when there is no such file, or it cannot be read.
  explicit Database(const std::filesystem::path& file);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql);
  std::int64_t number(const char* sql);  // the first column of the first row
  std::string bytes() const;             // as a file of it would hold
  sqlite3* handle() const { return handle_; }
  [[noreturn]] void fail(int code) const;
  // Whether the last call failed for the database and not for what a row holds.
  bool hasFailed() const;

 private:
  void open(int flags);

  std::filesystem::path path_;
  sqlite3* handle_ = nullptr;
};

// Parameters are bound in order; not-a-number is stored as null and read back as such.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(std::int64_t value);
  Statement& bind(int value) { return bind(std::int64_t(value)); }
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  Statement& bindBlob(std::string_view value);  // not copied: must live until the statement has run
  Statement& bindNull();

  bool step();  // true while there is a row
  void run() {
    while (step()) {
    }
  }

  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;  // blobs too
  bool isNull(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

// Rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace kinglet::study
