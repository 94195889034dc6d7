// A trial as rows of a study file. Private to study/.
#pragma once

#include <cstdint>
#include <vector>
#include "base/json_view.h"
#include "study/file/sqlite.h"
#include "study/trial.h"
#include "train/epoch_report.h"

namespace kinglet::study {

constexpr std::int64_t kLargestTrial = 1'000'000'000;  // a number from here on is a mistake

struct TrialNumbers {
  std::vector<int> usable;            // ascending
  std::vector<std::int64_t> outside;  // of what a number may be
};
TrialNumbers trialNumbers(Database& database);

// Reads one trial after the other.
class TrialReader {
 public:
  explicit TrialReader(Database& database);
  // With its curve. Throws base::Error where a figure of it is damaged; the next can be read.
  Trial read(int number);

 private:
  Statement trial_, epochs_;
  base::JsonParser json_;
};
// Or replaces its figures; star, note and test figures are taken when it is new. Without its curve.
void insertTrial(Database& database, const Trial& trial);
void insertEpoch(Database& database, int trial, const train::EpochReport& epoch);

constexpr const char* kRepeatsQuery =
    "SELECT genome, suggestion, origin, trial, told_as FROM repeats ORDER BY suggestion";
Repeat repeatFrom(const Statement& row);  // of that query

}  // namespace kinglet::study
