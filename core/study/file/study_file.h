// The file of a study as a file: made, opened, locked, with SQLite's log beside it, moved, closed. What its tables hold is
// SqliteStore's. Private to study/file/.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "base/error.h"
#include "study/file/file_lock.h"
#include "study/file/sqlite.h"
#include "study/file/store.h"

namespace kinglet::study {

class StudyFile {
 public:
  // As openStudy, with the same errors.
  StudyFile(const std::filesystem::path& path, const std::optional<Settings>& create, bool exclusive,
            Patience patience);
  ~StudyFile();
  StudyFile(const StudyFile&) = delete;
  StudyFile& operator=(const StudyFile&) = delete;

  std::filesystem::path path() const;
  void setPatience(Patience patience);
  void close();                                    // as StudyStore::close
  void moveTo(const std::filesystem::path& path);  // as StudyStore::moveTo

  // Nobody else reads or writes while it lives; what follows is for its holder.
  [[nodiscard]] std::unique_lock<std::mutex> hold() const { return std::unique_lock(mutex_); }
  Database& database() const { return *database_; }
  int version() const { return version_; }  // of its tables

  // Does `work` while it holds the file. What fails because the file is elsewhere is told as that, whatever it looked
  // like.
  template <class Work>
  void write(const Work& work) {
    const auto held = hold();
    try {
      work();
      requireInPlace();
    } catch (const base::Error&) {
      if (lock_) requireNotMoved();
      throw;
    }
  }

  // While it lives, commits do not wait for the disk. Only where the log is on: a rollback journal that was
  // not flushed could not mend the file after a power cut.
  class Unhurried {
   public:
    explicit Unhurried(const StudyFile& file) : file_(file) { set("PRAGMA synchronous = NORMAL"); }
    ~Unhurried() { set("PRAGMA synchronous = EXTRA"); }

   private:
    void set(const char* sql) const;
    const StudyFile& file_;
  };

 private:
  void log(bool on);
  void foldIn();
  void shrink();
  void takeOver();
  void prepare();
  void check();
  void update();
  void requireNotMoved() const;
  void requireInPlace();

  std::filesystem::path path_;    // changed under both mutexes
  mutable std::mutex pathMutex_;  // never held for long
  mutable std::mutex mutex_;      // guards what follows
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<Database> database_;
  int version_;  // of the file
  bool logs_ = false;
  bool closed_ = false;  // or at least tried to
};

}  // namespace kinglet::study
