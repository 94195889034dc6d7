#include "statistics/sum_covariance.h"

#include <algorithm>
#include <cmath>

namespace kinglet::statistics {

namespace {

using Eigen::ArrayXXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// In place: squared distance -> Matern 5/2.
template <class Matrix>
void matern(Matrix& d) {
  using Scalar = typename Matrix::Scalar;
  d.array() = (Scalar(5) * d.array()).sqrt();
  d.array() = (Scalar(1) + d.array() + d.array().square() / Scalar(3)) * (-d.array()).exp();
}

class SumCovariance : public Covariance {
 public:
  explicit SumCovariance(Parts parts) : is_(std::move(parts)) {
    if (is_.parts.empty()) is_.parts = {{static_cast<int>(is_.group.size()), 0}};
    first_ = is_.parts[0].columns;
  }

  Hyperparameters priorMean() const override {
    const int groups = is_.groups;
    Hyperparameters h(groups + 3 + static_cast<int>(is_.parts.size()));
    h[0] = -std::log(std::max<std::size_t>(is_.linear.size(), 1));
    h[1] = is_.parts[0].logVariance;
    h[groups + 2] = -5;  // the noise is a twelfth of the deviation
    h[groups + 3] = -std::log(std::max(first_, 1)) - 1;
    int column = 0;
    for (std::size_t part = 0; part < is_.parts.size(); ++part) {
      if (part > 0) h[groups + 3 + static_cast<int>(part)] = is_.parts[part].logVariance;
      // The whole of a part's columns is about one length scale apart.
      const int columns = is_.parts[part].columns;
      for (int j = 0; j < columns; ++j, ++column) h[2 + is_.group[column]] = -0.5 * std::log(columns) - 0.5;
    }
    return h;
  }

  Hyperparameters priorDeviation() const override {
    Hyperparameters deviation = Hyperparameters::Constant(priorMean().size(), 1.5);
    deviation.segment(2, is_.groups + 1).setOnes();
    return deviation;
  }

  double noise(const Hyperparameters& h) const override { return std::exp(h[is_.groups + 2]); }

  Features features(const MatrixXd& inputs, const Hyperparameters& h) const override {
    return {weighted(inputs, h), linearColumns(inputs, h)};
  }

  MatrixXd between(const Features& a, const Features& b, const Hyperparameters& h) const override {
    return betweenAs<double>(a, b, h);
  }
  MatrixXd betweenRoughly(const Features& a, const Features& b, const Hyperparameters& h) const override {
    return betweenAs<float>(a, b, h);
  }

  VectorXd variances(const Features& at, const Hyperparameters& h) const override {
    double smooth = 0;
    for (std::size_t part = 0; part < is_.parts.size(); ++part) smooth += std::exp(logVariance(part, h));
    return (at.linear.rowwise().squaredNorm().array() + smooth).matrix();
  }

  std::unique_ptr<Square> square(const MatrixXd& inputs, const Hyperparameters& h) const override {
    auto square = std::make_unique<Sum>(*this, h);
    const Index n = inputs.rows(), noise = is_.groups + 2;
    const MatrixXd features = weighted(inputs, h);
    MatrixXd trendInputs(n, is_.linear.size());
    for (std::size_t j = 0; j < is_.linear.size(); ++j) trendInputs.col(j) = inputs.col(is_.linear[j]);
    square->trend = std::exp(h[0]) * trendInputs * trendInputs.transpose();
    square->linear = std::exp(h[noise + 1]) * inputs.leftCols(first_) * inputs.leftCols(first_).transpose();
    square->value = square->trend + square->linear;
    Index begin = 0;
    for (std::size_t part = 0; part < is_.parts.size(); ++part) {
      Sum::Smooth smooth;
      smooth.features = features.middleCols(begin, is_.parts[part].columns);
      const ArrayXXd r = (5 * squaredDistances(smooth.features, smooth.features).array()).sqrt();
      const ArrayXXd decay = std::exp(logVariance(part, h)) * (-r).exp();
      smooth.value = (1 + r + r.square() / 3) * decay;
      smooth.slope = (-5.0 / 6) * (1 + r) * decay;
      square->value += smooth.value;
      square->parts.push_back(std::move(smooth));
      begin += is_.parts[part].columns;
    }
    return square;
  }

