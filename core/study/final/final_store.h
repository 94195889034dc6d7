// Final trainings, kept in the study's file beside the search: the search never reads them, and the weights
// that it left stay what their figures were told of.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "study/final/final_training.h"
#include "train/weights.h"

namespace kinglet::study {

class Database;

// Any thread may own one; calls on one object must not overlap. May be used while a StudyStore has the same
// file open. All throw base::Error, as StudyStore does. What save() wrote survives a power cut once it
// returned.
class FinalStore {
 public:
  explicit FinalStore(const std::filesystem::path& study);
  ~FinalStore();

  void save(int trial, const FinalTraining& result, const train::Weights& weights);  // replaces an older one
  std::map<int, FinalTraining> all() const;                                          // by trial
  std::optional<FinalTraining> result(int trial) const;
  std::optional<train::Weights> weights(int trial) const;  // of the network that learnt from all clips

 private:
  bool isThere() const;

  std::unique_ptr<Database> database_;
};

// A row of it. Throws base::Error where it is damaged.
FinalTraining finalTrainingFrom(const std::string& text);

}  // namespace kinglet::study
