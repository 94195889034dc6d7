#include "energy/predictor/predictor.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "base/random.h"
#include "energy/predictor/predictor_state.h"

namespace kinglet::energy {

std::size_t LayerMemory::Hash::operator()(const Key& key) const {
  std::uint64_t hash = 0;
  for (std::int64_t value : key) hash = base::mix(hash ^ static_cast<std::uint64_t>(value));
  return hash;
}

bool LayerMemory::find(const Key& key, statistics::Prediction& out) const {
  const Shard& shard = shards_[Hash{}(key) % kShards];
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.known.find(key);
  if (found == shard.known.end()) return false;
  out = found->second;
  return true;
}

void LayerMemory::keep(const Key& key, const statistics::Prediction& value) {
  Shard& shard = shards_[Hash{}(key) % kShards];
  const std::lock_guard lock(shard.mutex);
  if (shard.known.size() >= kMost) shard.known.clear();
  shard.known.emplace(key, value);
}

std::vector<double> Predictor::State::featuresOf(const MeasuredRow& row) const {
  std::vector<double> point;
  switch (features.level()) {
    case FeatureLevel::kernel:
      features.ofKernel(row.works.at(0), point);
      break;
    case FeatureLevel::network:
      features.ofSums(row.values, point);
      break;
    case FeatureLevel::columns:
      features.ofColumns(row.values, point);
      break;
  }
  return point;
}

EnergyInterval Predictor::State::interval(const statistics::Prediction& prediction) const {
  const double half = quantile * prediction.spread;
  const double mj = factor * std::exp(prediction.mean);
  return {mj, mj * std::exp(-half), mj * std::exp(half)};
}

bool Predictor::State::asMeasured(LayerWork& work) const {
  const auto measured = [&](Family family) {
    return std::find(features.families().begin(), features.families().end(), family) !=
           features.families().end();
  };
  const Family family = familyOf(work.kind);
  if (measured(family)) return true;
  if (!measured(Family::convolution) || family == Family::data) return false;
  // A dense layer is a 1 x 1 convolution of one pixel; a depthwise one has the MACs of a convolution of one
  // channel.
  if (family == Family::dense) {
    work.in = {1, 1, static_cast<int>(std::min(work.in.elements(), 1L << 30))};
    work.out = {1, 1, static_cast<int>(std::min(work.out.elements(), 1L << 30))};
    work.kind = WorkKind::pointwise;
  } else {
    work.in.c = 1;
    work.kind = WorkKind::conv;
  }
  return true;
}

statistics::Prediction Predictor::State::predictLayer(const LayerWork& work) const {
  const LayerMemory::Key key{static_cast<int>(work.kind) | std::int64_t(work.stride) << 8,
                             std::int64_t(work.in.h) << 32 | work.in.w,
                             std::int64_t(work.out.h) << 32 | work.out.w,
                             work.in.c,
                             work.out.c,
                             std::int64_t(work.kernelH) << 32 | work.kernelW,
                             work.macs,
                             work.params};
  statistics::Prediction prediction;
  if (memory.find(key, prediction)) return prediction;
  std::vector<double> point;
  features.ofKernel(work, point);
  prediction = regressor->predict(point);
  memory.keep(key, prediction);
  return prediction;
}

Predictor::Predictor(std::unique_ptr<State> state) : state_(std::move(state)) {}
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;
Predictor::~Predictor() = default;

const std::string& Predictor::method() const {
  return state_->method;
}
const std::string& Predictor::source() const {
  return state_->source;
}
const FeatureMap& Predictor::features() const {
  return state_->features;
}
const std::vector<Example>& Predictor::examples() const {
  return state_->examples;
}
const std::map<std::string, Accuracy>& Predictor::crossValidation() const {
  return state_->accuracy;
}
double Predictor::medianMjPerMac() const {
  return state_->mjPerMac;
}

std::vector<std::pair<std::string, double>> Predictor::importance() const {
  const std::vector<double> shares = state_->regressor->importance();
  std::vector<std::pair<std::string, double>> named;
  for (std::size_t i = 0; i < shares.size(); ++i) named.emplace_back(state_->features.names()[i], shares[i]);
  std::stable_sort(named.begin(), named.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return named;
}

EnergyInterval Predictor::predict(const MeasuredRow& row) const {
  return state_->interval(state_->regressor->predict(state_->featuresOf(row)));
}

NetworkEnergy Predictor::predict(const std::vector<LayerWork>& network) const {
  NetworkEnergy energy;
  if (state_->features.level() == FeatureLevel::columns)
    throw base::Error(
        "This model was fitted to columns of its own table and cannot tell the energy of a network");
  if (state_->features.level() == FeatureLevel::network) {
    std::vector<double> point;
    state_->features.ofSums(networkSums(network), point);
    energy.total = state_->interval(state_->regressor->predict(point));
    return energy;
  }
  double sum = 0, squares = 0;
  energy.layers.reserve(network.size());
  for (const LayerWork& layer : network) {
    EnergyInterval& own = energy.layers.emplace_back();
    if (layer.kind == WorkKind::none) continue;
    LayerWork work = layer;
    double deviation = 0;
    if (state_->asMeasured(work)) {
      const statistics::Prediction prediction = state_->predictLayer(work);
      own = state_->interval(prediction);
      deviation = own.mj * prediction.spread;
    } else {
      // Nothing like it was measured: the table's median, give or take a factor of two.
      own.mj = state_->factor * state_->mjPerMac * layer.macs;
      own.low = own.mj / 2;
      own.high = own.mj * 2;
      deviation = own.mj * std::log(2.0) / state_->quantile;
    }
    energy.total.mj += own.mj;
    sum += deviation;
    squares += deviation * deviation;
  }
  const double rho = state_->correlation;
  const double spread = std::sqrt((1 - rho) * squares + rho * sum * sum) / std::max(energy.total.mj, 1e-300);
  energy.total.low = energy.total.mj * std::exp(-state_->quantile * spread);
  energy.total.high = energy.total.mj * std::exp(state_->quantile * spread);
  return energy;
}

}  // namespace kinglet::energy
