// Where the difference of two networks comes from, layer by layer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "network/comparison/comparison.h"
#include "study/comparison/compared.h"

namespace kinglet::study {

// What a layer takes, or all of a network.
struct Amounts {
  double energyMj = 0;  // NaN where the energy model tells none of layers
  double macs = 0;
  double flashBytes = 0;
  double ramBytes = 0;  // alive while it runs; of a network the peak
};
enum class Amount { energy, macs, flash, ram };
constexpr int kAmounts = static_cast<int>(Amount::ram) + 1;
const char* toText(Amount amount);
double amountOf(const Amounts& amounts, Amount amount);

// A row: the front end (before == after == -1, the first), then the layers of network::NetworkComparison.
struct GraphDiffRow {
  network::LayerChange change = network::LayerChange::same;
  int before = -1, after = -1;
  std::vector<network::LayerEdit> edits;
  std::optional<Amounts> was, is;  // of a row that has a layer there

  bool isFrontEnd() const { return before < 0 && after < 0; }
  // Second minus first; what was not there counts as nothing. Of one that moved, all is told where it went to.
  double difference(Amount amount) const;
};

// Sums of differences of energy, MACs and flash over rows are the totals'; RAM has no sum, its total is the peak.
struct GraphDiff {
  Compared first, second;
  std::vector<GraphDiffRow> rows;
  Amounts was, is;             // totals, front end included
  bool energyByLayer = false;  // of both
  bool frontEndDiffers = false;

  int count(network::LayerChange change) const;  // layers; the front end is none
  bool knowsInt8() const { return !first.int8Errors.empty() || !second.int8Errors.empty(); }
  double difference(Amount amount) const { return amountOf(is, amount) - amountOf(was, amount); }
  double largest(Amount amount) const;  // difference of a row, by size; 0 where all are alike or unknown
};

GraphDiff graphDiffOf(const Compared& first, const Compared& second);

// "pointwise, 24 filters, relu", and of a row what was edited: "filters 16 → 24".
std::string wordsOf(const network::Layer& layer);
std::string wordsOf(const std::vector<network::LayerEdit>& edits);
// "0.82 % → 1.1 %", of the side that has it alone "0.82 %", else nothing.
std::string int8Words(const GraphDiff& diff, const GraphDiffRow& row);
// "64 mels every 10 ms, 1 s"
std::string wordsOf(const network::InputSpec& input);
// One line: "2 added, 1 edited, 3 follow in shape", "the same layers".
std::string summaryOf(const GraphDiff& diff);

}  // namespace kinglet::study
