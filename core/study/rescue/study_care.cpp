#include "study/rescue/study_care.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "base/free_path.h"
#include "base/words.h"
#include "data/fingerprint/fingerprint.h"
#include "study/data/sounds_history.h"
#include "study/file/ranges.h"
#include "study/file/sqlite.h"
#include "study/file/study_tables.h"
#include "study/file/trial_rows.h"
#include "study/final/final_store.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/checkpoint.h"
#include "train/weights.h"

namespace kinglet::study {
namespace {

constexpr std::size_t kMostProblems = 1000;
constexpr int kMostGap =
    100'000;  // numbers of trials that are looked for one by one where the table is broken

class Walk {
 public:
  // to: gets a copy of all that can be read; null: nothing is copied.
  Walk(Database& from, Database* to)
      : from_(from),
        to_(to),
        hasCheckpoints_(from.hasTable("checkpoints")),
        hasFinalTrainings_(from.hasTable("final_trainings")) {}

  StudyHealth run() {
    health_.version = from_.number("PRAGMA user_version");
    settings();
    extras();
    for (const int number : numbers()) trial(number);
    repeats();
    return std::move(health_);
  }

 private:
  void problem(base::Message what) {
    if (health_.problems.size() < kMostProblems) health_.problems.push_back(std::move(what));
  }

  // What cannot be read is a problem; memory that is short is no fault of the file's.
  void attempt(const base::Message& what, const std::function<void()>& work) {
    try {
      work();
    } catch (const base::Error& error) {
      problem(base::Message("%1: %2", what, error.message()));
    }
  }

  // A row as it is, into the table of the same columns.
  void copyRow(const Statement& row, int columns, const std::string& table) {
    if (!to_) return;
    std::string sql = "INSERT OR REPLACE INTO " + table + " VALUES (?";
    for (int i = 1; i < columns; ++i) sql += ", ?";
    Statement insert(*to_, sql + ")");
    for (int i = 0; i < columns; ++i) insert.bindColumn(row, i);
    insert.run();
  }

  std::string valueOf(const char* key, bool copies = true) {
    Statement query(from_, "SELECT key, value FROM study WHERE key = ?");
    if (!query.bind(std::string_view(key)).step()) return {};
    const std::string value = query.text(1);
    if (copies) copyRow(query, 2, "study");
    return value;
  }

  void settings() {
    const std::string text = valueOf("settings");
    if (text.empty()) throw base::Error("it has no settings");
    checkRanges(Settings::fromJson(text));
  }

  void extras() {
    attempt(base::Message("the clock"), [&] { valueOf("seconds_spent"); });
    attempt(base::Message("what it knows of its sounds"), [&] {
      if (const std::string clips = valueOf("clips", false); !clips.empty()) {
        data::Fingerprint::unpack(clips);
        valueOf("clips");
      }
      if (const std::string history = valueOf("clips_history", false); !history.empty()) {
        historyFrom(history);
        valueOf("clips_history");
      }
    });
  }

  void problemOf(std::int64_t number) {
    problem(base::Message("a trial has the number %1, which cannot be", number));
  }

  std::vector<int> numbers() {
    try {
      TrialNumbers numbers = trialNumbers(from_);
      for (const std::int64_t number : numbers.outside) problemOf(number);
      return std::move(numbers.usable);
    } catch (const base::Error&) {
      problem(base::Message("the table of the trials is damaged"));
      return numbersOfDamaged();
    }
  }

  // From both ends as far as the table can be read, from the tables beside it, and one by one between them.
  std::vector<int> numbersOfDamaged() {
    std::set<int> named;
    std::set<std::int64_t> outside;
    for (const char* sql :
         {"SELECT number FROM trials ORDER BY number", "SELECT number FROM trials ORDER BY number DESC",
          "SELECT DISTINCT trial FROM epochs", "SELECT trial FROM weights"}) {
      try {
        for (Statement query(from_, sql); query.step();)
          if (const std::int64_t number = query.integer(0); number >= 0 && number < kLargestTrial)
            named.insert(int(number));
          else
            outside.insert(number);
      } catch (const base::Error&) {  // it ends where the damage begins
      }
    }
    for (const std::int64_t number : outside) problemOf(number);
    const int last = named.empty() ? 0 : std::min(*named.rbegin(), kMostGap);
    for (int number = 0; number <= last; ++number) named.insert(number);
    std::vector<int> there;
    for (const int number : named) {
      try {
        Statement query(from_, "SELECT 1 FROM trials WHERE number = ?");
        if (query.bind(number).step()) there.push_back(number);
      } catch (const base::Error&) {
        problem(base::Message("trial %1 is lost: its row cannot be read", number));
      }
    }
    return there;
  }

