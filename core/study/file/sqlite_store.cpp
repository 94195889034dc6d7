// A study in one SQLite file.
//
// Who searches writes through a write-ahead log: a commit costs one flush to the disk instead of four, and
// readers do not wait. When it closes, the log is folded in, so that a study at rest is one file, readable
// from a read-only folder. Trials and settings are flushed before a call returns (synchronous = EXTRA);
// epochs, repeats and the clock are not: they survive a crash of the program, and what a power cut takes of
// them is trained again.
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/json.h"
#include "study/file/ranges.h"
#include "study/file/sqlite.h"
#include "study/file/store.h"
#include "study/file/study_file.h"
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

class SqliteStore final : public StudyStore {
 public:
  explicit SqliteStore(const std::filesystem::path& path, const std::optional<Settings>& create,
                       bool exclusive, Patience patience)
      : file_(path, create, exclusive, std::move(patience)) {}

  void setPatience(Patience patience) override { file_.setPatience(std::move(patience)); }
  void close() override { file_.close(); }
  void moveTo(const std::filesystem::path& path) override { file_.moveTo(path); }
  std::filesystem::path path() const override { return file_.path(); }

  Settings settings() const override {
    const auto held = file_.hold();
    Settings settings = Settings::fromJson(value("settings").text(0));
    try {
      checkRanges(settings);
    } catch (const base::Error& error) {
      throw base::Error("cannot read the settings of %1: %2", file_.path(), error.message());
    }
    return settings;
  }

  void saveSettings(const Settings& settings) override {
    file_.write([&] { saveValue("settings", settings.toJson()); });
  }

  std::vector<Trial> trials() const override;
  int trialCount() const override {
    const auto held = file_.hold();
    return static_cast<int>(trialNumbers(file_.database()).usable.size());
  }
  std::vector<SetAside> setAside() const override {
    const auto held = file_.hold();
    return aside_;
  }
  void saveTrial(const Trial& trial, const train::Weights* weights) override;

  void saveEpoch(int trial, const train::EpochReport& epoch) override {
    file_.write([&] {
      const StudyFile::Unhurried unhurried(file_);
      requireTrial(trial);
      insertEpoch(file_.database(), trial, epoch);
    });
  }

  void saveWeights(int trial, const train::Weights& weights) override {
    file_.write([&] {
      requireTrial(trial);
      insertWeights(trial, weights);
    });
  }

