#include "network/comparison/comparison.h"

#include <algorithm>

#include "network/comparison/matching.h"

namespace kinglet::network {
namespace {

// Of the layers that one reads through others which have no pair: beyond this many, some are enough.
constexpr std::size_t kMostSources = 64;

using Sources = std::vector<int>;  // ascending

// For each layer what stands for it in the other network's eyes: itself where it has a pair in order, else what it
// reads, and so on up to the input.
std::vector<Sources> sourcesOf(const NetworkSpec& network, const std::vector<char>& stays) {
  std::vector<Sources> sources;
  for (std::size_t i = 0; i < network.layers().size(); ++i) {
    Sources mine;
    if (stays[i]) {
      mine = {static_cast<int>(i)};
    } else {
      for (const int input : network.layers()[i].inputs) {
        if (input == kNetworkInput)
          mine.push_back(kNetworkInput);
        else
          mine.insert(mine.end(), sources[static_cast<std::size_t>(input)].begin(),
                      sources[static_cast<std::size_t>(input)].end());
      }
      std::sort(mine.begin(), mine.end());
      mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
      // The nearest stand last.
      if (mine.size() > kMostSources) mine.erase(mine.begin(), mine.end() - kMostSources);
    }
    sources.push_back(std::move(mine));
  }
  return sources;
}

class Comparer {
 public:
  Comparer(const NetworkSpec& first, const NetworkSpec& second)
      : first_(first), second_(second), matching_(matchLayers(viewsOf(first), viewsOf(second))) {
    std::vector<char> stays(first.layers().size()), staysAfter(second.layers().size());
    for (std::size_t i = 0; i < stays.size(); ++i) {
      stays[i] = matching_.inOrder(static_cast<int>(i));
      if (stays[i]) staysAfter[static_cast<std::size_t>(matching_.afterOf[i])] = 1;
    }
    sources_ = sourcesOf(first, stays);
    sourcesAfter_ = sourcesOf(second, staysAfter);
  }

  NetworkComparison compared() const {
    NetworkComparison result;
    std::size_t j = 0;
    const auto addUpTo = [&](std::size_t end) {
      for (; j < end; ++j) {
        const int before = matching_.beforeOf[j];
        result.layers.push_back(
            {before < 0 ? LayerChange::added : LayerChange::movedHere, before, static_cast<int>(j), {}});
      }
    };
    for (std::size_t i = 0; i < first_.layers().size(); ++i) {
      const int after = matching_.afterOf[i];
      if (matching_.inOrder(static_cast<int>(i))) {
        addUpTo(static_cast<std::size_t>(after));
        result.layers.push_back(pairOf(static_cast<int>(i), after));
        ++j;
      } else {
        result.layers.push_back(
            {after < 0 ? LayerChange::removed : LayerChange::movedAway, static_cast<int>(i), after, {}});
      }
    }
    addUpTo(second_.layers().size());
    return result;
  }

 private:
  ComparedLayer pairOf(int i, int j) const {
    const Layer &before = first_.layers()[static_cast<std::size_t>(i)],
                &after = second_.layers()[static_cast<std::size_t>(j)];
    ComparedLayer row{LayerChange::same, i, j, editsBetween(before, after)};
    if (!readsTheSame(before, after))
      row.edits.push_back({LayerFigure::inputs, inputsText(first_, before), inputsText(second_, after)});
    if (!row.edits.empty())
      row.change = LayerChange::edited;
    else if (!(before.in == after.in) || !(before.out == after.out))
      row.change = LayerChange::follows;
    return row;
  }

  bool readsTheSame(const Layer& before, const Layer& after) const {
    const auto& a = before.inputs;
    const auto& b = after.inputs;
    if (a.size() != b.size()) return false;
    bool straight = true, crossed = before.kind == LayerKind::add && a.size() == 2;
    for (std::size_t k = 0; k < a.size(); ++k) straight = straight && meet(a[k], b[k]);
    for (std::size_t k = 0; crossed && k < 2; ++k) crossed = meet(a[k], b[1 - k]);
    return straight || crossed;
  }

  bool meet(int before, int after) const {
    const Sources input{kNetworkInput};
    const Sources& a = before == kNetworkInput ? input : sources_[static_cast<std::size_t>(before)];
    const Sources& b = after == kNetworkInput ? input : sourcesAfter_[static_cast<std::size_t>(after)];
    return std::any_of(a.begin(), a.end(), [&](int source) {
      const int other =
          source == kNetworkInput ? kNetworkInput : matching_.afterOf[static_cast<std::size_t>(source)];
      return std::binary_search(b.begin(), b.end(), other);
    });
  }

  static std::string inputsText(const NetworkSpec& network, const Layer& layer) {
    std::string text;
    for (const int input : layer.inputs)
      text += (text.empty() ? "" : ", ") +
              (input == kNetworkInput ? "input" : network.layers()[static_cast<std::size_t>(input)].name);
    return text;
  }

  const NetworkSpec &first_, &second_;
  Matching matching_;
  std::vector<Sources> sources_, sourcesAfter_;
};

}  // namespace

const char* toText(LayerChange change) {
  switch (change) {
    case LayerChange::same:
      return "same";
    case LayerChange::follows:
      return "shape follows";
    case LayerChange::edited:
      return "edited";
    case LayerChange::added:
      return "added";
    case LayerChange::removed:
      return "removed";
    case LayerChange::movedAway:
      return "moved from here";
    case LayerChange::movedHere:
      return "moved here";
  }
  return "";
}

const char* signOf(LayerChange change) {
  switch (change) {
    case LayerChange::same:
      return " ";
    case LayerChange::follows:
      return "~";
    case LayerChange::edited:
      return "≠";
    case LayerChange::added:
      return "+";
    case LayerChange::removed:
      return "−";
    case LayerChange::movedAway:
      return "←";
    case LayerChange::movedHere:
      return "→";
  }
  return "";
}

const char* toText(LayerFigure figure) {
  switch (figure) {
    case LayerFigure::kind:
      return "kind";
    case LayerFigure::filters:
      return "filters";
    case LayerFigure::kernel:
      return "kernel";
    case LayerFigure::stride:
      return "stride";
    case LayerFigure::dilation:
      return "dilation";
    case LayerFigure::padding:
      return "padding";
    case LayerFigure::activation:
      return "activation";
    case LayerFigure::batchNorm:
      return "batch norm";
    case LayerFigure::begin:
      return "begin";
    case LayerFigure::groups:
      return "groups";
    case LayerFigure::units:
      return "units";
    case LayerFigure::inputs:
      return "reads";
  }
  return "";
}

int NetworkComparison::count(LayerChange change) const {
  return static_cast<int>(std::count_if(
      layers.begin(), layers.end(), [change](const ComparedLayer& layer) { return layer.change == change; }));
}

bool NetworkComparison::alike() const {
  return std::all_of(layers.begin(), layers.end(), [](const ComparedLayer& layer) {
    return layer.change == LayerChange::same || layer.change == LayerChange::follows;
  });
}

NetworkComparison compareNetworks(const NetworkSpec& first, const NetworkSpec& second) {
  return Comparer(first, second).compared();
}

}  // namespace kinglet::network
