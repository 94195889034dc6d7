#include "study/sqlite.h"

#include <sqlite3.h>

#include <cmath>
#include <limits>
#include <new>

#include "base/error.h"

namespace kinglet::study {
namespace {

// How long to wait for another program that reads or writes the file.
constexpr int kPatienceMs = 10'000;

}  // namespace

Database::Database() : path_(":memory:") {
  open(SQLITE_OPEN_CREATE);
}

Database::Database(const std::filesystem::path& file) : path_(file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) throw base::Error("%1 is a folder, not a study file", file);
  if (!std::filesystem::exists(file, error)) throw base::Error("there is no study file %1", file);
  open(0);
}

void Database::open(int flags) {
  const int code =
      sqlite3_open_v2(path_.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | flags, nullptr);
  if (code != SQLITE_OK) {
    sqlite3_close(handle_);
    handle_ = nullptr;
    fail(code);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, kPatienceMs);
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(handle_, "main", &size, 0);
  if (!data) throw std::bad_alloc();
  std::string all(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  return all;
}

Database::~Database() {
  sqlite3_close(handle_);
}

void Database::fail(int code) const {
  const std::filesystem::path& file = path_;
  const std::string detail = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw base::Error("cannot write %1: the disk is full; free some space and go on, nothing saved is lost",
                        file);
    case SQLITE_NOTADB:
      throw base::Error("%1 is not a Kinglet study", file);
    case SQLITE_CORRUPT:
      throw base::Error("%1 is damaged (%2); use a copy of it, or start a new study", file, detail);
    case SQLITE_CANTOPEN:
      throw base::Error("cannot open %1: its folder is missing or may not be written to", file);
    case SQLITE_READONLY:
      throw base::Error("cannot write %1: the file or its folder is read-only", file);
    case SQLITE_PERM:
      throw base::Error("cannot open %1: no permission", file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw base::Error("%1 is in use by another program; try again when that is done", file);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_IOERR:
      throw base::Error(
          "cannot read or write %1 (%2); check the disk and the space left on it, nothing saved is lost",
          file, detail);
    default:
      throw base::Error("cannot use %1: %2", file, detail);
  }
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  const int code = sqlite3_prepare_v2(database.handle(), sql.data(), int(sql.size()), &statement_, nullptr);
  if (code != SQLITE_OK) database.fail(code);
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement& Statement::bind(std::int64_t value) {
  sqlite3_bind_int64(statement_, ++bound_, value);
  return *this;
}

Statement& Statement::bind(double value) {
  sqlite3_bind_double(statement_, ++bound_, value);
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bindBlob(std::string_view value) {
  sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_STATIC);
  return *this;
}

Statement& Statement::bindNull() {
  sqlite3_bind_null(statement_, ++bound_);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
  return isNull(column) ? std::numeric_limits<double>::quiet_NaN()
                        : sqlite3_column_double(statement_, column);
}

std::string Statement::text(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return data ? std::string(static_cast<const char*>(data), std::size_t(size)) : std::string();
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Transaction::~Transaction() {
  // After a full disk SQLite may have rolled back by itself; then there is nothing left to do.
  if (open_ && !sqlite3_get_autocommit(database_.handle()))
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace kinglet::study