 private:
  struct Sum : Square {
    struct Smooth {
      MatrixXd features, value;
      ArrayXXd slope;  // d value / d squared distance
    };
    Sum(const SumCovariance& covariance, const Hyperparameters& parameters) : of(covariance), h(parameters) {}

    void slope(const MatrixXd& pull, VectorXd& gradient) const override {
      const Index noise = of.is_.groups + 2;
      gradient.setZero(h.size());
      gradient[0] = 0.5 * pull.cwiseProduct(trend).sum();
      gradient[noise] = 0.5 * std::exp(h[noise]) * pull.trace();
      gradient[noise + 1] = 0.5 * pull.cwiseProduct(linear).sum();
      Index begin = 0;
      for (std::size_t part = 0; part < parts.size(); ++part) {
        const Smooth& smooth = parts[part];
        gradient[part == 0 ? 1 : noise + 1 + static_cast<Index>(part)] =
            0.5 * pull.cwiseProduct(smooth.value).sum();
        // d squared distance / d log weight = 2 (difference)^2.
        const MatrixXd own = smooth.slope * pull.array();
        const VectorXd sums = own.rowwise().sum();
        const MatrixXd pulled = own * smooth.features;
        for (Index j = 0; j < smooth.features.cols(); ++j) {
          const auto column = smooth.features.col(j);
          gradient[2 + of.is_.group[begin + j]] +=
              2 * (column.cwiseAbs2().dot(sums) - column.dot(pulled.col(j)));
        }
        begin += smooth.features.cols();
      }
    }

    const SumCovariance& of;
    const Hyperparameters h;
    MatrixXd trend, linear;
    std::vector<Smooth> parts;
  };

  MatrixXd weighted(const MatrixXd& inputs, const Hyperparameters& h) const {
    MatrixXd w = inputs;
    for (Index j = 0; j < w.cols(); ++j) w.col(j) *= std::exp(h[2 + is_.group[j]]);
    return w;
  }

  // So that the linear part of the covariance is their product.
  MatrixXd linearColumns(const MatrixXd& inputs, const Hyperparameters& h) const {
    VectorXd variances = VectorXd::Constant(first_, std::exp(h[is_.groups + 3]));
    for (int column : is_.linear) variances[column] += std::exp(h[0]);
    return inputs.leftCols(first_) * variances.cwiseSqrt().asDiagonal();
  }

  double logVariance(std::size_t part, const Hyperparameters& h) const {
    return part == 0 ? h[1] : h[is_.groups + 3 + static_cast<int>(part)];
  }

  template <class Scalar>
  MatrixXd betweenAs(const Features& fa, const Features& fb, const Hyperparameters& h) const {
    using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
    Matrix sum = fa.linear.cast<Scalar>() * fb.linear.cast<Scalar>().transpose();
    Index begin = 0;
    for (std::size_t part = 0; part < is_.parts.size(); ++part) {
      const Index columns = is_.parts[part].columns;
      const Matrix a = fa.smooth.middleCols(begin, columns).template cast<Scalar>(),
                   b = fb.smooth.middleCols(begin, columns).template cast<Scalar>();
      Matrix k = squaredDistances(a, b);
      matern(k);
      sum += static_cast<Scalar>(std::exp(logVariance(part, h))) * k;
      begin += columns;
    }
    return sum.template cast<double>();
  }

  Parts is_;
  int first_ = 0;  // columns of the first part
};

}  // namespace

std::shared_ptr<const Covariance> sumCovariance(Parts parts) {
  return std::make_shared<SumCovariance>(std::move(parts));
}

}  // namespace kinglet::statistics
