#include "app/window/study/training_controller.h"

#include <cmath>
#include <limits>
#include <mutex>

#include "app/window/study/study_controller.h"
#include "base/random.h"
#include "study/final/final_store.h"

namespace kinglet::window {
namespace {

constexpr int kTickMs = 200;
constexpr double kLeastDone = 0.005;  // of the work, before the time left means anything

}  // namespace

struct TrainingController::Shared {
  std::mutex mutex;  // guards both
  study::FinalProgress now;
  std::vector<study::FinalTraining::Fold> folds;
};

TrainingController::TrainingController(StudyController& study, QObject* parent)
    : QObject(parent), study_(study) {
  tick_.setInterval(kTickMs);
  connect(&tick_, &QTimer::timeout, this, &TrainingController::changed);
  connect(&study_, &StudyController::opened, this, &TrainingController::load);
  connect(&study_, &StudyController::closing, this, [this] {
    cancel();
    results_.clear();
  });
}

TrainingController::~TrainingController() = default;

void TrainingController::load() {
  jobs_.run(
      this,
      [store = study_.study().store](std::stop_token) { return study::FinalStore(store->path()).all(); },
      [this](std::map<int, study::FinalTraining> results) {
        results_ = std::move(results);
        Q_EMIT changed();
      },
      [this](const QString& problem) { Q_EMIT failed(-1, problem); });
}

const study::FinalTraining* TrainingController::resultOf(int trial) const {
  const auto found = results_.find(trial);
  return found == results_.end() ? nullptr : &found->second;
}

void TrainingController::start(int trial, int epochs, bool judged) {
  const auto known = study_.trials().find(trial);
  if (!known || trial_ >= 0 || !study_.isOpen() || !study_.study().canRun()) return;
  study::FinalPlan plan;
  plan.candidate = known->candidate;
  plan.recipe = study::finalRecipeWith(epochs);
  plan.seed = base::seedFor(study_.settings().seed, static_cast<std::uint64_t>(trial));
  plan.judged = judged;
  // Beside a running search it takes one core more; alone, all of them.
  plan.workers = study_.isRunning() ? 1 : study::workersOf(study_.settings());
  trial_ = trial;
  epochs_ = epochs;
  shared_ = std::make_shared<Shared>();
  time_.start();
  tick_.start();
  jobs_.run(
      this,
      [plan, trial, store = study_.study().store, sounds = study_.features(),
       shared = shared_](std::stop_token stop) mutable {
        plan.teachers = study::teachersFor(store->trials(), trial);
        auto outcome = study::trainFinally(
            *sounds, plan,
            [&shared](const study::FinalProgress& now) {
              const std::lock_guard guard(shared->mutex);
              shared->now = now;
            },
            [&shared](const study::FinalTraining::Fold& fold) {
              const std::lock_guard guard(shared->mutex);
              shared->folds.push_back(fold);
            },
            stop);
        study::FinalStore(store->path()).save(trial, outcome.result, outcome.weights);
        return outcome.result;
      },
      [this, trial](const study::FinalTraining& result) {
        finish();
        results_.insert_or_assign(trial, result);
        Q_EMIT changed();
        Q_EMIT ended(trial);
      },
      [this, trial](const QString& problem) {
        finish();
        Q_EMIT changed();
        Q_EMIT failed(trial, problem);
      });
  Q_EMIT changed();
}

void TrainingController::cancel() {
  if (trial_ < 0) return;
  jobs_.cancel();
  finish();
  Q_EMIT changed();
}

void TrainingController::finish() {
  tick_.stop();
  trial_ = -1;
  shared_.reset();
}

TrainingController::Progress TrainingController::progress() const {
  Progress progress;
  progress.epochs = epochs_;
  progress.secondsLeft = std::numeric_limits<double>::quiet_NaN();
  if (!shared_) return progress;
  const std::lock_guard guard(shared_->mutex);
  progress.now = shared_->now;
  progress.folds = shared_->folds;
  const double done = progress.now.done;
  if (done >= kLeastDone)
    progress.secondsLeft = static_cast<double>(time_.elapsed()) * 1e-3 * (1 - done) / done;
  return progress;
}

}  // namespace kinglet::window
