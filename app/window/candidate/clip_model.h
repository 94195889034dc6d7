// The clips of a data set as a list: name, class, fold, length.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "data/feature_store.h"

namespace kinglet::window {

class ClipModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kName, kClass, kFold, kSeconds, kColumns };

  using QAbstractTableModel::QAbstractTableModel;
  void setSounds(std::shared_ptr<data::FeatureStore> sounds);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::shared_ptr<data::FeatureStore> sounds_;
};

}  // namespace kinglet::window
