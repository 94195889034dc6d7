#include "study/comparison/graph_diff.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "network/layer_traits.h"

namespace kinglet::study {
namespace {

using network::LayerChange;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

bool tellsLayers(const Compared& compared) {
  return compared.energy.layers.size() == compared.network.layers().size();
}

Amounts amountsOf(const Compared& compared, int layer) {
  const auto at = static_cast<std::size_t>(layer);
  const network::LayerCost& cost = compared.cost.layers[at];
  return {tellsLayers(compared) ? compared.energy.layers[at].millijoules : kUnknown, double(cost.macs),
          double(cost.weightBytes), double(cost.liveBytes)};
}

Amounts frontEndOf(const Compared& compared) {
  return {compared.energy.frontEndMillijoules, 0, double(compared.cost.frontEndFlashBytes),
          double(compared.cost.frontEndRamBytes)};
}

Amounts totalOf(const Compared& compared) {
  return {compared.energy.millijoules, double(compared.cost.macs), double(compared.cost.flashBytes),
          double(compared.cost.peakRamBytes)};
}

GraphDiffRow rowOf(const GraphDiff& diff, const network::ComparedLayer& layer) {
  GraphDiffRow row{layer.change, layer.before, layer.after, layer.edits, {}, {}};
  if (layer.before >= 0) row.was = amountsOf(diff.first, layer.before);
  if (layer.after >= 0) row.is = amountsOf(diff.second, layer.after);
  return row;
}

std::string counted(int count, const char* what) {
  return std::to_string(count) + " " + what;
}

}  // namespace

const char* toText(Amount amount) {
  switch (amount) {
    case Amount::energy:
      return "energy";
    case Amount::macs:
      return "MACs";
    case Amount::flash:
      return "flash";
    case Amount::ram:
      return "RAM";
  }
  return "";
}

double amountOf(const Amounts& amounts, Amount amount) {
  switch (amount) {
    case Amount::energy:
      return amounts.energyMj;
    case Amount::macs:
      return amounts.macs;
    case Amount::flash:
      return amounts.flashBytes;
    case Amount::ram:
      return amounts.ramBytes;
  }
  return kUnknown;
}

double GraphDiffRow::difference(Amount amount) const {
  if (change == LayerChange::movedAway) return 0;
  return (is ? amountOf(*is, amount) : 0) - (was ? amountOf(*was, amount) : 0);
}

int GraphDiff::count(LayerChange change) const {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const GraphDiffRow& row) {
    return !row.isFrontEnd() && row.change == change;
  }));
}

double GraphDiff::largest(Amount amount) const {
  double largest = 0;
  for (const GraphDiffRow& row : rows) {
    const double difference = std::abs(row.difference(amount));
    if (std::isfinite(difference)) largest = std::max(largest, difference);
  }
  return largest;
}

GraphDiff graphDiffOf(const Compared& first, const Compared& second) {
  GraphDiff diff{first, second, {}, totalOf(first), totalOf(second), false, false};
  diff.energyByLayer = tellsLayers(first) && tellsLayers(second);
  diff.frontEndDiffers = !(first.input == second.input);
  GraphDiffRow frontEnd;
  frontEnd.change = diff.frontEndDiffers ? LayerChange::edited : LayerChange::same;
  frontEnd.was = frontEndOf(first);
  frontEnd.is = frontEndOf(second);
  diff.rows.push_back(std::move(frontEnd));
  for (const auto& layer : network::compareNetworks(first.network, second.network).layers)
    diff.rows.push_back(rowOf(diff, layer));
  return diff;
}

std::string wordsOf(const network::Layer& layer) {
  const network::LayerTraits& traits = network::traitsOf(layer.kind);
  std::string text = traits.text;
  if (layer.kernelH > 1 || layer.kernelW > 1)
    text += " " + std::to_string(layer.kernelH) + "x" + std::to_string(layer.kernelW);
  if (traits.weights == network::WeightForm::filters || traits.weights == network::WeightForm::wholeMap)
    text += ", " + std::to_string(layer.filters) +
            (traits.weights == network::WeightForm::filters ? " filters" : " units");
  if (layer.strideH > 1 || layer.strideW > 1)
    text += ", stride " + std::to_string(layer.strideH) +
            (layer.strideW == layer.strideH ? "" : "x" + std::to_string(layer.strideW));
  if (layer.dilation > 1) text += ", dilation " + std::to_string(layer.dilation);
  if (layer.activation != network::Activation::none)
    text += std::string(", ") + network::toText(layer.activation);
  return text;
}

std::string wordsOf(const std::vector<network::LayerEdit>& edits) {
  std::string text;
  for (const network::LayerEdit& edit : edits)
    text += (text.empty() ? "" : "; ") + std::string(network::toText(edit.figure)) + " " + edit.before +
            " → " + edit.after;
  return text;
}

std::string int8Words(const GraphDiff& diff, const GraphDiffRow& row) {
  const auto words = [](const Compared& compared, int layer) {
    if (layer < 0 || static_cast<std::size_t>(layer) >= compared.int8Errors.size()) return std::string();
    const double error = compared.int8Errors[static_cast<std::size_t>(layer)];
    return std::isfinite(error) ? base::significantFixed(100 * error, 2) + " %" : std::string("–");
  };
  const bool away = row.change == LayerChange::movedAway;
  const std::string was = words(diff.first, row.before), is = words(diff.second, row.after);
  if (away) return {};
  return was.empty() || is.empty() ? was + is : was + " → " + is;
}

std::string wordsOf(const network::InputSpec& input) {
  return std::to_string(input.mels) + " mels every " + base::shortest(input.hopMs) + " ms, " +
         base::shortest(input.clipSeconds) + " s";
}

std::string summaryOf(const GraphDiff& diff) {
  std::string text;
  const auto tell = [&](int count, const char* what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + counted(count, what);
  };
  tell(diff.count(LayerChange::added), "added");
  tell(diff.count(LayerChange::removed), "removed");
  tell(diff.count(LayerChange::edited), "edited");
  tell(diff.count(LayerChange::movedHere), "moved");
  tell(diff.count(LayerChange::follows), "of another shape only");
  if (text.empty()) text = "the same layers";
  return diff.frontEndDiffers ? text + "; another front end" : text;
}

}  // namespace kinglet::study
