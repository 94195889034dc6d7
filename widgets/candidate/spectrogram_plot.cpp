#include "widgets/candidate/spectrogram_plot.h"

#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "statistics/summary.h"
#include "widgets/plot/unit_ticker.h"

namespace kinglet::widgets {
namespace {

constexpr double kDecibel = 4.342944819;  // of one unit of natural log, as power
constexpr int kWaveHeight = 56;
const char* const kHeadLayer = "playhead";

QCPColorGradient gradientOf(ColourMap map) {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  for (int i = 0; i <= 16; ++i) gradient.setColorStopAt(i / 16.0, amountColour(map, i / 16.0));
  gradient.setLevelCount(256);
  return gradient;
}

}  // namespace

double melOf(double hertz) {
  return 2595 * std::log10(1 + hertz / 700);
}
double hertzOf(double mel) {
  return 700 * (std::pow(10.0, mel / 2595) - 1);
}

SpectrogramPlot::SpectrogramPlot(QWidget* parent) : PlotBase(parent), imageRect_(axisRect()) {
  addLayer(kHeadLayer, layer("main"), limAbove);
  layer(kHeadLayer)->setMode(QCPLayer::lmBuffered);
  waveRect_ = new QCPAxisRect(this);
  plotLayout()->insertRow(0);
  plotLayout()->addElement(0, 0, waveRect_);
  waveRect_->setMinimumSize(60, kWaveHeight);
  waveRect_->setMaximumSize(QWIDGETSIZE_MAX, kWaveHeight);
  waveRect_->setMinimumMargins(QMargins(8, 4, 8, 0));
  scale_ = new QCPColorScale(this);
  plotLayout()->addElement(1, 1, scale_);
  scale_->setType(QCPAxis::atRight);
  scale_->setBarWidth(8);
  plotLayout()->setRowSpacing(4);
  plotLayout()->setColumnSpacing(4);
  auto* sides = new QCPMarginGroup(this);
  for (QCPAxisRect* rect : {waveRect_, imageRect_}) rect->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
  auto* heights = new QCPMarginGroup(this);
  imageRect_->setMarginGroup(QCP::msTop | QCP::msBottom, heights);
  scale_->setMarginGroup(QCP::msTop | QCP::msBottom, heights);
  for (QCPAxis* axis : waveRect_->axes()) axis->setLayer("axes");

  wave_ = new QCPGraph(waveRect_->axis(QCPAxis::atBottom), waveRect_->axis(QCPAxis::atLeft));
  image_ = new QCPColorMap(xAxis, yAxis);
  image_->setColorScale(scale_);
  image_->setInterpolate(false);
  image_->setTightBoundary(false);
  scale_->setGradient(gradientOf(ColourMap::cividis));
  const auto head = [this](QCPAxisRect* rect) {
    auto* line = new QCPItemLine(this);
    line->setLayer(kHeadLayer);
    line->setClipAxisRect(rect);
    for (QCPItemPosition* end : {line->start, line->end}) {
      end->setAxisRect(rect);
      end->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
      end->setTypeX(QCPItemPosition::ptPlotCoords);
      end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->setVisible(false);
    return line;
  };
  headAbove_ = head(waveRect_);
  headBelow_ = head(imageRect_);
  setAccessibleName(tr("Spectrogram"));
}

void SpectrogramPlot::setClip(const SpectrogramData& clip) {
  clip_ = clip;
  fresh_ = true;
  scheduleRebuild();
}

void SpectrogramPlot::applyTheme() {
  PlotBase::applyTheme();
  wave_->setPen(QPen(readable(theme().category(0), theme().paper, 3), 1));
  for (QCPItemLine* line : {headAbove_, headBelow_}) line->setPen(QPen(theme().warning, 1.5));
  QCPAxis* axis = scale_->axis();
  axis->setTickLabelColor(theme().faint);
  axis->setLabelColor(theme().text);
  axis->setTickLabelFont(xAxis->tickLabelFont());
  axis->setLabelFont(font());
  axis->setBasePen(QPen(theme().line));
  axis->setTickPen(QPen(theme().line));
  axis->setSubTickPen(Qt::NoPen);
  for (QCPAxis* side : {waveRect_->axis(QCPAxis::atBottom), waveRect_->axis(QCPAxis::atLeft)}) {
    side->setTickLabels(false);
    side->setTicks(false);
    side->grid()->setVisible(false);
    side->setBasePen(Qt::NoPen);
  }
}

void SpectrogramPlot::rebuild() {
  setupAxis(xAxis, tr("Time"), Unit::second, false);
  yAxis->setLabel(tr("Frequency (Hz)"));
  scale_->axis()->setLabel(tr("Level (dB)"));
  labelFrequencies();
  if (!fresh_) return;
  fresh_ = false;
  const bool heard = clip_.frames > 0 && clip_.mels > 0;
  if (heard) {
    const double first = clip_.windowSeconds / 2, last = first + (clip_.frames - 1) * clip_.hopSeconds;
    const double low = melOf(clip_.lowHz), high = melOf(clip_.highHz), step = (high - low) / (clip_.mels + 1);
    auto* cells = new QCPColorMapData(clip_.frames, clip_.mels, QCPRange(first, last),
                                      QCPRange(low + step, high - step));
    for (int t = 0; t < clip_.frames; ++t) {
      for (int m = 0; m < clip_.mels; ++m) {
        cells->setCell(t, m, kDecibel * clip_.values[static_cast<std::size_t>(t) * clip_.mels + m]);
      }
    }
    image_->setData(cells, false);
    // Silence and a single click should not take the whole range of colours.
    const double quiet = kDecibel * statistics::quantile(clip_.values, 0.05),
                 loud = kDecibel * statistics::quantile(clip_.values, 0.995);
    image_->setDataRange({std::min(quiet, loud - 6), loud});
    yAxis->setRange(low, high);
  }
  image_->setVisible(heard);
  QVector<QCPGraphData> line(static_cast<int>(clip_.samples.size()));
  double peak = 1e-3;
  for (int i = 0; i < line.size(); ++i) {
    line[i] = {static_cast<double>(i) / clip_.rate, clip_.samples[static_cast<std::size_t>(i)]};
    peak = std::max(peak, std::abs(line[i].value));
  }
  wave_->data()->set(line, true);
  waveRect_->axis(QCPAxis::atLeft)->setRange(-peak, peak);
  showRange({0, clip_.seconds()});
}

void SpectrogramPlot::labelFrequencies() {
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  for (const double hertz : {100.0, 200.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0}) {
    if (hertz < clip_.lowHz || hertz > clip_.highHz * 1.05) continue;
    const Prefixed prefix = prefixFor(hertz, Unit::count);
    const QString text = locale().toString(hertz / prefix.factor, 'g', 3);
    ticker->addTick(melOf(hertz), prefix.symbol.isEmpty() ? text : text + QChar(0x00a0) + prefix.symbol);
  }
  yAxis->setTicker(ticker);
  yAxis->setSubTicks(false);
}

void SpectrogramPlot::showRange(QCPRange range) {
  const double seconds = std::max(clip_.seconds(), 1e-3);
  const double size = std::min(range.size(), seconds);
  range.lower = std::clamp(range.lower, 0.0, seconds - size);
  range.upper = range.lower + size;
  xAxis->setRange(range);
  waveRect_->axis(QCPAxis::atBottom)->setRange(range);
}

void SpectrogramPlot::setPlayhead(double seconds) {
  playhead_ = seconds;
  for (QCPItemLine* line : {headAbove_, headBelow_}) {
    line->setVisible(seconds >= 0);
    line->start->setCoords(seconds, 0);
    line->end->setCoords(seconds, 1);
  }
  if (isVisible() && emptyText().isEmpty()) layer(kHeadLayer)->replot();
}

double SpectrogramPlot::secondsAt(double pixelX) const {
  return std::clamp(xAxis->pixelToCoord(pixelX), 0.0, clip_.seconds());
}

double SpectrogramPlot::pixelOfTime(double seconds) const {
  return xAxis->coordToPixel(seconds);
}

void SpectrogramPlot::mousePressEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  if (event->button() == Qt::LeftButton && emptyText().isEmpty() &&
      (imageRect_->rect().contains(at) || waveRect_->rect().contains(at))) {
    Q_EMIT seekRequested(secondsAt(event->position().x()));
  }
  PlotBase::mousePressEvent(event);
}

void SpectrogramPlot::mouseMoveEvent(QMouseEvent* event) {
  PlotBase::mouseMoveEvent(event);
  const QPointF at = event->position();
  if (!emptyText().isEmpty() || !imageRect_->rect().contains(at.toPoint())) {
    Q_EMIT readout({});
    return;
  }
  const double seconds = secondsAt(at.x()), mel = yAxis->pixelToCoord(at.y());
  const double level = image_->data()->data(seconds, mel);
  Q_EMIT readout(tr("%1 · %2 · %3 dB")
                     .arg(figure(seconds, Unit::second), figure(hertzOf(mel), Unit::hertz), figure(level)));
}

void SpectrogramPlot::leaveEvent(QEvent* event) {
  PlotBase::leaveEvent(event);
  Q_EMIT readout({});
}

void SpectrogramPlot::wheelEvent(QWheelEvent* event) {
  const double centre = secondsAt(event->position().x()),
               factor = std::pow(0.85, event->angleDelta().y() / 120.0);
  const QCPRange range = xAxis->range();
  showRange({centre + (range.lower - centre) * factor, centre + (range.upper - centre) * factor});
  event->accept();
  scheduleReplot();
}

}  // namespace kinglet::widgets
