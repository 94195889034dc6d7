// The rate of samples that lines before a table state.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kinglet::energy {

// Hz, of "Sample interval: 2.048E-05", "Sampling Interval,0.1,ms", "Sample Rate = 10 kHz", "# rate: 1000
// S/s"; nothing where no line states one.
std::optional<double> rateStatedIn(const std::vector<std::string>& preamble);

}  // namespace kinglet::energy
