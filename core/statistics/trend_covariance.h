// A smooth function of a length a column about a linear trend, for tables of a few columns.
#pragma once

#include <memory>
#include <vector>

#include "statistics/covariance.h"

namespace kinglet::statistics {

// b + w . z + f(x): f has a Matern 3/2 covariance (Rasmussen and Williams 2006, eq. 4.17) with a length a
// column (automatic relevance determination); z are the `trend` columns. w and b have normal priors of
// deviations kTrendSpread and 3 kTrendSpread, so that the covariance of the trend is linear. Columns are
// standardised.
//
// Hyper-parameters: length of each column, amplitude of f, deviation of the noise. Their log-normal priors
// are wide and matter where the data say nothing: a length of a few standard deviations of its column, an
// amplitude of a few tenths beyond the trend, noise of a few hundredths.
constexpr double kTrendSpread = 3;
std::shared_ptr<const Covariance> trendCovariance(int columns, std::vector<int> trend);

// The part of f alone, from squared distances in lengths.
Eigen::MatrixXd matern32(const Eigen::MatrixXd& squares, double variance);

}  // namespace kinglet::statistics
