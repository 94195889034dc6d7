// The normal distribution of mean 0 and deviation 1.
#pragma once

namespace kinglet::statistics {

double normalDensity(double u);
double normalProbability(double u);  // of a value below u

// The value that lies above a share `probability` of all, 0 < probability < 1, by Newton's method on the
// error function; to 1e-12 between 1e-9 and 1 - 1e-9.
//
// Our own: Boost.Math's inverse gives other last bits for 64 % of the AUCs of up to 59 by 59 clips, so that
// d' of a network would not be what its study holds.
double normalQuantile(double probability);

}  // namespace kinglet::statistics
