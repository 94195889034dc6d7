// Distillation (Hinton et al. 2015): what trained networks, the teachers, say of the training clips, moment
// by moment. A student learns from it beside the labels.
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "train/trainer.h"

namespace kinglet::train {

// Immutable once its teachers have spoken, and then shared by threads. A teacher may have a front end and a
// window of its own: teacher and student hear the same moment, which is the middle of their windows.
class Teaching {
 public:
  // clips: of `dataset`, those that will be trained on. Unreadable ones are left out.
  Teaching(const data::Dataset& dataset, std::span<const int> clips);

  // One more teacher speaks, as loud as those before. It must not have learnt from clips that the student is
  // judged by. features: computed with frontEndOf(input). Throws base::Error as scoreClips.
  void add(const network::InputSpec& input, const network::NetworkSpec& network, const Weights& weights,
           const data::FeatureSet& features, std::stop_token stop = {});

  int teachers() const { return teachers_; }
  // Mean probabilities of the teachers at a moment of a clip, seconds from its start; the nearest that they
  // heard. Empty where they know nothing of the clip.
  std::span<const float> at(int clip, double seconds) const;

 private:
  struct Place {
    std::size_t first = 0;  // of the sums
    int moments = 0;        // 0: unknown
  };
  std::size_t classes_;
  bool multiLabel_;
  std::vector<Place> places_;  // by clip
  std::vector<float> means_;
  int teachers_ = 0;
};

}  // namespace kinglet::train
