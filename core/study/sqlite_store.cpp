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

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "study/file_lock.h"
#include "study/json_forms.h"
#include "study/message_json.h"
#include "study/ranges.h"
#include "study/sqlite.h"
#include "study/store.h"
#include "study/study_tables.h"
#include "study/trust.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kApplicationId = 0x4B474C54;  // "KGLT"
class SqliteStore final : public StudyStore {
 public:
  SqliteStore(const std::filesystem::path& path, const std::optional<Settings>& create, bool exclusive)
      : path_(path),
        lock_(exclusive ? std::make_unique<FileLock>(path) : nullptr),
        database_(whole(path, create)) {
    check();
    if (lock_) lock_->alsoLock(path_);
    if (exclusive) log(true);
    database_.run("PRAGMA synchronous = EXTRA");
    database_.run("PRAGMA foreign_keys = ON");
  }

  ~SqliteStore() override {
    try {
      if (lock_) log(false);
    } catch (const std::exception&) {
      // A full disk, or someone is reading: the log stays beside the file and is read with it.
    }
  }

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
    const std::lock_guard guard(mutex_);
    saveValue("settings", settings.toJson());
  }

  std::vector<Trial> trials() const override;
  std::vector<SetAside> setAside() const override {
    const std::lock_guard guard(mutex_);
    return aside_;
  }
  void saveTrial(const Trial& trial, const train::Weights* weights) override;

  void saveEpoch(int trial, const train::EpochReport& epoch) override {
    const std::lock_guard guard(mutex_);
    const Unhurried unhurried(*this);
    requireTrial(trial);
    insertEpoch(trial, epoch);
  }

  void saveWeights(int trial, const train::Weights& weights) override {
    const std::lock_guard guard(mutex_);
    requireTrial(trial);
    insertWeights(trial, weights);
  }

  std::optional<train::Weights> weights(int trial) const override {
    const std::lock_guard guard(mutex_);
    Statement query(database_, "SELECT data FROM weights WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return train::unpackWeights(query.text(0));
  }

  void saveStar(int trial, bool starred, const std::string& note) override {
    const std::lock_guard guard(mutex_);
    requireTrial(trial);
    Statement(database_, "UPDATE trials SET starred = ?, note = ? WHERE number = ?")
        .bind(starred ? 1 : 0)
        .bind(note)
        .bind(trial)
        .run();
  }

  void saveTest(int trial, const train::Metrics& test) override {
    const std::lock_guard guard(mutex_);
    requireTrial(trial);
    Statement(database_, "UPDATE trials SET test = ? WHERE number = ?")
        .bind(base::jsonText(toJson(test)))
        .bind(trial)
        .run();
  }

  std::vector<Repeat> repeats() const override {
    const std::lock_guard guard(mutex_);
    std::vector<Repeat> all;
    Statement query(database_,
                    "SELECT suggestion, genome, origin, trial, told_as FROM repeats ORDER BY suggestion");
    while (query.step()) {
      Repeat repeat;
      repeat.suggestion = int(query.integer(0));
      repeat.genome = genomeFrom(query.text(1));
      repeat.origin = originFrom(parseJson(query.text(2), base::Message("an origin")));
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
        database_,
        "INSERT INTO repeats (suggestion, genome, origin, trial, told_as) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (genome) DO UPDATE SET suggestion = excluded.suggestion, origin = excluded.origin,"
        " trial = excluded.trial, told_as = max(told_as, excluded.told_as)")
        .bind(repeat.suggestion)
        .bind(base::jsonText(Json(repeat.genome)))
        .bind(base::jsonText(toJson(repeat.origin)))
        .bind(repeat.trial)
        .bind(repeat.toldAs)
        .run();
  }

  double secondsSpent() const override {
    const std::lock_guard guard(mutex_);
    return value("seconds_spent").real(0);
  }

  void saveSecondsSpent(double seconds) override {
    const std::lock_guard guard(mutex_);
    const Unhurried unhurried(*this);
    saveValue("seconds_spent", seconds);
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
    const std::lock_guard guard(mutex_);
    Transaction transaction(database_);
    Statement(database_, "INSERT OR REPLACE INTO study VALUES ('clips', ?)").bindBlob(record.clips).run();
    if (!record.history.empty()) saveValue("clips_history", record.history);
    transaction.commit();
  }

  bool isOurs(int trial) const override {
    const std::lock_guard guard(mutex_);
    const std::string mark = markOf(trial);
    const Row kept = value(markKey(trial).c_str());
    return !mark.empty() && kept.found() && kept.text(0) == mark;
  }

  void trust(int trial) override {
    const std::lock_guard guard(mutex_);
    if (const std::string mark = markOf(trial); !mark.empty()) saveValue(markKey(trial).c_str(), mark);
  }

  std::filesystem::path path() const override { return path_; }

 private:
  // While it lives, commits do not wait for the disk. Only where the log is on: a rollback journal that was
  // not flushed could not mend the file after a power cut.
  class Unhurried {
   public:
    explicit Unhurried(const SqliteStore& store) : store_(store) { set("PRAGMA synchronous = NORMAL"); }
    ~Unhurried() { set("PRAGMA synchronous = EXTRA"); }

   private:
    void set(const char* sql) const {
      if (store_.logs_) sqlite3_exec(store_.database_.handle(), sql, nullptr, nullptr, nullptr);
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

  Trial readTrial(int number) const;  // throws base::Error where a figure of it is damaged

  Row value(const char* key) const { return Row(database_, key); }

  template <class T>
  void saveValue(const char* key, const T& value) {
    Statement(database_, "INSERT OR REPLACE INTO study VALUES (?, ?)")
        .bind(std::string_view(key))
        .bind(value)
        .run();
  }

  static space::Genome genomeFrom(const std::string& text) {
    try {
      return parseJson(text, base::Message("a genome")).get<space::Genome>();
    } catch (const Json::exception&) {
      throw base::Error("a genome in the study file is damaged");
    }
  }

  // A new study in memory, to be written as one.
  explicit SqliteStore(const Settings& settings) {
    Transaction transaction(database_);
    makeStudyTables(database_);
    database_.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database_.run(("PRAGMA user_version = " + std::to_string(kStudyVersion)).c_str());
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
    base::writeAtomically(path, SqliteStore(*create).database_.bytes());
    return path;
  }

  // A file system that cannot hold a log keeps the rollback journal.
  void log(bool on) {
    Statement mode(database_, on ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
    logs_ = mode.step() && mode.text(0) == "wal";
  }

  void check() {
    // Reading the header is what finds out that it is no database at all.
    const auto application = database_.number("PRAGMA application_id");
    const auto version = database_.number("PRAGMA user_version");
    if (application != kApplicationId) throw base::Error("%1 is not a Kinglet study", path_);
    if (version > kStudyVersion)
      throw base::Error("%1 was made by a newer Kinglet; install that to open it", path_);
    checkStudyTables(database_, path_);
    if (!value("settings").found()) throw base::Error("%1 is damaged: it has no settings", path_);
  }

  void requireTrial(int trial) const {
    Statement query(database_, "SELECT 1 FROM trials WHERE number = ?");
    if (!query.bind(trial).step()) throw base::Error("there is no trial %1 in %2", trial, path_);
  }

  void insertEpoch(int trial, const train::EpochReport& epoch) {
    Statement(database_, "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?)")
        .bind(trial)
        .bind(epoch.epoch)
        .bind(epoch.trainLoss)
        .bind(epoch.seconds)
        .bind(base::jsonText(toJson(epoch.validation)))
        .run();
  }

  void insertWeights(int trial, const train::Weights& weights) {
    const std::string packed = train::packWeights(weights);
    Statement(database_, "INSERT OR REPLACE INTO weights VALUES (?, ?)").bind(trial).bindBlob(packed).run();
    if (const std::string mark = markOf(trial); !mark.empty()) saveValue(markKey(trial).c_str(), mark);
  }

  static std::string markKey(int trial) { return "made_by/" + std::to_string(trial); }

  // Of the network and the weights that the file holds now; empty where it has none.
  std::string markOf(int trial) const {
    Statement query(
        database_, "SELECT input, network, data FROM trials JOIN weights ON trial = number WHERE number = ?");
    if (!query.bind(trial).step()) return {};
    return trustMark(query.text(0), query.text(1), query.text(2));
  }

  const std::filesystem::path path_;
  mutable std::mutex mutex_;  // guards database_
  const std::unique_ptr<FileLock> lock_;
  mutable Database database_;
  mutable std::vector<SetAside> aside_;
  bool logs_ = false;
};

std::vector<Trial> SqliteStore::trials() const {
  const std::lock_guard guard(mutex_);
  constexpr std::int64_t kLargestNumber = 1'000'000'000;
  std::vector<int> numbers;
  std::vector<Trial> all;
  aside_.clear();
  for (Statement query(database_, "SELECT number FROM trials ORDER BY number"); query.step();) {
    const std::int64_t number = query.integer(0);
    if (number >= 0 && number < kLargestNumber)
      numbers.push_back(int(number));
    else
      aside_.push_back({-1, base::Message("its number is %1", number)});
  }
  for (const int number : numbers) {
    try {
      all.push_back(readTrial(number));
    } catch (const base::Error& error) {
      if (database_.hasFailed()) throw;
      aside_.push_back({number, error.message()});
    }
  }
  return all;
}

Trial SqliteStore::readTrial(int number) const {
  Statement query(
      database_,
      "SELECT number, state, baseline, genome, input, network, energy, origin, reason, cut_epoch, seconds, "
      "ended_at, starred, note, test, suggestion, told_as, EXISTS (SELECT 1 FROM weights WHERE trial = "
      "number) "
      "FROM trials WHERE number = ?");
  Trial trial;
  if (!query.bind(number).step()) throw base::Error("its number is damaged");
  trial.number = number;
  trial.state = trialStateFrom(query.text(1));
  trial.baseline = query.text(2);
  trial.genome = genomeFrom(query.text(3));
  trial.candidate.input = inputFrom(parseJson(query.text(4), base::Message("a front end")));
  trial.candidate.network = network::NetworkSpec::fromJson(query.text(5));
  trial.energy = energyFrom(parseJson(query.text(6), base::Message("an energy figure")));
  trial.origin = originFrom(parseJson(query.text(7), base::Message("an origin")));
  trial.reason = messageFromJson(query.text(8));
  trial.cutEpoch = int(query.integer(9));
  trial.seconds = query.real(10);
  trial.endedAt = query.real(11);
  trial.starred = query.integer(12) != 0;
  trial.note = query.text(13);
  if (!query.isNull(14)) trial.test = metricsFrom(parseJson(query.text(14), base::Message("test figures")));
  trial.suggestion = int(query.integer(15));
  trial.toldAs = int(query.integer(16));
  trial.hasWeights = query.integer(17) != 0;
  Statement epochs(
      database_, "SELECT epoch, train_loss, seconds, validation FROM epochs WHERE trial = ? ORDER BY epoch");
  epochs.bind(number);
  while (epochs.step())
    trial.curve.push_back({int(epochs.integer(0)), epochs.real(1),
                           metricsFrom(parseJson(epochs.text(3), base::Message("a learning curve"))),
                           epochs.real(2)});
  checkRanges(trial);
  trial.cost = network::costOf(trial.candidate.network);
  return trial;
}

void SqliteStore::saveTrial(const Trial& trial, const train::Weights* weights) {
  const std::lock_guard guard(mutex_);
  Transaction transaction(database_);
  Statement insert(database_, R"(
    INSERT INTO trials VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (number) DO UPDATE SET state = excluded.state, baseline = excluded.baseline, genome = excluded.genome,
      input = excluded.input, network = excluded.network, energy = excluded.energy, origin = excluded.origin,
      reason = excluded.reason, cut_epoch = excluded.cut_epoch, seconds = excluded.seconds,
      ended_at = excluded.ended_at, suggestion = excluded.suggestion, told_as = excluded.told_as)");
  insert.bind(trial.number)
      .bind(std::string_view(toText(trial.state)))
      .bind(trial.baseline)
      .bind(base::jsonText(Json(trial.genome)))
      .bind(base::jsonText(toJson(trial.candidate.input)))
      .bind(trial.candidate.network.toJson())
      .bind(base::jsonText(toJson(trial.energy)))
      .bind(base::jsonText(toJson(trial.origin)))
      .bind(messageToJson(trial.reason))
      .bind(trial.cutEpoch)
      .bind(trial.seconds)
      .bind(trial.endedAt)
      .bind(trial.starred ? 1 : 0)
      .bind(trial.note);
  trial.test ? insert.bind(base::jsonText(toJson(*trial.test))) : insert.bindNull();
  insert.bind(trial.suggestion).bind(trial.toldAs).run();
  Statement(database_, "DELETE FROM epochs WHERE trial = ?").bind(trial.number).run();
  for (const auto& epoch : trial.curve) insertEpoch(trial.number, epoch);
  if (weights) insertWeights(trial.number, *weights);
  transaction.commit();
}

}  // namespace

std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path,
                                      const std::optional<Settings>& create, bool exclusive) {
  return std::make_unique<SqliteStore>(path, create, exclusive);
}

}  // namespace kinglet::study
