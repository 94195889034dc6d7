#include "app/window/study/optimiser_controller.h"

#include <cmath>

#include "app/window/study/study_controller.h"
#include "space/search_space.h"
#include "study/meaning.h"
#include "study/report/hypervolume_history.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::window {
namespace {

struct Worked {
  std::vector<study::HistoryPoint> history;
  search::Importances importances;
  space::SearchSpace space;
};

// Costs are known of every candidate; an error is final only where training came to its end.
search::Importances importancesOf(const space::SearchSpace& space, const study::TrialsView& trials,
                                  OptimiserController::ImportanceTarget target) {
  using Target = OptimiserController::ImportanceTarget;
  std::vector<space::Genome> genomes;
  std::vector<double> values;
  for (const auto& trial : trials) {
    if (!space.fits(trial.genome)) continue;
    const double value = target == Target::error    ? trial.error()
                         : target == Target::energy ? std::log10(trial.energyMj())
                                                    : std::log10(trial.flashKb() + trial.ramKb());
    const bool known = target != Target::error || trial.state == study::TrialState::finished;
    if (!known || !std::isfinite(value)) continue;
    genomes.push_back(space.canonical(trial.genome));
    values.push_back(value);
  }
  return search::parameterImportance(space, genomes, values);
}

Worked workOut(const std::vector<widgets::TrialPtr>& shared, const study::Settings& settings,
               OptimiserController::ImportanceTarget target) {
  const study::TrialsView trials(shared);
  Worked worked;
  worked.history = study::hypervolumeHistory(trials, settings);
  worked.space = study::spaceOf(settings);
  worked.importances = importancesOf(worked.space, trials, target);
  return worked;
}

}  // namespace

OptimiserController::OptimiserController(StudyController& study, QObject* parent)
    : QObject(parent), study_(study) {
  connect(&pace_, &PacedWork::due, this, &OptimiserController::work);
  connect(&study_, &StudyController::trialEnded, this, &OptimiserController::stale);
  connect(&study_, &StudyController::opened, this, [this] {
    stale_ = true;
    work();
  });
  connect(&study_, &StudyController::closed, this, [this] {
    jobs_.cancel();
    pace_.cancel();
    history_.clear();
    importances_ = {};
    stale_ = true;
    Q_EMIT changed();
  });
}

void OptimiserController::setWatched(bool watched) {
  watched_ = watched;
  work();
}

void OptimiserController::setTarget(ImportanceTarget target) {
  target_ = target;
  stale_ = true;
  work();
}

void OptimiserController::stale() {
  stale_ = true;
  if (watched_) pace_.soon();
}

void OptimiserController::work() {
  if (!watched_ || !stale_ || !study_.isOpen()) return;
  stale_ = false;
  pace_.begins();
  jobs_.cancel();
  jobs_.run(
      this,
      [shared = sharedTrials(study_.trials()), settings = study_.settings(),
       target = target_](const std::stop_token&) { return workOut(shared, settings, target); },
      [this](Worked worked) {
        pace_.ended();
        history_ = std::move(worked.history);
        importances_ = std::move(worked.importances);
        space_ = std::move(worked.space);
        Q_EMIT changed();
      },
      [this](const QString&) { stale_ = true; });
}

}  // namespace kinglet::window
