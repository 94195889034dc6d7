#include "app/window/audit_controller.h"

#include <algorithm>

#include "app/window/study_controller.h"

namespace kinglet::window {
namespace {

constexpr int kPauseMs = 500, kShareOfTime = 10;  // at most a tenth of a core

struct Replayed {
  std::vector<study::Audit> audits;
  study::Audit live;
  study::MeasuredRegret regret;
};

Replayed replayAll(const std::vector<widgets::TrialPtr>& shared, const study::Settings& settings,
                   double confidence, const std::stop_token& stop) {
  std::vector<study::Trial> trials;
  trials.reserve(shared.size());
  for (const auto& trial : shared) trials.push_back(*trial);
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
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &AuditController::replay);
  const auto begin = [this] {
    confidence_ = study_.settings().stopping.confidence;
    replay();
  };
  connect(&study_, &StudyController::trialEnded, this, &AuditController::schedule);
  connect(&study_, &StudyController::settingsChanged, this, &AuditController::schedule);
  connect(&study_, &StudyController::opened, this, begin);
  connect(&study_, &StudyController::closed, this, &AuditController::forget);
  if (study_.isOpen()) begin();
}

void AuditController::setConfidence(double confidence) {
  if (confidence == confidence_) return;
  confidence_ = confidence;
  replay();
}

void AuditController::schedule() {
  if (!pause_.isActive()) pause_.start();
}

void AuditController::replay() {
  if (!study_.isOpen()) return;
  busy_ = true;
  took_.start();
  jobs_.cancel();
  std::vector<widgets::TrialPtr> trials;
  for (int row = 0; row < study_.trials().count(); ++row) trials.push_back(study_.trials().at(row));
  jobs_.run(
      this,
      [trials = std::move(trials), settings = study_.settings(), confidence = confidence_](
          const std::stop_token& stop) { return replayAll(trials, settings, confidence, stop); },
      [this](Replayed replayed) {
        busy_ = false;
        pause_.setInterval(std::max<int>(kPauseMs, kShareOfTime * static_cast<int>(took_.elapsed())));
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
  pause_.stop();
  Q_EMIT changed();
}

}  // namespace kinglet::window
