#include "study/final/fold_training.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "base/cancelled.h"
#include "diagnosis/crash_handler.h"
#include "network/cost.h"
#include "space/audio_space.h"
#include "statistics/summary.h"
#include "train/epoch_report.h"
#include "train/teaching.h"
#include "train/trainer.h"

namespace kinglet::study {
namespace {

// One part: the teachers, then the candidate.
class PartTraining {
 public:
  // done: share of the part's work.
  using Progress = std::function<void(int epoch, double done)>;

  PartTraining(data::FeatureStore& features, const FoldTraining& training, const FoldPart& part,
               const Trainer& trainer, Progress progress, std::stop_token stop)
      : features_(features),
        training_(training),
        part_(part),
        trainer_(trainer),
        progress_(std::move(progress)),
        stop_(std::move(stop)),
        seed_(base::seedFor(training.seed, static_cast<std::uint64_t>(part.fold) + 1)),
        teaches_(training.recipe.distillation > 0) {
    whole_ = workOf(training.candidate);
    if (teaches_)
      for (const Teacher& teacher : training.teachers) whole_ += workOf(teacher.candidate);
  }

  train::TrainOutcome run(const std::function<void(const train::EpochReport&)>& epochDone) {
    train::TrainTask task = taskOf(training_.candidate, seed_);
    task.teaching = teach();
    task.validation = part_.held;
    return trained(task, true, epochDone);
  }

 private:
  static double workOf(const space::Candidate& candidate) {
    return static_cast<double>(network::costOf(candidate.network).macs);
  }

  train::TrainTask taskOf(const space::Candidate& candidate, std::uint64_t seed) {
    train::TrainTask task;
    task.input = candidate.input;
    task.network = candidate.network;
    task.features = features_.features(train::frontEndOf(candidate.input), stop_);
    task.dataset = &features_.dataset();
    task.train = part_.train;
    task.recipe = training_.recipe;
    task.seed = seed;
    return task;
  }

  train::TrainOutcome trained(const train::TrainTask& task, bool student,
                              const std::function<void(const train::EpochReport&)>& epochDone) {
    const double work = workOf({task.input, task.network});
    train::TrainObserver watch;
    watch.progress = [&](int epoch, double share) {
      const double own = (epoch - 1 + share) / task.recipe.epochs;
      progress_(student ? epoch : 0, (before_ + own * work) / whole_);
    };
    watch.epochDone = [&](const train::EpochReport& report) {
      if (epochDone) epochDone(report);
      return train::Verdict::goOn;
    };
    auto outcome = trainer_(task, watch, stop_);
    before_ += work;
    return outcome;
  }

  std::shared_ptr<const train::Teaching> teach() {
    if (!teaches_ || training_.teachers.empty()) return nullptr;
    auto teaching = std::make_shared<train::Teaching>(features_.dataset(), part_.train);
    std::uint64_t number = 0;
    for (const Teacher& teacher : training_.teachers) {
      const auto task = taskOf(teacher.candidate, base::seedFor(seed_, ++number));
      const auto outcome = trained(task, false, {});
      if (stop_.stop_requested()) break;
      teaching->add(task.input, task.network, outcome.weights, *task.features, stop_);
    }
    return teaching;
  }

  data::FeatureStore& features_;
  const FoldTraining& training_;
  const FoldPart& part_;
  const Trainer& trainer_;
  const Progress progress_;
  const std::stop_token stop_;
  const std::uint64_t seed_;
  const bool teaches_;
  double whole_ = 0, before_ = 0;
};

}  // namespace

std::vector<train::TrainOutcome> trainFolds(
    data::FeatureStore& features, const FoldTraining& training, const std::vector<FoldPart>& parts,
    const std::function<void(const FoldProgress&)>& progress,
    const std::function<void(int, const train::EpochReport&)>& epochDone, const std::stop_token& stop,
    const Trainer& trainer) {
  std::vector<train::TrainOutcome> outcomes(parts.size());
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;  // the first; guarded by mutex
  std::stop_source all;
  const std::stop_callback forward(stop, [&] { all.request_stop(); });

  const auto work = [&] {
    const diagnosis::CrashStack crashStack;
    for (std::size_t i = next++; i < parts.size() && !all.stop_requested(); i = next++) {
      const int part = static_cast<int>(i);
      try {
        PartTraining one(
            features, training, parts[i], trainer,
            [&](int epoch, double done) {
              if (progress) progress({part, epoch, done});
            },
            all.get_token());
        outcomes[i] = one.run([&](const train::EpochReport& report) {
          if (epochDone) epochDone(part, report);
        });
      } catch (...) {
        const std::lock_guard guard(mutex);
        if (!failure) failure = std::current_exception();
        all.request_stop();
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 1; i < training.workers; ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  if (stop.stop_requested()) throw base::Cancelled();
  return outcomes;
}

Spread spreadOf(const std::vector<double>& values) {
  if (values.empty()) return {};
  return {statistics::mean(values), statistics::deviation(values)};
}

}  // namespace kinglet::study
