#include "widgets/look/share_delegate.h"

#include <QPainter>
#include <algorithm>

#include "widgets/look/theme.h"

namespace kinglet::widgets {
namespace {
constexpr int kBar = 72, kGap = 8;
}

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const double share = std::clamp(index.data(Qt::UserRole).toDouble(), 0.0, 1.0);
  const Theme theme(option.palette);
  const QRectF room(option.rect.left() + kGap, option.rect.center().y() - 4, kBar, 9);
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  painter->fillRect(QRectF(room.topLeft(), QSizeF(std::max(1.0, room.width() * share), room.height())),
                    selected ? option.palette.color(QPalette::HighlightedText) : theme.front);
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return QStyledItemDelegate::sizeHint(option, index) + QSize(kBar + 2 * kGap, 0);
}

}  // namespace kinglet::widgets
