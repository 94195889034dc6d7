#include "study/sqlite.h"

#include <sqlite3.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <thread>
#include <utility>

#include "study/rescue/study_image.h"

namespace kinglet::study {
namespace {

// How long to wait for another program that reads or writes the file, and how often to look.
constexpr double kPatienceS = 10;
constexpr auto kLook = std::chrono::milliseconds(50);

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// What an existing file gives when its log cannot be used beside it.
bool isOfTheFolder(int code) {
  const int kind = code & 0xff;
  return kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY || kind == SQLITE_IOERR || kind == SQLITE_FULL ||
         kind == SQLITE_PERM;
}

}  // namespace

Database::Database() : path_(":memory:") {
  open(SQLITE_OPEN_CREATE);
}

Database::Database(const std::filesystem::path& file, Patience patience)
    : path_(file), patience_(std::move(patience)) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) throw base::Error("%1 is a folder, not a study file", file);
  if (!std::filesystem::exists(file, error)) throw base::Error("there is no study file %1", file);
  open(0);
  // The first look is what finds out whether the log can be used.
  const int code = sqlite3_exec(handle_, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  if (code != SQLITE_OK && isOfTheFolder(code)) copyToMemory(code);
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
  sqlite3_busy_handler(
      handle_,
      [](void* self, int earlier) {
        auto& database = *static_cast<Database*>(self);
        if (earlier == 0) database.waitingSince_ = std::chrono::steady_clock::now();
        if (!database.waits(secondsSince(database.waitingSince_))) return 0;
        std::this_thread::sleep_for(kLook);
        return 1;
      },
      this);
}

void Database::copyToMemory(int code) {
  std::string image;
  try {
    image = studyImage(path_);
  } catch (const base::Error&) {
  }
  if (image.empty()) {  // it was not the log; whatever is asked next says what it was
    if ((code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR) fail(code);
    return;
  }
  sqlite3_close(std::exchange(handle_, nullptr));
  const std::filesystem::path file = std::exchange(path_, ":memory:");
  open(SQLITE_OPEN_CREATE);
  path_ = file;
  auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
  if (!bytes) throw std::bad_alloc();
  std::memcpy(bytes, image.data(), image.size());
  const auto size = static_cast<sqlite3_int64>(image.size());
  const int done = sqlite3_deserialize(handle_, "main", bytes, size, size,
                                       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  if (done != SQLITE_OK) fail(done);
  copy_ = true;
}

bool Database::waits(double seconds) const {
  return patience_ ? patience_(seconds) : seconds < kPatienceS;
}

Patience Database::setPatience(Patience patience) {
  return std::exchange(patience_, std::move(patience));
}

void Database::whileBusy(const std::function<void()>& work) {
  for (const auto start = std::chrono::steady_clock::now();;) {
    try {
      return work();
    } catch (const DatabaseBusy&) {
      if (!waits(secondsSince(start))) throw;
    }
    std::this_thread::sleep_for(kLook);
  }
}

bool Database::isMoved() const {
  int moved = 0;
  return sqlite3_file_control(handle_, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(handle_, "main", &size, 0);
  if (!data) throw std::bad_alloc();
  std::string all(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  // The copy has no log (bytes 18 and 19 of the header: how it is written and read).
  if (all.size() > 19) all[18] = all[19] = 1;
  return all;
}

Database::~Database() {
  sqlite3_close(handle_);
}

void Database::fail(int code) const {
  const std::string detail = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw base::Error("cannot write %1: the disk is full; free some space and go on, nothing saved is lost",
                        path_);
    case SQLITE_NOTADB:
      throw base::Error("%1 is not a Kinglet study", path_);
    case SQLITE_CORRUPT:
      throw base::Error("%1 is damaged (%2); use a copy of it, or start a new study", path_, detail);
    case SQLITE_CANTOPEN:
      throw base::Error("cannot open %1: its folder is missing or may not be written to", path_);
    case SQLITE_READONLY:
      if (copy_)
        throw base::Error("cannot write %1: its folder is read-only or the disk is full; it can only be read",
                          path_);
      throw base::Error("cannot write %1: the file or its folder is read-only", path_);
    case SQLITE_PERM:
      throw base::Error("cannot open %1: no permission", path_);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw DatabaseBusy("%1 is in use by another program; try again when that is done", path_);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_IOERR:
      throw base::Error(
          "cannot read or write %1 (%2); check the disk and the space left on it, nothing saved is lost",
          path_, detail);
    default:
      throw base::Error("cannot use %1: %2", path_, detail);
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
