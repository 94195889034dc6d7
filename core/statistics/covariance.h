// What is believed of a function before any data: how its values at two places go together.
#pragma once

#include <Eigen/Core>
#include <memory>

namespace kinglet::statistics {

// What a covariance has to be told, in logarithms; which stands where is each covariance's own.
using Hyperparameters = Eigen::VectorXd;

// What a covariance makes of inputs, a row each, for some hyper-parameters.
struct Features {
  Eigen::MatrixXd smooth;  // columns between whose rows distances count
  Eigen::MatrixXd linear;  // columns whose products count
};

// Inputs have a row a place and the covariance's own columns. Targets are of deviation 1, more or less.
// Immutable; any thread may call.
class Covariance {
 public:
  virtual ~Covariance() = default;

  // The normal prior of the hyper-parameters; deviations are above 0.
  virtual Hyperparameters priorMean() const = 0;
  virtual Hyperparameters priorDeviation() const = 0;

  virtual double noise(const Hyperparameters& h) const = 0;  // its variance, a target

  virtual Features features(const Eigen::MatrixXd& inputs, const Hyperparameters& h) const = 0;
  // Without noise; rows of a down, of b across.
  virtual Eigen::MatrixXd between(const Features& a, const Features& b, const Hyperparameters& h) const = 0;
  // The same in single precision where that is faster.
  virtual Eigen::MatrixXd betweenRoughly(const Features& a, const Features& b,
                                         const Hyperparameters& h) const {
    return between(a, b, h);
  }
  virtual Eigen::VectorXd variances(const Features& at, const Hyperparameters& h) const = 0;

  // Of inputs among themselves, with what its slope needs.
  class Square {
   public:
    virtual ~Square() = default;
    Eigen::MatrixXd value;  // without noise
    // Sets the gradient of a function of value + noise * identity by the hyper-parameters; `pull` is twice
    // that function's derivative by the matrix, symmetric.
    virtual void slope(const Eigen::MatrixXd& pull, Eigen::VectorXd& gradient) const = 0;
  };
  virtual std::unique_ptr<Square> square(const Eigen::MatrixXd& inputs, const Hyperparameters& h) const = 0;
};

// Squared Euclidean distances between rows, never below 0.
template <class Matrix>
Matrix squaredDistances(const Matrix& a, const Matrix& b) {
  Matrix d = -2 * a * b.transpose();
  d.colwise() += a.rowwise().squaredNorm();
  d.rowwise() += b.rowwise().squaredNorm().transpose();
  return d.cwiseMax(0);
}

}  // namespace kinglet::statistics
