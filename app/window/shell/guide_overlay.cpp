#include "app/window/shell/guide_overlay.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/section.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/trials/candidate_table.h"

namespace kinglet::window {
namespace {

constexpr int kCardWidth = 340, kGap = 16;

}  // namespace

std::vector<GuideStep> workbenchGuide(const Workbench& workbench) {
  return {
      {workbench.plot(), GuideOverlay::tr("Every point is a network"),
       GuideOverlay::tr(
           "Further left takes less energy, further down makes fewer errors, larger needs more memory. The "
           "line "
           "is the front: networks that no other beats in all respects. Your choice lies on it.")},
      {workbench.table(), GuideOverlay::tr("The same candidates as a table"),
       GuideOverlay::tr("Sort by a click on a heading, filter by words such as energy<0.5 or front, star "
                        "what you like. What "
                        "you choose here is chosen everywhere.")},
      {workbench.candidatePanel(), GuideOverlay::tr("All about one network"),
       GuideOverlay::tr(
           "Its layers with what each costs in MACs (multiply-accumulates) and energy, its learning curve, "
           "the "
           "sounds as it hears them, and the closed test fold for the moment you have decided.")},
      {workbench.studyPanel(), GuideOverlay::tr("What is searched for"),
       GuideOverlay::tr("Limits, battery and early stopping can be changed while the search runs. A "
                        "candidate over a limit is "
                        "never trained. Mistakes are taken back with Ctrl-Z.")},
  };
}

GuideOverlay::GuideOverlay(QWidget* window)
    : QWidget(window),
      card_(new QWidget(this)),
      title_(headingLabel({}, 1.2)),
      text_(new QLabel),
      count_(faintLabel({})),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton) {
  setFocusPolicy(Qt::StrongFocus);
  card_->setAutoFillBackground(true);
  card_->setFixedWidth(kCardWidth);
  text_->setWordWrap(true);
  next_->setProperty("primary", true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(count_);
  buttons->addStretch(1);
  buttons->addWidget(back_);
  buttons->addWidget(next_);
  auto* layout = new QVBoxLayout(card_);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->addWidget(title_);
  layout->addWidget(text_);
  layout->addSpacing(4);
  layout->addLayout(buttons);
  connect(back_, &QPushButton::clicked, this, [this] { go(step_ - 1); });
  connect(next_, &QPushButton::clicked, this, [this] { go(step_ + 1); });
  window->installEventFilter(this);
  hide();
}

void GuideOverlay::begin(std::vector<GuideStep> steps) {
  steps_ = std::move(steps);
  setGeometry(parentWidget()->rect());
  show();
  raise();
  go(0);
}

void GuideOverlay::finish() {
  if (step_ < 0) return;
  step_ = -1;
  hide();
  AppSettings().setGuideSeen();
}

void GuideOverlay::go(int step) {
  if (step < 0) return;
  if (step >= static_cast<int>(steps_.size())) return finish();
  step_ = step;
  title_->setText(steps_[step].title);
  text_->setText(steps_[step].text);
  count_->setText(tr("%1 of %2").arg(step + 1).arg(steps_.size()));
  back_->setVisible(step > 0);
  next_->setText(step + 1 < static_cast<int>(steps_.size()) ? tr("Next") : tr("Done"));
  card_->setFixedHeight(card_->layout()->heightForWidth(kCardWidth));
  // Beside what is lit, where there is room; otherwise within it.
  const QRect part = lit();
  const int height = card_->height();
  int x = part.right() + kGap, y = part.top() + kGap;
  if (x + kCardWidth > width()) x = part.left() - kGap - kCardWidth;
  if (x < 0) x = std::max(kGap, part.center().x() - kCardWidth / 2);
  y = std::clamp(y, kGap, std::max(kGap, this->height() - height - kGap));
  card_->move(x, y);
  next_->setFocus();
  update();
}

QRect GuideOverlay::lit() const {
  if (step_ < 0 || !steps_[step_].part) return {};
  const QWidget* part = steps_[step_].part;
  return QRect(part->mapTo(parentWidget(), QPoint(0, 0)), part->size());
}

void GuideOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath shade;
  shade.addRect(rect());
  shade.addRoundedRect(lit(), 6, 6);
  painter.fillPath(shade, QColor(0, 0, 0, 120));
  painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
  painter.drawRoundedRect(lit(), 6, 6);
}

// While the guide runs, keys are its own and no command's.
bool GuideOverlay::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void GuideOverlay::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return finish();
    case Qt::Key_Left:
      return go(step_ - 1);
    case Qt::Key_Right:
      return go(step_ + 1);
    default:
      QWidget::keyPressEvent(event);
  }
}

void GuideOverlay::mousePressEvent(QMouseEvent*) {
  finish();
}

bool GuideOverlay::eventFilter(QObject* watched, QEvent* event) {
  if (isVisible() && event->type() == QEvent::Resize) {
    setGeometry(parentWidget()->rect());
    go(step_);
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace kinglet::window
