// What follows from widths, kernels and strides together, along a chain of layers.
#pragma once

#include <array>
#include <string>

namespace kinglet::search {

// What a name says of a layer, by the field's words: "b2_width", "conv1-filters", "pool.stride".
enum class Role { none, width, kernel, stride };
Role roleOf(const std::string& name);

// Follows a signal from layer to layer; all numbers are above 0. The figures are in log2; they are right up
// to what a space does not say (how many bytes a weight has, what a block is inside), so they are features
// for a model rather than costs.
class Walk {
 public:
  // Before the first layer: channels, and the kernel and stride of what stands in front of it; 1 where there
  // is none.
  Walk(double width, double kernel, double stride);
  void layer(double width, double kernel, double stride);

  enum Figure { reach, weights, work, lastWidth, kFigures };
  static constexpr const char* kNames[kFigures] = {"reach", "weights", "work", "last width"};
  // reach: how much of the input one output sees (the receptive field, in input steps); weights: the sum of
  // channels in times channels out; work: the same over the places that are left after the strides; last
  // width: channels that come out.
  std::array<double, kFigures> figures() const;

 private:
  double width_, stride_, reach_, weights_ = 0, work_ = 0;
};

}  // namespace kinglet::search
