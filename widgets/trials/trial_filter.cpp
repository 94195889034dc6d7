#include "widgets/trials/trial_filter.h"

#include <cmath>

#include "widgets/trials/trial_model.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {

TrialFilter::TrialFilter(TrialModel& model, QObject* parent) : QSortFilterProxyModel(parent), model_(model) {
  setSourceModel(&model);
  setSortRole(TrialModel::kSortRole);
  setDynamicSortFilter(true);
  connect(&model.scope(), &TrialScope::changed, this, [this] { invalidateFilter(); });
}

bool TrialFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  return model_.inScope(*model_.at(row));
}

bool TrialFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const QVariant a = left.data(TrialModel::kSortRole), b = right.data(TrialModel::kSortRole);
  if (a.typeId() == QMetaType::QString) {
    const int order = QString::localeAwareCompare(a.toString(), b.toString());
    if (order != 0) return order < 0;
  } else {
    const double x = a.toDouble(), y = b.toDouble();
    // What is not known yet stands last, whichever way the table is sorted.
    if (std::isnan(x) != std::isnan(y)) return std::isnan(y) == (sortOrder() == Qt::AscendingOrder);
    if (x != y && !std::isnan(x)) return x < y;
  }
  return left.data(TrialModel::kTrialRole).toInt() < right.data(TrialModel::kTrialRole).toInt();
}

}  // namespace kinglet::widgets
