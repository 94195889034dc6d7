#include "energy/predictor/next_measurement.h"

#include <Eigen/Dense>
#include <cmath>

#include "base/csv.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/words.h"
#include "energy/predictor/predictor_state.h"

namespace kinglet::energy {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kMeterNoise = 0.02;  // of ln(energy): repeated measurements agree to about 2 %

// Networks' energies with the covariance of their logarithms.
struct Joint {
  std::vector<EnergyInterval> energies;
  MatrixXd covariance;
};

std::vector<WorkItem> choose(Joint joint, const std::vector<CandidateNetwork>& candidates, int count) {
  const int n = static_cast<int>(candidates.size());
  std::vector<int> front;
  for (int i = 0; i < n; ++i)
    if (candidates[i].onFront) front.push_back(i);
  if (front.empty()) throw base::Error("There is no front yet: train a few networks first");
  const auto spread = [&](const MatrixXd& covariance) {
    double sum = 0;
    for (int i : front) sum += std::max(0.0, covariance(i, i));
    return 100 * std::sqrt(sum / double(front.size()));
  };
  std::vector<WorkItem> items;
  std::vector<bool> taken(n, false);
  MatrixXd& c = joint.covariance;
  while (static_cast<int>(items.size()) < count) {
    int best = -1;
    double most = 0;
    for (int a = 0; a < n; ++a) {
      if (taken[a]) continue;
      double fall = 0;
      for (int b : front) fall += c(a, b) * c(a, b);
      fall /= std::max(c(a, a), 0.0) + kMeterNoise * kMeterNoise;
      if (fall > most) best = a, most = fall;
    }
    if (best < 0 || most < 1e-10) break;
    WorkItem item;
    item.rank = static_cast<int>(items.size()) + 1;
    item.trial = candidates[best].trial;
    item.network = candidates[best].network;
    item.predicted = joint.energies[best];
    item.frontSpreadBefore = spread(c);
    const VectorXd column = c.col(best);
    c -= column * column.transpose() / (column[best] + kMeterNoise * kMeterNoise);
    item.frontSpreadAfter = spread(c);
    taken[best] = true;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

std::vector<WorkItem> whatToMeasure(const Predictor& predictor,
                                    const std::vector<CandidateNetwork>& candidates, int count) {
  const Predictor::State& s = predictor.state();
  const int n = static_cast<int>(candidates.size());
  Joint joint;
  statistics::Points points;
  points.columns = s.points.columns;
  std::vector<std::pair<int, double>> owner;  // of a point: network, share of its energy
  for (int i = 0; i < n; ++i) {
    const std::vector<LayerWork> works = workOf(candidates[i].network);
    const NetworkEnergy energy = predictor.predict(works);
    joint.energies.push_back(energy.total);
    if (s.features.level() == FeatureLevel::network) {
      std::vector<double> point;
      s.features.ofSums(networkSums(works), point);
      points.add(point);
      owner.emplace_back(i, 1);
      continue;
    }
    for (std::size_t l = 0; l < works.size(); ++l) {
      LayerWork work = works[l];
      // A layer of a few thousandths decides nothing and would only make the matrix large.
      if (work.kind == WorkKind::none || energy.layers[l].mj < 0.003 * energy.total.mj || !s.asMeasured(work))
        continue;
      std::vector<double> point;
      s.features.ofKernel(work, point);
      points.add(point);
      owner.emplace_back(i, energy.layers[l].mj / energy.total.mj);
    }
  }
  // ln of a sum: the shares weigh the logarithms of its parts.
  MatrixXd shares = MatrixXd::Zero(n, static_cast<int>(owner.size()));
  for (std::size_t p = 0; p < owner.size(); ++p)
    shares(owner[p].first, static_cast<int>(p)) = owner[p].second;
  const std::vector<double> flat = s.regressor->covariance(points);
  const MatrixXd layers = Eigen::Map<const MatrixXd>(flat.data(), shares.cols(), shares.cols());
  joint.covariance = shares * layers * shares.transpose();
  return choose(std::move(joint), candidates, count);
}

std::vector<WorkItem> whatToMeasure(const DeviceProfile& profile,
                                    const std::vector<CandidateNetwork>& candidates, int count) {
  // Shares of a network's time by cost: operators, MACs, patches, outputs, weights, depthwise MACs,
  // activations.
  const LatencyModel& cost = profile.latency;
  const auto sharesOf = [&](const std::vector<LayerWork>& works) {
    VectorXd parts = VectorXd::Zero(7);
    for (const LayerWork& work : works) {
      if (profile.counted) {
        parts[work.kind == WorkKind::depthwise ? 5
              : work.kind == WorkKind::data    ? 6
                                               : 1] += microsecondsOf(profile, work);
        continue;
      }
      const auto mac = cost.nsPerMac.find(toText(work.kind));
      parts[0] += cost.overheadUs * 1000 * work.operators;
      parts[work.kind == WorkKind::depthwise ? 5 : 1] +=
          mac == cost.nsPerMac.end() ? 0 : mac->second * work.macs;
      parts[2] += cost.nsPerPatchByte * work.patchBytes;
      parts[3] += cost.nsPerOutput * work.outputs;
      parts[4] += cost.nsPerWeightByte * work.params;
      parts[6] += cost.nsPerActivationByte * work.activationBytes;
    }
    return VectorXd(parts / std::max(parts.sum(), 1e-12));
  };
  // Costs before any measurement are known to a factor of about 1.5; the measured networks tell three
  // combinations.
  constexpr double kCostSpread = 0.4, kFitNoise = 0.05;
  MatrixXd precision = MatrixXd::Identity(7, 7) / (kCostSpread * kCostSpread);
  for (const MeasuredNetwork& measured : profile.measured) {
    const VectorXd shares = sharesOf(measuredWorks(measured.network));
    precision += shares * shares.transpose() / (kFitNoise * kFitNoise);
  }
  Joint joint;
  MatrixXd all(candidates.size(), 7);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::vector<LayerWork> works = workOf(candidates[i].network);
    all.row(i) = sharesOf(works).transpose();
    double mj = 0;
    for (const LayerWork& work : works) mj += millijoulesOf(profile, microsecondsOf(profile, work) / 1000);
    const double error = 1 + profile.relativeError90;
    joint.energies.push_back({mj, mj / error, mj * error});
  }
  joint.covariance = all * precision.inverse() * all.transpose();
  return choose(std::move(joint), candidates, count);
}

void writeWorkList(const std::filesystem::path& path, const std::vector<WorkItem>& items) {
  std::string text =
      "rank,trial,network,predicted_mj,low_mj,high_mj,front_spread_percent,front_spread_after_percent,"
      "measured_mj,spec\n";
  for (const WorkItem& item : items) {
    text += std::to_string(item.rank) + "," + (item.trial < 0 ? "" : std::to_string(item.trial)) + "," +
            base::csvCell(item.network.name()) + "," + base::general(item.predicted.mj) + "," +
            base::general(item.predicted.low) + "," + base::general(item.predicted.high) + "," +
            base::general(item.frontSpreadBefore) + "," + base::general(item.frontSpreadAfter) + "," +
            (item.measuredMj ? base::general(*item.measuredMj) : "") + "," +
            base::csvCell(item.network.toJson()) + "\n";
  }
  base::writeAtomically(path, text);
}

std::vector<WorkItem> readWorkList(const std::filesystem::path& path) {
  base::CsvReader csv(path, base::sniffTable(path));
  csv.readHeader();
  const std::size_t rank = csv.column("rank"), trial = csv.column("trial"),
                    predicted = csv.column("predicted_mj"), low = csv.column("low_mj"),
                    high = csv.column("high_mj"), measured = csv.column("measured_mj"),
                    spec = csv.column("spec"), before = csv.column("front_spread_percent"),
                    after = csv.column("front_spread_after_percent");
  std::vector<WorkItem> items;
  while (const auto row = csv.next()) {
    if (items.size() >= 100'000) csv.fail(base::Message("a work list has at most 100,000 networks"));
    if (spec >= row->size()) csv.fail(base::Message("the row ends before spec"));
    WorkItem item;
    item.rank = static_cast<int>(csv.number(*row, rank));
    item.trial = (*row)[trial].empty() ? -1 : static_cast<int>(csv.number(*row, trial));
    item.predicted = {csv.number(*row, predicted), csv.number(*row, low), csv.number(*row, high)};
    item.frontSpreadBefore = csv.number(*row, before);
    item.frontSpreadAfter = csv.number(*row, after);
    if (!(*row)[measured].empty()) {
      const double mj = csv.number(*row, measured);
      if (!(mj > 0))
        csv.fail(base::Message("measured_mj must be above 0 (leave it blank where nothing was measured)"));
      item.measuredMj = mj;
    }
    try {
      item.network = network::NetworkSpec::fromJson((*row)[spec]);
    } catch (const base::Error& e) {
      csv.fail(base::Message("the network of this row cannot be read: %1", e.what()));
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<NetworkMeasurement> measurementsOf(const std::vector<WorkItem>& items) {
  std::vector<NetworkMeasurement> measured;
  for (const WorkItem& item : items)
    if (item.measuredMj) measured.push_back({item.network.name(), workOf(item.network), *item.measuredMj});
  return measured;
}

}  // namespace kinglet::energy
