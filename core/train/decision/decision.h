// decision/: how a trained network comes to what it says of a clip: its answer as it listens along the clip, the
// places of the sound that moved it, and the clip as training would have shown it. Calls the rest of train/;
// study/ and app/ call it. A newcomer reads this header first, then as_trained.h.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "data/feature_store.h"
#include "network/network_spec.h"
#include "train/weights.h"

namespace kinglet::train {

// What a network says of one clip, as it hears it window by window.
struct Decision {
  int windowFrames = 0, classes = 0;
  std::vector<int> firsts;  // first frames of the windows, ascending, from 0; the clip's answer hangs on some
  std::vector<char> counted;         // a window: whether the clip's answer is a mean over it and others
  std::vector<float> probabilities;  // windows x classes
  std::vector<float> answer;         // a class: what evaluation gives, to the bit

  std::span<const float> at(std::size_t window) const {
    return std::span(probabilities)
        .subspan(window * static_cast<std::size_t>(classes), static_cast<std::size_t>(classes));
  }
};

// A network with its weights, asked about clips. By the running statistics throughout. Not thread-safe.
class Decider {
 public:
  // Throws base::Error when the weights are not of this network, and when memory runs out.
  Decider(const network::InputSpec& input, const network::NetworkSpec& network, const Weights& weights,
          bool multiLabel);
  ~Decider();

  // As scoreClips(): clips x classes. Incomplete after a stop request. All calls throw base::Error where the
  // features are not what this network hears, or damaged.
  std::vector<float> answers(const data::FeatureSet& features, std::span<const int> clips,
                             std::stop_token stop = {});
  // Windows an eighth of a window apart, or kMostSteps of them where these would be more, and those by which the
  // clip is judged. Throws base::Cancelled.
  Decision decide(const data::FeatureSet& features, int clip, std::stop_token stop = {});
  // Which places moved the answer for a class: frames x mels, in nats of that class's log-odds, positive where
  // a place speaks for the class and negative where against it. Gradient by the input (Simonyan et al. 2014, arXiv
  // 1312.6034) times the input (Shrikumar et al. 2016, arXiv 1605.01713), which is normalised, so that it
  // tells, to first order, what the log-odds would lose if the place were as loud as its band is on average.
  // The mean over the windows by which the clip is judged. Throws base::Cancelled.
  std::vector<float> saliency(const data::FeatureSet& features, int clip, int ofClass,
                              std::stop_token stop = {});

  static constexpr int kMostSteps = 200;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// d log-odds of one class / d logits, of softmax or, multiLabel, sigmoids. logits, out: classes.
void logOddsSlopes(std::span<const float> logits, int ofClass, bool multiLabel, std::span<float> out);

}  // namespace kinglet::train
