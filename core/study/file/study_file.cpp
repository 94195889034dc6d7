#include "study/file/study_file.h"

#include <sqlite3.h>

#include <string>

#include "base/files.h"
#include "base/free_path.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/log.h"
#include "diagnosis/outside.h"
#include "study/file/file_system.h"
#include "study/file/study_tables.h"

namespace kinglet::study {
namespace {

constexpr double kShortly = 1;             // seconds
constexpr std::int64_t kMuchUnused = 256;  // pages

// For whoever reads the log, or a crash's report.
void note(const char* what, const std::filesystem::path& study) {
  diagnosis::log(diagnosis::Level::info, "study",
                 std::string(what) + " " + diagnosis::outside(study.filename().string()));
  std::error_code ignored;
  diagnosis::setOpenStudy(std::filesystem::absolute(study, ignored));
}

// A new study, made in memory.
std::string bytesOfNew(const Settings& settings) {
  Database database;
  Transaction transaction(database);
  makeStudyTables(database);
  Statement(database, "INSERT INTO study VALUES ('settings', ?)").bind(settings.toJson()).run();
  Statement(database, "INSERT INTO study VALUES ('seconds_spent', ?)").bind(0.0).run();
  transaction.commit();
  return database.bytes();
}

// The file, made where it is missing or empty: at no moment is it half a study.
const std::filesystem::path& whole(const std::filesystem::path& path, const std::optional<Settings>& create) {
  std::error_code ignored;
  const bool there =
      std::filesystem::exists(path, ignored) &&
      (!std::filesystem::is_regular_file(path, ignored) || !std::filesystem::is_empty(path, ignored));
  if (!create || there) return path;
  if (path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), ignored))
    throw base::Error("cannot make %1: its folder is missing", path);
  base::writeAtomically(path, bytesOfNew(*create));
  return path;
}

}  // namespace

StudyFile::StudyFile(const std::filesystem::path& path, const std::optional<Settings>& create, bool exclusive,
                     Patience patience)
    : path_(path),
      lock_(exclusive ? std::make_unique<FileLock>(path) : nullptr),
      database_(std::make_unique<Database>(whole(path, create), std::move(patience))),
      version_(kStudyVersion) {
  if (exclusive && database_->isCopy())
    throw base::Error(
        "cannot go on with %1: its folder is read-only or the disk is full; it can only be read", path);
  check();
  if (exclusive) takeOver();
  prepare();
  note(create ? "made or opened" : exclusive ? "opened to search" : "opened to read", path);
}

StudyFile::~StudyFile() {
  try {
    if (!closed_) close();  // who closed it was told, and is not kept waiting again
  } catch (const std::exception&) {
    // A full disk, or someone is reading: the log stays beside the file and is read with it.
  }
}

void StudyFile::Unhurried::set(const char* sql) const {
  if (file_.logs_) sqlite3_exec(file_.database_->handle(), sql, nullptr, nullptr, nullptr);
}

std::filesystem::path StudyFile::path() const {
  const std::lock_guard guard(pathMutex_);
  return path_;
}

void StudyFile::setPatience(Patience patience) {
  const auto held = hold();
  database_->setPatience(std::move(patience));
}

void StudyFile::close() {
  const auto held = hold();
  closed_ = true;
  if (lock_) note("closing", path_);
  if (!lock_ || !logs_) return;
  requireNotMoved();
  try {
    foldIn();
  } catch (const base::Error& error) {
    throw base::Error(
        "all results are kept, in %1 and in %1-wal beside it, but could not be brought into one file: %2. "
        "Keep both "
        "together; when the cause is gone, open the study once more",
        path_, error.message());
  }
  Patience before = database_->setPatience([](double seconds) { return seconds < kShortly; });
  try {
    log(false);
    shrink();
  } catch (const base::Error&) {  // someone reads; the file is whole
  }
  database_->setPatience(std::move(before));
}

void StudyFile::moveTo(const std::filesystem::path& path) {
  const auto held = hold();
  base::requireFree(path);
  auto lock = std::make_unique<FileLock>(path);
  base::writeAtomically(path, database_->bytes());
  auto fresh = std::make_unique<Database>(path);
  try {
    foldIn();  // where the old file only has another name now, it is whole too
  } catch (const base::Error&) {
  }
  database_ = std::move(fresh);
  lock_ = std::move(lock);
  lock_->alsoLock(path);
  {
    const std::lock_guard shortly(pathMutex_);
    path_ = path;
  }
  closed_ = false;
  log(true);
  prepare();
  note("moved to", path);
}

// A file system that cannot hold a log keeps the rollback journal, and so does a network folder: the log
// needs memory that all computers share.
void StudyFile::log(bool on) {
  if (on && !networkFileSystem(path_).empty()) return;
  database_->whileBusy([&] {
    Statement mode(*database_, on ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
    logs_ = mode.step() && mode.text(0) == "wal";
  });
}

// What the log holds comes into the file; throws where it cannot.
void StudyFile::foldIn() {
  database_->whileBusy([&] {
    Statement fold(*database_, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (fold.step() && fold.integer(0) != 0)
      throw DatabaseBusy("%1 is in use by another program; try again when that is done", path_);
  });
}

// Gives back what checkpoints took, where that is much of the file.
void StudyFile::shrink() {
  const auto unused = database_->number("PRAGMA freelist_count");
  if (unused > kMuchUnused && unused * 4 > database_->number("PRAGMA page_count")) database_->run("VACUUM");
}

// For whoever writes. A file that goes away meanwhile is noticed by the first write, and what it held
// saved.
void StudyFile::takeOver() {
  try {
    lock_->alsoLock(path_);
    update();
    log(true);
  } catch (const base::Error&) {
    if (!database_->isMoved()) throw;
  }
}

void StudyFile::prepare() {
  database_->run("PRAGMA synchronous = EXTRA");
  database_->run("PRAGMA foreign_keys = ON");
}

void StudyFile::check() {
  version_ = requireStudy(*database_, path_);
  checkStudyTables(*database_, path_);
  if (!Statement(*database_, "SELECT 1 FROM study WHERE key = 'settings'").step())
    throw base::Error("%1 is damaged: it has no settings", path_);
}

// Of an older Kinglet: brought to this version by whoever may write, after a copy of it was laid beside it.
void StudyFile::update() {
  if (version_ == kStudyVersion) return;
  base::writeAtomically(base::freePath(path_.parent_path(),
                                       path_.filename().string() + ".version" + std::to_string(version_), ""),
                        database_->bytes());
  Transaction transaction(*database_);
  updateStudyTables(*database_);
  transaction.commit();
  version_ = kStudyVersion;
}

void StudyFile::requireNotMoved() const {
  if (database_->isMoved())
    throw StudyMoved("the study %1 was moved or deleted, or another file was put in its place", path_);
}

// After writing, before the result is believed.
void StudyFile::requireInPlace() {
  if (!lock_) return;
  requireNotMoved();
  // SQLite's own name of the log: a study that was opened by a link has it beside the file itself.
  const char* beside = sqlite3_filename_wal(sqlite3_db_filename(database_->handle(), "main"));
  std::error_code ignored;
  if (!logs_ || !beside || std::filesystem::exists(beside, ignored)) return;
  // Somebody tidied the log away. It is still open: its contents come into the file, and another is begun.
  foldIn();
  log(false);
  log(true);
}

}  // namespace kinglet::study
