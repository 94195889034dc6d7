#include "app/window/study/decision_controller.h"

#include <algorithm>
#include <span>

#include "app/window/study/study_controller.h"
#include "app/window/study/training_controller.h"
#include "base/error.h"
#include "statistics/summary.h"
#include "study/final/evaluation.h"
#include "train/answer.h"
#include "widgets/text/message_text.h"

namespace kinglet::window {
namespace {

constexpr std::size_t kAtOnce = 16;    // clips a job, so that a chosen clip does not wait long
constexpr int kTellEveryMs = 200;      // of a large data set, the list should not be sorted all the time
constexpr std::size_t kScaledBy = 12;  // clips that a stack's colours are chosen by

widgets::SpectrogramData pictureOf(const data::FeatureSet& features, int clip) {
  const data::FeatureView view = features.clip(clip);
  const auto& front = features.frontEnd();
  widgets::SpectrogramData data;
  data.values.assign(view.values.begin(), view.values.end());
  data.frames = view.frames;
  data.mels = view.mels;
  data.hopSeconds = front.hopMs * 1e-3;
  data.windowSeconds = front.windowMs * 1e-3;
  data.lowHz = front.lowHz;
  data.highHz = front.highHz;
  return data;
}

}  // namespace

// Made by the first job; jobs of one thread use it one after another.
struct DecisionController::Asked {
  std::unique_ptr<train::Decider> decider;
  std::shared_ptr<const data::FeatureSet> features;
};

DecisionController::DecisionController(StudyController& study, QObject* parent)
    : QObject(parent), study_(study) {
  connect(&study_, &StudyController::opened, this, &DecisionController::restart);
  connect(&study_, &StudyController::closing, this, [this] {
    jobs_.cancel();
    pictures_.cancel();
  });
  connect(&study_, &StudyController::closed, this, [this] {
    trial_ = nullptr;
    restart();
  });
  connect(&study_.training(), &TrainingController::changed, this, [this] { setTrial(trial_); });
}

void DecisionController::setTrial(const widgets::TrialPtr& trial) {
  bool open = false;
  if (trial) {
    const auto* result = study_.training().resultOf(trial->number);
    open = trial->test.has_value() || (result && !result->folds.empty());
  }
  const bool same = trial && trial_ && trial->number == trial_->number &&
                    trial->hasWeights == trial_->hasWeights && open == testOpen_;
  trial_ = trial;
  testOpen_ = open;
  if (!same) restart();
}

void DecisionController::setWatched(bool watched) {
  watched_ = watched;
  begin();
}

bool DecisionController::canAnswer() const {
  return trial_ && trial_->hasWeights && study_.isOpen() && study_.features() && problem_.isEmpty();
}

bool DecisionController::isOpen(int clip) const {
  return clip >= 0 && clip < static_cast<int>(heard_.size()) &&
         heard_[static_cast<std::size_t>(clip)] != study::Heard::closed;
}

void DecisionController::restart() {
  jobs_.cancel();
  pictures_.cancel();
  network_ = nullptr;
  answers_.clear();
  heard_.clear();
  open_.clear();
  next_ = 0;
  working_ = begun_ = false;
  deciding_ = feeling_ = -1;
  problem_.clear();
  const auto features = study_.features();
  if (features) {
    const data::Dataset& dataset = features->dataset();
    answers_.resize(dataset.clips.size());
    heard_ = study::heardOf(study_.settings(), dataset, testOpen_);
    for (int clip = 0; clip < static_cast<int>(heard_.size()); ++clip)
      if (isOpen(clip)) open_.push_back(clip);
    std::stable_partition(open_.begin(), open_.end(), [this](int clip) {
      return heard_[static_cast<std::size_t>(clip)] != study::Heard::learnt;
    });
    if (trial_ && !trial_->hasWeights) problem_ = widgets::errorText(study::noWeights(*trial_));
  }
  begin();
  Q_EMIT trialChanged();
}

void DecisionController::begin() {
  if (begun_ || !watched_ || !canAnswer()) return;
  begun_ = working_ = true;
  network_ = std::make_shared<Asked>();
  jobs_.run(
      this,
      [network = network_, store = study_.study().store, features = study_.features(),
       trial = trial_](const std::stop_token& stop) {
        network->decider = study::deciderOf(*store, *trial, *features);
        network->features = features->features(train::frontEndOf(trial->candidate.input), stop);
        return true;
      },
      [this](bool) {
        study_.tellNotices();
        askNext();
      },
      [this](const QString& problem) {
        working_ = false;
        problem_ = problem;
        Q_EMIT answersChanged();
      });
  Q_EMIT answersChanged();
}

void DecisionController::askNext() {
  if (next_ >= open_.size()) {
    working_ = false;
    Q_EMIT answersChanged();
    return;
  }
  const std::size_t count = std::min(kAtOnce, open_.size() - next_);
  const auto from = open_.begin() + static_cast<std::ptrdiff_t>(next_);
  const std::vector<int> clips(from, from + static_cast<std::ptrdiff_t>(count));
  jobs_.run(
      this,
      [network = network_, clips](const std::stop_token& stop) {
        const auto heard = data::withFeatures(*network->features, clips);
        return std::pair(heard, network->decider->answers(*network->features, heard, stop));
      },
      [this, count](const std::pair<std::vector<int>, std::vector<float>>& said) {
        const auto& dataset = study_.features()->dataset();
        const auto& [heard, scores] = said;
        for (std::size_t i = 0; i < heard.size(); ++i) {
          const std::size_t classes = scores.size() / heard.size();
          const auto row = std::span(scores).subspan(i * classes, classes);
          ClipAnswer& answer = answers_[static_cast<std::size_t>(heard[i])];
          answer.ofClass = train::answerOf(row);
          answer.probability = row[static_cast<std::size_t>(answer.ofClass)];
          const auto& labels = dataset.clips[static_cast<std::size_t>(heard[i])].labels;
          answer.right = std::find(labels.begin(), labels.end(), answer.ofClass) != labels.end();
        }
        next_ += count;
        askNext();
        if (!working_ || (told_.isValid() && told_.elapsed() < kTellEveryMs)) return;
        told_.start();
        Q_EMIT answersChanged();
      },
      [this](const QString& problem) {
        working_ = false;
        problem_ = problem;
        Q_EMIT answersChanged();
      });
}

template <class Work, class Done>
void DecisionController::ask(int clip, Work work, Done done) {
  if (!begun_ || !canAnswer() || !isOpen(clip)) return;
  jobs_.run(
      this,
      [network = network_, clip, work = std::move(work)](const std::stop_token& stop) {
        if (!network->decider || !network->features) throw base::Error("this candidate cannot be asked");
        const int only[] = {clip};
        if (data::withFeatures(*network->features, only).empty())
          throw base::Error("this clip cannot be read, so no network was asked about it");
        return work(*network, stop);
      },
      std::move(done), [this, clip](const QString& problem) { Q_EMIT clipFailed(clip, problem); });
}

void DecisionController::decide(int clip) {
  deciding_ = clip;
  ask(
      clip,
      [clip](Asked& network, const std::stop_token& stop) {
        return network.decider->decide(*network.features, clip, stop);
      },
      [this, clip](const train::Decision& decision) {
        if (clip == deciding_) Q_EMIT decided(clip, decision);
      });
}

void DecisionController::feel(int clip, int ofClass) {
  feeling_ = clip;
  ask(
      clip,
      [clip, ofClass](Asked& network, const std::stop_token& stop) {
        return network.decider->saliency(*network.features, clip, ofClass, stop);
      },
      [this, clip, ofClass](const std::vector<float>& relevance) {
        if (clip == feeling_) Q_EMIT felt(clip, ofClass, relevance);
      });
}

void DecisionController::draw(int clip, std::uint64_t seed) {
  drawing_ = seed;
  if (!trial_ || !study_.features() || !isOpen(clip)) return;
  pictures_.run(
      this,
      [clip, seed, settings = study_.settings(), features = study_.features(),
       trial = trial_](const std::stop_token& stop) {
        return train::asTrained(study::trainingOf(settings, *trial, *features, stop), clip, seed);
      },
      [this, clip, seed](const train::AsTrained& shown) {
        if (seed == drawing_) Q_EMIT drawn(clip, shown);
      },
      [this, clip](const QString& problem) { Q_EMIT clipFailed(clip, problem); });
}

void DecisionController::picture(const std::vector<int>& clips, const std::vector<int>& ofStack) {
  const auto features = study_.features();
  if (!features || !study_.isOpen()) return;
  const auto input = trial_ ? trial_->candidate.input : study_.settings().input;
  struct Pictures {
    std::vector<std::pair<int, widgets::SpectrogramData>> made;
    float quiet = 0, loud = 0;
  };
  pictures_.run(
      this,
      [features, input, clips, ofStack](const std::stop_token& stop) {
        const auto set = features->features(train::frontEndOf(input), stop);
        Pictures pictures;
        std::vector<float> values;
        const std::size_t step = std::max<std::size_t>(1, ofStack.size() / kScaledBy);
        for (std::size_t i = 0; i < ofStack.size(); i += step) {
          const auto view = set->clip(ofStack[i]);
          values.insert(values.end(), view.values.begin(), view.values.end());
        }
        if (!values.empty()) {
          pictures.quiet = static_cast<float>(statistics::quantile(values, 0.05));
          pictures.loud = static_cast<float>(statistics::quantile(values, 0.998));
        }
        for (const int clip : clips) pictures.made.emplace_back(clip, pictureOf(*set, clip));
        set->requireIntact();
        return pictures;
      },
      [this, scaled = !ofStack.empty()](const Pictures& pictures) {
        if (scaled) Q_EMIT this->scaled(pictures.quiet, pictures.loud);
        for (const auto& [clip, data] : pictures.made) Q_EMIT pictured(clip, data);
      },
      [this](const QString& problem) { Q_EMIT clipFailed(-1, problem); });
}

}  // namespace kinglet::window
