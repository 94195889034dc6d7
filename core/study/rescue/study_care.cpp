#include "study/rescue/study_care.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "base/words.h"
#include "data/fingerprint/fingerprint.h"
#include "study/data/sounds_history.h"
#include "study/final_store.h"
#include "study/ranges.h"
#include "study/sqlite.h"
#include "study/study_tables.h"
#include "study/trial_rows.h"

namespace kinglet::study {
namespace {

constexpr std::size_t kMostProblems = 1000;
constexpr int kMostGap =
    100'000;  // numbers of trials that are looked for one by one where the table is broken

class Walk {
 public:
  // to: gets a copy of all that can be read; null: nothing is copied.
  Walk(Database& from, Database* to) : from_(from), to_(to) {}

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

  // Whether it could be done; a problem otherwise. Memory that is short is no fault of the file's.
  bool attempt(const base::Message& what, const std::function<void()>& work) {
    try {
      work();
      return true;
    } catch (const base::Error& error) {
      problem(base::Message("%1: %2", what, error.message()));
    }
    return false;
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

  // From both ends as far as the table can be read, and one by one between them.
  std::vector<int> numbers() {
    std::set<int> found;
    bool whole = true;
    const auto scan = [&](const char* sql) {
      try {
        for (Statement query(from_, sql); query.step();)
          if (const std::int64_t number = query.integer(0); number >= 0 && number < kLargestTrial)
            found.insert(int(number));
          else
            problem(base::Message("a trial has the number %1, which cannot be", number));
        return true;
      } catch (const base::Error&) {
        return false;
      }
    };
    whole = scan("SELECT number FROM trials ORDER BY number");
    if (whole) return {found.begin(), found.end()};
    scan("SELECT number FROM trials ORDER BY number DESC");
    scan("SELECT DISTINCT trial FROM epochs");
    scan("SELECT trial FROM weights");
    problem(base::Message("the table of the trials is damaged"));
    const int last = found.empty() ? 0 : std::min(*found.rbegin(), kMostGap);
    for (int number = 0; number <= last; ++number) found.insert(number);
    std::vector<int> there;
    std::copy_if(found.begin(), found.end(), std::back_inserter(there), [&](int number) {
      try {
        Statement query(from_, "SELECT 1 FROM trials WHERE number = ?");
        return query.bind(number).step();
      } catch (const base::Error&) {
        problem(base::Message("trial %1 is lost: its row cannot be read", number));
        return false;
      }
    });
    return there;
  }

  void trial(int number) {
    Trial trial;
    try {
      trial = readTrial(from_, number);
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
    if (from_.hasTable("checkpoints") && isUnfinished(trial.state)) {
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
    if (!from_.hasTable("final_trainings")) return;
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
  StudyHealth health_;
};

void requireFree(const std::filesystem::path& copy) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(copy, ignored)))
    throw base::Error("there is already a file %1; choose another name", copy);
}

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
  requireFree(copy);
  Database database(study);
  database.onlyRead();
  requireStudy(database, study);
  if (const auto problems = pageProblems(database); !problems.empty())
    throw base::Error("%1 is damaged (%2); kinglet study repair saves what can be read of it", study,
                      problems.front());
  base::writeAtomically(copy, database.bytes());
}

StudyHealth repairStudy(const std::filesystem::path& study, const std::filesystem::path& copy) {
  requireFree(copy);
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
