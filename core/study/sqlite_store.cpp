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
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"
#include "study/file_lock.h"
#include "study/json_forms.h"
#include "study/sqlite.h"
#include "study/store.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kApplicationId = 0x4B474C54;  // "KGLT"
// Of the tables below. 2: trials are preempted instead of cancelled, or bad; checkpoints.
constexpr int kVersion = 2;

constexpr const char* kTables = R"(
  CREATE TABLE study (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE trials (
    number INTEGER PRIMARY KEY, state TEXT NOT NULL, baseline TEXT NOT NULL, genome TEXT NOT NULL, input TEXT NOT NULL,
    network TEXT NOT NULL, energy TEXT NOT NULL, origin TEXT NOT NULL, reason TEXT NOT NULL, cut_epoch INTEGER NOT NULL,
    seconds REAL, ended_at REAL, starred INTEGER NOT NULL, note TEXT NOT NULL, test TEXT, suggestion INTEGER NOT NULL,
    told_as INTEGER NOT NULL);
  CREATE TABLE epochs (
    trial INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE, epoch INTEGER NOT NULL, train_loss REAL, seconds REAL,
    validation TEXT NOT NULL, PRIMARY KEY (trial, epoch)) WITHOUT ROWID;
  CREATE TABLE weights (trial INTEGER PRIMARY KEY REFERENCES trials ON DELETE CASCADE, data BLOB NOT NULL);
  CREATE TABLE repeats (
    genome TEXT PRIMARY KEY, suggestion INTEGER NOT NULL, origin TEXT NOT NULL, trial INTEGER NOT NULL,
    told_as INTEGER NOT NULL);
  CREATE TABLE checkpoints (
    trial INTEGER PRIMARY KEY REFERENCES trials ON DELETE CASCADE, epoch INTEGER NOT NULL, data BLOB NOT NULL);
)";

constexpr double kShortly = 1;             // seconds
constexpr std::int64_t kMuchUnused = 256;  // pages