  std::optional<train::Weights> weights(int trial) const override {
    const auto held = file_.hold();
    Statement query(file_.database(), "SELECT data FROM weights WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return train::unpackWeights(query.text(0));
  }

  void saveStar(int trial, bool starred, const std::string& note) override {
    file_.write([&] {
      requireTrial(trial);
      Statement(file_.database(), "UPDATE trials SET starred = ?, note = ? WHERE number = ?")
          .bind(starred ? 1 : 0)
          .bind(note)
          .bind(trial)
          .run();
    });
  }

  void saveTest(int trial, const train::Metrics& test) override {
    file_.write([&] {
      requireTrial(trial);
      Statement(file_.database(), "UPDATE trials SET test = ? WHERE number = ?")
          .bind(base::jsonText(toJson(test)))
          .bind(trial)
          .run();
    });
  }

  std::vector<Repeat> repeats() const override {
    const auto held = file_.hold();
    std::vector<Repeat> all;
    Statement query(file_.database(), kRepeatsQuery);
    while (query.step()) {
      try {
        all.push_back(repeatFrom(query));
      } catch (const base::Error&) {  // damaged: what it stands for is only suggested once more
        if (file_.database().hasFailed()) throw;
      }
    }
    return all;
  }

  void saveRepeat(const Repeat& repeat) override {
    file_.write([&] {
      const StudyFile::Unhurried unhurried(file_);
      // Two workers may save one repeat at a time, waiting and told: once told, it stays told.
      Statement(
          file_.database(),
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
    const auto held = file_.hold();
    return value("seconds_spent").real(0);
  }

  void saveSecondsSpent(double seconds) override {
    file_.write([&] {
      const StudyFile::Unhurried unhurried(file_);
      saveValue("seconds_spent", seconds);
    });
  }

  void saveCheckpoint(int trial, const KeptCheckpoint& checkpoint) override {
    file_.write([&] {
      const StudyFile::Unhurried unhurried(file_);
      requireTrial(trial);
      Statement(file_.database(), "INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)")
          .bind(trial)
          .bind(checkpoint.epoch)
          .bindBlob(checkpoint.bytes)
          .run();
    });
  }

  std::optional<KeptCheckpoint> checkpoint(int trial) const override {
    const auto held = file_.hold();
    if (file_.version() < 2) return {};
    Statement query(file_.database(), "SELECT epoch, data FROM checkpoints WHERE trial = ?");
    if (!query.bind(trial).step()) return {};
    return KeptCheckpoint{query.whole(0), query.text(1)};
  }

  // Two more rows of the table "study", so that older Kinglets open the file too.
  std::optional<SoundsRecord> sounds() const override {
    const auto held = file_.hold();
    const Row clips = value("clips");
    if (!clips.found()) return {};
    const Row history = value("clips_history");
    return SoundsRecord{clips.text(0), history.found() ? history.text(0) : std::string()};
  }

  void saveSounds(const SoundsRecord& record) override {
    file_.write([&] {
      Transaction transaction(file_.database());
      Statement(file_.database(), "INSERT OR REPLACE INTO study VALUES ('clips', ?)")
          .bindBlob(record.clips)
          .run();
      if (!record.history.empty()) saveValue("clips_history", record.history);
      transaction.commit();
    });
  }

  bool isOurs(int trial) const override {
    const auto held = file_.hold();
    const std::string mark = markOf(trial);
    const Row kept = value(markKey(trial).c_str());
    return !mark.empty() && kept.found() && kept.text(0) == mark;
  }

  void trust(int trial) override {
    file_.write([&] {
      if (const std::string mark = markOf(trial); !mark.empty()) saveValue(markKey(trial).c_str(), mark);
    });
  }

 private:
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

  Row value(const char* key) const { return Row(file_.database(), key); }

  template <class T>
  void saveValue(const char* key, const T& value) {
    Statement(file_.database(), "INSERT OR REPLACE INTO study VALUES (?, ?)")
        .bind(std::string_view(key))
        .bind(value)
        .run();
  }

  void requireTrial(int trial) const {
    Statement query(file_.database(), "SELECT 1 FROM trials WHERE number = ?");
    if (!query.bind(trial).step()) throw base::Error("there is no trial %1 in %2", trial, file_.path());
  }

  void insertWeights(int trial, const train::Weights& weights) {
    const std::string packed = train::packWeights(weights);
    Statement(file_.database(), "INSERT OR REPLACE INTO weights VALUES (?, ?)")
        .bind(trial)
        .bindBlob(packed)
        .run();
    if (const std::string mark = markOf(trial); !mark.empty()) saveValue(markKey(trial).c_str(), mark);
  }

  static std::string markKey(int trial) { return "made_by/" + std::to_string(trial); }

  // Of the network and the weights that the file holds now; empty where it has none.
  std::string markOf(int trial) const {
    Statement query(
        file_.database(),
        "SELECT input, network, data FROM trials JOIN weights ON trial = number WHERE number = ?");
    if (!query.bind(trial).step()) return {};
    return trustMark(query.text(0), query.text(1), query.text(2));
  }

  StudyFile file_;
  mutable std::vector<SetAside> aside_;
};

std::vector<Trial> SqliteStore::trials() const {
  std::optional<Settings> settings;
  try {
    settings = this->settings();
  } catch (const base::Error&) {  // whoever asks for them is told; trials can be read without
  }
  const auto held = file_.hold();
  std::vector<Trial> all;
  aside_.clear();
  const TrialNumbers numbers = trialNumbers(file_.database());
  for (const std::int64_t number : numbers.outside)
    aside_.push_back({-1, base::Message("its number is %1", number)});
  TrialReader reader(file_.database());
  for (const int number : numbers.usable) {
    try {
      all.push_back(reader.read(number));
      if (settings) weigh(all.back(), *settings);
    } catch (const base::Error& error) {
      if (file_.database().hasFailed()) throw;
      aside_.push_back({number, error.message()});
    }
  }
  return all;
}

void SqliteStore::saveTrial(const Trial& trial, const train::Weights* weights) {
  file_.write([&] {
    Transaction transaction(file_.database());
    insertTrial(file_.database(), trial);
    Statement(file_.database(), "DELETE FROM epochs WHERE trial = ?").bind(trial.number).run();
    for (const auto& epoch : trial.curve) insertEpoch(file_.database(), trial.number, epoch);
    if (weights) insertWeights(trial.number, *weights);
    if (!isUnfinished(trial.state))
      Statement(file_.database(), "DELETE FROM checkpoints WHERE trial = ?").bind(trial.number).run();
    transaction.commit();
  });
}

}  // namespace

std::unique_ptr<StudyStore> openStudy(const std::filesystem::path& path,
                                      const std::optional<Settings>& create, bool exclusive,
                                      Patience patience) {
  return std::make_unique<SqliteStore>(path, create, exclusive, std::move(patience));
}

}  // namespace kinglet::study
