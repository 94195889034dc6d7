#include "app/window/kit/notice.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/window/kit/icons.h"
#include "diagnosis/log.h"
#include "diagnosis/outside.h"
#include "widgets/look/theme.h"

namespace kinglet::window {
namespace {

QString signOf(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::info:
      return QStringLiteral("info");
    case NoticeKind::done:
      return QStringLiteral("done");
    case NoticeKind::warning:
      return QStringLiteral("warning");
    case NoticeKind::error:
      return QStringLiteral("error");
  }
  return {};
}

}  // namespace

NoticeContent writtenNotice(const QString& path, const QString& more) {
  const QString folder = QFileInfo(path).absolutePath();
  const QString written = Notice::tr("Written to %1.").arg(QDir::toNativeSeparators(path));
  return {NoticeKind::done,
          more.isEmpty() ? written : written + u' ' + more,
          {},
          {{Notice::tr("Show the folder"),
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}}};
}

Notice::Notice(NoticeContent content, QWidget* parent)
    : QFrame(parent), content_(std::move(content)), sign_(new QLabel(this)) {
  auto* text = new QLabel(content_.text);
  text->setWordWrap(true);
  text->setTextFormat(Qt::PlainText);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  text->setMinimumWidth(80);
  auto* close = new QToolButton;
  close->setIcon(icon(QStringLiteral("close")));
  close->setIconSize({12, 12});
  close->setAutoRaise(true);
  close->setToolTip(tr("Close this message"));
  close->setAccessibleName(tr("Close this message"));
  connect(close, &QToolButton::clicked, this, &Notice::closed);

  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  line->addWidget(sign_, 0, Qt::AlignTop);
  line->addWidget(text, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 6, 6, 6);
  layout->setSpacing(4);
  layout->addLayout(line);

  // One button fits beside the text; more would squeeze it, in a narrow panel most of all.
  QHBoxLayout* buttons = line;
  const bool folds = !content_.details.isEmpty();
  if (folds || content_.actions.size() > 1) {
    buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addSpacing(folds ? 18 : 24);
    layout->addLayout(buttons);
  }
  if (folds) {
    auto* details = new QLabel(content_.details);
    details->setWordWrap(true);
    details->setTextFormat(Qt::PlainText);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->setIndent(24);
    details->hide();
    auto* fold = new QToolButton;
    fold->setText(tr("Details"));
    fold->setCheckable(true);
    fold->setAutoRaise(true);
    fold->setArrowType(Qt::RightArrow);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(fold, &QToolButton::toggled, this, [fold, details](bool open) {
      fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
      details->setVisible(open);
    });
    buttons->addWidget(fold, 0, Qt::AlignTop);
    layout->addWidget(details);
  }
  for (const auto& action : content_.actions) {
    auto* button = new QPushButton(action.text);
    connect(button, &QPushButton::clicked, this, [this, run = action.run] {
      if (run) run();
      Q_EMIT closed();
    });
    buttons->addWidget(button, 0, Qt::AlignTop);
  }
  if (buttons != line) buttons->addStretch(1);
  line->addWidget(close, 0, Qt::AlignTop);
  setAccessibleName(content_.text);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  drawSign();
}

QColor Notice::ink() const {
  const auto theme = widgets::Theme::of(this);
  switch (content_.kind) {
    case NoticeKind::info:
      return theme.selection;
    case NoticeKind::done:
      return theme.front;
    case NoticeKind::warning:
    case NoticeKind::error:
      return theme.warning;
  }
  return theme.text;
}

void Notice::drawSign() {
  sign_->setPixmap(iconPixmap(signOf(content_.kind), 18, ink(), devicePixelRatioF()));
}

void Notice::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) drawSign();
  QFrame::changeEvent(event);
}

// A tint of its colour and a firm edge at the left; the sign tells the kind without the colour.
void Notice::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), widgets::mixed(palette().color(QPalette::Window), ink(), 0.12));
  painter.fillRect(QRect(0, 0, 3, height()), ink());
}

NoticeArea::NoticeArea(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  hide();
}

Notice* NoticeArea::show(const QString& key, NoticeContent content) {
  dismiss(key);
  if (content.kind == NoticeKind::error)
    diagnosis::log(diagnosis::Level::info, "window",
                   "shows the error " + diagnosis::outside(content.text.toStdString()));
  auto* notice = new Notice(std::move(content), this);
  notice->setObjectName(key);
  connect(notice, &Notice::closed, this, [this, key] { dismiss(key); });
  layout_->addWidget(notice);
  QWidget::show();
  return notice;
}

// deleteLater, because a notice is often closed by a button of its own.
void NoticeArea::dismiss(const QString& key) {
  if (Notice* notice = find(key)) {
    layout_->removeWidget(notice);
    notice->setObjectName({});
    notice->hide();
    notice->deleteLater();
  }
  if (layout_->count() == 0) hide();
}

void NoticeArea::dismissAll() {
  dismissAllBut({});
}

void NoticeArea::dismissAllBut(const QString& key) {
  for (const auto* notice : findChildren<Notice*>(Qt::FindDirectChildrenOnly))
    if (notice->objectName() != key) dismiss(notice->objectName());
}

Notice* NoticeArea::find(const QString& key) const {
  return key.isEmpty() ? nullptr : findChild<Notice*>(key, Qt::FindDirectChildrenOnly);
}

}  // namespace kinglet::window
