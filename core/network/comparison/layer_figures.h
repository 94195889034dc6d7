// What a layer is by itself, without the layers around it. Private to comparison/.
#pragma once

#include <compare>
#include <vector>

#include "network/comparison/comparison.h"

namespace kinglet::network {

// The figures that a layer's kind reads; equal for layers that compute the same, as NetworkSpec::fingerprint has it.
struct OwnFigures {
  int operation = 0;  // the kind; convolutions of one name
  int filters = 0, kernelH = 1, kernelW = 1, strideH = 1, strideW = 1;
  int padding = 0, activation = 0, batchNorm = 0;
  int begin = 0, groups = 0, units = 0, dilation = 1;
  auto operator<=>(const OwnFigures&) const = default;
};
OwnFigures ownFigures(const Layer& layer);

// What was edited between two layers, inputs apart; empty where their OwnFigures are equal.
std::vector<LayerEdit> editsBetween(const Layer& before, const Layer& after);

// Whether one can have become the other by an edit: a convolution over time may come of one over the plane, and a
// dense layer of neither.
bool sameFamily(LayerKind before, LayerKind after);

}  // namespace kinglet::network
