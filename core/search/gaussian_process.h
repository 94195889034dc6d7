// Gaussian process regression (Rasmussen and Williams 2006, "Gaussian Processes for Machine Learning").
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <vector>

namespace kinglet::search {

// The covariance is a sum: linear in some columns (the trend), linear in all columns of the first part, a
// Matern 5/2 for each part (a run of columns) with one length scale a group of columns, and independent
// noise. Columns are of unit scale, more or less; targets are standardised inside.
struct Kernel {
  std::vector<int> linear;  // columns of the first part with a trend, one variance for all of them
  std::vector<int> group;   // of every column; 0 .. groups - 1; no group is in two parts
  int groups = 0;
  struct Part {
    int columns;         // so many after those of the part before
    double logVariance;  // what is believed of it before any data; 0 is all of the targets' variance
  };
  std::vector<Part> parts = {};  // empty: one over all columns
};

// In logarithms: variance of the trend, of the first Matern part, weight (1 / length scale) of each group,
// variance of the noise, of what is linear in all columns, of the Matern parts after the first.
using Hyperparameters = Eigen::VectorXd;

class GaussianProcess {
 public:
  explicit GaussianProcess(Kernel kernel);

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

  // Of the function without noise. Work on a batch: covariances() in single precision, then means() of all,
  // deviations() of those that matter.
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
  Eigen::MatrixXd linearColumns(const Eigen::MatrixXd& inputs, const Hyperparameters& h) const;
  double logVariance(std::size_t part, const Hyperparameters& h) const;
  double noiseVariance() const;
  template <class Scalar>
  Eigen::MatrixXd between(const Eigen::MatrixXd& weightedA, const Eigen::MatrixXd& linearA,
                          const Eigen::MatrixXd& weightedB, const Eigen::MatrixXd& linearB) const;
  void solve();

  Kernel kernel_;
  int first_ = 0;  // columns of the first part
  Hyperparameters h_;
  int rows_ = 0;
  // Grown by doubling; the first rows_ rows (and columns) count.
  Eigen::MatrixXd inputs_, weighted_, linear_, factor_;
  Eigen::VectorXd targets_, diagonal_, alpha_;
  double centre_ = 0, scale_ = 1;
};

}  // namespace kinglet::search
