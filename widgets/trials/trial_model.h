// trials/: the trials as a model, their selection, filter and table. Calls text/ and look/; the rooms of
// views call it.
//
// All trials of a study as a table; every view of them reads from here. Updated in batches, never reset.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <memory>
#include <optional>
#include <vector>

#include "study/trial.h"
#include "widgets/text/quantity.h"

namespace kinglet::widgets {

class TrialScope;

using TrialPtr = std::shared_ptr<const study::Trial>;

// How far a running trial has come; lost when a result arrives.
struct ShownProgress {
  int epoch = 0, epochs = 0;
  double share = 0;  // of the epoch, 0 .. 1
};

// One row a trial, in the order of arrival; the columns are fixed (see Column), views choose which they show.
// Window thread only.
class TrialModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    kStar,
    kNumber,
    kState,
    kAccuracy,
    kEnergy,
    kFlash,
    kRam,
    kMemory,
    kMacs,
    kParams,
    kLatency,
    kBattery,
    kBatteryLife,
    kBalanced,
    kMap,
    kEpochs,
    kSeconds,
    kStrategy,
    kNote,
    kPower,
    kColumns
  };
  // Beside DisplayRole (a figure with its unit): kSortRole is a number or text that orders, kTrialRole the
  // trial's number, kProvenanceRole an energy::Provenance as int (energy columns only).
  enum Role { kSortRole = Qt::UserRole, kTrialRole, kProvenanceRole };

  explicit TrialModel(QObject* parent = nullptr);

  // Inserts or replaces by trial number: one insertion and at most a few dataChanged for the whole batch.
  void put(const std::vector<TrialPtr>& batch);
  void setProgress(int trial, const ShownProgress& progress);  // only the state column repaints
  void setBattery(const BatteryUse& battery);
  const BatteryUse& battery() const { return battery_; }
  // Forgets all trials (another study was opened): rows are removed, the model is not reset.
  void clear();

  // Which of them are looked at; with the model it outlives all views.
  TrialScope& scope() { return *scope_; }
  const TrialScope& scope() const { return *scope_; }
  bool inScope(const study::Trial& trial) const;

  int count() const { return static_cast<int>(trials_.size()); }
  const TrialPtr& at(int row) const { return trials_[row]; }
  TrialPtr find(int trial) const;  // null when there is none
  int rowOf(int trial) const;      // -1 when there is none
  std::optional<ShownProgress> progressOf(int trial) const;
  bool onFront(int trial) const;   // of the study's objectives; finished trials only
  std::vector<int> front() const;  // trial numbers, by energy
  std::vector<QString> strategies() const { return strategies_; }  // in the order they appeared
  int strategyIndex(const study::Trial& trial) const;              // its colour; -1 for a baseline

  static std::optional<Quantity> quantityOfColumn(int column);
  static QString stateText(const study::Trial& trial);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value,
               int role) override;  // only asks: see starToggled
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 Q_SIGNALS:
  // The person wants it so; the owner of the study stores it and puts the changed trial.
  void starToggled(int trial, bool starred);
  void noteEdited(int trial, const QString& note);
  // Once a batch, after the rows: plots repaint on it. onlyProgress: of trials alone that were running and are.
  void trialsChanged(bool onlyProgress);
  void frontChanged();
  void batteryChanged();

 private:
  QVariant display(const study::Trial& trial, int column) const;
  QVariant sortKey(const study::Trial& trial, int column) const;
  bool joinFront(const study::Trial& trial);  // whether the front changed
  void refreshFront();
  void forgetScope() { known_.clear(); }  // who is in it is asked anew

  std::vector<TrialPtr> trials_;
  QHash<int, int> rows_;
  QHash<int, ShownProgress> progress_;
  std::vector<int> front_;
  QSet<int> onFront_;
  std::vector<QString> strategies_;
  BatteryUse battery_;
  TrialScope* scope_;
  // By row, whether it is in the scope: every view asks for every trial after each letter of a filter.
  enum class Known : char { not_yet, inside, outside };
  mutable std::vector<Known> known_;
};

}  // namespace kinglet::widgets
