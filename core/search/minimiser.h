// L-BFGS (Liu and Nocedal 1989, "On the limited memory BFGS method for large scale optimization") with a
// backtracking line search: for smooth functions of some dozens of variables.
#pragma once

#include <Eigen/Core>
#include <functional>

namespace kinglet::search {

// Gives the value and writes the gradient; an infinite value marks a place that is out of bounds.
using SmoothFunction = std::function<double(const Eigen::VectorXd& at, Eigen::VectorXd& gradient)>;

struct Minimum {
  Eigen::VectorXd at;
  double value;
};

// Stops after `iterations`, or when a step gains less than `tolerance`. No step moves a variable by more
// than 1.
Minimum minimise(const SmoothFunction& function, Eigen::VectorXd start, int iterations,
                 double tolerance = 1e-3);

}  // namespace kinglet::search
