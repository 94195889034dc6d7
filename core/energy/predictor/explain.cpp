#include "energy/predictor/explain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "base/error.h"
#include "base/format.h"
#include "energy/predictor/predictor_state.h"
#include "statistics/normal.h"

namespace kinglet::energy {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

base::Message::Argument figure(double value) {
  return base::figure(base::general(value, 4));
}

std::vector<NearestExample> nearestTo(const Predictor::State& s, const std::vector<double>& point,
                                      int count) {
  std::vector<std::pair<double, int>> order;
  for (int i = 0; i < s.points.rows(); ++i)
    order.emplace_back(s.regressor->distance(point, s.points.row(i)), i);
  const auto end = order.begin() + std::min<std::size_t>(order.size(), count);
  std::partial_sort(order.begin(), end, order.end());
  std::vector<NearestExample> nearest;
  for (auto it = order.begin(); it != end; ++it) {
    const Example& example = s.examples[it->second];
    nearest.push_back({example.name, example.measuredMj, example.predicted, it->first});
  }
  return nearest;
}

// Features beyond the measured range. Logarithms are undone for the text.
std::vector<base::Message> outsideOf(const Predictor::State& s, const std::vector<double>& point) {
  std::vector<base::Message> outside;
  for (int j = 0; j < s.points.columns; ++j) {
    double low = s.points.row(0)[j], high = low;
    for (int i = 1; i < s.points.rows(); ++i) {
      low = std::min(low, s.points.row(i)[j]);
      high = std::max(high, s.points.row(i)[j]);
    }
    const double slack = 1e-9 + 0.01 * (high - low);
    if (point[j] >= low - slack && point[j] <= high + slack) continue;
    const std::string& name = s.features.names()[j];
    const auto plain = [&](double value) {
      const bool isLog =
          s.features.level() == FeatureLevel::kernel && name != "stride" && !name.starts_with("is ");
      if (isLog) return figure(std::exp(value));
      return s.features.level() == FeatureLevel::kernel
                 ? figure(value)
                 : figure(value < 0 ? -std::expm1(-value) : std::expm1(value));
    };
    outside.push_back(point[j] > high
                          ? base::Message("%1 %2 over the measured %3", name, plain(point[j]), plain(high))
                          : base::Message("%1 %2 under the measured %3", name, plain(point[j]), plain(low)));
  }
  return outside;
}

base::Message unmeasuredLayers(int count, const std::string& family) {
  if (family == "data")
    return count == 1
               ? base::Message("1 layer is of a kind (%1) that was not measured and counts as nothing",
                               family)
               : base::Message("%1 layers are of a kind (%2) that was not measured and counts as nothing",
                               count, family);
  return count == 1
             ? base::Message("1 layer is of a kind (%1) that was not measured and taken as the nearest kind",
                             family)
             : base::Message(
                   "%1 layers are of a kind (%2) that was not measured and taken as the nearest kind", count,
                   family);
}

// Equally likely totals of a log-normal with the spread of the interval (90 % two-sided is 1.645 deviations).
std::vector<double> equallyLikely(const EnergyInterval& total) {
  std::vector<double> values;
  const double deviation = std::log(total.high / total.mj) / 1.6449;
  constexpr int kCount = 99;
  for (int i = 1; i <= kCount; ++i) {
    const double u = statistics::normalQuantile(double(i) / (kCount + 1));
    values.push_back(total.mj * std::exp(deviation * u));
  }
  return values;
}

void warnOfDilation(const std::vector<LayerWork>& network, Explanation& result) {
  if (!assumedOf(network).empty())
    result.warnings.push_back(
        base::Message("dilated convolutions were not measured; they are taken as convolutions whose taps lie "
                      "side by side"));
}

}  // namespace

