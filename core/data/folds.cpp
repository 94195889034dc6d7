#include "data/folds.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/files.h"
#include "data/dataset.h"

namespace kinglet::data {

std::vector<int> assignFolds(const std::vector<FoldItem>& items, int folds) {
  struct Source {
    std::uint64_t order;
    const std::string* name;
    std::map<int, int> clips;  // a class
    int total = 0;
  };
  std::map<std::string, Source> bySource;
  std::map<int, double> classClips;
  for (const FoldItem& item : items) {
    auto [found, isNew] = bySource.try_emplace(item.source);
    Source& source = found->second;
    if (isNew) source.order = base::hashText(item.source), source.name = &found->first;
    ++source.total;
    for (const int label : item.labels) ++source.clips[label], ++classClips[label];
  }
  // Large sources first, since they are the hardest to place; among equals a hash, so that names that sort
  // together do not land together.
  std::vector<const Source*> order;
  for (const auto& [name, source] : bySource) order.push_back(&source);
  std::sort(order.begin(), order.end(), [](const Source* a, const Source* b) {
    if (a->total != b->total) return a->total > b->total;
    return a->order != b->order ? a->order < b->order : *a->name < *b->name;
  });

  std::map<std::string, int> foldOf;
  std::vector<std::map<int, int>> filled(static_cast<std::size_t>(folds));
  std::vector<int> sizes(static_cast<std::size_t>(folds));
  for (const Source* source : order) {
    std::size_t best = 0;
    double bestLoad = 0;
    for (std::size_t fold = 0; fold < filled.size(); ++fold) {
      double load = 0;
      for (const auto& [label, clips] : source->clips) load += filled[fold][label] / classClips[label];
      if (fold == 0 || load < bestLoad || (load == bestLoad && sizes[fold] < sizes[best]))
        best = fold, bestLoad = load;
    }
    foldOf[*source->name] = static_cast<int>(best);
    sizes[best] += source->total;
    for (const auto& [label, clips] : source->clips) filled[best][label] += clips;
  }
  std::vector<int> result;
  result.reserve(items.size());
  for (const FoldItem& item : items) result.push_back(foldOf.at(item.source));
  return result;
}

int mostSources(const std::vector<FoldItem>& items) {
  std::map<int, std::set<std::string_view>> sources;
  for (const FoldItem& item : items)
    for (const int label : item.labels) sources[label].insert(item.source);
  std::size_t most = 0;
  for (const auto& [label, of] : sources) most = std::max(most, of.size());
  return static_cast<int>(most);
}

std::string foldName(const Dataset& dataset, int fold) {
  const auto place = static_cast<std::size_t>(fold);
  return place < dataset.foldNames.size() ? dataset.foldNames[place] : std::to_string(fold + 1);
}

}  // namespace kinglet::data
