#include "network/comparison/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace kinglet::network {
namespace {

// Of edits. A convolution that became another on every count is still cheaper than one taken away and one put in.
constexpr Cost kKind = 800'000, kWindow = 400'000, kFilters = 200'000, kDoubling = 50'000, kSmall = 200'000;
// Decide between ways that are equally short, names first, neighbours of the same kinds last: below an edit even over
// 10,000 layers.
constexpr Cost kName = 8, kShape = 3, kReads = 1, kReadBy = 1;

Cost ownCost(const LayerView& before, const LayerView& after) {
  const OwnFigures &a = before.own, &b = after.own;
  if (a == b) return 0;
  Cost cost = 0;
  const bool kind = before.layer->kind != after.layer->kind;
  if (kind) cost += kKind;
  // A kernel that is another because the kind is, is no second edit.
  if (!kind && (a.kernelH != b.kernelH || a.kernelW != b.kernelW)) cost += kWindow;
  if (a.strideH != b.strideH || a.strideW != b.strideW) cost += kWindow;
  if (a.filters != b.filters) {
    const double doublings = std::abs(std::log2(double(std::max(a.filters, 1)) / std::max(b.filters, 1)));
    cost += kFilters + std::lround(std::min(doublings, 4.0) * double(kDoubling));
  }
  for (int OwnFigures::*figure :
       {&OwnFigures::dilation, &OwnFigures::padding, &OwnFigures::activation, &OwnFigures::batchNorm,
        &OwnFigures::begin, &OwnFigures::groups, &OwnFigures::units})
    if (a.*figure != b.*figure) cost += kSmall;
  return cost;
}

// The states of Gotoh's recurrence: a pair, a run of the first network alone, one of the second.
enum State { kPair, kFirstAlone, kSecondAlone, kStates };

struct Best {
  Cost cost = kNever;
  State from = kPair;
};

Best cheapest(const std::array<Cost, kStates>& before, const std::array<Cost, kStates>& step) {
  Best best;
  for (int state = 0; state < kStates; ++state) {
    const Cost cost = before[static_cast<std::size_t>(state)] + step[static_cast<std::size_t>(state)];
    if (cost < best.cost) best = {cost, static_cast<State>(state)};
  }
  return best;
}

}  // namespace

std::vector<LayerView> viewsOf(const NetworkSpec& network) {
  const auto& layers = network.layers();
  std::vector<LayerView> views(layers.size());
  for (std::size_t i = 0; i < layers.size(); ++i) {
    views[i].layer = &layers[i];
    views[i].own = ownFigures(layers[i]);
    for (const int input : layers[i].inputs) {
      const auto at = static_cast<std::size_t>(input);
      views[i].readsKinds.push_back(input == kNetworkInput ? -1 : views[at].own.operation);
      if (input != kNetworkInput) views[at].readByKinds.push_back(views[i].own.operation);
    }
  }
  if (!views.empty()) views.back().readByKinds.push_back(-1);
  for (LayerView& view : views) {
    std::sort(view.readsKinds.begin(), view.readsKinds.end());
    std::sort(view.readByKinds.begin(), view.readByKinds.end());
  }
  return views;
}

Cost pairCost(const LayerView& before, const LayerView& after) {
  if (!sameFamily(before.layer->kind, after.layer->kind) && before.own.operation != after.own.operation)
    return kNever;
  Cost cost = ownCost(before, after);
  if (before.readsKinds != after.readsKinds) cost += kReads;
  if (before.readByKinds != after.readByKinds) cost += kReadBy;
  if (before.layer->name != after.layer->name) cost += kName;
  if (!(before.layer->in == after.layer->in)) cost += kShape;
  if (!(before.layer->out == after.layer->out)) cost += kShape;
  return cost;
}

std::vector<std::pair<int, int>> align(const std::vector<const LayerView*>& first,
                                       const std::vector<const LayerView*>& second, bool onlyEqual) {
  using Costs = std::array<Cost, kStates>;
  const std::size_t rows = first.size() + 1, columns = second.size() + 1;
  // Which state each of the three came from: two bits a state.
  std::vector<std::uint8_t> from(rows * columns, 0);
  std::vector<Costs> above(columns), here(columns);
  constexpr Costs kToPair{0, 0, 0};
  constexpr Costs kToFirst{kOpenGap + kGap, kGap, kOpenGap + kGap};
  constexpr Costs kToSecond{kOpenGap + kGap, kOpenGap + kGap, kGap};
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (i == 0 && j == 0) {
        here[0] = {0, kNever, kNever};
        continue;
      }
      Best pair, firstAlone, secondAlone;
      if (i > 0 && j > 0) {
        const LayerView &a = *first[i - 1], &b = *second[j - 1];
        const Cost cost = onlyEqual && a.own != b.own ? kNever : pairCost(a, b);
        if (cost < kNever) {
          pair = cheapest(above[j - 1], kToPair);
          pair.cost += cost;
        }
      }
      if (i > 0) firstAlone = cheapest(above[j], kToFirst);
      if (j > 0) secondAlone = cheapest(here[j - 1], kToSecond);
      here[j] = {pair.cost, firstAlone.cost, secondAlone.cost};
      from[i * columns + j] =
          static_cast<std::uint8_t>(pair.from | firstAlone.from << 2 | secondAlone.from << 4);
    }
    std::swap(above, here);
  }
  const Costs& end = above[columns - 1];
  State state = static_cast<State>(std::min_element(end.begin(), end.end()) - end.begin());
  std::vector<std::pair<int, int>> pairs;
  for (std::size_t i = first.size(), j = second.size(); i > 0 || j > 0;) {
    const State before = static_cast<State>(from[i * columns + j] >> (2 * state) & 3);
    if (state == kPair) pairs.emplace_back(static_cast<int>(i - 1), static_cast<int>(j - 1));
    if (state != kSecondAlone) --i;
    if (state != kFirstAlone) --j;
    state = before;
  }
  std::reverse(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace kinglet::network
