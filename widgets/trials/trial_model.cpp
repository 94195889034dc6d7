#include "widgets/trials/trial_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "search/pareto.h"
#include "study/trial.h"
#include "widgets/text/message_text.h"
#include "widgets/text/provenance.h"
#include "widgets/text/strategy_text.h"
#include "widgets/text/table_text.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

using Objectives = std::array<double, 3>;

Objectives objectives(const study::Trial& trial) {
  const BatteryUse none;
  return {valueOf(trial, Quantity::error, none), trial.costFigure(), valueOf(trial, Quantity::memory, none)};
}

bool mayJoinFront(const study::Trial& trial) {
  return trial.state == study::TrialState::finished && trial.baseline.empty() &&
         std::isfinite(objectives(trial)[0]);
}

}  // namespace

TrialModel::TrialModel(QObject* parent) : QAbstractTableModel(parent), scope_(new TrialScope(this)) {
  battery_.name = tr("phone");
  connect(scope_, &TrialScope::changed, this, &TrialModel::forgetScope);  // before any view hears of it
}

void TrialModel::put(const std::vector<TrialPtr>& batch) {
  if (batch.empty()) return;
  forgetScope();
  std::vector<TrialPtr> fresh;
  std::vector<int> changed;
  QHash<int, std::size_t> place;
  bool rebuildFront = false, grewFront = false, onlyProgress = true;
  for (const TrialPtr& trial : batch) {
    const bool running = trial->state == study::TrialState::running;
    if (!running) progress_.remove(trial->number);
    if (const int row = rowOf(trial->number); row >= 0) {
      onlyProgress &= running && trials_[row]->state == study::TrialState::running;
      // A trial of the front that now says something else: others may come back onto the front.
      rebuildFront |= onFront(trial->number) &&
                      (!mayJoinFront(*trial) || objectives(*trial) != objectives(*trials_[row]));
      trials_[row] = trial;
      changed.push_back(row);
    } else if (const auto found = place.constFind(trial->number); found != place.constEnd()) {
      fresh[*found] = trial;
    } else {
      place.insert(trial->number, fresh.size());
      fresh.push_back(trial);
    }
    const QString strategy = QString::fromStdString(trial->origin.strategy);
    if (trial->baseline.empty() && !strategy.isEmpty() &&
        std::find(strategies_.begin(), strategies_.end(), strategy) == strategies_.end()) {
      strategies_.push_back(strategy);
    }
  }
  const int before = count();
  if (!fresh.empty()) {
    beginInsertRows({}, before, before + static_cast<int>(fresh.size()) - 1);
    for (const TrialPtr& trial : fresh) {
      rows_.insert(trial->number, count());
      trials_.push_back(trial);
    }
    endInsertRows();
  }
  if (rebuildFront) {
    refreshFront();
  } else {
    for (const TrialPtr& trial : batch) grewFront |= joinFront(*find(trial->number));
  }
  if (rebuildFront || grewFront) forgetScope();
  if (static_cast<int>(changed.size()) > before / 2) {
    Q_EMIT dataChanged(index(0, 0), index(before - 1, kColumns - 1));
  } else {
    for (const int row : changed) Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
  }
  if (rebuildFront || grewFront) {
    // Others may have left the front, which their state tells.
    Q_EMIT dataChanged(index(0, kState), index(count() - 1, kState), {Qt::DisplayRole, kSortRole});
    Q_EMIT frontChanged();
  }
  Q_EMIT trialsChanged(onlyProgress && fresh.empty());
}

bool TrialModel::joinFront(const study::Trial& trial) {
  if (!mayJoinFront(trial) || onFront_.contains(trial.number)) return false;
  const Objectives mine = objectives(trial);
  for (const int other : front_) {
    const Objectives theirs = objectives(*find(other));
    if (theirs == mine || search::dominates(theirs, mine)) return false;
  }
  std::erase_if(front_, [&](int other) {
    const bool beaten = search::dominates(mine, objectives(*find(other)));
    if (beaten) onFront_.remove(other);
    return beaten;
  });
  const auto place = std::find_if(front_.begin(), front_.end(),
                                  [&](int other) { return find(other)->energyMj() > trial.energyMj(); });
  front_.insert(place, trial.number);
  onFront_.insert(trial.number);
  return true;
}

void TrialModel::refreshFront() {
  front_.clear();
  onFront_.clear();
  for (const TrialPtr& trial : trials_) joinFront(*trial);
}

