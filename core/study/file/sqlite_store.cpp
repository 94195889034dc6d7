// A study in one SQLite file.
//
// Who searches writes through a write-ahead log: a commit costs one flush to the disk instead of four, and
// readers do not wait. When it closes, the log is folded in, so that a study at rest is one file, readable
// from a read-only folder. Trials and settings are flushed before a call returns (synchronous = EXTRA);
// epochs, repeats and the clock are not: they survive a crash of the program, and what a power cut takes of
// them is trained again.
#include <sqlite3.h>

#include <memory>
#include <mutex>
#include <optional>

#include "base/error.h"
#include "base/files.h"
#include "base/free_path.h"
#include "base/json.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/log.h"
#include "diagnosis/outside.h"
#include "study/file/file_lock.h"
#include "study/file/file_system.h"
#include "study/file/ranges.h"
#include "study/file/sqlite.h"
#include "study/file/store.h"
#include "study/file/study_tables.h"
#include "study/file/trial_rows.h"
#include "study/file/trust.h"
#include "study/json_forms.h"
#include "study/meaning.h"
#include "study/message_json.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/metrics.h"
#include "train/weights.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kShortly = 1;             // seconds
constexpr std::int64_t kMuchUnused = 256;  // pages

// For whoever reads the log, or a crash's report.
void note(const char* what, const std::filesystem::path& study) {
  diagnosis::log(diagnosis::Level::info, "study",
                 std::string(what) + " " + diagnosis::outside(study.filename().string()));
  std::error_code ignored;
  diagnosis::setOpenStudy(std::filesystem::absolute(study, ignored));
}

class SqliteStore final : public StudyStore {
 public:
  SqliteStore(const std::filesystem::path& path, const std::optional<Settings>& create, bool exclusive,
              Patience patience)
      : path_(path),
        lock_(exclusive ? std::make_unique<FileLock>(path) : nullptr),
        database_(std::make_unique<Database>(whole(path, create), std::move(patience))) {
    if (exclusive && database_->isCopy())
      throw base::Error(
          "cannot go on with %1: its folder is read-only or the disk is full; it can only be read", path);
    check();
    if (exclusive) takeOver();
    prepare();
  }

  ~SqliteStore() override {
    try {
      if (!closed_) close();  // who closed it was told, and is not kept waiting again
    } catch (const std::exception&) {
      // A full disk, or someone is reading: the log stays beside the file and is read with it.
    }
  }

  void setPatience(Patience patience) override {
    const std::lock_guard guard(mutex_);
    database_->setPatience(std::move(patience));
  }

  void close() override;
  void moveTo(const std::filesystem::path& path) override;

  Settings settings() const override {
    const std::lock_guard guard(mutex_);
    Settings settings = Settings::fromJson(value("settings").text(0));
    try {
      checkRanges(settings);
    } catch (const base::Error& error) {
      throw base::Error("cannot read the settings of %1: %2", path_, error.message());
    }
    return settings;
  }

  void saveSettings(const Settings& settings) override {
    write([&] { saveValue("settings", settings.toJson()); });
  }

  std::vector<Trial> trials() const override;
  std::vector<SetAside> setAside() const override {
    const std::lock_guard guard(mutex_);
    return aside_;
  }
  void saveTrial(const Trial& trial, const train::Weights* weights) override;

  void saveEpoch(int trial, const train::EpochReport& epoch) override {
    write([&] {
      const Unhurried unhurried(*this);
      requireTrial(trial);
      insertEpoch(*database_, trial, epoch);
    });
  }

  void saveWeights(int trial, const train::Weights& weights) override {
    write([&] {
      requireTrial(trial);
      insertWeights(trial, weights);
    });
  }

