#include "app/window/study/audit_controller.h"

#include <algorithm>

#include "app/window/study/study_controller.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/stopping.h"

namespace kinglet::window {
namespace {

struct Replayed {
  std::vector<study::Audit> audits;
  study::Audit live;
  study::MeasuredRegret regret;
};

Replayed replayAll(const std::vector<widgets::TrialPtr>& shared, const study::Settings& settings,
                   double confidence, bool everyRule, const std::stop_token& stop) {
  const study::TrialsView trials(shared);
  const auto recording = study::recordingOf(trials, settings);
  Replayed replayed;
  if (recording.trials.empty()) return replayed;
  for (const auto& rule : train::stoppingRules()) {
    if (!everyRule) break;
    if (rule == "none" || stop.stop_requested()) continue;
    auto stopping = settings.stopping;
    stopping.rule = rule;
    stopping.confidence = confidence;
    replayed.audits.push_back(study::audit(recording, stopping, stop));
  }
  replayed.live = study::audit(recording, settings.stopping, stop);
  replayed.regret = study::measuredRegret(trials, settings);
  return replayed;
}

}  // namespace

AuditController::AuditController(StudyController& study, QObject* parent) : QObject(parent), study_(study) {
  connect(&pace_, &PacedWork::due, this, &AuditController::replay);
  const auto begin = [this] {
    confidence_ = study_.settings().stopping.confidence;
    known_ = Extent::none;
    replay();
  };
  connect(&study_, &StudyController::trialEnded, this, &AuditController::stale);
  connect(&study_, &StudyController::settingsChanged, this, &AuditController::stale);
  connect(&study_, &StudyController::opened, this, begin);
  connect(&study_, &StudyController::closed, this, &AuditController::forget);
  if (study_.isOpen()) begin();
}

void AuditController::watch(const QObject* view, Extent extent) {
  if (extent == Extent::none)
    watchers_.erase(view);
  else
    watchers_[view] = extent;
  if (!busy_ && wanted() > known_) replay();
}

AuditController::Extent AuditController::wanted() const {
  Extent most = Extent::none;
  for (const auto& [view, extent] : watchers_) most = std::max(most, extent);
  return most;
}

void AuditController::stale() {
  known_ = Extent::none;
  if (wanted() != Extent::none) pace_.soon();
}

void AuditController::setConfidence(double confidence) {
  if (confidence == confidence_) return;
  confidence_ = confidence;
  known_ = Extent::none;
  replay();
}

void AuditController::replay() {
  const Extent extent = wanted();
  if (!study_.isOpen() || extent <= known_) return;
  known_ = extent;
  busy_ = true;
  pace_.begins();
  jobs_.cancel();
  jobs_.run(
      this,
      [trials = sharedTrials(study_.trials()), settings = study_.settings(), confidence = confidence_,
       everyRule = extent == Extent::everyRule](const std::stop_token& stop) {
        return replayAll(trials, settings, confidence, everyRule, stop);
      },
      [this, extent](Replayed replayed) {
        busy_ = false;
        pace_.ended();
        if (extent == Extent::everyRule) audits_ = std::move(replayed.audits);
        live_ = std::move(replayed.live);
        regret_ = replayed.regret;
        Q_EMIT changed();
        if (wanted() > known_) replay();
      },
      [this](const QString&) {
        busy_ = false;
        Q_EMIT changed();
      });
  Q_EMIT changed();
}

void AuditController::forget() {
  jobs_.cancel();
  audits_.clear();
  live_ = {};
  regret_ = {};
  busy_ = false;
  known_ = Extent::none;
  pace_.cancel();
  Q_EMIT changed();
}

}  // namespace kinglet::window
