#include "app/window/study/paced_work.h"

#include <algorithm>

#include "study/trial.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::window {
namespace {

constexpr int kPauseMs = 500, kShareOfTime = 10;

}  // namespace

PacedWork::PacedWork(QObject* parent) : QObject(parent) {
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &PacedWork::due);
}

void PacedWork::soon() {
  if (!pause_.isActive()) pause_.start();
}

void PacedWork::cancel() {
  pause_.stop();
}

void PacedWork::begins() {
  took_.start();
}

void PacedWork::ended() {
  pause_.setInterval(std::max<int>(kPauseMs, kShareOfTime * static_cast<int>(took_.elapsed())));
}

std::vector<std::shared_ptr<const study::Trial>> sharedTrials(const widgets::TrialModel& trials) {
  std::vector<std::shared_ptr<const study::Trial>> shared;
  shared.reserve(static_cast<std::size_t>(trials.count()));
  for (int row = 0; row < trials.count(); ++row) shared.push_back(trials.at(row));
  return shared;
}

}  // namespace kinglet::window