void TrialModel::setProgress(int trial, const ShownProgress& progress) {
  const int row = rowOf(trial);
  if (row < 0 || trials_[row]->state != study::TrialState::running) return;
  progress_.insert(trial, progress);
  const QModelIndex cell = index(row, kState);
  Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, kSortRole});
}

void TrialModel::setBattery(const BatteryUse& battery) {
  battery_ = battery;
  forgetScope();
  if (count() > 0) Q_EMIT dataChanged(index(0, kBattery), index(count() - 1, kBatteryLife));
  Q_EMIT batteryChanged();
}

void TrialModel::clear() {
  if (count() > 0) {
    beginRemoveRows({}, 0, count() - 1);
    trials_.clear();
    rows_.clear();
    endRemoveRows();
  }
  progress_.clear();
  forgetScope();
  front_.clear();
  onFront_.clear();
  strategies_.clear();
  scope_->clearBrushes();  // of parameters that the next study may not have
  Q_EMIT frontChanged();
  Q_EMIT trialsChanged(false);
}

TrialPtr TrialModel::find(int trial) const {
  const int row = rowOf(trial);
  return row < 0 ? nullptr : trials_[row];
}

int TrialModel::rowOf(int trial) const {
  return rows_.value(trial, -1);
}

std::optional<ShownProgress> TrialModel::progressOf(int trial) const {
  const auto found = progress_.constFind(trial);
  return found == progress_.constEnd() ? std::nullopt : std::optional(*found);
}

bool TrialModel::onFront(int trial) const {
  return onFront_.contains(trial);
}

bool TrialModel::inScope(const study::Trial& trial) const {
  if (scope_->everything()) return true;
  const int row = rowOf(trial.number);
  if (row < 0 || trials_[static_cast<std::size_t>(row)].get() != &trial)
    return scope_->contains(trial, onFront(trial.number), battery_);
  known_.resize(trials_.size(), Known::not_yet);
  Known& known = known_[static_cast<std::size_t>(row)];
  if (known == Known::not_yet)
    known = scope_->contains(trial, onFront(trial.number), battery_) ? Known::inside : Known::outside;
  return known == Known::inside;
}

std::vector<int> TrialModel::front() const {
  return front_;
}

int TrialModel::strategyIndex(const study::Trial& trial) const {
  if (!trial.baseline.empty()) return -1;
  const auto found =
      std::find(strategies_.begin(), strategies_.end(), QString::fromStdString(trial.origin.strategy));
  return found == strategies_.end() ? -1 : static_cast<int>(found - strategies_.begin());
}

std::optional<Quantity> TrialModel::quantityOfColumn(int column) {
  switch (column) {
    case kNumber:
      return Quantity::trial;
    case kAccuracy:
      return Quantity::accuracy;
    case kEnergy:
      return Quantity::energy;
    case kPower:
      return Quantity::power;
    case kFlash:
      return Quantity::flash;
    case kRam:
      return Quantity::ram;
    case kMemory:
      return Quantity::memory;
    case kMacs:
      return Quantity::macs;
    case kParams:
      return Quantity::params;
    case kLatency:
      return Quantity::latency;
    case kBattery:
      return Quantity::battery;
    case kBatteryLife:
      return Quantity::batteryLife;
    case kBalanced:
      return Quantity::balancedAccuracy;
    case kMap:
      return Quantity::map;
    case kEpochs:
      return Quantity::epochs;
    case kSeconds:
      return Quantity::seconds;
    default:
      return {};
  }
}

QString TrialModel::stateText(const study::Trial& trial) {
  switch (trial.state) {
    case study::TrialState::running:
      return tr("running");
    case study::TrialState::finished:
      return tr("finished");
    case study::TrialState::stoppedEarly:
      return tr("stopped early");
    case study::TrialState::failed:
      return tr("failed");
    case study::TrialState::preempted:
      return tr("interrupted");
    case study::TrialState::bad:
      return tr("cannot be trained");
  }
  return {};
}

int TrialModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

int TrialModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant TrialModel::display(const study::Trial& trial, int column) const {
  switch (column) {
    case kStar:
      return {};
    case kNumber:
      return trial.baseline.empty() ? QString::number(trial.number) : QString::fromStdString(trial.baseline);
    case kState:
      if (const auto progress = progressOf(trial.number)) {
        return tr("epoch %1/%2").arg(progress->epoch).arg(progress->epochs);
      }
      return onFront(trial.number) ? tr("on the front") : stateText(trial);
    case kStrategy:
      return trial.baseline.empty() ? strategyName(trial.origin.strategy) : tr("baseline");
    case kNote:
      return QString::fromStdString(trial.note);
    case kSeconds:
      return duration(trial.seconds);
    default: {
      const Quantity quantity = *quantityOfColumn(column);
      return figure(valueOf(trial, quantity, battery_), unitOf(quantity));
    }
  }
}

