#include "train/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>

#include "base/error.h"
#include "base/files.h"
#include "train/averaging.h"
#include "train/batch_maker.h"
#include "train/engine/engine.h"
#include "train/evaluate.h"
#include "train/loss.h"
#include "train/optimiser.h"
#include "train/torch_errors.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

// Seeds of what one training draws, so that none depends on how much another drew.
enum Draw : std::uint64_t { kWeights = 1, kOrder = 2, kBatches = 3 };

// Probabilities of judged clips, and what they are.
struct Judged {
  std::vector<float> scores;
  std::vector<std::vector<int>> labels;
};

// One training. The order of work within a step: batch, forward, loss, backward, update.
class Training {
 public:
  // task: its clips and seed are not looked at. progress: share of an epoch.
  Training(const TrainTask& task, const TrainTask::Part& part, std::uint64_t seed,
           std::function<void(int epoch, double share)> progress, const std::stop_token& stop)
      : task_(task),
        seed_(seed),
        progress_(std::move(progress)),
        stop_(stop),
        clips_(readable(task, part.train, base::Message("train on"))),
        judged_(part.validation.empty() ? std::vector<int>()
                                        : readable(task, part.validation, base::Message("judge by"))),
        normalisation_(Normalisation::of(*task.features, clips_)),
        maker_(task, clips_, normalisation_),
        weightsRandom_(base::seedFor(seed, kWeights)),
        parameters_(task.network, weightsRandom_),
        optimiser_(parameters_.trainable(), parameters_.decaying()),
        average_(parameters_, task.recipe.averaging) {
    const long shown = static_cast<long>(clips_.size()) * windowsPerClip();
    batches_ = std::max(1L, std::lround(static_cast<double>(shown) / task_.recipe.batch));
    largest_ = (shown + batches_ - 1) / batches_;
    shares_ = shares();
    engine_.emplace(task_.network, parameters_, largest_, true);
    const auto clips = static_cast<std::size_t>(largest_);
    input_.resize(clips * static_cast<std::size_t>(task_.network.input().elements()));
    targets_.resize(clips * classes());
    gradient_.resize(clips * classes());
  }

  // Gives the mean loss.
  double trainEpoch(int epoch) {
    const std::vector<int> order = orderOf(epoch);
    const long shown = static_cast<long>(order.size());
    double sum = 0;
    for (long batch = 0; batch < batches_ && !stop_.stop_requested(); ++batch) {
      const long first = shown * batch / batches_, last = shown * (batch + 1) / batches_;
      const long step = (epoch - 1) * batches_ + batch;
      base::Random random(base::seedFor(seed_, kBatches, static_cast<std::uint64_t>(step)));
      maker_.fill({order.data() + first, static_cast<std::size_t>(last - first)}, random, input_, targets_);
      sum += trainStep(last - first, step) * static_cast<double>(last - first);
      if (!std::isfinite(sum))
        throw Diverged(
            "Training diverged in epoch %1 (the loss is no longer a number): choose a lower learning rate.",
            epoch);
      progress_(epoch, static_cast<double>(batch + 1) / static_cast<double>(batches_));
    }
    return sum / static_cast<double>(shown);
  }

  void judge(Judged& judged) {
    if (judged_.empty()) return;
    const auto scores = scoreWith(*engine_, average_.parameters(), largest_, *task_.features, normalisation_,
                                  judged_, task_.dataset->multiLabel, stop_);
    judged.scores.insert(judged.scores.end(), scores.begin(), scores.end());
    for (const int clip : judged_)
      judged.labels.push_back(task_.dataset->clips[static_cast<std::size_t>(clip)].labels);
  }

  // What hangs on the data: other sounds give another one.
  std::uint64_t key() const {
    std::uint64_t key = base::hashBytes(std::as_bytes(std::span(clips_)), seed_);
    key = base::hashBytes(std::as_bytes(std::span(judged_)), key);
    key = base::hashBytes(std::as_bytes(std::span(normalisation_.mean)), key);
    return base::hashBytes(std::as_bytes(std::span(normalisation_.deviation)), key);
  }

  void addState(Weights& state) const {
    const auto add = [&](const char* name, std::span<const float> values) {
      state.push_back({name, {static_cast<int>(values.size())}, {values.begin(), values.end()}});
    };
    add("values", parameters_.values());
    add("first", optimiser_.first());
    add("second", optimiser_.second());
    if (average_.isOn()) add("average", average_.parameters().values());
  }

  // Whether the tensors at `place` are such a state; place moves behind them.
  bool fits(const Weights& state, std::size_t& place) const {
    const std::size_t sizes[] = {parameters_.values().size(), optimiser_.first().size(),
                                 optimiser_.second().size(), parameters_.values().size()};
    const std::size_t count = average_.isOn() ? 4 : 3;
    if (state.size() < place + count) return false;
    for (std::size_t i = 0; i < count; ++i)
      if (state[place++].values.size() != sizes[i]) return false;
    return true;
  }

