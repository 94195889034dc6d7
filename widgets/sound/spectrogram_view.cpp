#include "widgets/sound/spectrogram_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

#include "widgets/sound/spectrogram_plot.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

SpectrogramView::SpectrogramView(QWidget* parent)
    : QWidget(parent),
      plot_(new SpectrogramPlot(this)),
      play_(new QToolButton(this)),
      why_(new QToolButton(this)),
      trained_(new QToolButton(this)),
      again_(new QToolButton(this)),
      more_(new QToolButton(this)),
      title_(new QLabel(this)),
      said_(new QLabel(this)) {
  play_->setIconSize({16, 16});
  why_->setText(tr("Why"));
  why_->setToolTip(
      tr("Which places of the sound moved the answer: orange speaks for it, blue against it.\nTo first "
         "order, what the "
         "log-odds would lose if a place were as loud as its band is on average\n(gradient times input; "
         "Simonyan et "
         "al. 2014, Shrikumar et al. 2016)."));
  trained_->setText(tr("As trained"));
  trained_->setToolTip(
      tr("The clip as training shows it to the network: cut, varied and mixed as the recipe says."));
  again_->setText(tr("Draw again"));
  again_->setToolTip(tr("Another draw of what training varies"));
  again_->setVisible(false);
  auto* menu = new QMenu(this);
  grey_ = menu->addAction(tr("Grey picture"));
  grey_->setCheckable(true);
  connect(more_, &QToolButton::clicked, menu,
          [this, menu] { menu->popup(more_->mapToGlobal(QPoint(0, more_->height()))); });
  more_->setText(QStringLiteral("⋯"));
  more_->setToolTip(tr("Colours"));
  more_->setAccessibleName(tr("Colours"));
  for (QToolButton* button : {play_, why_, trained_, again_, more_}) button->setAutoRaise(true);
  for (QToolButton* button : {why_, trained_}) button->setCheckable(true);
  title_->installEventFilter(this);
  title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  said_->setWordWrap(true);
  said_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  said_->setContentsMargins(12, 0, 12, 0);
  auto* top = new QHBoxLayout;
  top->setSpacing(4);
  top->setContentsMargins(0, 0, 8, 0);
  top->addWidget(play_);
  top->addWidget(title_, 1);
  for (QToolButton* button : {again_, why_, trained_, more_}) top->addWidget(button);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(top);
  layout->addWidget(plot_, 1);
  layout->addWidget(said_);
  setFocusProxy(plot_);
  connect(play_, &QToolButton::clicked, this, &SpectrogramView::togglePlaying);
  connect(plot_, &SpectrogramPlot::seekRequested, this, [this](double seconds) {
    setPlayhead(seconds);
    Q_EMIT seekRequested(seconds);
  });
  connect(plot_, &SpectrogramPlot::readout, this, [this](const QString& text) {
    readout_ = text;
    say();
  });
  connect(plot_, &SpectrogramPlot::measuredChanged, this, &SpectrogramView::say);
  connect(plot_, &SpectrogramPlot::stretchChanged, this, &SpectrogramView::stretchChanged);
  connect(plot_, &SpectrogramPlot::thresholdMoved, this, &SpectrogramView::thresholdMoved);
  connect(plot_, &SpectrogramPlot::enlargeRequested, this, &SpectrogramView::enlargeRequested);
  connect(why_, &QToolButton::toggled, this, &SpectrogramView::whyToggled);
  connect(why_, &QToolButton::toggled, this, &SpectrogramView::say);
  connect(trained_, &QToolButton::toggled, this, [this](bool asked) {
    again_->setVisible(asked);
    Q_EMIT trainedToggled(asked);
  });
  connect(again_, &QToolButton::clicked, this, &SpectrogramView::drawAgainRequested);
  connect(grey_, &QAction::toggled, this, [this](bool grey) {
    plot_->setColours(grey ? PictureColours::grey : PictureColours::even);
    Q_EMIT coloursChanged(plot_->colours());
  });
  setAskable(false, false);
  clear();
}

// What was measured stays; what is pointed at goes before the answer.
void SpectrogramView::say() {
  const QString measured = plot_->measured();
  QString answer = answer_;
  if (asksWhy() && !answer.isEmpty())
    answer += u'\n' + tr("Orange places spoke for its answer, blue ones against it.");
  QString text = !measured.isEmpty() ? measured : !readout_.isEmpty() ? readout_ : answer;
  // The room stays as it was, so that the picture does not jump below the pointer.
  said_->setMinimumHeight(
      answer_.isEmpty() ? said_->fontMetrics().height()
                        : std::max(said_->heightForWidth(said_->width()), said_->fontMetrics().height()));
  said_->setText(text);
}

QString SpectrogramView::said() const {
  return said_->text();
}

void SpectrogramView::setDecision(const DecisionData& decision) {
  answer_ = decision.said;
  said_->setMinimumHeight(0);
  said_->setText(answer_);
  plot_->setDecision(decision);
  say();
}

void SpectrogramView::setRelevance(std::vector<float> relevance) {
  plot_->setRelevance(std::move(relevance));
}

void SpectrogramView::setColours(PictureColours map) {
  grey_->setChecked(map == PictureColours::grey);
}

void SpectrogramView::setThreshold(double probability) {
  plot_->setThreshold(probability);
}

void SpectrogramView::setAskable(bool why, bool trained) {
  why_->setEnabled(why);
  trained_->setEnabled(trained);
  if (!trained) trained_->setChecked(false);
}

bool SpectrogramView::asksWhy() const {
  return why_->isChecked();
}

bool SpectrogramView::asksTrained() const {
  return trained_->isChecked();
}

void SpectrogramView::setClip(const SpectrogramData& clip) {
  hasClip_ = clip.frames > 0 || !clip.samples.empty();
  if (!hasClip_) return clear();
  name_ = tr("%1 · %2").arg(clip.title, figure(clip.seconds(), Unit::second));
  fitTitle();
  // Not on the plot, which it would cover.
  title_->setToolTip(
      clip.title + QStringLiteral("\n\n") +
      tr("Click to go there, drag to move along, wheel to zoom.\nShift and drag measures a box. A drag in "
         "the waveform chooses a stretch that is played over and over.\nDouble-click for more room."));
  plot_->setEmptyText({});
  plot_->setClip(clip);
  plot_->setAccessibleDescription(name_);
  setPlayhead(-1);
  drawButton();
}

void SpectrogramView::fitTitle() {
  title_->setText(title_->fontMetrics().elidedText(name_, Qt::ElideMiddle, title_->width()));
}

bool SpectrogramView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == title_ && event->type() == QEvent::Resize) fitTitle();
  return QWidget::eventFilter(watched, event);
}

QString SpectrogramView::pictureTitle() const {
  return hasClip_ ? name_ : plot_->pictureTitle();
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
  name_.clear();
  title_->clear();
  plot_->setDecision({});
  answer_.clear();
  readout_.clear();
  plot_->setClip({});
  say();
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
