#include "network/comparison/matching.h"

#include <algorithm>

#include "network/layer_traits.h"

namespace kinglet::network {
namespace {

using Views = std::vector<LayerView>;

// Where more is left unmatched than this allows, the networks have little in common, and runs that are equal by chance
// say nothing.
constexpr std::size_t kMostLeft = 4'000'000;
constexpr int kMostMoves = 64;

// A run of layers of either network that are equal one for one.
struct Run {
  std::size_t before = 0, after = 0, length = 0;
};

std::vector<std::size_t> unmatched(const std::vector<int>& matches) {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < matches.size(); ++i)
    if (matches[i] < 0) left.push_back(i);
  return left;
}

// One layer alone is known again only by its weights; several by their figures.
bool isTelling(const Views& first, const Views& second, const Run& run) {
  if (run.length == 1) {
    const Layer &a = *first[run.before].layer, &b = *second[run.after].layer;
    return a.kind == LayerKind::frequencyToChannels || (a.hasWeights() && a.in.c == b.in.c);
  }
  for (std::size_t k = 0; k < run.length; ++k)
    if (first[run.before + k].layer->hasWeights()) return true;
  return false;
}

// The longest of those that neither network's order has matched; length 0 where there is none.
Run longestRun(const Views& first, const Views& second, const Matching& matching) {
  const auto left = unmatched(matching.afterOf), right = unmatched(matching.beforeOf);
  Run best;
  if (left.size() * right.size() > kMostLeft) return best;
  std::vector<std::size_t> above(right.size() + 1), here(right.size() + 1);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      here[j + 1] = 0;
      if (first[left[i]].own != second[right[j]].own) continue;
      const bool goesOn = i > 0 && j > 0 && left[i - 1] + 1 == left[i] && right[j - 1] + 1 == right[j];
      here[j + 1] = 1 + (goesOn ? above[j] : 0);
      const Run run{left[i] + 1 - here[j + 1], right[j] + 1 - here[j + 1], here[j + 1]};
      if (run.length > best.length && isTelling(first, second, run)) best = run;
    }
    std::swap(above, here);
  }
  return best;
}

void findMoves(const Views& first, const Views& second, Matching& matching) {
  for (int moves = 0; moves < kMostMoves; ++moves) {
    const Run run = longestRun(first, second, matching);
    if (run.length == 0) return;
    matching.cost += kMove + kMovedLayer * static_cast<Cost>(run.length);
    for (std::size_t k = 0; k < run.length; ++k) {
      matching.afterOf[run.before + k] = static_cast<int>(run.after + k);
      matching.beforeOf[run.after + k] = static_cast<int>(run.before + k);
      matching.moved[run.before + k] = 1;
    }
  }
}

void match(Matching& matching, std::size_t before, std::size_t after) {
  matching.afterOf[before] = static_cast<int>(after);
  matching.beforeOf[after] = static_cast<int>(before);
}

// All layers of first[from, to) that are unmatched; likewise of the second.
std::vector<const LayerView*> leftIn(const Views& views, const std::vector<int>& matches, std::size_t from,
                                     std::size_t to) {
  std::vector<const LayerView*> left;
  for (std::size_t i = from; i < to; ++i)
    if (matches[i] < 0) left.push_back(&views[i]);
  return left;
}

// Calls take(from, to, otherFrom, otherTo) for what lies between the pairs that are in order.
template <typename Take>
void betweenPairs(const Matching& matching, Take take) {
  std::size_t i = 0, j = 0;
  for (std::size_t at = 0; at < matching.afterOf.size(); ++at) {
    if (!matching.inOrder(static_cast<int>(at))) continue;
    const auto other = static_cast<std::size_t>(matching.afterOf[at]);
    take(i, at, j, other);
    i = at + 1;
    j = other + 1;
  }
  take(i, matching.afterOf.size(), j, matching.beforeOf.size());
}

void findEdits(const Views& first, const Views& second, Matching& matching) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  betweenPairs(matching, [&](std::size_t from, std::size_t to, std::size_t otherFrom, std::size_t otherTo) {
    const auto a = leftIn(first, matching.afterOf, from, to);
    const auto b = leftIn(second, matching.beforeOf, otherFrom, otherTo);
    if (a.empty() || b.empty()) return;
    for (const auto& [i, j] : align(a, b, false))
      found.emplace_back(a[static_cast<std::size_t>(i)] - first.data(),
                         b[static_cast<std::size_t>(j)] - second.data());
  });
  for (const auto& [before, after] : found) match(matching, before, after);
}

Cost gapCost(std::size_t layers) {
  return layers == 0 ? 0 : kOpenGap + kGap * static_cast<Cost>(layers);
}

void addCosts(const Views& first, const Views& second, Matching& matching) {
  for (std::size_t i = 0; i < first.size(); ++i)
    if (matching.afterOf[i] >= 0)
      matching.cost += pairCost(first[i], second[static_cast<std::size_t>(matching.afterOf[i])]);
  betweenPairs(matching, [&](std::size_t from, std::size_t to, std::size_t otherFrom, std::size_t otherTo) {
    matching.cost += gapCost(leftIn(first, matching.afterOf, from, to).size()) +
                     gapCost(leftIn(second, matching.beforeOf, otherFrom, otherTo).size());
  });
}

Matching read(const Views& first, const Views& second, bool onlyEqual) {
  Matching matching{std::vector<int>(first.size(), -1), std::vector<int>(second.size(), -1),
                    std::vector<char>(first.size(), 0)};
  const auto all = [](const Views& views) {
    std::vector<const LayerView*> pointers;
    for (const LayerView& view : views) pointers.push_back(&view);
    return pointers;
  };
  for (const auto& [i, j] : align(all(first), all(second), onlyEqual))
    match(matching, static_cast<std::size_t>(i), static_cast<std::size_t>(j));
  findMoves(first, second, matching);
  if (onlyEqual) findEdits(first, second, matching);
  addCosts(first, second, matching);
  return matching;
}

}  // namespace

Matching matchLayers(const Views& first, const Views& second) {
  Matching edited = read(first, second, false);
  Matching moved = read(first, second, true);
  return moved.cost < edited.cost ? moved : edited;
}

}  // namespace kinglet::network