  // place as in fits(), which must have said yes.
  void restore(const Weights& state, std::size_t& place, int epoch) {
    const auto& values = state[place++].values;
    std::copy(values.begin(), values.end(), parameters_.values().begin());
    const auto &first = state[place++].values, &second = state[place++].values;
    optimiser_.restore(first, second, epoch * batches_);
    if (average_.isOn()) average_.restore(state[place++].values, epoch * batches_);
  }

  Weights weights() const {
    Weights weights = average_.parameters().weights();
    normalisation_.addTo(weights);
    return weights;
  }

 private:
  static std::vector<int> readable(const TrainTask& task, std::span<const int> wanted,
                                   const base::Message& why) {
    std::vector<int> clips = data::withFeatures(*task.features, wanted);
    if (clips.empty())
      throw base::Error("There is no readable clip to %1: check the data set and its folds.", why);
    return clips;
  }

  std::size_t classes() const { return task_.dataset->classes.size(); }

  // Few clips are shown often, many once: steps are what a short schedule lacks.
  int windowsPerClip() const {
    constexpr int kEnough = 4000;  // windows an epoch
    const int most = std::max(1, kEnough / static_cast<int>(clips_.size()));
    return std::clamp(task_.recipe.windowsPerClip, 1, most);
  }

  // How often a clip is shown, 1 on average: more where its rarest class is rare.
  std::vector<double> shares() const {
    std::vector<double> occurs(classes(), 0);
    const auto& clips = task_.dataset->clips;
    for (const int clip : clips_)
      for (const int label : clips[static_cast<std::size_t>(clip)].labels)
        ++occurs[static_cast<std::size_t>(label)];
    std::vector<double> shares;
    double sum = 0;
    for (const int clip : clips_) {
      double rarest = static_cast<double>(clips_.size());
      for (const int label : clips[static_cast<std::size_t>(clip)].labels)
        rarest = std::min(rarest, occurs[static_cast<std::size_t>(label)]);
      shares.push_back(std::pow(1 / rarest, task_.recipe.balance));
      sum += shares.back();
    }
    for (double& share : shares) share *= static_cast<double>(clips_.size()) / sum;
    return shares;
  }

  // Every clip windowsPerClip times, as its share asks. A clip of share 1 comes back only after all others
  // came.
  std::vector<int> orderOf(int epoch) const {
    base::Random random(base::seedFor(seed_, kOrder, static_cast<std::uint64_t>(epoch)));
    std::vector<int> order, places(clips_.size());
    for (int pass = windowsPerClip(); pass > 0; --pass) {
      std::iota(places.begin(), places.end(), 0);
      random.shuffle(std::span<int>(places));
      // Systematic sampling: exactly as many windows as clips, each clip within one of its share.
      const auto first = static_cast<std::ptrdiff_t>(order.size());
      const double start = random.uniform();
      double reached = start;
      std::size_t shown = 0;
      for (const int place : places) {
        reached += shares_[static_cast<std::size_t>(place)];
        const bool last = place == places.back();
        const std::size_t until =
            last ? clips_.size() : std::min(clips_.size(), static_cast<std::size_t>(reached + 1e-9));
        for (; shown < until; ++shown) order.push_back(clips_[static_cast<std::size_t>(place)]);
      }
      random.shuffle(std::span<int>(order.begin() + first, order.end()));
    }
    return order;
  }

  double trainStep(long count, long step) {
    const auto clips = static_cast<std::size_t>(count);
    const std::size_t values = clips * classes();
    const auto shown =
        std::span<const float>(input_).first(clips * input_.size() / static_cast<std::size_t>(largest_));
    const auto logits = engine_->learn(parameters_, shown, count);
    const std::span<float> gradient(gradient_.data(), values);
    const double loss = lossAndGradient(logits, {targets_.data(), values}, static_cast<int>(classes()),
                                        task_.dataset->multiLabel, gradient);
    if (!std::isfinite(loss)) return loss;
    const Recipe& recipe = task_.recipe;
    const double rate = recipe.learningRate * oneCycle(step, batches_ * recipe.epochs, recipe.warmUp);
    optimiser_.step(parameters_.values(), engine_->backward(parameters_, gradient), rate, recipe.weightDecay);
    average_.follow();
    return loss;
  }

  const TrainTask& task_;
  const std::uint64_t seed_;
  const std::function<void(int, double)> progress_;
  const std::stop_token& stop_;
  std::vector<int> clips_, judged_;
  Normalisation normalisation_;
  BatchMaker maker_;
  base::Random weightsRandom_;
  engine::Parameters parameters_;
  AdamW optimiser_;
  WeightAverage average_;
  std::optional<engine::Engine> engine_;
  long batches_ = 1, largest_ = 1;  // batches an epoch, clips of the largest
  std::vector<float> input_, targets_, gradient_;
  std::vector<double> shares_;  // of clips_
};

