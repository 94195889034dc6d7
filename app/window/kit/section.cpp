#include "app/window/kit/section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/icons.h"

namespace kinglet::window {

Section::Section(const QString& key, const QString& title, QWidget* body, QWidget* parent)
    : QWidget(parent),
      key_(key),
      heading_(new QToolButton(this)),
      summary_(faintLabel({}, this)),
      body_(body) {
  setObjectName(QStringLiteral("section.") + key);
  heading_->setText(title);
  heading_->setAutoRaise(true);
  heading_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  heading_->setIconSize({12, 12});
  QFont bold = heading_->font();
  bold.setBold(true);
  heading_->setFont(bold);
  summary_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

  auto* line = new QHBoxLayout;
  line->setContentsMargins(4, 4, 12, 0);
  line->addWidget(heading_);
  line->addWidget(summary_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 8);
  layout->setSpacing(4);
  layout->addLayout(line);
  layout->addWidget(body_);
  connect(heading_, &QToolButton::clicked, this, [this] {
    setOpen(!open_);
    AppSettings().setLayout(QStringLiteral("section/") + key_, open_ ? "open" : "folded");
  });
  setOpen(AppSettings().layout(QStringLiteral("section/") + key) != "folded");
}

void Section::setSummary(const QString& text) {
  summaryText_ = text;
  fitSummary();
}

// What does not fit beside the heading ends in dots, and is told by the tooltip.
void Section::fitSummary() {
  const QString fitting = fontMetrics().elidedText(summaryText_, Qt::ElideRight, summary_->width());
  summary_->setText(fitting);
  summary_->setToolTip(fitting == summaryText_ ? QString() : summaryText_);
}

void Section::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  layout()->activate();
  fitSummary();
}

void Section::setOpen(bool open) {
  open_ = open;
  heading_->setIcon(icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
  heading_->setAccessibleDescription(open ? tr("unfolded") : tr("folded"));
  body_->setVisible(open);
}

QLabel* faintLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QLabel* headingLabel(const QString& text, double scale, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  QFont font = label->font();
  font.setPointSizeF(font.pointSizeF() * scale);
  font.setBold(true);
  label->setFont(font);
  return label;
}

QWidget* centredPage(QWidget* column) {
  auto* page = new QWidget;
  auto* middle = new QHBoxLayout(page);
  middle->setContentsMargins(0, 0, 0, 0);
  middle->addStretch(1);
  middle->addWidget(column, 100);
  middle->addStretch(1);
  return page;
}

QWidget* scrolledPage(QWidget* page) {
  auto* area = new QScrollArea;
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidget(page);
  area->setFocusProxy(page);
  area->setMinimumHeight(96);
  return area;
}

}  // namespace kinglet::window
