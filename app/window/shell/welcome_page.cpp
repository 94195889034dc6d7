#include "app/window/shell/welcome_page.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/card_button.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"

namespace kinglet::window {
namespace {

constexpr int kColumn = 880;

}  // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QScrollArea(parent), notices_(new NoticeArea), recent_(new QWidget) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  auto* logo = new QLabel;
  logo->setPixmap(applicationIcon().pixmap(QSize(88, 88), devicePixelRatioF()));
  auto* name = headingLabel(QStringLiteral("Kinglet"), 2.0);
  auto* claim = new QLabel(
      tr("Finds neural networks that listen all day on a battery: the best trade-offs of accuracy, "
         "energy and memory for your sounds."));
  claim->setWordWrap(true);
  QFont large = claim->font();
  large.setPointSizeF(large.pointSizeF() * 1.1);
  claim->setFont(large);
  auto* words = new QVBoxLayout;
  words->addStretch(1);
  words->addWidget(name);
  words->addWidget(claim);
  words->addStretch(1);
  auto* head = new QHBoxLayout;
  head->setSpacing(24);
  head->addWidget(logo);
  head->addLayout(words, 1);

  demo_ = new CardButton(
      QStringLiteral("demo"), tr("Watch a demo search"),
      tr("Starts at once, on sounds that Kinglet makes itself. The first network is on the plot "
         "within half a minute."));
  auto* sounds = new CardButton(QStringLiteral("sounds"), tr("Search for your sounds"),
                                tr("Choose a folder of labelled recordings, a device and its limits."));
  auto* open = new CardButton(QStringLiteral("open"), tr("Open a study"),
                              tr("Look at a search, or go on where it stopped."));
  auto* cards = new QHBoxLayout;
  cards->setSpacing(16);
  for (auto* card : {demo_, sounds, open}) cards->addWidget(card);

  recentLayout_ = new QVBoxLayout(recent_);
  recentLayout_->setContentsMargins(0, 0, 0, 0);
  recentLayout_->setSpacing(0);
  auto* guide = new QToolButton;
  guide->setAutoRaise(true);
  guide->setText(tr("New here? What a front is, what a MAC is, and how to read the plot"));
  guide->setIcon(icon(QStringLiteral("help")));
  guide->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* drop = faintLabel(tr("A folder of sounds or a study can also be dropped anywhere on this window."));
  drop->setWordWrap(true);

  auto* column = new QWidget;
  column->setMaximumWidth(kColumn);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(24, 24, 24, 24);
  layout->setSpacing(16);
  layout->addStretch(2);
  layout->addWidget(notices_);
  layout->addLayout(head);
  layout->addSpacing(8);
  layout->addLayout(cards);
  layout->addSpacing(8);
  layout->addWidget(recent_);
  layout->addWidget(guide, 0, Qt::AlignLeft);
  layout->addWidget(drop);
  layout->addStretch(3);
  setWidget(centredPage(column));

  connect(demo_, &QAbstractButton::clicked, this, &WelcomePage::demoRequested);
  connect(sounds, &QAbstractButton::clicked, this, &WelcomePage::newStudyRequested);
  connect(open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
  connect(guide, &QAbstractButton::clicked, this, &WelcomePage::guideRequested);
  refreshRecent();
}

void WelcomePage::refreshRecent() {
  while (auto* item = recentLayout_->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  const auto paths = AppSettings().recentStudies();
  recent_->setVisible(!paths.isEmpty());
  if (paths.isEmpty()) return;
  recentLayout_->addWidget(headingLabel(tr("Lately open"), 1.0));
  for (const auto& path : paths) {
    const QFileInfo file(path);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(icon(QStringLiteral("recent")));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setText(file.completeBaseName());
    button->setToolTip(path);
    auto* place = faintLabel(fontMetrics().elidedText(file.absolutePath(), Qt::ElideMiddle, 360));
    auto* when = faintLabel(locale().toString(file.lastModified(), QLocale::ShortFormat));
    line->addWidget(button);
    line->addWidget(place, 1);
    line->addWidget(when);
    recentLayout_->addWidget(row);
    connect(button, &QToolButton::clicked, this, [this, path] { Q_EMIT recentRequested(path); });
  }
}

}  // namespace kinglet::window
