#include "widgets/parallel/parallel_axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinglet::widgets {

ParallelScale::ParallelScale(const ParallelAxis& axis, const std::vector<double>& values)
    : choices_(axis.choices), unit_(axis.unit), logarithmic_(axis.logarithmic) {
  low_ = std::numeric_limits<double>::infinity();
  high_ = -low_;
  for (const double value : values) {
    if (!std::isfinite(value) || (logarithmic_ && value <= 0)) {
      anyAbsent_ = true;
      continue;
    }
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
  }
  if (low_ > high_) low_ = 1, high_ = 1;
}

float ParallelScale::shareOf(double value) const {
  if (!std::isfinite(value) || (choices_.isEmpty() && logarithmic_ && value <= 0)) return kAbsent;
  if (!choices_.isEmpty()) return static_cast<float>((value + 0.5) / static_cast<double>(choices_.size()));
  if (high_ <= low_) return 0.5F;
  const double share =
      logarithmic_ ? std::log(value / low_) / std::log(high_ / low_) : (value - low_) / (high_ - low_);
  return static_cast<float>(std::clamp(share, 0.0, 1.0));
}

double ParallelScale::valueAt(double share) const {
  share = std::clamp(share, 0.0, 1.0);
  if (!choices_.isEmpty()) return share * static_cast<double>(choices_.size()) - 0.5;
  return logarithmic_ ? low_ * std::pow(high_ / low_, share) : low_ + (high_ - low_) * share;
}

QString ParallelScale::textOf(double value) const {
  if (choices_.isEmpty()) return figure(value, unit_);
  return choices_.value(
      std::clamp(static_cast<int>(std::lround(value)), 0, static_cast<int>(choices_.size()) - 1));
}

std::vector<ParallelScale::Tick> ParallelScale::ticks(int room) const {
  std::vector<Tick> ticks;
  if (choices_.isEmpty()) {
    if (high_ <= low_) return {{figure(low_, unit_), 0.5F}};
    return {{figure(low_, unit_), 0}, {figure(high_, unit_), 1}};
  }
  const int all = static_cast<int>(choices_.size());
  const int step = std::max(1, (all + std::max(room, 2) - 1) / std::max(room, 2));
  for (int i = 0; i < all; i += step) ticks.push_back({choices_[i], shareOf(i)});
  return ticks;
}

}  // namespace kinglet::widgets
