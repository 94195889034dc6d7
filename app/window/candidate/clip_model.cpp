#include "app/window/candidate/clip_model.h"

#include <QGuiApplication>

#include "data/folds.h"
#include "widgets/look/theme.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {

ClipModel::ClipModel(const DecisionController& decisions, QObject* parent)
    : QAbstractTableModel(parent), decisions_(decisions) {}

void ClipModel::tellAnswers() {
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, kAnswer), index(rowCount() - 1, kAnswer));
}

ClipAnswer ClipModel::answer(int clip) const {
  const auto& answers = decisions_.answers();
  const auto i = static_cast<std::size_t>(clip);
  return i < answers.size() ? answers[i] : ClipAnswer();
}

study::Heard ClipModel::heard(int clip) const {
  const auto& heard = decisions_.heard();
  const auto i = static_cast<std::size_t>(clip);
  return i < heard.size() ? heard[i] : study::Heard::closed;
}

const std::vector<int>& ClipModel::labels(int clip) const {
  return sounds_->dataset().clips[static_cast<std::size_t>(clip)].labels;
}

void ClipModel::setSounds(std::shared_ptr<data::FeatureStore> sounds) {
  beginResetModel();
  sounds_ = std::move(sounds);
  endResetModel();
}

int ClipModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !sounds_ ? 0 : static_cast<int>(sounds_->dataset().clips.size());
}

int ClipModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant ClipModel::data(const QModelIndex& index, int role) const {
  if (!sounds_ || !index.isValid()) return {};
  const auto& dataset = sounds_->dataset();
  const auto& clip = dataset.clips[index.row()];
  if (role == Qt::TextAlignmentRole && index.column() >= kFold) return int(Qt::AlignRight | Qt::AlignVCenter);
  if (index.column() == kAnswer) return answerData(index.row(), role);
  if (role == Qt::ToolTipRole) return QString::fromStdString(clip.name);
  if (role == widgets::kPlainRole && index.column() == kSeconds) return clip.seconds;
  if (role == widgets::kPlainUnitRole && index.column() == kSeconds)
    return widgets::symbolOf(widgets::Unit::second);
  if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
  switch (index.column()) {
    case kName:
      return QString::fromStdString(clip.name);
    case kClass: {
      QStringList names;
      for (const int label : clip.labels) names << QString::fromStdString(dataset.classes[label]);
      return names.join(QStringLiteral(", "));
    }
    case kFold:
      return QString::fromStdString(data::foldName(dataset, clip.fold));
    case kSeconds:
      if (role == Qt::EditRole) return clip.seconds;
      return widgets::figure(clip.seconds, widgets::Unit::second);
    default:
      return {};
  }
}

QVariant ClipModel::answerData(int clip, int role) const {
  const ClipAnswer said = answer(clip);
  const bool closed = heard(clip) == study::Heard::closed;
  if (role == Qt::ToolTipRole)
    return closed ? tr("The test fold is closed: no candidate is asked about its clips during a search.")
                  : standingText(heard(clip));
  if (role == Qt::ForegroundRole && said.isKnown() && heard(clip) == study::Heard::learnt)
    return widgets::Theme(QGuiApplication::palette()).faint;
  if (role == Qt::EditRole)  // wrong ones first, the surest of them first
    return said.isKnown() ? (said.right ? 2.0 - double(said.probability) : -double(said.probability)) : 3.0;
  if (role != Qt::DisplayRole) return {};
  if (!said.isKnown()) return closed && decisions_.canAnswer() ? tr("closed") : QString();
  return QStringLiteral("%1 %2 %3")
      .arg(said.right ? QStringLiteral("✓") : QStringLiteral("✗"),
           QString::fromStdString(sounds_->dataset().classes[static_cast<std::size_t>(said.ofClass)]),
           widgets::figure(100 * double(said.probability), widgets::Unit::percent, 2));
}

QString ClipModel::standingText(study::Heard heard) {
  switch (heard) {
    case study::Heard::held:
      return tr("It never learnt this clip.");
    case study::Heard::learnt:
      return tr("It learnt from this clip, so this proves little.");
    case study::Heard::opened:
      return tr("Of the test fold, which was opened for this candidate.");
    case study::Heard::closed:
      return tr("Of the closed test fold: no candidate is asked about it.");
  }
  return {};
}

QVariant ClipModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return int((section >= kFold ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kName:
      return tr("Clip");
    case kClass:
      return tr("Class");
    case kAnswer:
      return tr("Answer");
    case kFold:
      return tr("Fold");
    case kSeconds:
      return tr("Length");
    default:
      return {};
  }
}

}  // namespace kinglet::window