QVariant TrialModel::sortKey(const study::Trial& trial, int column) const {
  switch (column) {
    case kStar:
      return trial.starred ? 1 : 0;
    case kNumber:
      return trial.number;
    case kState: {
      const auto progress = progressOf(trial.number);
      const double share =
          progress && progress->epochs > 0 ? (progress->epoch + progress->share) / (progress->epochs + 2) : 0;
      return onFront(trial.number) ? -1.0 : static_cast<int>(trial.state) + share;
    }
    case kStrategy:
    case kNote:
      return display(trial, column);
    default:
      return valueOf(trial, *quantityOfColumn(column), battery_);
  }
}

QVariant TrialModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const study::Trial& trial = *trials_[index.row()];
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return display(trial, column);
    case Qt::EditRole:
      return column == kNote ? QString::fromStdString(trial.note) : QVariant();
    case Qt::CheckStateRole:
      return column == kStar ? QVariant(trial.starred ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
      return int(Qt::AlignVCenter |
                 (quantityOfColumn(column) && (column != kNumber || trial.baseline.empty()) ? Qt::AlignRight
                                                                                            : Qt::AlignLeft));
    case Qt::ToolTipRole:
      if (column == kEnergy || column == kBattery || column == kBatteryLife)
        return energyToolTip(trial.energy);
      if (column == kState && !trial.reason.empty()) return messageText(trial.reason);
      if (column == kStar)
        return trial.starred ? tr("Starred. Click to take the star away") : tr("Click to star");
      if (const auto quantity = quantityOfColumn(column)) {
        return tr("%1: %2").arg(nameOf(*quantity), display(trial, column).toString());
      }
      return {};
    case Qt::AccessibleTextRole:
      if (column == kStar) return trial.starred ? tr("starred") : tr("not starred");
      return display(trial, column);
    case kSortRole:
      return sortKey(trial, column);
    case kTrialRole:
      return trial.number;
    case kPlainRole:
      if (column == kStar) return trial.starred ? 1 : 0;
      if (column == kNumber) return trial.baseline.empty() ? QVariant(trial.number) : QVariant();
      if (const auto quantity = quantityOfColumn(column)) return valueOf(trial, *quantity, battery_);
      return {};
    case kPlainUnitRole:
      if (const auto quantity = quantityOfColumn(column)) return symbolOf(unitOf(*quantity));
      return {};
    case kProvenanceRole:
      return column == kEnergy || column == kBattery || column == kBatteryLife
                 ? QVariant(static_cast<int>(trial.energy.provenance))
                 : QVariant();
    default:
      return {};
  }
}

QVariant TrialModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) return {};
  const auto quantity = quantityOfColumn(section);
  if (role == Qt::TextAlignmentRole) {
    return int(Qt::AlignVCenter | (quantity ? Qt::AlignRight : Qt::AlignLeft));
  }
  if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
    if (section == kStar) return tr("Star");
    return quantity ? nameOf(*quantity) : headerData(section, orientation, Qt::DisplayRole);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kStar:
      return QString(QChar(0x2605));
    case kNumber:
      return tr("Trial");
    case kState:
      return tr("State");
    case kStrategy:
      return tr("Proposed by");
    case kNote:
      return tr("Note");
    default:
      return headerOf(*quantity);
  }
}

bool TrialModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || index.row() >= count()) return false;
  const study::Trial& trial = *trials_[index.row()];
  if (index.column() == kStar && role == Qt::CheckStateRole) {
    Q_EMIT starToggled(trial.number, value.toInt() == Qt::Checked);
    return true;
  }
  if (index.column() == kNote && role == Qt::EditRole) {
    Q_EMIT noteEdited(trial.number, value.toString());
    return true;
  }
  return false;
}

Qt::ItemFlags TrialModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  if (index.column() == kStar) flags |= Qt::ItemIsUserCheckable;
  if (index.column() == kNote) flags |= Qt::ItemIsEditable;
  return flags;
}

}  // namespace kinglet::widgets
