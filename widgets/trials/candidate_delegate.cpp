#include "widgets/trials/candidate_delegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <numbers>

#include "energy/energy_model.h"
#include "widgets/look/theme.h"
#include "widgets/text/provenance.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {
namespace {
constexpr int kMark = 9, kGap = 5, kStarSize = 14, kPadding = 6;
}

QPainterPath starPath(const QRectF& box) {
  QPainterPath path;
  const double outer = std::min(box.width(), box.height()) / 2;
  for (int i = 0; i < 10; ++i) {
    const double radius = i % 2 == 0 ? outer : outer * 0.42, angle = std::numbers::pi * (i / 5.0 - 0.5);
    const QPointF corner = box.center() + QPointF(std::cos(angle), std::sin(angle)) * radius;
    i == 0 ? path.moveTo(corner) : path.lineTo(corner);
  }
  path.closeSubpath();
  return path;
}

CandidateDelegate::CandidateDelegate(const Selection& selection, QObject* parent)
    : QStyledItemDelegate(parent), selection_(selection) {}

QRect CandidateDelegate::markBox(const QStyleOptionViewItem& cell, const QString& text) {
  // In a column of its own, as near to the figures as the widest of them lets it.
  const int wide = std::max(cell.fontMetrics.horizontalAdvance(text),
                            cell.fontMetrics.horizontalAdvance(QStringLiteral("8.88 mJ")));
  return {cell.rect.right() - kPadding - wide - kGap - kMark, cell.rect.center().y() - kMark / 2, kMark,
          kMark};
}

void CandidateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  if (index.column() == TrialModel::kStar) option->features &= ~QStyleOptionViewItem::HasCheckIndicator;
}

void CandidateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  // As the style does it, but with room between a right-aligned column and the left-aligned one after it.
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
  const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
  painter->setFont(cell.font);
  painter->setPen(cell.palette.color(
      group, cell.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text));
  const QRect words = cell.rect.adjusted(kPadding, 0, -kPadding, 0);
  painter->drawText(words, static_cast<int>(cell.displayAlignment),
                    cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, words.width()));
  if (cell.state.testFlag(QStyle::State_HasFocus)) {
    QStyleOptionFocusRect focus;
    static_cast<QStyleOption&>(focus) = cell;
    focus.rect = cell.rect;
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, cell.widget);
  }
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QColor paper = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
  const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (index.column() == TrialModel::kStar) {
    QRectF box(0, 0, kStarSize, kStarSize);
    box.moveCenter(QRectF(option.rect).center());
    const bool starred = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    if (starred) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(readable(Theme(option.palette).category(1), paper, 3));
      painter->drawPath(starPath(box));
    } else {
      painter->setPen(QPen(mixed(ink, paper, 0.6), 1));
      painter->drawPath(starPath(box.adjusted(1, 1, -1, -1)));
    }
  } else if (index.column() == TrialModel::kNumber) {
    const int place = selection_.comparedIndex(index.data(TrialModel::kTrialRole).toInt());
    if (place >= 0) {
      painter->fillRect(QRectF(option.rect.left(), option.rect.top() + 2, 4, option.rect.height() - 4),
                        Theme(option.palette).category(place + 1));
    }
  } else if (const QVariant provenance = index.data(TrialModel::kProvenanceRole); provenance.isValid()) {
    paintProvenance(*painter, markBox(cell, cell.text), static_cast<energy::Provenance>(provenance.toInt()),
                    mixed(ink, paper, 0.2));
  }
  painter->restore();
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QSize size = QStyledItemDelegate::sizeHint(option, index);
  if (index.data(TrialModel::kProvenanceRole).isValid()) size.rwidth() += kMark + 2 * kGap;
  return size;
}

bool CandidateDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                    const QStyleOptionViewItem& option, const QModelIndex& index) {
  const bool released = event->type() == QEvent::MouseButtonRelease &&
                        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
  if (index.column() == TrialModel::kStar) {
    const bool key =
        event->type() == QEvent::KeyPress && (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space ||
                                              static_cast<QKeyEvent*>(event)->key() == Qt::Key_Select);
    if (!released && !key) return false;
    const bool starred = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, starred ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
  }
  if (released && index.data(TrialModel::kProvenanceRole).isValid() &&
      markBox(option, index.data(Qt::DisplayRole).toString())
          .adjusted(-kGap, -kGap, kGap, kGap)
          .contains(static_cast<QMouseEvent*>(event)->pos())) {
    Q_EMIT energyClicked(index.data(TrialModel::kTrialRole).toInt());
    return true;
  }
  return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}  // namespace kinglet::widgets
