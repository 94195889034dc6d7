#include "app/window/candidate/clip_filter.h"

#include <algorithm>

#include "app/window/candidate/clip_model.h"

namespace kinglet::window {

ClipFilter::ClipFilter(ClipModel& clips, QObject* parent) : QSortFilterProxyModel(parent), clips_(clips) {
  setSourceModel(&clips);
  setSortRole(Qt::EditRole);
  setFilterKeyColumn(-1);
  setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void ClipFilter::setVerdict(Verdict verdict) {
  verdict_ = verdict;
  invalidateFilter();
}

void ClipFilter::setClass(int index) {
  class_ = index;
  invalidateFilter();
}

void ClipFilter::setWords(const QString& words) {
  setFilterFixedString(words);
}

void ClipFilter::setCell(const std::optional<Cell>& cell) {
  cell_ = cell;
  invalidateFilter();
}

std::vector<int> ClipFilter::clips() const {
  std::vector<int> clips;
  for (int row = 0; row < rowCount(); ++row) clips.push_back(mapToSource(index(row, 0)).row());
  return clips;
}

bool ClipFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const ClipAnswer answer = clips_.answer(row);
  const auto& labels = clips_.labels(row);
  const auto has = [&](int label) { return std::find(labels.begin(), labels.end(), label) != labels.end(); };
  if (verdict_ != Verdict::all && (!answer.isKnown() || answer.right != (verdict_ == Verdict::right)))
    return false;
  if (class_ >= 0 && !has(class_)) return false;
  if (cell_) {
    const auto judgedBy = cell_->ofTest ? study::Heard::opened : study::Heard::held;
    if (answer.ofClass != cell_->answer || !has(cell_->truth) || clips_.heard(row) != judgedBy) return false;
  }
  return QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

}  // namespace kinglet::window
