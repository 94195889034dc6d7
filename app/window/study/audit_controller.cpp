#include "app/window/study/audit_controller.h"

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
                   double confidence, const std::stop_token& stop) {
  const study::TrialsView trials(shared);
  const auto recording = study::recordingOf(trials, settings);
  Replayed replayed;
  if (recording.trials.empty()) return replayed;
  for (const auto& rule : train::stoppingRules()) {
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
    replay();
  };
  connect(&study_, &StudyController::trialEnded, &pace_, &PacedWork::soon);
  connect(&study_, &StudyController::settingsChanged, &pace_, &PacedWork::soon);
  connect(&study_, &StudyController::opened, this, begin);
  connect(&study_, &StudyController::closed, this, &AuditController::forget);
  if (study_.isOpen()) begin();
}

void AuditController::setConfidence(double confidence) {
  if (confidence == confidence_) return;
  confidence_ = confidence;
  replay();
}

void AuditController::replay() {
  if (!study_.isOpen()) return;
  busy_ = true;
  pace_.begins();
  jobs_.cancel();
  jobs_.run(
      this,
      [trials = sharedTrials(study_.trials()), settings = study_.settings(), confidence = confidence_](
          const std::stop_token& stop) { return replayAll(trials, settings, confidence, stop); },
      [this](Replayed replayed) {
        busy_ = false;
        pace_.ended();
        audits_ = std::move(replayed.audits);
        live_ = std::move(replayed.live);
        regret_ = replayed.regret;
        Q_EMIT changed();
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
  pace_.cancel();
  Q_EMIT changed();
}

}  // namespace kinglet::window
