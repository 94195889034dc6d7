// A study file of three trials, and what its maker could do to it by SQLite itself.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <string>

#include "base/error.h"
#include "network/baselines.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "train/epoch_report.h"

namespace kinglet::study::testing {

inline std::string errorOf(const std::function<void()>& call) {
  try {
    call();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

inline Trial finishedTrial(int number) {
  Trial trial;
  trial.number = number;
  trial.state = TrialState::finished;
  trial.candidate.network = network::namedNetwork("ds_cnn", trial.candidate.input.shape(), 4);
  trial.energy.millijoules = 0.125 * (number + 1);
  train::EpochReport report;
  report.epoch = 1;
  report.validation.accuracy = 0.5;
  trial.curve.push_back(report);
  return trial;
}

inline void changeStudy(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
  char* error = nullptr;
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << (error ? error : "");
  sqlite3_free(error);
  sqlite3_close(database);
}

}  // namespace kinglet::study::testing
