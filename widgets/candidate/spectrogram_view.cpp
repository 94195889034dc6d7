#include "widgets/candidate/spectrogram_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "widgets/candidate/spectrogram_plot.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

SpectrogramView::SpectrogramView(QWidget* parent)
    : QWidget(parent),
      plot_(new SpectrogramPlot(this)),
      play_(new QToolButton(this)),
      title_(new QLabel(this)),
      readout_(new QLabel(this)) {
  play_->setAutoRaise(true);
  play_->setIconSize({16, 16});
  title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(play_);
  top->addWidget(title_, 1);
  top->addWidget(readout_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(top);
  layout->addWidget(plot_, 1);
  setFocusProxy(plot_);
  connect(play_, &QToolButton::clicked, this, &SpectrogramView::togglePlaying);
  connect(plot_, &SpectrogramPlot::seekRequested, this, [this](double seconds) {
    setPlayhead(seconds);
    Q_EMIT seekRequested(seconds);
  });
  connect(plot_, &SpectrogramPlot::readout, readout_, &QLabel::setText);
  clear();
}

void SpectrogramView::setClip(const SpectrogramData& clip) {
  hasClip_ = clip.frames > 0 || !clip.samples.empty();
  if (!hasClip_) return clear();
  title_->setText(tr("%1 · %2").arg(clip.title, figure(clip.seconds(), Unit::second)));
  title_->setToolTip(clip.title);
  plot_->setEmptyText({});
  plot_->setClip(clip);
  plot_->setAccessibleDescription(title_->text());
  setPlayhead(-1);
  drawButton();
}

QString SpectrogramView::pictureTitle() const {
  return hasClip_ ? title_->text() : plot_->pictureTitle();
}

QSize SpectrogramView::pictureSize() const {
  return plot_->pictureSize();
}

void SpectrogramView::paintPicture(QCPPainter& painter, const QSize& size) {
  plot_->paintPicture(painter, size);
}

void SpectrogramView::clear() {
  hasClip_ = false;
  setPlaying(false);
  title_->clear();
  plot_->setClip({});
  plot_->setEmptyText(tr("The picture of a clip appears here. Choose a clip to see what the network hears."));
  drawButton();
}

void SpectrogramView::setProblem(const QString& text) {
  clear();
  plot_->setEmptyText(text);
}

void SpectrogramView::setPlaying(bool playing) {
  playing_ = playing;
  drawButton();
}

void SpectrogramView::setPlayhead(double seconds) {
  playhead_ = seconds;
  plot_->setPlayhead(seconds);
}

void SpectrogramView::togglePlaying() {
  if (!hasClip_) return;
  if (playing_) {
    Q_EMIT stopRequested();
  } else {
    Q_EMIT playRequested(std::max(playhead_, 0.0));
  }
}

void SpectrogramView::drawButton() {
  // Drawn here, so that it follows the palette.
  const double ratio = devicePixelRatioF();
  QPixmap pixmap(QSize(16, 16) * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette().color(hasClip_ ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
  if (playing_) {
    painter.drawRoundedRect(QRectF(3, 3, 10, 10), 1, 1);
  } else {
    painter.drawPolygon(QPolygonF{QPointF(4, 2), QPointF(14, 8), QPointF(4, 14)});
  }
  painter.end();
  play_->setIcon(pixmap);
  play_->setEnabled(hasClip_);
  play_->setToolTip(playing_ ? tr("Stop (L)") : tr("Listen (L)"));
  play_->setAccessibleName(playing_ ? tr("Stop") : tr("Listen"));
}

void SpectrogramView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) drawButton();
}

void SpectrogramView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_L && event->modifiers() == Qt::NoModifier) return togglePlaying();
  QWidget::keyPressEvent(event);
}

}  // namespace kinglet::widgets
