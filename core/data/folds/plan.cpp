#include "data/folds/plan.h"

#include <algorithm>

#include "data/folds.h"

namespace kinglet::data {
namespace {

// Clips of each class in each fold.
std::vector<std::vector<int>> countsOf(const Dataset& dataset) {
  std::vector counts(dataset.classes.size(), std::vector<int>(static_cast<std::size_t>(dataset.folds)));
  for (const Clip& clip : dataset.clips)
    for (const int label : clip.labels)
      ++counts[static_cast<std::size_t>(label)][static_cast<std::size_t>(clip.fold)];
  return counts;
}

std::string shortList(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) text += (i ? ", " : "") + names[i];
  return names.size() > kShown ? text + " …" : text;
}

}  // namespace

base::Message planFault(const Dataset& dataset, int testFold, int validationFold) {
  const auto validation = static_cast<std::size_t>(validationFold);
  const auto counts = countsOf(dataset);
  std::vector<int> sizes(static_cast<std::size_t>(dataset.folds));
  for (const Clip& clip : dataset.clips) ++sizes[static_cast<std::size_t>(clip.fold)];
  for (const int fold : {testFold, validationFold})
    if (fold >= 0 && sizes.at(static_cast<std::size_t>(fold)) == 0)
      return base::Message("fold %1 holds no clip", foldName(dataset, fold));
  int trained = 0;
  for (int fold = 0; fold < dataset.folds; ++fold)
    if (fold != testFold && fold != validationFold) trained += sizes[static_cast<std::size_t>(fold)];
  if (trained == 0) return base::Message("no clip is left to train on beside the test and validation folds");

  std::vector<std::string> judged, closed;
  for (std::size_t label = 0; label < counts.size(); ++label) {
    int learnt = 0;
    for (int fold = 0; fold < dataset.folds; ++fold)
      if (fold != testFold && fold != validationFold) learnt += counts[label][static_cast<std::size_t>(fold)];
    if (learnt > 0) continue;
    if (counts[label][validation] > 0)
      judged.push_back(dataset.classes[label]);
    else
      closed.push_back(dataset.classes[label]);
  }
  if (!judged.empty())
    return base::Message(
        "the validation fold (%1) has clips of %2, and the folds that are trained on have none, so that a "
        "network "
        "could never learn it. Put recordings of it into the other folds, choose another validation fold, or "
        "say "
        "otherwise how clips are grouped",
        foldName(dataset, validation), shortList(judged));
  // Large sets of several labels, fetched in part, have rare classes in the test alone: told by foldNotes.
  if (!closed.empty() && !dataset.multiLabel)
    return base::Message(
        "only the test fold (%1) has clips of %2, so that a network could never learn it. Put recordings of "
        "it into "
        "the other folds, leave the class out, or say otherwise how clips are grouped",
        foldName(dataset, static_cast<std::size_t>(testFold)), shortList(closed));
  return {};
}

base::Message planFault(const Dataset& dataset) {
  if (dataset.folds < 3) {
    const int most = [&] {
      std::vector<FoldItem> items;
      for (const Clip& clip : dataset.clips) items.push_back({clip.source, clip.labels});
      return mostSources(items);
    }();
    if (most < 3)
      return base::Message(
          "no class has more than %1 recordings; a search needs three of each: to train on, to judge by, and "
          "to keep "
          "closed as the test. Bring more, or say otherwise how clips are grouped",
          most);
    return base::Message(
        "the data set has %1 folds; a search needs three: to train on, to judge by, and to keep closed as "
        "the test",
        dataset.folds);
  }
  return planFault(dataset, dataset.folds - 1, dataset.folds - 2);
}

Learnable learnable(const Dataset& dataset, std::span<const int> train, std::vector<int> held) {
  std::vector<char> learnt(dataset.classes.size()), missed(dataset.classes.size());
  const auto labels = [&](int clip) -> const std::vector<int>& {
    return dataset.clips[static_cast<std::size_t>(clip)].labels;
  };
  for (const int clip : train)
    for (const int label : labels(clip)) learnt[static_cast<std::size_t>(label)] = 1;
  std::erase_if(held, [&](int clip) {
    bool gone = false;
    for (const int label : labels(clip))
      if (!learnt[static_cast<std::size_t>(label)]) {
        missed[static_cast<std::size_t>(label)] = 1;
        gone = true;
      }
    return gone;
  });
  Learnable result{std::move(held), {}};
  for (std::size_t label = 0; label < missed.size(); ++label)
    if (missed[label]) result.unlearnt.push_back(dataset.classes[label]);
  return result;
}

std::vector<base::Message> foldNotes(const Dataset& dataset) {
  std::vector<base::Message> notes;
  const auto counts = countsOf(dataset);
  const auto folds = static_cast<std::size_t>(dataset.folds);
  std::vector<std::string> missing;
  std::string first;
  for (std::size_t label = 0; label < counts.size(); ++label)
    for (std::size_t fold = 0; fold < folds; ++fold) {
      if (counts[label][fold] > 0) continue;
      if (missing.empty()) first = foldName(dataset, fold);
      missing.push_back(dataset.classes[label]);
      break;
    }
  if (missing.size() == 1)
    notes.emplace_back("The class %1 has too few recordings to be in every fold: it is not in fold %2.",
                       missing.front(), first);
  else if (!missing.empty())
    notes.emplace_back("%1 classes have too few recordings to be in every fold; %2 is not in fold %3.",
                       missing.size(), missing.front(), first);
  if (const base::Message fault = planFault(dataset); !fault.empty())
    notes.emplace_back("A search cannot use these folds as they are: %1.", fault);
  if (folds < 3) return notes;
  for (const std::size_t fold : {folds - 2, folds - 1}) {
    std::vector<std::string> absent;
    for (std::size_t label = 0; label < counts.size(); ++label)
      if (counts[label][fold] == 0) absent.push_back(dataset.classes[label]);
    if (absent.empty()) continue;
    if (fold == folds - 2)
      notes.emplace_back(
          "The validation fold (%1) has no clip of %2, so a search does not see how well it is told.",
          foldName(dataset, fold), shortList(absent));
    else
      notes.emplace_back("The test fold (%1) has no clip of %2, so a test will say nothing of it.",
                         foldName(dataset, fold), shortList(absent));
  }
  return notes;
}

}  // namespace kinglet::data