// The trainings of a task, side by side: one, or one a part of the cross-validation.
class Trainings {
 public:
  Trainings(const TrainTask& task, const TrainObserver& observer, std::stop_token stop)
      : task_(task), observer_(observer), stop_(std::move(stop)), parts_{{task.train, task.validation}} {
    parts_.insert(parts_.end(), task.further.begin(), task.further.end());
    for (std::size_t i = 0; i < parts_.size(); ++i)
      all_.push_back(std::make_unique<Training>(
          task, parts_[i], i == 0 ? task.seed : base::seedFor(task.seed, i),
          [this, i](int epoch, double share) {
            if (observer_.progress) observer_.progress(epoch, (double(i) + share) / double(parts_.size()));
          },
          stop_));
  }

  TrainOutcome run() {
    TrainOutcome outcome;
    int epoch = 1;
    if (restored()) {
      epoch += task_.from->epoch;
      outcome.curve = task_.known;
      outcome.validation = outcome.curve.back().validation;
      if (observer_.epochDone && observer_.epochDone(outcome.curve.back()) == Verdict::stop) {
        outcome.stoppedEarly = true;
        epoch = task_.recipe.epochs + 1;
      }
    }
    for (; epoch <= task_.recipe.epochs; ++epoch) {
      const EpochReport report = runEpoch(epoch);
      if (stop_.stop_requested()) {
        outcome.cancelled = true;
        break;
      }
      outcome.validation = report.validation;
      outcome.curve.push_back(report);
      if (observer_.epochDone && observer_.epochDone(report) == Verdict::stop) {
        outcome.stoppedEarly = epoch < task_.recipe.epochs;
        break;
      }
      if (observer_.mayKeep && epoch < task_.recipe.epochs)
        observer_.mayKeep([this, epoch] { return checkpoint(epoch); });
    }
    outcome.weights = all_.front()->weights();
    return outcome;
  }

 private:
  std::uint64_t key() const {
    std::uint64_t key = base::hashText(task_.network.toJson(), task_.seed);
    key = base::hashText(task_.recipe.toJson(), base::hashText(task_.features->frontEnd().key(), key));
    key ^= (task_.teaching ? 1u : 0u) + (task_.dataset->multiLabel ? 2u : 0u);
    for (const auto& training : all_) key = base::mix(key ^ training->key());
    return key;
  }

  Checkpoint checkpoint(int epoch) const {
    Checkpoint checkpoint{key(), epoch, {}};
    for (const auto& training : all_) training->addState(checkpoint.state);
    return checkpoint;
  }

  bool restored() {
    const Checkpoint* from = task_.from.get();
    if (!from || from->epoch < 1 || from->epoch >= task_.recipe.epochs || from->key != key() ||
        task_.known.size() != static_cast<std::size_t>(from->epoch))
      return false;
    std::size_t place = 0;
    for (const auto& training : all_)
      if (!training->fits(from->state, place)) return false;
    place = 0;
    for (const auto& training : all_) training->restore(from->state, place, from->epoch);
    return true;
  }

  EpochReport runEpoch(int epoch) {
    const auto started = std::chrono::steady_clock::now();
    EpochReport report;
    report.epoch = epoch;
    Judged judged;
    for (const auto& training : all_) {
      if (stop_.stop_requested()) return report;
      report.trainLoss += training->trainEpoch(epoch) / double(all_.size());
      if (!stop_.stop_requested()) training->judge(judged);
    }
    task_.features->requireIntact();
    if (!judged.labels.empty() && !stop_.stop_requested()) {
      const int classes = static_cast<int>(task_.dataset->classes.size());
      report.validation = computeMetrics(judged.scores, judged.labels, classes);
      report.validation.loss =
          lossOfProbabilities(judged.scores, judged.labels, classes, task_.dataset->multiLabel);
    }
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
  }

  const TrainTask& task_;
  const TrainObserver& observer_;
  const std::stop_token stop_;
  std::vector<TrainTask::Part> parts_;
  std::vector<std::unique_ptr<Training>> all_;
};

void check(const TrainTask& task) {
  if (!task.features || !task.dataset) throw base::Error("There are no features to train on.");
  const auto input = task.network.input();
  const auto outputs = task.network.layers().empty() ? 0 : task.network.output().elements();
  if (outputs != static_cast<long>(task.dataset->classes.size()))
    throw base::Error(
        "This network tells %1 classes apart and the data set has %2: build it for this data set.", outputs,
        task.dataset->classes.size());
  if (!(task.features->frontEnd() == frontEndOf(task.input)) ||
      input.elements() != task.input.shape().elements())
    throw base::Error("The features are not what this network hears: compute them with its own front end.");
}

}  // namespace

TrainOutcome trainNetwork(const TrainTask& task, const TrainObserver& observer, std::stop_token stop) {
  check(task);
  return inPlainWords(base::Message("train this network"),
                      [&] { return Trainings(task, observer, std::move(stop)).run(); });
}

}  // namespace kinglet::train
