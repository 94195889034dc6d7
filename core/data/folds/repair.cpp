#include "data/folds/repair.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kinglet::data {
namespace {

constexpr std::array kByNeed{FoldRole::training, FoldRole::validation, FoldRole::test};

class Repair {
 public:
  Repair(const std::vector<FoldItem>& items, const std::vector<FoldRole>& roles,
         const std::vector<int>& folds)
      : roles_(roles), sizes_(roles.size()) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      Source& source = sources_[items[i].source];
      source.fold = folds[i];
      ++source.clips;
      ++sizes_[static_cast<std::size_t>(folds[i])];
      source.labels.insert(items[i].labels.begin(), items[i].labels.end());
    }
    for (auto& [name, source] : sources_)
      for (const int label : source.labels) {
        byLabel_[label].push_back(&source);
        ++held_[label][index(roleOf(source))];
      }
  }

  void run() {
    constexpr int kPasses = 3;  // a move for one class may open a gap that a move of another class fills
    for (int pass = 0; pass < kPasses; ++pass)
      for (const FoldRole role : kByNeed) {
        if (std::find(roles_.begin(), roles_.end(), role) == roles_.end()) continue;
        for (const auto& [label, sources] : byLabel_)
          if (held_[label][index(role)] == 0) fill(label, role);
      }
  }

  int foldOf(const std::string& source) const { return sources_.at(source).fold; }

 private:
  struct Source {
    int fold = 0, clips = 0;
    std::set<int> labels;
  };

  static std::size_t index(FoldRole role) { return static_cast<std::size_t>(role); }
  FoldRole roleOf(const Source& source) const { return roles_[static_cast<std::size_t>(source.fold)]; }

  // Whether a source may leave its role for a more or less needed one without a new gap in a role that is
  // needed more.
  bool mayMove(const Source& source, FoldRole to) const {
    const FoldRole from = roleOf(source);
    if (from == to) return false;
    return std::all_of(source.labels.begin(), source.labels.end(), [&](int label) {
      const auto& held = held_.at(label);
      return held[index(from)] > 1 || (index(to) < index(from) && held[index(to)] == 0);
    });
  }

  void fill(int label, FoldRole role) {
    Source* best = nullptr;
    for (Source* source : byLabel_.at(label))
      if (mayMove(*source, role) && (!best || source->clips < best->clips)) best = source;
    if (!best) return;
    std::size_t target = roles_.size();
    for (std::size_t fold = 0; fold < roles_.size(); ++fold)
      if (roles_[fold] == role && (target == roles_.size() || sizes_[fold] < sizes_[target])) target = fold;
    for (const int each : best->labels) {
      --held_[each][index(roleOf(*best))];
      ++held_[each][index(role)];
    }
    sizes_[static_cast<std::size_t>(best->fold)] -= best->clips;
    sizes_[target] += best->clips;
    best->fold = static_cast<int>(target);
  }

  const std::vector<FoldRole>& roles_;
  std::vector<int> sizes_;
  std::map<std::string, Source> sources_;
  std::map<int, std::vector<Source*>> byLabel_;
  std::map<int, std::array<int, kByNeed.size()>> held_;  // sources of a class in each role
};

}  // namespace

void repairFolds(const std::vector<FoldItem>& items, const std::vector<FoldRole>& roles,
                 std::vector<int>& folds) {
  Repair repair(items, roles, folds);
  repair.run();
  for (std::size_t i = 0; i < items.size(); ++i) folds[i] = repair.foldOf(items[i].source);
}

}  // namespace kinglet::data
