#include "study/file/sqlite.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <string_view>
#include <thread>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "study/elapsed.h"
#include "study/file/study_image.h"

namespace kinglet::study {
namespace {

// How long to wait for another program that reads or writes the file, and how often to look.
constexpr double kUsualPatienceS = 10;
constexpr auto kLook = std::chrono::milliseconds(50);

// What an existing file gives when its log cannot be used beside it.
bool isOfTheFolder(int code) {
  const int kind = code & 0xff;
  return kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY || kind == SQLITE_IOERR || kind == SQLITE_FULL ||
         kind == SQLITE_PERM;
}

// The file may come from anybody: nothing in it is run, and what it holds is bounded. Set before its first
// page is read. Gives SQLite's code: a file is not used where one of this was refused.
int restrict(sqlite3* handle) {
  constexpr std::pair<int, int> kLimits[] = {
      {SQLITE_LIMIT_LENGTH, 192 << 20},  // a study's settings carry an energy model of up to 64 MB
      {SQLITE_LIMIT_SQL_LENGTH, 100'000},  {SQLITE_LIMIT_COLUMN, 100},
      {SQLITE_LIMIT_EXPR_DEPTH, 50},       {SQLITE_LIMIT_COMPOUND_SELECT, 5},
      {SQLITE_LIMIT_VDBE_OP, 25'000},      {SQLITE_LIMIT_FUNCTION_ARG, 8},
      {SQLITE_LIMIT_ATTACHED, 1},  // which VACUUM needs
      {SQLITE_LIMIT_TRIGGER_DEPTH, 8},     {SQLITE_LIMIT_WORKER_THREADS, 0},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 100}, {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100}};
  for (const auto& [limit, value] : kLimits) sqlite3_limit(handle, limit, value);
  for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                   {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                   {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                   {SQLITE_DBCONFIG_DQS_DDL, 0},
                                   {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}}) {
    const int code = sqlite3_db_config(handle, option, on, nullptr);
    if (code != SQLITE_OK) return code;
  }
  return sqlite3_exec(handle,
                      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0",
                      nullptr, nullptr, nullptr);
}

// SQLite reads and writes these beside the file: a link would lead it to a file of the user's. A journal that
// names another file (its last bytes are the mark of that) could have it deleted; Kinglet writes none.
void checkBeside(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(file, error);
  for (const char* ending : {"-journal", "-wal", "-shm"}) {
    const std::filesystem::path beside = real.string() + ending;
    struct stat status {};
    if (::lstat(beside.c_str(), &status) != 0) continue;
    if (!S_ISREG(status.st_mode) || status.st_nlink != 1)
      throw base::Error("%1 is a link or no plain file; remove it to open the study", beside);
    constexpr std::string_view kMark = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    if (std::string_view(ending) != "-journal" || status.st_size < off_t(kMark.size())) continue;
    const base::MappedFile mapped(beside);
    const auto bytes = mapped.bytes().last(kMark.size());
    if (std::memcmp(bytes.data(), kMark.data(), kMark.size()) == 0)
      throw base::Error(
          "%1 names other files, which no journal of Kinglet's does; remove it to open the study", beside);
  }
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
  if (!std::filesystem::is_regular_file(file, error))
    throw base::Error("%1 is no plain file, so no study either", file);
  checkBeside(file);
  open(0);
  requireHeader();
  // The first look is what finds out whether the log can be used.
  const int code = sqlite3_exec(handle_.get(), "PRAGMA schema_version", nullptr, nullptr, nullptr);
  if (code != SQLITE_OK && isOfTheFolder(code)) copyToMemory(code);
}

void Database::open(int flags) {
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(path_.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | flags, nullptr);
  handle_.reset(opened);
  if (code != SQLITE_OK) {
    handle_.reset();
    fail(code);
  }
  require(sqlite3_extended_result_codes(handle_.get(), 1));
  require(restrict(handle_.get()));
  require(sqlite3_busy_handler(
      handle_.get(),
      [](void* self, int earlier) {
        auto& database = *static_cast<Database*>(self);
        if (earlier == 0) database.waitingSince_ = std::chrono::steady_clock::now();
        if (!database.waits(secondsSince(database.waitingSince_))) return 0;
        std::this_thread::sleep_for(kLook);
        return 1;
      },
      this));
}

// A log that was left beside a file that is none of SQLite's is not read with it, nor ever written into it. By
// SQLite's own descriptor: to close another one would drop its locks.
void Database::requireHeader() const {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  sqlite3_file* opened = nullptr;
  sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &opened);
  char head[kMagic.size()] = {};
  if (!opened || !opened->pMethods) return;
  const int code = opened->pMethods->xRead(opened, head, int(sizeof head), 0);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return;  // the first question says what it is
  const std::string_view found(head, sizeof head);
  if (found == kMagic || found.find_first_not_of('\0') == std::string_view::npos) return;
  throw base::Error("%1 is not a Kinglet study", path_);
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
  handle_.reset();
  const std::filesystem::path file = std::exchange(path_, ":memory:");
  open(SQLITE_OPEN_CREATE);
  path_ = file;
  auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
  if (!bytes) throw std::bad_alloc();
  std::memcpy(bytes, image.data(), image.size());
  const auto size = static_cast<sqlite3_int64>(image.size());
  const int done = sqlite3_deserialize(handle_.get(), "main", bytes, size, size,
                                       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  require(done);
  copy_ = true;
}

bool Database::waits(double seconds) const {
  return patience_ ? patience_(seconds) : seconds < kUsualPatienceS;
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
  return sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(handle_.get(), "main", &size, 0);
  if (!data) throw std::bad_alloc();
  std::string all(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  // The copy has no log (bytes 18 and 19 of the header: how it is written and read).
  if (all.size() > 19) all[18] = all[19] = 1;
  return all;
}

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close(handle);
}

void Database::require(int code) const {
  if (code != SQLITE_OK) fail(code);
}

void Database::fail(int code) const {
  const std::string detail = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw base::Error("cannot write %1: the disk is full; free some space and go on, nothing saved is lost",
                        path_);
    case SQLITE_NOTADB:
      throw base::Error("%1 is not a Kinglet study", path_);
    case SQLITE_CORRUPT:
      throw base::Error(
          "%1 is damaged (%2); use a copy of it, or save what can be read: kinglet study repair", path_,
          detail);
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
    case SQLITE_TOOBIG:
      throw base::Error("%1 holds a text or weights that are larger than any that Kinglet writes", path_);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_IOERR:
      if (handle_ && isMoved()) throw base::Error("cannot read %1: it was moved or deleted meanwhile", path_);
      throw base::Error(
          "cannot read or write %1 (%2); check the disk and the space left on it, nothing saved is lost",
          path_, detail);
    default:
      throw base::Error("cannot use %1: %2", path_, detail);
  }
}

bool Database::hasFailed() const {
  const int code = sqlite3_errcode(handle_.get()) & 0xff;
  return code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE && code != SQLITE_TOOBIG;
}

void Database::run(const char* sql) {
  require(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

bool Database::hasTable(std::string_view name) {
  Statement query(*this, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  return query.bind(name).step();
}

void Database::onlyRead() {
  require(sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr));
  run("PRAGMA query_only = ON");
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  database.require(sqlite3_prepare_v2(database.handle(), sql.data(), int(sql.size()), &statement_, nullptr));
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

// What reset gives is the error of the last step, which that threw.
Statement& Statement::rewind() {
  sqlite3_reset(statement_);
  bound_ = 0;
  return *this;
}

Statement& Statement::bind(std::int64_t value) {
  database_.require(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

Statement& Statement::bind(double value) {
  database_.require(sqlite3_bind_double(statement_, ++bound_, value));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  database_.require(
      sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bindBlob(std::string_view value) {
  database_.require(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bindNull() {
  database_.require(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

Statement& Statement::bindColumn(const Statement& row, int column) {
  database_.require(sqlite3_bind_value(statement_, ++bound_, sqlite3_column_value(row.statement_, column)));
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

int Statement::whole(int column) const {
  constexpr std::int64_t kLow = std::numeric_limits<int>::min(), kHigh = std::numeric_limits<int>::max();
  return static_cast<int>(std::clamp(integer(column), kLow, kHigh));
}

double Statement::real(int column) const {
  return isNull(column) ? std::numeric_limits<double>::quiet_NaN()
                        : sqlite3_column_double(statement_, column);
}

std::string Statement::text(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (!data && sqlite3_errcode(database_.handle()) == SQLITE_NOMEM) throw std::bad_alloc();
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
