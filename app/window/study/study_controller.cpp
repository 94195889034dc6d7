#include "app/window/study/study_controller.h"

#include <QFileInfo>
#include <algorithm>
#include <chrono>
#include <map>
#include <thread>
#include <utility>

#include "app/diagnosis/work_log.h"
#include "app/window/study/training_controller.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/log.h"
#include "study/evaluation.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/metrics.h"
#include "train/trainer.h"
#include "widgets/text/message_text.h"
#include "widgets/trials/front_choice.h"

namespace kinglet::window {
namespace {

constexpr int kWaitMs = 20, kLongestWaitMs = 5000;

// What a person wrote or asked for is not in the copies that workers hand over.
void keepRemarks(study::Trial& fresh, const study::Trial* known) {
  if (!known) return;
  fresh.starred = known->starred;
  fresh.note = known->note;
  if (!fresh.test) fresh.test = known->test;
}

// Closing a study whose file is gone: saved all the same. Gives what to tell.
std::string rescued(study::StudyStore& file, const base::Error& gone) {
  const std::filesystem::path path = study::recoveryPath(file.path());
  try {
    file.moveTo(path);
    file.close();
    return base::Message("%1; all that it held is saved in %2", gone.message(), path).english();
  } catch (const base::Error& error) {
    return base::Message("%1; what it held could not be saved in %2 either: %3", gone.message(), path,
                         error.message())
        .english();
  }
}

}  // namespace

StudyController::StudyController(QObject* parent)
    : QObject(parent), training_(std::make_unique<TrainingController>(*this)) {}

StudyController::~StudyController() = default;

QString StudyController::path() const {
  return study_ ? QString::fromStdString(study_->store->path().string()) : QString();
}

QString StudyController::name() const {
  return QFileInfo(path()).completeBaseName();
}

double StudyController::secondsLeft() const {
  return runner_ ? runner_->secondsLeft() : std::numeric_limits<double>::quiet_NaN();
}

void StudyController::open(const QString& path, const OpeningWish& wish) {
  if (busy_) return;
  afterClose_ = [this, path, wish] {
    prepare(
        path, [file = path.toStdString(), wish] { return openStudyFile(file, wish); }, false);
  };
  letGo();
}

void StudyController::create(const QString& path, const study::Settings& settings, bool startAtOnce) {
  if (busy_) return;
  afterClose_ = [this, path, settings, startAtOnce] {
    prepare(
        path, [file = path.toStdString(), settings] { return createStudyFile(file, settings); }, startAtOnce);
  };
  letGo();
}

void StudyController::prepare(const QString& path, std::function<OpenedStudy()> make, bool startAtOnce) {
  busy_ = true;
  bridge_ = std::make_unique<EventBridge>();
  connect(bridge_.get(), &EventBridge::batch, this, &StudyController::take);
  Q_EMIT opening(path);
  jobs_.run(
      this,
      [make = std::move(make), bridge = bridge_.get()](std::stop_token) {
        Ready ready{make(), nullptr};
        if (ready.study.canRun())
          ready.runner = std::make_shared<study::StudyRunner>(
              ready.study.store, ready.study.features,
              [bridge](const study::Event& event) {
                app::logEvent(event);
                bridge->post(event);
              },
              train::trainNetwork, ready.study.trials);
        return ready;
      },
      [this, startAtOnce](Ready ready) { adopt(std::move(ready), startAtOnce); },
      [this, path](const QString& problem) {
        busy_ = false;
        Q_EMIT openFailed(path, problem);
      });
}

void StudyController::close() {
  if (busy_) return;
  afterClose_ = {};
  letGo();
}

// The runner's destructor joins its workers, which may take a batch: elsewhere. The file is let go of there
// too.
void StudyController::letGo() {
  if (!study_) {
    if (const auto next = std::exchange(afterClose_, {}))
      next();
    else
      Q_EMIT closed();
    return;
  }
  busy_ = true;
  Q_EMIT closing();
  if (runner_) runner_->stop();
  struct Remains {
    std::shared_ptr<study::StudyRunner> runner;
    OpenedStudy study;
  };
  last_.settings = study_->settings;
  auto remains = std::make_shared<Remains>(Remains{std::move(runner_), std::move(*study_)});
  study_.reset();
  jobs_.run(
      this,
      [remains](std::stop_token) {
        remains->runner.reset();
        // Others who work with the file were told to end, too; until then it stays locked.
        const auto& file = remains->study.store;
        for (int wait = 0; file.use_count() > 1 && wait < kLongestWaitMs; wait += kWaitMs)
          std::this_thread::sleep_for(std::chrono::milliseconds(kWaitMs));
        QString problem;
        try {
          file->close();
        } catch (const study::StudyMoved& gone) {
          diagnosis::logFailure("study", gone);
          problem = QString::fromStdString(rescued(*file, gone));
        } catch (const base::Error& error) {
          diagnosis::logFailure("study", error);
          problem = QString::fromStdString(error.what());
        }
        remains->study = {};
        return problem;
      },
      [this](const QString& problem) {
        busy_ = false;
        diagnosis::setOpenStudy({});
        bridge_.reset();
        state_ = study::RunState::idle;
        trials_.clear();
        selection_.select(-1);
        selection_.clearCompared();
        if (!problem.isEmpty()) Q_EMIT closeFailed(problem);
        Q_EMIT closed();
        if (const auto next = std::exchange(afterClose_, {})) next();
      },
      {});
}

void StudyController::adopt(Ready ready, bool startAtOnce) {
  busy_ = false;
  study_ = std::move(ready.study);
  runner_ = std::move(ready.runner);
  if (runner_) runner_->setPace(pace_);
  state_ = runner_ ? runner_->state() : study::RunState::idle;
  notices_.clear();
  trials_.put(std::exchange(study_->trials, {}));
  const int knee = widgets::kneeTrial(trials_);
  selection_.select(knee >= 0 ? knee : trials_.count() > 0 ? trials_.at(0)->number : -1);
  Q_EMIT opened();
  Q_EMIT stateChanged(state_, {});
  if (startAtOnce) start();
}

void StudyController::start() {
  if (runner_) runner_->start();
}

void StudyController::pause() {
  if (runner_) runner_->pause();
}

void StudyController::toggle() {
  isRunning() ? pause() : start();
}

void StudyController::setPace(const study::Pace& pace) {
  pace_ = pace;
  if (runner_) runner_->setPace(pace_);
}

void StudyController::stop() {
  if (runner_) runner_->stop();
}

void StudyController::stopTrial(int trial) {
  if (runner_) runner_->stopTrial(trial);
}

int StudyController::train(const space::Genome& genome, int parent) {
  return runner_ ? runner_->train(genome, parent) : 0;
}

void StudyController::takeBack(int wish) {
  if (runner_) runner_->takeBack(wish);
}

void StudyController::changeSettings(const study::Settings& settings) {
  if (!study_ || !study_->lockedBecause.empty()) return;
  const bool listensOtherwise = !(settings.listening == study_->settings.listening);
  study_->settings = settings;
  if (listensOtherwise) weighAll();
  // The runner writes them to the file itself.
  if (runner_)
    store([settings, runner = runner_](study::StudyStore&) { runner->change(settings); });
  else
    store([settings](study::StudyStore& file) { file.saveSettings(settings); });
  Q_EMIT settingsChanged();
}

void StudyController::weighAll() {
  std::vector<widgets::TrialPtr> weighed;
  for (int row = 0; row < trials_.count(); ++row) {
    auto trial = std::make_shared<study::Trial>(*trials_.at(row));
    study::weigh(*trial, study_->settings);
    weighed.push_back(std::move(trial));
  }
  trials_.put(weighed);
}

void StudyController::setStar(int trial, bool starred) {
  change(trial, [starred](study::Trial& edited) { edited.starred = starred; });
}

void StudyController::setNote(int trial, const QString& note) {
  change(trial, [text = note.toStdString()](study::Trial& edited) { edited.note = text; });
}

bool StudyController::edit(int trial, const std::function<void(study::Trial&)>& change) {
  const auto known = trials_.find(trial);
  if (!known || !study_) return false;
  auto edited = std::make_shared<study::Trial>(*known);
  change(*edited);
  trials_.put({edited});
  return true;
}

// What cannot be stored is not shown either.
void StudyController::change(int trial, const std::function<void(study::Trial&)>& change) {
  const auto before = trials_.find(trial);
  if (!edit(trial, change)) return;
  const auto edited = trials_.find(trial);
  store([trial, starred = edited->starred,
         note = edited->note](study::StudyStore& file) { file.saveStar(trial, starred, note); },
        [this, trial, before, edited] {
          // Only what this change was about: others may have followed.
          edit(trial, [&](study::Trial& again) {
            if (before->starred != edited->starred) again.starred = before->starred;
            if (before->note != edited->note) again.note = before->note;
          });
        });
}

void StudyController::showTest(int trial, const train::Metrics& test) {
  edit(trial, [&test](study::Trial& edited) { edited.test = test; });
}

void StudyController::tellNotices() {
  if (!study_ || !study_->features) return;
  for (const auto& notice : study_->features->notices()) note(QString::fromStdString(notice.english()));
}

void StudyController::note(const QString& notice) {
  if (notices_.contains(notice)) return;
  notices_ += notice;
  Q_EMIT noted(notices_);
}

void StudyController::saveElsewhere(const QString& path) {
  if (!study_) return;
  jobs_.run(
      this,
      [file = study_->store, path](std::stop_token) {
        file->moveTo(path.toStdString());
        return true;
      },
      [this, path](bool) { Q_EMIT savedElsewhere(path); },
      [this](const QString& problem) {
        Q_EMIT saveFailed(problem);
        Q_EMIT studyGone(problem);
      });
}

// Writing syncs the disk and waits for the workers' writes: never on the window's thread.
void StudyController::store(std::function<void(study::StudyStore&)> write, std::function<void()> takeBack) {
  jobs_.run(
      this,
      [file = study_->store, write = std::move(write)](std::stop_token) {
        write(*file);
        return true;
      },
      [](bool) {},
      [this, takeBack = std::move(takeBack)](const QString& problem) {
        if (takeBack) takeBack();
        Q_EMIT saveFailed(problem);
      });
}

// One put() for the whole batch: of a trial that changed several times only its last form.
void StudyController::take(const EventBatch& batch) {
  if (!study_) return;
  std::map<int, std::shared_ptr<study::Trial>> changed;
  const auto latest = [&](int number) -> std::shared_ptr<study::Trial> {
    if (const auto found = changed.find(number); found != changed.end()) return found->second;
    const auto known = trials_.find(number);
    return known ? std::make_shared<study::Trial>(*known) : nullptr;
  };
  std::vector<int> ended, freed, begun;
  for (const auto& event : batch.events) {
    if (const auto* started = std::get_if<study::TrialStarted>(&event)) {
      auto trial = std::make_shared<study::Trial>(*started->trial);
      study::weigh(*trial, study_->settings);  // as it listens now
      keepRemarks(*trial, latest(trial->number).get());
      if (trial->origin.strategy == study::kPersonsStrategy && trial->curve.empty())
        begun.push_back(trial->number);
      changed[trial->number] = trial;
    } else if (const auto* epoch = std::get_if<study::EpochDone>(&event)) {
      if (auto trial = latest(epoch->trial)) {
        // A trial that goes on tells the last epoch that it knew again.
        trial->curve.resize(std::min(trial->curve.size(), std::size_t(epoch->report.epoch - 1)));
        trial->curve.push_back(epoch->report);
        changed[epoch->trial] = trial;
      }
    } else if (const auto* end = std::get_if<study::TrialEnded>(&event)) {
      auto trial = std::make_shared<study::Trial>(*end->trial);
      study::weigh(*trial, study_->settings);
      keepRemarks(*trial, latest(trial->number).get());
      changed[trial->number] = trial;
      ended.push_back(trial->number);
      freed.push_back(end->worker);
    }
  }
  std::vector<widgets::TrialPtr> fresh;
  for (auto& [number, trial] : changed) fresh.push_back(std::move(trial));
  if (!fresh.empty()) trials_.put(fresh);
  for (const int worker : freed) Q_EMIT workerIdle(worker);
  for (const auto& progress : batch.progress) {
    trials_.setProgress(progress.trial, {progress.epoch, progress.epochs, progress.share});
    Q_EMIT workerProgress(progress);
  }
  if (batch.preparing)
    Q_EMIT preparing(widgets::messageText(batch.preparing->what), batch.preparing->done,
                     batch.preparing->total);
  for (const int number : ended) Q_EMIT trialEnded(number);
  for (const int number : begun) Q_EMIT wishBegun(number);
  if (selection_.current() < 0 && !ended.empty()) selection_.select(ended.front());
  for (const auto& event : batch.events) {
    if (const auto* state = std::get_if<study::StateChanged>(&event)) {
      state_ = state->state;
      Q_EMIT stateChanged(state_, widgets::messageText(state->why));
    } else if (const auto* noted = std::get_if<study::Noted>(&event)) {
      note(widgets::messageText(noted->what));
    } else if (const auto* failed = std::get_if<study::Failed>(&event)) {
      const QString problem = widgets::messageText(failed->message);
      failed->moved ? Q_EMIT studyGone(problem) : Q_EMIT searchFailed(problem);
    }
  }
}

}  // namespace kinglet::window
