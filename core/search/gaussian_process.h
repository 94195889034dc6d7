// Gaussian process regression (Rasmussen and Williams 2006, "Gaussian Processes for Machine Learning").
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <vector>

namespace kinglet::search {

// The covariance is a sum: linear in some columns (the trend), plus Matern 5/2 over all columns with one
// length scale a group of columns, plus independent noise. Columns are of unit scale, more or less; targets
// are standardised inside.
struct Kernel {
  std::vector<int> linear;  // columns with a trend, one variance for all of them
  std::vector<int> group;   // of every column; 0 .. groups - 1
  int groups = 0;
};

// In logarithms: variance of the trend, of the Matern part, weight (1 / length scale) of each group, variance
// of the noise.
using Hyperparameters = Eigen::VectorXd;

class GaussianProcess {
 public:
  explicit GaussianProcess(Kernel kernel) : kernel_(std::move(kernel)) {}

  // Hyper-parameters by maximal marginal likelihood times a weak log-normal prior (ibid., eq. 5.8 and 5.9),
  // from the prior's mean by L-BFGS. One row of `inputs` a target; at least 2 rows.
  Hyperparameters fit(const Eigen::MatrixXd& inputs, const Eigen::VectorXd& targets,
                      int iterations = 40) const;
  Hyperparameters priorMean() const;
  // Minus the log of that product, for targets of mean 0 and deviation 1, and its gradient. For tests.
  double loss(const Eigen::MatrixXd& inputs, const Eigen::VectorXd& targets, const Hyperparameters& at,
              Eigen::VectorXd& gradient) const;

  void condition(Eigen::MatrixXd inputs, const Eigen::VectorXd& targets,
                 const Hyperparameters& hyperparameters);
  // One more row, in O(rows^2): extends the Cholesky factor. The scale of the targets stays what it was.
  void append(const Eigen::RowVectorXd& input, double target);
  void truncate(int rows);  // forgets all but the first rows
  int rows() const { return rows_; }

  // Of the function without noise. Work on a batch: covariances(), then means() of all, deviations() of those
  // that matter.
  Eigen::MatrixXd covariances(const Eigen::MatrixXd& at) const;  // rows() x at.rows()
  Eigen::VectorXd means(const Eigen::MatrixXd& covariances) const;
  Eigen::VectorXd variances(const Eigen::MatrixXd& at) const;  // before any data
  // After the data; `prior` as variances() gives it.
  Eigen::VectorXd deviations(const Eigen::MatrixXd& covariances, const Eigen::VectorXd& prior) const;
  // No less than deviations(), in O(rows) each: what is left after the one row that tells most.
  Eigen::VectorXd deviationBounds(const Eigen::MatrixXd& covariances, const Eigen::VectorXd& prior) const;
  double noiseDeviation() const;
  double scale() const { return scale_; }  // of the targets

 private:
  Eigen::MatrixXd weighted(const Eigen::MatrixXd& inputs, const Hyperparameters& h) const;
  Eigen::MatrixXd trendColumns(const Eigen::MatrixXd& inputs) const;
  void solve();

  Kernel kernel_;
  Hyperparameters h_;
  int rows_ = 0;
  // Grown by doubling; the first rows_ rows (and columns) count.
  Eigen::MatrixXd inputs_, weighted_, trend_, factor_;
  Eigen::VectorXd targets_, norms_, diagonal_, alpha_;
  double centre_ = 0, scale_ = 1;
};

}  // namespace kinglet::search
