// The rows of a table: the trials that are looked at (TrialScope), sorted.
#pragma once

#include <QSortFilterProxyModel>

namespace kinglet::widgets {

class TrialModel;

class TrialFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  // The model must outlive it.
  explicit TrialFilter(TrialModel& model, QObject* parent = nullptr);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  TrialModel& model_;
};

}  // namespace kinglet::widgets