// From version 1; in one transaction.
constexpr const char* kFromVersion1 = R"(
  UPDATE trials SET state = 'preempted' WHERE state = 'cancelled';
  CREATE TABLE IF NOT EXISTS checkpoints (
    trial INTEGER PRIMARY KEY REFERENCES trials ON DELETE CASCADE, epoch INTEGER NOT NULL, data BLOB NOT NULL);
)";

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
    if (exclusive) {
      update();
      log(true);
    }
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
    return Settings::fromJson(value("settings").text(0));
  }

  void saveSettings(const Settings& settings) override {
    const std::lock_guard guard(mutex_);
    saveValue("settings", settings.toJson());
    requireInPlace();
  }

  std::vector<Trial> trials() const override;
  void saveTrial(const Trial& trial, const train::Weights* weights) override;

  void saveEpoch(int trial, const train::EpochReport& epoch) override {
    const std::lock_guard guard(mutex_);
    const Unhurried unhurried(*this);
    requireTrial(trial);
    insertEpoch(trial, epoch);
    requireInPlace();
  }

  void saveWeights(int trial, const train::Weights& weights) override {
    const std::lock_guard guard(mutex_);
    requireTrial(trial);
    insertWeights(trial, weights);
    requireInPlace();
  }

  std::optional<train::Weights> weights(int trial) const override {
    const std::lock_guard guard(mutex_);
    Statement query(*database_, "SELECT data FROM weights WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return train::unpackWeights(query.text(0));
  }

  void saveStar(int trial, bool starred, const std::string& note) override {
    const std::lock_guard guard(mutex_);
    requireTrial(trial);
    Statement(*database_, "UPDATE trials SET starred = ?, note = ? WHERE number = ?")
        .bind(starred ? 1 : 0)
        .bind(note)
        .bind(trial)
        .run();
    requireInPlace();
  }

  void saveTest(int trial, const train::Metrics& test) override {
    const std::lock_guard guard(mutex_);
    requireTrial(trial);
    Statement(*database_, "UPDATE trials SET test = ? WHERE number = ?")
        .bind(toJson(test).dump())
        .bind(trial)
        .run();
    requireInPlace();
  }

  std::vector<Repeat> repeats() const override {
    const std::lock_guard guard(mutex_);
    std::vector<Repeat> all;
    Statement query(*database_,
                    "SELECT suggestion, genome, origin, trial, told_as FROM repeats ORDER BY suggestion");
    while (query.step()) {
      Repeat repeat;
      repeat.suggestion = int(query.integer(0));
      repeat.genome = genomeFrom(query.text(1));
      repeat.origin = originFrom(parseJson(query.text(2), "an origin"));
      repeat.trial = int(query.integer(3));
      repeat.toldAs = int(query.integer(4));
      all.push_back(std::move(repeat));
    }
    return all;
  }

  void saveRepeat(const Repeat& repeat) override {
    const std::lock_guard guard(mutex_);
    const Unhurried unhurried(*this);
    // Two workers may save one repeat at a time, waiting and told: once told, it stays told.
    Statement(
        *database_,
        "INSERT INTO repeats (suggestion, genome, origin, trial, told_as) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (genome) DO UPDATE SET suggestion = excluded.suggestion, origin = excluded.origin,"
        " trial = excluded.trial, told_as = max(told_as, excluded.told_as)")
        .bind(repeat.suggestion)
        .bind(Json(repeat.genome).dump())
        .bind(toJson(repeat.origin).dump())
        .bind(repeat.trial)
        .bind(repeat.toldAs)
        .run();
    requireInPlace();
  }

  double secondsSpent() const override {
    const std::lock_guard guard(mutex_);
    return value("seconds_spent").real(0);
  }

  void saveSecondsSpent(double seconds) override {
    const std::lock_guard guard(mutex_);
    const Unhurried unhurried(*this);
    saveValue("seconds_spent", seconds);
    requireInPlace();
  }

  std::filesystem::path path() const override {
    const std::lock_guard guard(pathMutex_);
    return path_;
  }

  void saveCheckpoint(int trial, const KeptCheckpoint& checkpoint) override {
    const std::lock_guard guard(mutex_);
    const Unhurried unhurried(*this);
    requireTrial(trial);
    Statement(*database_, "INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)")
        .bind(trial)
        .bind(checkpoint.epoch)
        .bindBlob(checkpoint.bytes)
        .run();
    requireInPlace();
  }

  std::optional<KeptCheckpoint> checkpoint(int trial) const override {
    const std::lock_guard guard(mutex_);
    if (version_ < 2) return {};
    Statement query(*database_, "SELECT epoch, data FROM checkpoints WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return KeptCheckpoint{int(query.integer(0)), query.text(1)};
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

  static space::Genome genomeFrom(const std::string& text) {
    try {
      return parseJson(text, "a genome").get<space::Genome>();
    } catch (const Json::exception&) {
      throw base::Error("a genome in the study file is damaged");
    }
  }

  // A new study in memory, to be written as one.
  explicit SqliteStore(const Settings& settings) : database_(std::make_unique<Database>()) {
    Transaction transaction(*database_);
    database_->run(kTables);
    database_->run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database_->run(("PRAGMA user_version = " + std::to_string(kVersion)).c_str());
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

  // A file system that cannot hold a log keeps the rollback journal.
  void log(bool on) {
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

  void prepare() {
    database_->run("PRAGMA synchronous = EXTRA");
    database_->run("PRAGMA foreign_keys = ON");
  }

  void check() {
    // Reading the header is what finds out that it is no database at all.
    const auto application = database_->number("PRAGMA application_id");
    version_ = database_->number("PRAGMA user_version");
    if (application != kApplicationId) throw base::Error("%1 is not a Kinglet study", path_);
    if (version_ > kVersion)
      throw base::Error("%1 was made by a newer Kinglet; install that to open it", path_);
    if (!value("settings").found()) throw base::Error("%1 is damaged: it has no settings", path_);
  }

  // Of an older Kinglet: brought to this version, by whoever may write.
  void update() {
    if (version_ == kVersion) return;
    Transaction transaction(*database_);
    database_->run(kFromVersion1);
    database_->run(("PRAGMA user_version = " + std::to_string(kVersion)).c_str());
    transaction.commit();
    version_ = kVersion;
  }

  // After writing, before the result is believed.
  void requireInPlace() {
    if (!lock_) return;
    if (database_->isMoved())
      throw StudyMoved("the study %1 was moved or deleted, or another file was put in its place", path_);
    std::error_code ignored;
    if (!logs_ || std::filesystem::exists(path_.string() + "-wal", ignored)) return;
    // Somebody tidied the log away. It is still open: its contents come into the file, and another is begun.
    foldIn();
    log(false);
    log(true);
  }

  void requireTrial(int trial) const {
    Statement query(*database_, "SELECT 1 FROM trials WHERE number = ?");
    if (!query.bind(trial).step()) throw base::Error("there is no trial %1 in %2", trial, path_);
  }

  void insertEpoch(int trial, const train::EpochReport& epoch) {
    Statement(*database_, "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?)")
        .bind(trial)
        .bind(epoch.epoch)
        .bind(epoch.trainLoss)
        .bind(epoch.seconds)
        .bind(toJson(epoch.validation).dump())
        .run();
  }

  void insertWeights(int trial, const train::Weights& weights) {
    const std::string packed = train::packWeights(weights);
    Statement(*database_, "INSERT OR REPLACE INTO weights VALUES (?, ?)").bind(trial).bindBlob(packed).run();
  }

  std::filesystem::path path_;    // changed under both mutexes
  mutable std::mutex pathMutex_;  // never held for long
  mutable std::mutex mutex_;      // guards what follows
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<Database> database_;
  std::int64_t version_ = kVersion;  // of the file
  bool logs_ = false;
  bool closed_ = false;  // or at least tried to
};

void SqliteStore::close() {
  const std::lock_guard guard(mutex_);
  closed_ = true;
  if (!lock_ || !logs_) return;
  if (database_->isMoved())
    throw StudyMoved("the study %1 was moved or deleted, or another file was put in its place", path_);
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
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored))
    throw base::Error("there is already a file %1; choose another name", path);
  auto lock = std::make_unique<FileLock>(path);
  base::writeAtomically(path, database_->bytes());
  auto fresh = std::make_unique<Database>(path);
  try {
    foldIn();  // where the old file only has another name now, it is whole too
  } catch (const base::Error&) {
  }
  database_ = std::move(fresh);
  lock_ = std::move(lock);
  {
    const std::lock_guard shortly(pathMutex_);
    path_ = path;
  }
  closed_ = false;
  log(true);
  prepare();
}

std::vector<Trial> SqliteStore::trials() const {
  const std::lock_guard guard(mutex_);
  std::vector<Trial> all;
  Statement query(
      *database_,
      "SELECT number, state, baseline, genome, input, network, energy, origin, reason, cut_epoch, seconds, "
      "ended_at, starred, note, test, suggestion, told_as, number IN (SELECT trial FROM weights) "
      "FROM trials ORDER BY number");
  while (query.step()) {
    Trial trial;
    trial.number = int(query.integer(0));
    trial.state = trialStateFrom(query.text(1));
    trial.baseline = query.text(2);
    trial.genome = genomeFrom(query.text(3));
    trial.candidate.input = inputFrom(parseJson(query.text(4), "a front end"));
    trial.candidate.network = network::NetworkSpec::fromJson(query.text(5));
    trial.cost = network::costOf(trial.candidate.network);
    trial.energy = energyFrom(parseJson(query.text(6), "an energy figure"));
    trial.origin = originFrom(parseJson(query.text(7), "an origin"));
    trial.reason = query.text(8);
    trial.cutEpoch = int(query.integer(9));
    trial.seconds = query.real(10);
    trial.endedAt = query.real(11);
    trial.starred = query.integer(12) != 0;
    trial.note = query.text(13);
    if (!query.isNull(14)) trial.test = metricsFrom(parseJson(query.text(14), "test figures"));
    trial.suggestion = int(query.integer(15));
    trial.toldAs = int(query.integer(16));
    trial.hasWeights = query.integer(17) != 0;
    Statement epochs(
        *database_,
        "SELECT epoch, train_loss, seconds, validation FROM epochs WHERE trial = ? ORDER BY epoch");
    epochs.bind(trial.number);
    while (epochs.step())
      trial.curve.push_back({int(epochs.integer(0)), epochs.real(1),
                             metricsFrom(parseJson(epochs.text(3), "a learning curve")), epochs.real(2)});
    all.push_back(std::move(trial));
  }
  return all;
}

void SqliteStore::saveTrial(const Trial& trial, const train::Weights* weights) {
  const std::lock_guard guard(mutex_);
  Transaction transaction(*database_);
  Statement insert(*database_, R"(
    INSERT INTO trials VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (number) DO UPDATE SET state = excluded.state, baseline = excluded.baseline, genome = excluded.genome,
      input = excluded.input, network = excluded.network, energy = excluded.energy, origin = excluded.origin,
      reason = excluded.reason, cut_epoch = excluded.cut_epoch, seconds = excluded.seconds,
      ended_at = excluded.ended_at, suggestion = excluded.suggestion, told_as = excluded.told_as)");
  insert.bind(trial.number)
      .bind(std::string_view(toText(trial.state)))
      .bind(trial.baseline)
      .bind(Json(trial.genome).dump())
      .bind(toJson(trial.candidate.input).dump())
      .bind(trial.candidate.network.toJson())
      .bind(toJson(trial.energy).dump())
      .bind(toJson(trial.origin).dump())
      .bind(trial.reason)
      .bind(trial.cutEpoch)
      .bind(trial.seconds)
      .bind(trial.endedAt)
      .bind(trial.starred ? 1 : 0)
      .bind(trial.note);
  trial.test ? insert.bind(toJson(*trial.test).dump()) : insert.bindNull();
  insert.bind(trial.suggestion).bind(trial.toldAs).run();
  Statement(*database_, "DELETE FROM epochs WHERE trial = ?").bind(trial.number).run();
  for (const auto& epoch : trial.curve) insertEpoch(trial.number, epoch);
  if (weights) insertWeights(trial.number, *weights);
  if (trial.state != TrialState::running && trial.state != TrialState::preempted)
    Statement(*database_, "DELETE FROM checkpoints WHERE trial = ?").bind(trial.number).run();
  transaction.commit();
  requireInPlace();
}

}  // namespace

std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path,
                                      const std::optional<Settings>& create, bool exclusive,
                                      Patience patience) {
  return std::make_unique<SqliteStore>(path, create, exclusive, std::move(patience));
}

}  // namespace kinglet::study
