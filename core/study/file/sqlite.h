// SQLite in C++: a connection, a prepared statement, a transaction; errors become base::Error in words for
// people. Private to study/.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "study/file/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kinglet::study {

// Another program holds the file.
class DatabaseBusy : public base::Error {
 public:
  using base::Error::Error;
};

class Database {
 public:
  Database();  // in memory, empty
  // Throws base::Error when there is no such file, or it cannot be read. Where a log lies beside it and
  // cannot be used in place (the folder is read-only, the disk full), what is opened is a copy of both in
  // memory, which cannot be written to. Another program is waited for as long as patience asks.
  explicit Database(const std::filesystem::path& file, Patience patience = {});
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql);
  bool hasTable(std::string_view name);
  std::int64_t number(const char* sql);  // the first column of the first row
  std::string bytes() const;             // as a file of it would hold, what lies in the log included
  void onlyRead();                       // from now on: what the log holds stays there when it is closed
  bool isCopy() const { return copy_; }
  Patience setPatience(Patience patience);  // gives the one before
  // Tries as long as another program holds the file and patience lasts, where SQLite itself does not wait.
  void whileBusy(const std::function<void()>& work);
  bool isMoved() const;  // the file is not where it was opened
  sqlite3* handle() const { return handle_.get(); }
  [[noreturn]] void fail(int code) const;
  void require(int code) const;  // fails where SQLite's code is not SQLITE_OK
  // Whether the last call failed for the database and not for what a row holds.
  bool hasFailed() const;

 private:
  void open(int flags);
  void requireHeader() const;
  void copyToMemory(int code);
  bool waits(double seconds) const;

  std::filesystem::path path_;
  Patience patience_;
  std::chrono::steady_clock::time_point waitingSince_;
  bool copy_ = false;
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  // Last, for what closing waits for is above.
  std::unique_ptr<sqlite3, Close> handle_;
};

// What SQLite refuses (a parameter too many, a text too large, no memory) throws, here as everywhere.
// Parameters are bound in order; not-a-number is stored as null and read back as such.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& rewind();  // to be bound and stepped anew
  Statement& bind(std::int64_t value);
  Statement& bind(int value) { return bind(std::int64_t(value)); }
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  Statement& bindBlob(std::string_view value);  // not copied: must live until the statement has run
  Statement& bindNull();
  Statement& bindColumn(const Statement& row, int column);  // as it is there, of any type

  bool step();  // true while there is a row
  void run() {
    while (step()) {
    }
  }

  std::int64_t integer(int column) const;
  int whole(
      int column) const;  // what an int does not hold becomes the nearest that it does: out of any range
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
