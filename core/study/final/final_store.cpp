#include "study/final/final_store.h"

#include "base/error.h"
#include "base/json.h"
#include "study/file/sqlite.h"
#include "study/file/study_tables.h"
#include "study/json_forms.h"
#include "train/recipe.h"
#include "train/weights.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;

std::string textOf(const FinalTraining& result) {
  Json folds = Json::array();
  for (const auto& fold : result.folds)
    folds.push_back({{"fold", fold.fold}, {"metrics", toJson(fold.metrics)}});
  return base::jsonText(Json{{"recipe", parseJson(result.recipe.toJson(), base::Message("a recipe"))},
                             {"seed", result.seed},
                             {"teachers", result.teachers},
                             {"seconds", result.seconds},
                             {"folds", std::move(folds)}});
}

}  // namespace

FinalTraining finalTrainingFrom(const std::string& text) {
  try {
    const Json json = parseJson(text, base::Message("a final training"));
    FinalTraining result;
    result.recipe = train::Recipe::fromJson(base::jsonText(json.at("recipe")));
    result.seed = base::as<std::uint64_t>(json.at("seed"));
    if (const auto teachers = json.find("teachers"); teachers != json.end())  // older files have none
      result.teachers = base::as<std::vector<int>>(*teachers);
    result.seconds = json.at("seconds").get<double>();
    for (const Json& fold : json.at("folds"))
      result.folds.push_back({base::as<int>(fold.at("fold")), metricsFrom(fold.at("metrics"))});
    return result;
  } catch (const Json::exception&) {
    throw base::Error("a final training in the study file is damaged");
  }
}

FinalStore::FinalStore(const std::filesystem::path& study) : database_(std::make_unique<Database>(study)) {
  checkStudyTables(*database_, study);
  database_->run("PRAGMA synchronous = EXTRA");
  database_->run("PRAGMA foreign_keys = ON");
}

FinalStore::~FinalStore() = default;

bool FinalStore::isThere() const {
  return database_->number("SELECT count(*) FROM sqlite_master WHERE name = 'final_trainings'") > 0;
}

void FinalStore::save(int trial, const FinalTraining& result, const train::Weights& weights) {
  const std::string packed = train::packWeights(weights);
  Transaction transaction(*database_);
  {
    Statement known(*database_, "SELECT 1 FROM trials WHERE number = ?");
    if (!known.bind(trial).step()) throw base::Error("there is no trial %1 in the study", trial);
  }
  makeFinalTrainingsTable(*database_);
  Statement(*database_, "INSERT OR REPLACE INTO final_trainings VALUES (?, ?, ?)")
      .bind(trial)
      .bind(textOf(result))
      .bindBlob(packed)
      .run();
  transaction.commit();
}

std::map<int, FinalTraining> FinalStore::all() const {
  std::map<int, FinalTraining> results;
  if (!isThere()) return results;
  Statement query(*database_, "SELECT trial, result FROM final_trainings");
  while (query.step()) results.emplace(query.whole(0), finalTrainingFrom(query.text(1)));
  return results;
}

std::optional<FinalTraining> FinalStore::result(int trial) const {
  if (!isThere()) return {};
  Statement query(*database_, "SELECT result FROM final_trainings WHERE trial = ?");
  if (!query.bind(trial).step()) return {};
  return finalTrainingFrom(query.text(0));
}

std::optional<train::Weights> FinalStore::weights(int trial) const {
  if (!isThere()) return {};
  Statement query(*database_, "SELECT weights FROM final_trainings WHERE trial = ?");
  if (!query.bind(trial).step()) return {};
  return train::unpackWeights(query.text(0));
}

}  // namespace kinglet::study
