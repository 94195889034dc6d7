#include "app/diagnosis/study_facts.h"

#include <array>
#include <cmath>

#include "base/format.h"
#include "base/json.h"
#include "base/words.h"
#include "data/fingerprint/fingerprint.h"
#include "diagnosis/outside.h"
#include "study/json_forms.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::app {
namespace {

using Json = nlohmann::ordered_json;

// What is not here is not told: a key that a later Kinglet adds must be thought about first.
constexpr std::array kTold{"strategy",    "space",     "input",     "recipe",          "stopping",
                           "audit_share", "limits",    "trials",    "minutes",         "workers",
                           "baselines",   "seed",      "test_fold", "validation_fold", "cross_validate",
                           "worst_error", "reference", "listening", "objective"};

// One of our profiles; the name of a model is its owner's.
std::string deviceOf(const study::Settings& settings) {
  return study::profileOf(settings) ? settings.device : "a model of the user's";
}

std::string figure(double value) {
  return std::isfinite(value) ? base::general(value) : "";
}

}  // namespace

std::string settingsFacts(const study::StudyStore& study) {
  const study::Settings settings = study.settings();
  const Json all = study::parseJson(settings.toJson(), base::Message("the study's settings"));
  Json told{{"device", deviceOf(settings)}};
  for (const char* key : kTold)
    if (const auto found = all.find(key); found != all.end()) told[key] = *found;
  told["built_in_sounds"] = settings.dataPath.starts_with("demo");
  told["classes"] = settings.classes.size();
  told["grouping_given"] = !settings.groupBy.text().empty();
  told["reading_given"] = !settings.readAs.text().empty();
  told["seconds_spent"] = study.secondsSpent();
  if (const auto record = study.sounds()) {
    const auto known = data::Fingerprint::unpack(record->clips);
    told["sounds"] = {{"layout", known.layout},
                      {"clips", known.clips.size()},
                      {"folds", known.foldNames.size()},
                      {"several_labels", known.multiLabel}};
  }
  return base::jsonText(told, 2) + "\n";
}

std::string trialFacts(const study::StudyStore& study) {
  std::string out =
      "trial,state,baseline,strategy,parents,genome,epochs,validation_accuracy,train_loss,energy_mj,flash_kb,"
      "ram_kb,"
      "macs,params,seconds,ended_at_s,cut_epoch,suggestion,told_as,has_weights,has_test,reason\n";
  for (const study::Trial& trial : study.trials()) {
    std::string parents;
    for (const int parent : trial.origin.parents)
      parents += (parents.empty() ? "" : " ") + std::to_string(parent);
    const bool trained = !trial.curve.empty();
    const std::array cells{
        std::to_string(trial.number),
        std::string(study::toText(trial.state)),
        trial.baseline,
        trial.origin.strategy,
        parents,
        base::jsonText(Json(trial.genome)),
        std::to_string(trial.curve.size()),
        trained ? figure(trial.curve.back().validation.accuracy) : "",
        trained ? figure(trial.curve.back().trainLoss) : "",
        figure(trial.energyMj()),
        figure(trial.flashKb()),
        figure(trial.ramKb()),
        std::to_string(trial.cost.macs),
        std::to_string(trial.cost.params),
        figure(trial.seconds),
        figure(trial.endedAt),
        std::to_string(trial.cutEpoch),
        std::to_string(trial.suggestion),
        std::to_string(trial.toldAs),
        std::string(trial.hasWeights ? "1" : "0"),
        std::string(trial.test ? "1" : "0"),
        diagnosis::withoutOutside(diagnosis::marked(trial.reason)),
    };
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + base::csvCell(cells[i]);
    out += "\n";
  }
  for (const study::SetAside& aside : study.setAside())
    out += std::to_string(aside.number) +
           ",set aside: " + base::csvCell(diagnosis::withoutOutside(diagnosis::marked(aside.reason))) + "\n";
  return out;
}

}  // namespace kinglet::app