  std::optional<train::Weights> weights(int trial) const override {
    const std::lock_guard guard(mutex_);
    Statement query(*database_, "SELECT data FROM weights WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return train::unpackWeights(query.text(0));
  }

  void saveStar(int trial, bool starred, const std::string& note) override {
    write([&] {
      requireTrial(trial);
      Statement(*database_, "UPDATE trials SET starred = ?, note = ? WHERE number = ?")
          .bind(starred ? 1 : 0)
          .bind(note)
          .bind(trial)
          .run();
    });
  }

  void saveTest(int trial, const train::Metrics& test) override {
    write([&] {
      requireTrial(trial);
      Statement(*database_, "UPDATE trials SET test = ? WHERE number = ?")
          .bind(base::jsonText(toJson(test)))
          .bind(trial)
          .run();
    });
  }

  std::vector<Repeat> repeats() const override {
    const std::lock_guard guard(mutex_);
    std::vector<Repeat> all;
    Statement query(*database_, kRepeatsQuery);
    while (query.step()) {
      try {
        all.push_back(repeatFrom(query));
      } catch (const base::Error&) {  // damaged: what it stands for is only suggested once more
        if (database_->hasFailed()) throw;
      }
    }
    return all;
  }

  void saveRepeat(const Repeat& repeat) override {
    write([&] {
      const Unhurried unhurried(*this);
      // Two workers may save one repeat at a time, waiting and told: once told, it stays told.
      Statement(
          *database_,
          "INSERT INTO repeats (suggestion, genome, origin, trial, told_as) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT (genome) DO UPDATE SET suggestion = excluded.suggestion, origin = excluded.origin,"
          " trial = excluded.trial, told_as = max(told_as, excluded.told_as)")
          .bind(repeat.suggestion)
          .bind(base::jsonText(Json(repeat.genome)))
          .bind(base::jsonText(toJson(repeat.origin)))
          .bind(repeat.trial)
          .bind(repeat.toldAs)
          .run();
    });
  }

  double secondsSpent() const override {
    const std::lock_guard guard(mutex_);
    return value("seconds_spent").real(0);
  }

  void saveSecondsSpent(double seconds) override {
    write([&] {
      const Unhurried unhurried(*this);
      saveValue("seconds_spent", seconds);
    });
  }

  std::filesystem::path path() const override {
    const std::lock_guard guard(pathMutex_);
    return path_;
  }

  void saveCheckpoint(int trial, const KeptCheckpoint& checkpoint) override {
    write([&] {
      const Unhurried unhurried(*this);
      requireTrial(trial);
      Statement(*database_, "INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)")
          .bind(trial)
          .bind(checkpoint.epoch)
          .bindBlob(checkpoint.bytes)
          .run();
    });
  }

  std::optional<KeptCheckpoint> checkpoint(int trial) const override {
    const std::lock_guard guard(mutex_);
    if (version_ < 2) return {};
    Statement query(*database_, "SELECT epoch, data FROM checkpoints WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return KeptCheckpoint{query.whole(0), query.text(1)};
  }

  // Two more rows of the table "study", so that older Kinglets open the file too.
  std::optional<SoundsRecord> sounds() const override {
    const std::lock_guard guard(mutex_);
    const Row clips = value("clips");
    if (!clips.found()) return {};
    const Row history = value("clips_history");
    return SoundsRecord{clips.text(0), history.found() ? history.text(0) : std::string()};
  }

  void saveSounds(const SoundsRecord& record) override {
    write([&] {
      Transaction transaction(*database_);
      Statement(*database_, "INSERT OR REPLACE INTO study VALUES ('clips', ?)").bindBlob(record.clips).run();
      if (!record.history.empty()) saveValue("clips_history", record.history);
      transaction.commit();
    });
  }

  bool isOurs(int trial) const override {
    const std::lock_guard guard(mutex_);
    const std::string mark = markOf(trial);
    const Row kept = value(markKey(trial).c_str());
    return !mark.empty() && kept.found() && kept.text(0) == mark;
  }

  void trust(int trial) override {
    write([&] {
      if (const std::string mark = markOf(trial); !mark.empty()) saveValue(markKey(trial).c_str(), mark);
    });
  }

 private:
  // While it lives, commits do not wait for the disk. Only where the log is on: a rollback journal that was
  // not flushed could not mend the file after a power cut.
  class Unhurried {
   public:
    explicit Unhurried(const SqliteStore& store) : store_(store) { set("PRAGMA synchronous = NORMAL"); }
    ~Unhurried() { set("PRAGMA synchronous = EXTRA"); }

   private:
    void set(const char* sql) const {
      if (store_.logs_) sqlite3_exec(store_.database_->handle(), sql, nullptr, nullptr, nullptr);
    }
    const SqliteStore& store_;
  };

  class Row {
   public:
    Row(Database& database, const char* key) : query_(database, "SELECT value FROM study WHERE key = ?") {
      query_.bind(std::string_view(key));
      found_ = query_.step();
    }
    bool found() const { return found_; }
    std::string text(int column) const { return query_.text(column); }
    double real(int column) const { return found_ ? query_.real(column) : 0; }

   private:
    Statement query_;
    bool found_ = false;
  };

  Row value(const char* key) const { return Row(*database_, key); }

  template <class T>
  void saveValue(const char* key, const T& value) {
    Statement(*database_, "INSERT OR REPLACE INTO study VALUES (?, ?)")
        .bind(std::string_view(key))
        .bind(value)
        .run();
  }

  // A new study in memory, to be written as one.
  explicit SqliteStore(const Settings& settings) : database_(std::make_unique<Database>()) {
    Transaction transaction(*database_);
    makeStudyTables(*database_);
    saveValue("settings", settings.toJson());
    saveValue("seconds_spent", 0.0);
    transaction.commit();
  }

  // The file, made where it is missing or empty: at no moment is it half a study.
  static const std::filesystem::path& whole(const std::filesystem::path& path,
                                            const std::optional<Settings>& create) {
    std::error_code ignored;
    const bool there =
        std::filesystem::exists(path, ignored) &&
        (!std::filesystem::is_regular_file(path, ignored) || !std::filesystem::is_empty(path, ignored));
    if (!create || there) return path;
    if (path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), ignored))
      throw base::Error("cannot make %1: its folder is missing", path);
    base::writeAtomically(path, SqliteStore(*create).database_->bytes());
    return path;
  }

