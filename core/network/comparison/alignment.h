// The cheapest way to lay two networks beside each other in their order. Private to comparison/.
#pragma once

#include <utility>
#include <vector>

#include "network/comparison/layer_figures.h"
#include "network/network_spec.h"

namespace kinglet::network {

// In millionths of a layer that is added: whole numbers, so that sums are exact and the same everywhere.
using Cost = long;
constexpr Cost kNever = 1'000'000'000'000;
// A run of layers that one network lacks: to open it, and for each of its layers.
constexpr Cost kOpenGap = 500'000, kGap = 1'000'000;
// A run that stands elsewhere: dearer than an edit, cheaper than to take away and to put in.
constexpr Cost kMove = 700'000, kMovedLayer = 100'000;

// A layer as it is compared: its figures and the kinds of its neighbours.
struct LayerView {
  const Layer* layer = nullptr;
  OwnFigures own;
  std::vector<int> readsKinds, readByKinds;  // ascending; -1 stands for the network's input or its output
};
std::vector<LayerView> viewsOf(const NetworkSpec& network);

// What it costs to say that one became the other; kNever where it cannot have.
Cost pairCost(const LayerView& before, const LayerView& after);

// Pairs of places in `first` and `second`, both ascending, of the cheapest alignment with affine gaps (Needleman and
// Wunsch 1970, Gotoh 1982). onlyEqual: layers are paired only where nothing of their own was edited.
std::vector<std::pair<int, int>> align(const std::vector<const LayerView*>& first,
                                       const std::vector<const LayerView*>& second, bool onlyEqual);

}  // namespace kinglet::network
