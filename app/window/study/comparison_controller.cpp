#include "app/window/study/comparison_controller.h"

#include <algorithm>

#include "app/window/study/study_controller.h"
#include "base/files.h"
#include "study/comparison/comparison_html.h"

namespace kinglet::window {
namespace {

struct Worked {
  std::vector<study::Compared> compared;
  std::vector<std::shared_ptr<const study::GraphDiff>> diffs;
};

Worked workOut(const std::vector<widgets::TrialPtr>& trials, const std::stop_token& stop) {
  Worked worked;
  for (const auto& trial : trials) worked.compared.push_back(study::comparedOf(*trial));
  for (std::size_t i = 1; i < worked.compared.size() && !stop.stop_requested(); ++i)
    worked.diffs.push_back(std::make_shared<const study::GraphDiff>(
        study::graphDiffOf(worked.compared.front(), worked.compared[i])));
  return worked;
}

}  // namespace

ComparisonController::ComparisonController(StudyController& study, QObject* parent)
    : QObject(parent), study_(study) {
  connect(&study_.selection(), &widgets::Selection::comparedChanged, this, &ComparisonController::stale);
  connect(&study_, &StudyController::trialEnded, this, [this](int trial) {
    if (study_.selection().isCompared(trial)) stale();
  });
  connect(&study_, &StudyController::opened, this, &ComparisonController::stale);
  connect(&study_, &StudyController::closed, this, [this] {
    jobs_.cancel();
    compared_.clear();
    diffs_.clear();
    stale_ = true;
    Q_EMIT changed();
  });
}

void ComparisonController::setWatched(bool watched) {
  watched_ = watched;
  work();
}

void ComparisonController::stale() {
  stale_ = true;
  work();
}

void ComparisonController::work() {
  if (!watched_ || !stale_ || !study_.isOpen()) return;
  stale_ = false;
  jobs_.cancel();
  std::vector<widgets::TrialPtr> trials;
  for (const int number : study_.selection().compared())
    if (const auto trial = study_.trials().find(number); trial && trials.size() < study::kMostCompared)
      trials.push_back(trial);
  jobs_.run(
      this, [trials](const std::stop_token& stop) { return workOut(trials, stop); },
      [this](Worked worked) {
        compared_ = std::move(worked.compared);
        diffs_ = std::move(worked.diffs);
        Q_EMIT changed();
      },
      [this](const QString&) { stale_ = true; });
}

void ComparisonController::save(const QString& path) {
  if (!study_.isOpen()) return;
  writing_.run(
      this,
      [path, compared = compared_, classes = study_.settings().classes](const std::stop_token&) {
        base::writeAtomically(path.toStdString(), study::comparisonHtml(compared, classes));
        return path;
      },
      [this](const QString& written) { Q_EMIT saved(written); },
      [this](const QString& problem) { Q_EMIT saveFailed(problem); });
}

}  // namespace kinglet::window