  void trial(int number) {
    Trial trial;
    try {
      trial = TrialReader(from_).read(number);
    } catch (const base::Error& error) {
      problem(base::Message("trial %1 cannot be read: %2", number, error.message()));
      return;
    }
    ++health_.trials;
    rows("trials",
         "number, state, baseline, genome, input, network, energy, origin, reason, cut_epoch, seconds, "
         "ended_at, "
         "starred, note, test, suggestion, told_as",
         "number", 17, number);
    rows("epochs", "trial, epoch, train_loss, seconds, validation", "trial", 5, number);
    try {
      weights(trial);
    } catch (const base::Error& error) {
      problem(base::Message("the weights of trial %1 cannot be read: %2", number, error.message()));
    }
    if (hasCheckpoints_ && isUnfinished(trial.state)) {
      try {
        Statement query(from_, "SELECT trial, epoch, data FROM checkpoints WHERE trial = ?");
        if (query.bind(number).step()) {
          train::unpackCheckpoint(query.text(2));
          copyRow(query, 3, "checkpoints");
        }
      } catch (const base::Error& error) {
        problem(base::Message("the checkpoint of trial %1 cannot be read, so it is trained anew: %2", number,
                              error.message()));
      }
    }
    if (!hasFinalTrainings_) return;
    try {
      Statement query(from_, "SELECT trial, result, weights FROM final_trainings WHERE trial = ?");
      if (!query.bind(number).step()) return;
      finalTrainingFrom(query.text(1));
      train::unpackWeights(query.text(2));
      if (to_) makeFinalTrainingsTable(*to_);
      copyRow(query, 3, "final_trainings");
    } catch (const base::Error& error) {
      problem(base::Message("the final training of trial %1 cannot be read: %2", number, error.message()));
    }
  }

  void weights(const Trial& trial) {
    Statement query(from_, "SELECT trial, data FROM weights WHERE trial = ?");
    if (!query.bind(trial.number).step()) {
      if (trial.state == TrialState::finished)
        problem(base::Message("the weights of trial %1 are missing", trial.number));
      return;
    }
    train::unpackWeights(query.text(1));
    ++health_.weights;
    copyRow(query, 2, "weights");
    // Who made it: without this mark, the user is asked before it is compiled.
    valueOf(("made_by/" + std::to_string(trial.number)).c_str());
  }

  void rows(const std::string& table, const std::string& names, const std::string& key, int columns,
            int number) {
    if (!to_) return;
    Statement query(from_, "SELECT " + names + " FROM " + table + " WHERE " + key + " = ?");
    for (query.bind(number); query.step();) copyRow(query, columns, table);
  }

  void repeats() {
    attempt(base::Message("what was suggested twice"), [&] {
      for (Statement query(from_, kRepeatsQuery); query.step();) {
        repeatFrom(query);
        copyRow(query, 5, "repeats");
      }
    });
  }

  Database& from_;
  Database* to_;
  const bool hasCheckpoints_, hasFinalTrainings_;
  StudyHealth health_;
};

std::vector<base::Message> pageProblems(Database& database) {
  std::vector<base::Message> problems;
  const auto ask = [&](const char* sql, const base::Message& what) {
    try {
      for (Statement query(database, sql); query.step();)
        if (const std::string line = query.text(0); line != "ok")
          problems.emplace_back("%1: %2", what, base::terminalText(line));
    } catch (const base::Error& error) {
      problems.push_back(error.message());
    }
  };
  ask("PRAGMA integrity_check(20)", base::Message("a page of the file is damaged"));
  ask("PRAGMA foreign_key_check", base::Message("rows of a trial that is not there, in the table"));
  return problems;
}

}  // namespace

StudyHealth checkStudy(const std::filesystem::path& study) {
  Database database(study);
  database.onlyRead();
  requireStudy(database, study);
  std::vector<base::Message> problems = pageProblems(database);
  try {
    checkStudyTables(database, study);
  } catch (const base::Error& error) {
    problems.push_back(error.message());
  }
  StudyHealth health;
  try {
    health = Walk(database, nullptr).run();
  } catch (const base::Error& error) {
    problems.push_back(base::Message("the settings cannot be read: %1", error.message()));
  }
  health.problems.insert(health.problems.begin(), problems.begin(), problems.end());
  return health;
}

void backUpStudy(const std::filesystem::path& study, const std::filesystem::path& copy) {
  base::requireFree(copy);
  Database database(study);
  database.onlyRead();
  requireStudy(database, study);
  if (const auto problems = pageProblems(database); !problems.empty())
    throw base::Error("%1 is damaged (%2); kinglet study repair saves what can be read of it", study,
                      problems.front());
  base::writeAtomically(copy, database.bytes());
}

StudyHealth repairStudy(const std::filesystem::path& study, const std::filesystem::path& copy) {
  base::requireFree(copy);
  Database from(study);
  from.onlyRead();
  requireStudy(from, study);
  Database to;
  Transaction transaction(to);
  makeStudyTables(to);
  StudyHealth health;
  try {
    health = Walk(from, &to).run();
  } catch (const base::Error& error) {
    throw base::Error("nothing can be saved of %1, since its settings cannot be read: %2", study,
                      error.message());
  }
  updateStudyTables(to);
  transaction.commit();
  base::writeAtomically(copy, to.bytes());
  return health;
}

}  // namespace kinglet::study