Explanation explain(const Predictor& predictor, const std::vector<LayerWork>& network, int nearest) {
  const Predictor::State& s = predictor.state();
  const NetworkEnergy energy = predictor.predict(network);
  Explanation result;
  result.total = energy.total;
  result.method = s.method;
  result.source = s.source;

  if (s.features.level() == FeatureLevel::network) {
    std::vector<double> point;
    s.features.ofSums(networkSums(network), point);
    LayerExplanation whole;
    whole.name = "network";
    whole.energy = energy.total;
    whole.latencyMs = kNaN;
    whole.share = 1;
    whole.nearest = result.nearest = nearestTo(s, point, nearest);
    whole.outside = outsideOf(s, point);
    for (double value : s.regressor->members(point)) result.spread.push_back(s.factor * std::exp(value));
    for (const base::Message& text : whole.outside) result.warnings.push_back(text);
    result.layers.push_back(std::move(whole));
  } else {
    std::map<std::string, int> unmeasured;
    std::vector<double> totals;
    double outsideShare = 0;
    for (std::size_t i = 0; i < network.size(); ++i) {
      LayerExplanation layer;
      layer.name = network[i].name;
      layer.kind = network[i].kind;
      layer.energy = energy.layers[i];
      layer.latencyMs = kNaN;
      layer.share = energy.total.mj > 0 ? energy.layers[i].mj / energy.total.mj : 0;
      LayerWork work = network[i];
      if (work.kind != WorkKind::none) {
        const Family asked = familyOf(work.kind);
        const bool usable = s.asMeasured(work);
        if (!usable || familyOf(work.kind) != asked) ++unmeasured[toText(asked)];
        if (usable) {
          std::vector<double> point;
          s.features.ofKernel(work, point);
          layer.nearest = nearestTo(s, point, nearest);
          layer.outside = outsideOf(s, point);
          if (!layer.outside.empty()) outsideShare += layer.share;
          const std::vector<double> members = s.regressor->members(point);
          totals.resize(std::max(totals.size(), members.size()), 0);
          for (std::size_t t = 0; t < members.size(); ++t) totals[t] += s.factor * std::exp(members[t]);
        }
      }
      result.layers.push_back(std::move(layer));
    }
    for (const auto& [family, count] : unmeasured) result.warnings.push_back(unmeasuredLayers(count, family));
    if (outsideShare > 0.05)
      result.warnings.push_back(base::Message("layers with %1 of the energy lie outside the measured range",
                                              base::figure(base::general(100 * outsideShare, 4) + " %")));
    result.spread = std::move(totals);
  }
  warnOfDilation(network, result);
  std::erase_if(result.spread,
                [](double value) { return std::isnan(value); });  // which has no place in an order
  std::sort(result.spread.begin(), result.spread.end());
  if (result.spread.empty()) result.spread = equallyLikely(result.total);
  return result;
}

Explanation explain(const DeviceProfile& profile, const std::vector<LayerWork>& network) {
  Explanation result;
  result.method = "device profile";
  for (const std::string& source : profile.sources)
    result.source += (result.source.empty() ? "" : "; ") + source;
  double macs = 0;
  for (const LayerWork& work : network) {
    LayerExplanation layer;
    layer.name = work.name;
    layer.kind = work.kind;
    layer.latencyMs = microsecondsOf(profile, work) / 1000;
    layer.energy = {millijoulesOf(profile, layer.latencyMs), kNaN, kNaN};
    result.total.mj += layer.energy.mj;
    macs += work.macs;
    result.layers.push_back(std::move(layer));
  }
  for (LayerExplanation& layer : result.layers)
    layer.share = result.total.mj > 0 ? layer.energy.mj / result.total.mj : 0;
  const double error = 1 + profile.relativeError90;
  result.total.low = profile.relativeError90 > 0 ? result.total.mj / error : kNaN;
  result.total.high = profile.relativeError90 > 0 ? result.total.mj * error : kNaN;
  double least = 0, most = 0;
  for (const MeasuredNetwork& measured : profile.measured) {
    double ms = 0;
    for (const LayerWork& work : measuredWorks(measured.network)) ms += microsecondsOf(profile, work) / 1000;
    double mj = millijoulesOf(profile, ms);
    if (std::isfinite(measured.leftOutUj)) mj = measured.leftOutUj / 1000;
    result.nearest.push_back({measured.network,
                              measured.energyUj / 1000,
                              {mj, mj / error, mj * error},
                              std::abs(std::log(result.total.mj / (measured.energyUj / 1000)))});
    least = least == 0 ? measured.energyUj / 1000 : std::min(least, measured.energyUj / 1000);
    most = std::max(most, measured.energyUj / 1000);
  }
  std::stable_sort(result.nearest.begin(), result.nearest.end(),
                   [](const NearestExample& a, const NearestExample& b) { return a.distance < b.distance; });
  if (most > 0 && result.total.mj > 2 * most)
    result.warnings.push_back(
        base::Message("needs %1 times the energy of the largest network measured on this board",
                      figure(result.total.mj / most)));
  if (least > 0 && result.total.mj < least / 2)
    result.warnings.push_back(
        base::Message("needs %1 times less energy than the smallest network measured on this board",
                      figure(least / result.total.mj)));
  if (!profile.counted) warnOfDilation(network, result);
  if (!profile.counted && std::any_of(network.begin(), network.end(),
                                      [](const LayerWork& w) { return w.kind == WorkKind::conv1d; }))
    result.warnings.push_back(base::Message(
        "convolutions over time were not measured on this board; they are taken as other convolutions"));
  if (macs == 0 && !network.empty())
    result.warnings.push_back(base::Message("no layer of this network multiplies"));
  return result;
}

}  // namespace kinglet::energy
