// A cell with a bar behind its figure: Qt::UserRole holds the share, 0 .. 1.
#pragma once

#include <QStyledItemDelegate>

namespace kinglet::widgets {

class ShareDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace kinglet::widgets
