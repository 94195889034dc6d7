// Gaussian process regression (Rasmussen and Williams 2006, "Gaussian Processes for Machine Learning", ch. 2
// and 5).
#pragma once

#include <Eigen/Core>
#include <memory>
#include <stop_token>
#include <vector>

#include "statistics/covariance.h"

namespace kinglet::statistics {

// What was seen: a row of `inputs` a target.
struct Observations {
  Eigen::MatrixXd inputs;
  Eigen::VectorXd targets;
  Eigen::VectorXd noise = {};  // variance of each target beyond the covariance's own noise; empty: none
};

enum class TargetScale {
  standardised,  // to mean 0 and deviation 1, inside
  asGiven
};

// Values are of the targets' unit.
class GaussianProcess {
 public:
  explicit GaussianProcess(std::shared_ptr<const Covariance> covariance,
                           TargetScale scale = TargetScale::standardised);

  struct FitSettings {
    int iterations = 40;
    double tolerance = 1e-3;     // of the loss; a step that gains less is the last
    Hyperparameters start = {};  // empty: the prior's mean
    std::stop_token stop = {};   // a request ends fit() in base::Cancelled
  };
  // Hyper-parameters by maximal marginal likelihood times their prior (ibid., eq. 5.8 and 5.9), by L-BFGS. At
  // least 2 rows.
  Hyperparameters fit(const Observations& seen, const FitSettings& settings) const;
  Hyperparameters fit(const Observations& seen) const { return fit(seen, FitSettings()); }
  // Minus the log of that product, up to a constant, for targets as they are, and its gradient; infinite
  // where the covariance is not positive. For tests.
  double loss(const Observations& seen, const Hyperparameters& at, Eigen::VectorXd& gradient) const;

  // At least one row. False where the covariance is not positive, as rounding makes it for hyper-parameters
  // out of reason; what it then says is not to be believed, nor where a figure is not finite.
  bool condition(const Observations& seen, const Hyperparameters& hyperparameters);
  // One more row, in O(rows^2): extends the Cholesky factor. The scale of the targets stays what it was.
  void append(const Eigen::RowVectorXd& input, double target);
  void truncate(int rows);  // forgets all but the first rows
  int rows() const { return rows_; }

  // Of the function without noise. Work on a batch: covariances() in single precision, then means() of all,
  // deviations() of those that matter.
  Eigen::MatrixXd covariances(const Eigen::MatrixXd& at) const;  // rows() x at.rows()
  Eigen::VectorXd means(const Eigen::MatrixXd& covariances) const;
  Eigen::VectorXd variances(const Eigen::MatrixXd& at) const;  // before any data, of targets of deviation 1
  // After the data; `prior` as variances() gives it.
  Eigen::VectorXd deviations(const Eigen::MatrixXd& covariances, const Eigen::VectorXd& prior) const;
  // No less than deviations(), in O(rows) each: what is left after the one row that tells most.
  Eigen::VectorXd deviationBounds(const Eigen::MatrixXd& covariances, const Eigen::VectorXd& prior) const;
  // All of them together, after the data, in double precision: at.rows() squared, targets of deviation 1.
  Eigen::MatrixXd jointCovariance(const Eigen::MatrixXd& at) const;
  double noiseDeviation() const;
  double scale() const { return scale_; }  // of the targets

  // For whoever arranges predictions anew, for speed: (covariance + noise)^-1 (targets - centre) / scale, the
  // rows' features, and what is added to the diagonal for numerical reasons alone.
  Eigen::VectorXd weights() const { return alpha_; }
  const Features& features() const { return features_; }
  static constexpr double kJitter = 1e-8;

 private:
  Features firstRows() const;
  void solve();

  std::shared_ptr<const Covariance> covariance_;
  TargetScale targetScale_;
  Hyperparameters h_;
  int rows_ = 0;
  // Grown by doubling; the first rows_ rows (and columns) count.
  Features features_;
  Eigen::MatrixXd factor_;
  Eigen::VectorXd targets_, diagonal_, alpha_;
  double centre_ = 0, scale_ = 1;
};

}  // namespace kinglet::statistics
