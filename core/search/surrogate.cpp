#include "search/surrogate.h"

#include <algorithm>
#include <set>

#include "statistics/normal.h"
#include "statistics/sum_covariance.h"

namespace kinglet::search {

namespace {

using statistics::GaussianProcess;

constexpr int kFitRows = 256;  // hyper-parameters are fitted to so many trials at most, the latest

constexpr int kMostRows = 640;     // that a fit begins with
constexpr int kLongestPause = 64;  // trials between two fits

// Hyper-parameters are fitted anew when a tenth more is known, at the same counts in every run.
int lastFit(int told) {
  int due = 2;
  while (true) {
    const int next = due + std::clamp(due / 10, 1, kLongestPause);
    if (next > told) return due;
    due = next;
  }
}

// Of the first trials that were told, those that matter for what comes: the front, at most half of all, and
// the latest.
std::vector<int> worthHolding(const History& history, int told) {
  std::vector<int> trials(history.told().begin(), history.told().begin() + told);
  if (told <= kMostRows) return trials;
  const std::vector<int> all = history.front(static_cast<std::size_t>(told));
  const std::set<int> front(all.begin(), all.end());
  int ofFront = std::min(static_cast<int>(front.size()), kMostRows / 2), others = kMostRows - ofFront;
  std::vector<int> held;
  for (int i = told - 1; i >= 0; --i) {
    int& left = ofFront > 0 && front.contains(trials[i]) ? ofFront : others;
    if (left == 0) continue;
    --left;
    held.push_back(trials[i]);
  }
  std::reverse(held.begin(), held.end());
  return held;
}

// Of a Gaussian, given that it lies below a bound.
double meanBelow(double bound, double mean, double deviation) {
  const double u = (bound - mean) / std::max(deviation, 1e-12);
  if (u > 8) return mean;
  if (u < -6) return bound;
  return std::min(bound, mean - deviation * statistics::normalDensity(u) / statistics::normalProbability(u));
}

}  // namespace

Surrogate::Surrogate(const History& history) : features_(history) {
  statistics::Parts kernel;
  for (int column = 0; column < features_.columns(); ++column)
    kernel.group.push_back(features_.groupOf(column));
  kernel.groups = features_.groups();
  for (int column = 0; column < features_.costColumns(); ++column) kernel.linear.push_back(column);
  // Places begin with a quarter of the variance: what the summaries explain, they need not.
  const int places = features_.placeColumns();
  kernel.parts = {{features_.columns() - places, 0}};
  if (places > 0) kernel.parts.push_back({places, -1.5});
  processes_.assign(history.unknownObjectives().size(), GaussianProcess(statistics::sumCovariance(kernel)));
}

Eigen::RowVectorXd Surrogate::rowOf(const Record& record) const {
  Eigen::RowVectorXd row(features_.columns());
  features_.row(record.genome, record.known, row);
  return row;
}

void Surrogate::update(const History& history) {
  const std::vector<int>& told = history.told();
  const int due = lastFit(static_cast<int>(told.size()));
  const bool prefix = known_.size() <= told.size() && std::equal(known_.begin(), known_.end(), told.begin());
  if (due != fitted_ || !prefix) {
    refit(history, due);
  } else {
    for (GaussianProcess& process : processes_) process.truncate(static_cast<int>(taken_.size()));
  }
  for (std::size_t i = known_.size(); i < told.size(); ++i) take(history, told[i]);
  believe(history);
}

void Surrogate::refit(const History& history, int known) {
  const std::vector<int> told = worthHolding(history, known);
  const int rows = static_cast<int>(told.size());
  Eigen::MatrixXd inputs(rows, features_.columns());
  std::vector<int> stopped, done;
  for (int i = 0; i < rows; ++i) {
    const Record& record = history.records()[told[i]];
    inputs.row(i) = rowOf(record);
    (record.state == Record::State::stopped ? stopped : done).push_back(i);
  }
  const int fitRows = std::min(rows, kFitRows);
  for (std::size_t k = 0; k < processes_.size(); ++k) {
    GaussianProcess& process = processes_[k];
    Eigen::VectorXd targets(rows);
    for (int i = 0; i < rows; ++i)
      targets[i] = history.records()[told[i]].values[history.unknownObjectives()[k]];
    const statistics::Hyperparameters h = process.fit({inputs.bottomRows(fitRows), targets.tail(fitRows)});
    if (!stopped.empty() && done.size() >= 2) {
      Eigen::MatrixXd finished(done.size(), inputs.cols()), cut(stopped.size(), inputs.cols());
      Eigen::VectorXd figures(done.size());
      for (std::size_t i = 0; i < done.size(); ++i)
        finished.row(i) = inputs.row(done[i]), figures[i] = targets[done[i]];
      for (std::size_t i = 0; i < stopped.size(); ++i) cut.row(i) = inputs.row(stopped[i]);
      process.condition({finished, figures}, h);
      const Eigen::MatrixXd covariances = process.covariances(cut);
      const Eigen::VectorXd means = process.means(covariances),
                            deviations = process.deviations(covariances, process.variances(cut));
      for (std::size_t i = 0; i < stopped.size(); ++i)
        targets[stopped[i]] = meanBelow(targets[stopped[i]], means[i], deviations[i]);
    }
    process.condition({inputs, targets}, h);
  }
  taken_ = told;
  known_.assign(history.told().begin(), history.told().begin() + known);
  fitted_ = known;
}

void Surrogate::take(const History& history, int trial) {
  const Record& record = history.records()[trial];
  const Eigen::RowVectorXd row = rowOf(record);
  for (std::size_t k = 0; k < processes_.size(); ++k) {
    double target = record.values[history.unknownObjectives()[k]];
    if (record.state == Record::State::stopped) {
      const Eigen::MatrixXd covariances = processes_[k].covariances(row);
      target = meanBelow(target, processes_[k].means(covariances)[0],
                         processes_[k].deviations(covariances, processes_[k].variances(row))[0]);
    }
    processes_[k].append(row, target);
  }
  taken_.push_back(trial);
  known_.push_back(trial);
}

void Surrogate::believe(const History& history) {
  believed_.clear();
  for (const Record& record : history.records()) {
    if (record.state != Record::State::pending) continue;
    const Eigen::RowVectorXd row = rowOf(record);
    Point values(history.reference().size());
    for (std::size_t k = 0; k < record.known.size(); ++k)
      values[history.knownObjectives()[k]] = record.known[k];
    for (std::size_t k = 0; k < processes_.size(); ++k) {
      const double mean = processes_[k].means(processes_[k].covariances(row))[0];
      values[history.unknownObjectives()[k]] = mean;
      processes_[k].append(row, mean);
    }
    believed_.push_back(std::move(values));
  }
}

Surrogate::Batch Surrogate::look(Eigen::MatrixXd rows) const {
  Batch batch;
  for (const GaussianProcess& process : processes_) {
    batch.covariances.push_back(process.covariances(rows));
    batch.means.push_back(process.means(batch.covariances.back()));
    batch.priors.push_back(process.variances(rows));
  }
  batch.rows = std::move(rows);
  return batch;
}

Eigen::MatrixXd Surrogate::deviations(const Batch& batch, std::span<const int> picked) const {
  Eigen::MatrixXd result(picked.size(), processes_.size());
  for (std::size_t k = 0; k < processes_.size(); ++k) {
    Eigen::MatrixXd covariances(processes_[k].rows(), picked.size());
    Eigen::VectorXd priors(picked.size());
    for (std::size_t i = 0; i < picked.size(); ++i) {
      covariances.col(i) = batch.covariances[k].col(picked[i]);
      priors[i] = batch.priors[k][picked[i]];
    }
    result.col(k) = processes_[k].deviations(covariances, priors);
  }
  return result;
}

Eigen::MatrixXd Surrogate::deviationBounds(const Batch& batch) const {
  Eigen::MatrixXd result(batch.rows.rows(), processes_.size());
  for (std::size_t k = 0; k < processes_.size(); ++k)
    result.col(k) = processes_[k].deviationBounds(batch.covariances[k], batch.priors[k]);
  return result;
}

}  // namespace kinglet::search