  // A file system that cannot hold a log keeps the rollback journal, and so does a network folder: the log
  // needs memory that all computers share.
  void log(bool on) {
    if (on && !networkFileSystem(path_).empty()) return;
    database_->whileBusy([&] {
      Statement mode(*database_, on ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
      logs_ = mode.step() && mode.text(0) == "wal";
    });
  }

  // What the log holds comes into the file; throws where it cannot.
  void foldIn() {
    database_->whileBusy([&] {
      Statement fold(*database_, "PRAGMA wal_checkpoint(TRUNCATE)");
      if (fold.step() && fold.integer(0) != 0)
        throw DatabaseBusy("%1 is in use by another program; try again when that is done", path_);
    });
  }

  // Gives back what checkpoints took, where that is much of the file.
  void shrink() {
    const auto unused = database_->number("PRAGMA freelist_count");
    if (unused > kMuchUnused && unused * 4 > database_->number("PRAGMA page_count")) database_->run("VACUUM");
  }

  // For whoever writes. A file that goes away meanwhile is noticed by the first write, and what it held
  // saved.
  void takeOver() {
    try {
      lock_->alsoLock(path_);
      update();
      log(true);
    } catch (const base::Error&) {
      if (!database_->isMoved()) throw;
    }
  }

  void prepare() {
    database_->run("PRAGMA synchronous = EXTRA");
    database_->run("PRAGMA foreign_keys = ON");
  }

  void check() {
    version_ = requireStudy(*database_, path_);
    checkStudyTables(*database_, path_);
    if (!value("settings").found()) throw base::Error("%1 is damaged: it has no settings", path_);
  }

  // Of an older Kinglet: brought to this version by whoever may write, after a copy of it was laid beside it.
  void update() {
    if (version_ == kStudyVersion) return;
    base::writeAtomically(
        base::freePath(path_.parent_path(), path_.filename().string() + ".version" + std::to_string(version_),
                       ""),
        database_->bytes());
    Transaction transaction(*database_);
    updateStudyTables(*database_);
    transaction.commit();
    version_ = kStudyVersion;
  }

  void requireNotMoved() const {
    if (database_->isMoved())
      throw StudyMoved("the study %1 was moved or deleted, or another file was put in its place", path_);
  }

  // Writes what `work` says. What fails because the file is elsewhere is told as that, whatever it looked
  // like.
  template <class Work>
  void write(const Work& work) {
    const std::lock_guard guard(mutex_);
    try {
      work();
      requireInPlace();
    } catch (const base::Error&) {
      if (lock_) requireNotMoved();
      throw;
    }
  }

  // After writing, before the result is believed.
  void requireInPlace() {
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

  void requireTrial(int trial) const {
    Statement query(*database_, "SELECT 1 FROM trials WHERE number = ?");
    if (!query.bind(trial).step()) throw base::Error("there is no trial %1 in %2", trial, path_);
  }

  void insertWeights(int trial, const train::Weights& weights) {
    const std::string packed = train::packWeights(weights);
    Statement(*database_, "INSERT OR REPLACE INTO weights VALUES (?, ?)").bind(trial).bindBlob(packed).run();
    if (const std::string mark = markOf(trial); !mark.empty()) saveValue(markKey(trial).c_str(), mark);
  }

  static std::string markKey(int trial) { return "made_by/" + std::to_string(trial); }

  // Of the network and the weights that the file holds now; empty where it has none.
  std::string markOf(int trial) const {
    Statement query(
        *database_,
        "SELECT input, network, data FROM trials JOIN weights ON trial = number WHERE number = ?");
    if (!query.bind(trial).step()) return {};
    return trustMark(query.text(0), query.text(1), query.text(2));
  }

  std::filesystem::path path_;    // changed under both mutexes
  mutable std::mutex pathMutex_;  // never held for long
  mutable std::mutex mutex_;      // guards what follows
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<Database> database_;
  std::int64_t version_ = kStudyVersion;  // of the file
  mutable std::vector<SetAside> aside_;
  bool logs_ = false;
  bool closed_ = false;  // or at least tried to
};

void SqliteStore::close() {
  const std::lock_guard guard(mutex_);
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

void SqliteStore::moveTo(const std::filesystem::path& path) {
  const std::lock_guard guard(mutex_);
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

std::vector<Trial> SqliteStore::trials() const {
  std::optional<Settings> settings;
  try {
    settings = this->settings();
  } catch (const base::Error&) {  // whoever asks for them is told; trials can be read without
  }
  const std::lock_guard guard(mutex_);
  std::vector<Trial> all;
  aside_.clear();
  const TrialNumbers numbers = trialNumbers(*database_);
  for (const std::int64_t number : numbers.outside)
    aside_.push_back({-1, base::Message("its number is %1", number)});
  for (const int number : numbers.usable) {
    try {
      all.push_back(readTrial(*database_, number));
      if (settings) weigh(all.back(), *settings);
    } catch (const base::Error& error) {
      if (database_->hasFailed()) throw;
      aside_.push_back({number, error.message()});
    }
  }
  return all;
}

void SqliteStore::saveTrial(const Trial& trial, const train::Weights* weights) {
  write([&] {
    Transaction transaction(*database_);
    insertTrial(*database_, trial);
    Statement(*database_, "DELETE FROM epochs WHERE trial = ?").bind(trial.number).run();
    for (const auto& epoch : trial.curve) insertEpoch(*database_, trial.number, epoch);
    if (weights) insertWeights(trial.number, *weights);
    if (!isUnfinished(trial.state))
      Statement(*database_, "DELETE FROM checkpoints WHERE trial = ?").bind(trial.number).run();
    transaction.commit();
  });
}

}  // namespace

std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path,
                                      const std::optional<Settings>& create, bool exclusive,
                                      Patience patience) {
  auto store = std::make_unique<SqliteStore>(path, create, exclusive, std::move(patience));
  note(create ? "made or opened" : exclusive ? "opened to search" : "opened to read", path);
  return store;
}

}  // namespace kinglet::study
