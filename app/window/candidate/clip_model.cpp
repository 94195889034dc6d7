#include "app/window/candidate/clip_model.h"

#include "data/folds.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {

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
    case kFold:
      return tr("Fold");
    case kSeconds:
      return tr("Length");
    default:
      return {};
  }
}

}  // namespace kinglet::window
