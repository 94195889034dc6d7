// A sum of covariances for inputs of many columns in groups: a trend, and smooth parts of their own columns.
#pragma once

#include <vector>

#include "statistics/covariance.h"

namespace kinglet::statistics {

// Linear in some columns (the trend), linear in all columns of the first part, a Matern 5/2 (Rasmussen and
// Williams 2006, eq. 4.17) for each part (a run of columns) with one length scale a group of columns, and
// independent noise. Columns are of unit scale, more or less.
struct Parts {
  std::vector<int> linear;  // columns of the first part with a trend, one variance for all of them
  std::vector<int> group;   // of every column; 0 .. groups - 1; no group is in two parts
  int groups = 0;
  struct Part {
    int columns;         // so many after those of the part before
    double logVariance;  // what is believed of it before any data; 0 is all of the targets' variance
  };
  std::vector<Part> parts = {};  // empty: one over all columns
};

// Hyper-parameters: variance of the trend, of the first Matern part, weight (1 / length scale) of each group,
// variance of the noise, of what is linear in all columns, of the Matern parts after the first.
std::shared_ptr<const Covariance> sumCovariance(Parts parts);

}  // namespace kinglet::statistics
