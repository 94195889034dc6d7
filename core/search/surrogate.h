// What is believed of the objectives that are not known before evaluation: a Gaussian process each.
#pragma once

#include <span>
#include <vector>

#include "search/space_features.h"
#include "statistics/gaussian_process.h"

namespace kinglet::search {

// Trials that are out count as if they came out as predicted (the kriging believer of Ginsbourger, Le Riche,
// Carraro 2010), and a trial that was stopped early, whose figure only bounds what it would have reached, as
// what is expected below that bound. A function of the history alone, whatever was asked before; what can be
// kept is kept. Of long histories the front and the latest trials are held, 640 to 704 in all, so that a
// suggestion costs the same after 5,000 trials as after 700.
class Surrogate {
 public:
  explicit Surrogate(const History& history);  // costs some hundred draws of known costs

  // Takes in what was told since. Needs at least two told trials.
  void update(const History& history);

  const SpaceFeatures& features() const { return features_; }
  // Of the trials that are out, in rising order, all objectives in model space as they are believed to be.
  const std::vector<Point>& believed() const { return believed_; }

  // A batch of candidates, one a row of features. All vectors are by unknown objective, in History's order.
  struct Batch {
    Eigen::MatrixXd rows;
    std::vector<Eigen::MatrixXd> covariances;
    std::vector<Eigen::VectorXd> means, priors;
  };
  Batch look(Eigen::MatrixXd rows) const;
  // For the candidates `picked` of the batch, one column an unknown objective.
  Eigen::MatrixXd deviations(const Batch& batch, std::span<const int> picked) const;
  // Never less than those, and cheap.
  Eigen::MatrixXd deviationBounds(const Batch& batch) const;

 private:
  void refit(const History& history, int known);  // to the first so many told trials
  void take(const History& history, int trial);
  void believe(const History& history);
  Eigen::RowVectorXd rowOf(const Record& record) const;

  SpaceFeatures features_;
  std::vector<statistics::GaussianProcess> processes_;
  int fitted_ = 0;          // the hyper-parameters are those of so many told trials
  std::vector<int> known_;  // told trials that were looked at
  std::vector<int> taken_;  // those of them that the processes hold, in order
  std::vector<Point> believed_;
};

}  // namespace kinglet::search
