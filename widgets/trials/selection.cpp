#include "widgets/trials/selection.h"

#include <algorithm>

namespace kinglet::widgets {

int Selection::comparedIndex(int trial) const {
  const auto found = std::find(compared_.begin(), compared_.end(), trial);
  return found == compared_.end() ? -1 : static_cast<int>(found - compared_.begin());
}

bool Selection::isCompared(int trial) const {
  return comparedIndex(trial) >= 0;
}

void Selection::select(int trial) {
  if (trial == current_) return;
  current_ = trial;
  Q_EMIT currentChanged(trial);
}

void Selection::hover(int trial) {
  if (trial == hovered_) return;
  hovered_ = trial;
  Q_EMIT hoveredChanged(trial);
}

void Selection::toggleCompared(int trial) {
  if (trial < 0) return;
  const auto found = std::find(compared_.begin(), compared_.end(), trial);
  if (found != compared_.end()) {
    compared_.erase(found);
  } else {
    compared_.push_back(trial);
    if (compared_.size() > kMostCompared) compared_.erase(compared_.begin());
  }
  Q_EMIT comparedChanged();
}

void Selection::clearCompared() {
  if (compared_.empty()) return;
  compared_.clear();
  Q_EMIT comparedChanged();
}

}  // namespace kinglet::widgets
