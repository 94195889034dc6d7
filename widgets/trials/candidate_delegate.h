// Paints what plain cells cannot: stars, provenance marks, the colour of a compared candidate.
#pragma once

#include <QStyledItemDelegate>

namespace kinglet::widgets {

class Selection;

class CandidateDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  CandidateDelegate(const Selection& selection, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 Q_SIGNALS:
  void energyClicked(int trial);

 protected:
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

 private:
  static QRect markBox(const QStyleOptionViewItem& cell, const QString& text);
  const Selection& selection_;
};

// A five-pointed star around the middle of a box.
QPainterPath starPath(const QRectF& box);

}  // namespace kinglet::widgets
