// L-BFGS (Liu and Nocedal 1989, "On the limited memory BFGS method for large scale optimization") with a
// backtracking line search: for smooth functions of some dozens of variables.
//
// Our own: with another line search (LBFGS++, dlib) fits end at other last bits, and every suggestion of the
// search hangs on those.
#pragma once

#include <Eigen/Core>
#include <functional>

namespace kinglet::statistics {

// Gives the value and writes the gradient; an infinite value marks a place that is out of bounds.
using SmoothFunction = std::function<double(const Eigen::VectorXd& at, Eigen::VectorXd& gradient)>;

struct Minimum {
  Eigen::VectorXd at;
  double value;
};

// The best place found. Stops after `iterations`, or when a step gains less than `tolerance`, in the
// function's unit. No step moves a variable by more than 1. What the function throws passes through.
Minimum minimise(const SmoothFunction& function, Eigen::VectorXd start, int iterations,
                 double tolerance = 1e-3);

}  // namespace kinglet::statistics
