// The clips of a data set as a list: name, class, what the chosen network takes them for, fold, length.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "app/window/study/decision_controller.h"
#include "data/feature_store.h"

namespace kinglet::window {

class ClipModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kName, kClass, kAnswer, kFold, kSeconds, kColumns };

  // `decisions` must outlive it.
  explicit ClipModel(const DecisionController& decisions, QObject* parent = nullptr);
  void setSounds(std::shared_ptr<data::FeatureStore> sounds);

  void tellAnswers();  // the network's have changed
  ClipAnswer answer(int clip) const;
  study::Heard heard(int clip) const;
  const std::vector<int>& labels(int clip) const;  // classes

  // How far an answer about such a clip may be believed.
  static QString standingText(study::Heard heard);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QVariant answerData(int clip, int role) const;

  const DecisionController& decisions_;
  std::shared_ptr<data::FeatureStore> sounds_;
};

}  // namespace kinglet::window
