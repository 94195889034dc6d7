#include "app/window/shell/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/window/kit/style_paint.h"
#include "app/window/shell/command_list.h"

namespace kinglet::window {
namespace {

constexpr int kWidth = 560, kMostRows = 10, kRow = 28, kKeysWidth = 96;

enum Role { kId = Qt::UserRole, kGroup, kKeys };

// The command's drawing and name at the left; its group, faint, and its shortcut at the right.
class RowPainter : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {kWidth - 32, kRow};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const bool chosen = option.state & QStyle::State_Selected;
    const auto& palette = option.palette;
    if (chosen) paint::box(*painter, option.rect, palette.color(QPalette::Highlight), {});
    const QColor ink = palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = chosen ? ink : palette.color(QPalette::PlaceholderText);
    const QRect row = option.rect.adjusted(8, 0, -8, 0);
    const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
    icon.paint(painter, QRect(row.left(), row.center().y() - 8, 16, 16), Qt::AlignCenter,
               chosen ? QIcon::Selected : QIcon::Normal);
    painter->setPen(ink);
    painter->drawText(row.adjusted(28, 0, 0, 0), Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, index.data(kKeys).toString());
    painter->setPen(faint);
    painter->drawText(row.adjusted(0, 0, -kKeysWidth, 0), Qt::AlignVCenter | Qt::AlignRight,
                      index.data(kGroup).toString());
  }
};

}  // namespace

CommandPalette::CommandPalette(const Commands& commands, QWidget* window)
    : QFrame(window), commands_(commands), field_(new QLineEdit), list_(new QListWidget) {
  setObjectName(QStringLiteral("commandPalette"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  auto* shadow = new QGraphicsDropShadowEffect(this);
  shadow->setBlurRadius(32);
  shadow->setOffset(0, 8);
  shadow->setColor(QColor(0, 0, 0, 90));
  setGraphicsEffect(shadow);

  field_->setPlaceholderText(tr("Find a command"));
  field_->setAccessibleName(tr("Find a command"));
  field_->setClearButtonEnabled(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setUniformItemSizes(true);
  list_->setItemDelegate(new RowPainter(list_));
  list_->setAccessibleName(tr("Commands"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(field_);
  layout->addWidget(list_);

  connect(field_, &QLineEdit::textChanged, this, &CommandPalette::refresh);
  connect(list_, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
  field_->installEventFilter(this);
  qApp->installEventFilter(this);
  hide();
}

int CommandPalette::score(const QString& typed, const QString& text) {
  int points = 0, at = 0;
  for (const QChar letter : typed.simplified()) {
    if (letter.isSpace()) continue;
    int found = -1, best = -1;
    for (int i = at; i < text.size(); ++i) {
      if (text[i].toLower() != letter.toLower()) continue;
      const bool begins = i == 0 || !text[i - 1].isLetterOrNumber();
      const int worth = i == at && at > 0 ? 6 : begins ? 8 : 1;
      if (worth > best) best = worth, found = i;
      if (begins || i == at) break;
    }
    if (found < 0) return -1;
    points += best;
    at = found + 1;
  }
  return points * 8 - static_cast<int>(text.size()) / 8;
}

void CommandPalette::open() {
  field_->clear();
  refresh();
  show();
  raise();
  field_->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::refresh() {
  std::vector<std::pair<int, const Commands::Entry*>> found;
  for (const auto& entry : commands_.all()) {
    if (!entry.action->isEnabled()) continue;
    const QString name = entry.action->text().remove(QLatin1Char('&'));
    const int points =
        std::max(score(field_->text(), name), score(field_->text(), entry.group + u' ' + name) - 4);
    if (field_->text().trimmed().isEmpty() || points >= 0) found.emplace_back(points, &entry);
  }
  if (!field_->text().trimmed().isEmpty())
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });

  list_->clear();
  for (const auto& [points, entry] : found) {
    auto* item =
        new QListWidgetItem(entry->action->icon(), entry->action->text().remove(QLatin1Char('&')), list_);
    item->setData(kId, entry->id);
    item->setData(kGroup, entry->group);
    item->setData(kKeys, entry->action->shortcut().toString(QKeySequence::NativeText));
    item->setToolTip(entry->action->whatsThis());
  }
  if (found.empty()) {
    auto* item = new QListWidgetItem(tr("No command of that name"), list_);
    item->setFlags(Qt::NoItemFlags);
  }
  list_->setCurrentRow(0);
  const int rows = std::clamp(list_->count(), 1, kMostRows);
  list_->setFixedHeight(rows * kRow + 4);
  const int width = std::min(kWidth, parentWidget()->width() - 32);
  setFixedWidth(width);
  adjustSize();
  move((parentWidget()->width() - width) / 2, std::max(48, parentWidget()->height() / 8));
}

// The command runs after the palette is gone, so that what it opens gets the focus.
void CommandPalette::runCurrent() {
  const auto* item = list_->currentItem();
  QAction* action = item ? commands_.find(item->data(kId).toString()) : nullptr;
  if (!action) return;
  hide();
  parentWidget()->setFocus();
  QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (!isVisible()) return QFrame::eventFilter(watched, event);
  if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
    const auto* widget = static_cast<QWidget*>(watched);
    if (widget != this && !isAncestorOf(widget) && widget->window() == window()) hide();
  }
  // Escape is also a command of the window's: here it is ours.
  if (watched == field_ && event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  if (watched != field_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
      hide();
      parentWidget()->setFocus();
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      runCurrent();
      return true;
    case Qt::Key_Down:
      list_->setCurrentRow(std::min(list_->currentRow() + 1, list_->count() - 1));
      return true;
    case Qt::Key_Up:
      list_->setCurrentRow(std::max(list_->currentRow() - 1, 0));
      return true;
    default:
      return QFrame::eventFilter(watched, event);
  }
}

}  // namespace kinglet::window
