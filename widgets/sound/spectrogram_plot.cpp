#include "widgets/sound/spectrogram_plot.h"

#include <algorithm>
#include <cmath>

#include "statistics/summary.h"
#include "widgets/plot/unit_ticker.h"

namespace kinglet::widgets {
namespace {

constexpr double kDecibel = 4.342944819;  // of one unit of natural log, as power
constexpr int kWaveHeight = 40, kLowWaveHeight = 24;
constexpr int kLow = 280, kLowImage = 110;  // pixels: there is no room for everything
const char* const kHeadLayer = "playhead";

QCPColorGradient gradientOf(PictureColours map) {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  for (int i = 0; i <= 16; ++i) gradient.setColorStopAt(i / 16.0, pictureColour(map, i / 16.0));
  gradient.setLevelCount(256);
  return gradient;
}

// Blue against, nothing in the middle, orange for: apart without colour vision, too.
QCPColorGradient relevanceGradient() {
  QCPColorGradient gradient;
  gradient.clearColorStops();
  const QColor against(0x56, 0xb4, 0xe9), speaksFor(0xff, 0x9d, 0x1e);
  const auto stop = [&](double at, QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    gradient.setColorStopAt(at, colour);
  };
  stop(0, against, 0.95);
  stop(0.25, against, 0.7);
  stop(0.47, against, 0);
  stop(0.53, speaksFor, 0);
  stop(0.75, speaksFor, 0.7);
  stop(1, speaksFor, 0.95);
  gradient.setLevelCount(255);
  return gradient;
}

}  // namespace

double melOf(double hertz) {
  return 2595 * std::log10(1 + hertz / 700);
}
double hertzOf(double mel) {
  return 700 * (std::pow(10.0, mel / 2595) - 1);
}

SpectrogramPlot::SpectrogramPlot(QWidget* parent)
    : PlotBase(parent), imageRect_(axisRect()), answers_((plotLayout()->insertRow(0), *this), 2) {
  addLayer(kHeadLayer, layer("main"), limAbove);
  layer(kHeadLayer)->setMode(QCPLayer::lmBuffered);
  waveRect_ = new QCPAxisRect(this);
  plotLayout()->addElement(0, 0, waveRect_);
  waveRect_->setMinimumMargins(QMargins(8, 4, 8, 0));
  imageRect_->setMinimumMargins(QMargins(8, 4, 8, 4));
  scale_ = new QCPColorScale(this);
  plotLayout()->addElement(1, 1, scale_);
  scale_->setType(QCPAxis::atRight);
  scale_->setBarWidth(8);
  plotLayout()->setRowSpacing(2);
  plotLayout()->setColumnSpacing(4);
  plotLayout()->setRowStretchFactor(1, 2);
  auto* sides = new QCPMarginGroup(this);
  for (QCPAxisRect* rect : {waveRect_, imageRect_, answers_.rect()})
    rect->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
  auto* heights = new QCPMarginGroup(this);
  imageRect_->setMarginGroup(QCP::msTop | QCP::msBottom, heights);
  scale_->setMarginGroup(QCP::msTop | QCP::msBottom, heights);
  for (QCPAxis* axis : waveRect_->axes()) axis->setLayer("axes");

  wave_ = new QCPGraph(waveRect_->axis(QCPAxis::atBottom), waveRect_->axis(QCPAxis::atLeft));
  image_ = new QCPColorMap(xAxis, yAxis);
  image_->setColorScale(scale_);
  marks_ = new QCPColorMap(xAxis, yAxis);
  marks_->setGradient(relevanceGradient());
  for (QCPColorMap* map : {image_, marks_}) {
    map->setInterpolate(false);
    map->setTightBoundary(false);
  }
  scale_->setGradient(gradientOf(map_));
  headAbove_ = lineIn(waveRect_);
  headBelow_ = lineIn(imageRect_);
  headAnswers_ = lineIn(answers_.rect());
  windowEdge_ = lineIn(imageRect_);
  window_ = lineIn(imageRect_);
  box_ = boxIn(imageRect_);
  stretchBox_ = boxIn(waveRect_);
  for (QCPItemPosition* end : {stretchBox_->topLeft, stretchBox_->bottomRight})
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  setAccessibleName(tr("Spectrogram"));
}

QCPItemLine* SpectrogramPlot::lineIn(QCPAxisRect* rect) {
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
}

QCPItemRect* SpectrogramPlot::boxIn(QCPAxisRect* rect) {
  auto* box = new QCPItemRect(this);
  box->setLayer(kHeadLayer);
  box->setClipAxisRect(rect);
  for (QCPItemPosition* end : {box->topLeft, box->bottomRight}) {
    end->setAxisRect(rect);
    end->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
    end->setType(QCPItemPosition::ptPlotCoords);
  }
  box->setVisible(false);
  return box;
}

void SpectrogramPlot::setClip(const SpectrogramData& clip) {
  clip_ = clip;
  relevance_.clear();
  fresh_ = true;
  showWindow(-1);
  clearBox();
  setStretch(std::nullopt);
  scheduleRebuild();
}

void SpectrogramPlot::setDecision(const DecisionData& decision) {
  answers_.setDecision(decision);
  showWindow(-1);
  scheduleRebuild();
}

void SpectrogramPlot::setThreshold(double probability) {
  answers_.setThreshold(probability);
  scheduleReplot();
}

void SpectrogramPlot::setRelevance(std::vector<float> relevance) {
  relevance_ = std::move(relevance);
  if (relevance_.size() != clip_.values.size()) relevance_.clear();
  repaint_ = true;
  scheduleRebuild();
}

void SpectrogramPlot::setColours(PictureColours map) {
  map_ = map;
  repaint_ = true;
  scheduleRebuild();
}

void SpectrogramPlot::applyTheme() {
  PlotBase::applyTheme();
  wave_->setPen(QPen(readable(theme().category(0), theme().paper, 3), 1));
  for (QCPItemLine* line : {headAbove_, headBelow_, headAnswers_}) line->setPen(QPen(theme().warning, 1.5));
  windowEdge_->setPen(QPen(Qt::black, 5, Qt::SolidLine, Qt::FlatCap));
  window_->setPen(QPen(Qt::white, 2.5, Qt::SolidLine, Qt::FlatCap));
  box_->setPen(QPen(Qt::white, 1.5));
  box_->setBrush(QColor(0, 0, 0, 40));
  QColor chosen = theme().selection;
  stretchBox_->setPen(QPen(chosen, 1));
  chosen.setAlpha(60);
  stretchBox_->setBrush(chosen);
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
  const bool answers = answers_.isShown();
  // A margin that a scale has taken once it keeps, unless it is told.
  scale_->setMargins(QMargins());
  for (QCPAxis* axis : {xAxis, answers_.time()}) setupAxis(axis, tr("Time"), Unit::second, false);
  if (answers) {  // its ticks say that it is time
    xAxis->setLabel({});
    answers_.time()->setLabel({});
  }
  xAxis->setTickLabels(!answers);
  yAxis->setLabel(answers && height() < kLow ? QString() : tr("Frequency"));  // its ticks say that it is
  answers_.rect()->axis(QCPAxis::atLeft)->setLabel(answers ? tr("Answer") : QString());
  scale_->axis()->setLabel(tr("Level (dB)"));
  labelFrequencies();
  const int wave = height() < kLow ? kLowWaveHeight : kWaveHeight;
  foldRect(*waveRect_, clip_.samples.empty(), wave, wave);
  if (answers) answers_.rebuild(theme(), font());
  if (fresh_) {
    fresh_ = false;
    drawImage();
  } else if (!repaint_) {
    return;
  }
  repaint_ = false;
  drawRelevance();
}

QCPColorMapData* SpectrogramPlot::cellsOf(const std::vector<float>& values, double factor) const {
  const double first = clip_.windowSeconds / 2, last = first + (clip_.frames - 1) * clip_.hopSeconds;
  const double low = melOf(clip_.lowHz), high = melOf(clip_.highHz), step = (high - low) / (clip_.mels + 1);
  auto* cells =
      new QCPColorMapData(clip_.frames, clip_.mels, QCPRange(first, last), QCPRange(low + step, high - step));
  for (int t = 0; t < clip_.frames; ++t)
    for (int m = 0; m < clip_.mels; ++m)
      cells->setCell(t, m, factor * double(values[static_cast<std::size_t>(t) * clip_.mels + m]));
  return cells;
}

void SpectrogramPlot::drawImage() {
  const bool heard = clip_.frames > 0 && clip_.mels > 0;
  if (heard) {
    image_->setData(cellsOf(clip_.values, kDecibel), false);
    // Silence and a single click should not take the whole range of colours.
    const double quiet = kDecibel * statistics::quantile(clip_.values, 0.05),
                 loud = kDecibel * statistics::quantile(clip_.values, 0.995);
    image_->setDataRange({std::min(quiet, loud - 6), loud});
    yAxis->setRange(melOf(clip_.lowHz), melOf(clip_.highHz));
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

// Under what moved the answer, the sound itself is grey.
void SpectrogramPlot::drawRelevance() {
  const bool shown = showsRelevance() && clip_.frames > 0;
  scale_->setGradient(gradientOf(shown ? PictureColours::grey : map_));
  marks_->setVisible(shown);
  if (!shown) return;
  std::vector<float> sizes;
  sizes.reserve(relevance_.size());
  for (const float value : relevance_) sizes.push_back(std::abs(value));
  const double most = std::max<double>(statistics::quantile(sizes, 0.995), 1e-9);
  marks_->setData(cellsOf(relevance_, 1), false);
  marks_->setDataRange({-most, most});
}

void SpectrogramPlot::labelFrequencies() {
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  const bool few = answers_.isShown() && height() < kLow + kLowImage;
  for (const double hertz : {100.0, 200.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0}) {
    if (hertz < clip_.lowHz || hertz > clip_.highHz * 1.05) continue;
    if (few && hertz != 200 && hertz != 1000 && hertz != 4000 && hertz != 16000) continue;
    const Prefixed prefix = prefixFor(hertz, Unit::hertz);
    ticker->addTick(melOf(hertz),
                    locale().toString(hertz / prefix.factor, 'g', 3) + QChar(0x00a0) + prefix.symbol);
  }
  yAxis->setTicker(ticker);
  yAxis->setSubTicks(false);
}

void SpectrogramPlot::showRange(QCPRange range) {
  const double seconds = std::max(clip_.seconds(), 1e-3);
  const double size = std::min(range.size(), seconds);
  range.lower = std::clamp(range.lower, 0.0, seconds - size);
  range.upper = range.lower + size;
  for (QCPAxis* axis : {xAxis, waveRect_->axis(QCPAxis::atBottom), answers_.time()}) axis->setRange(range);
}

void SpectrogramPlot::zoom(double centre, double factor) {
  constexpr double kLeast = 0.02;  // s
  const QCPRange range = xAxis->range();
  if (factor < 1 && range.size() * factor < kLeast) return;
  showRange({centre + (range.lower - centre) * factor, centre + (range.upper - centre) * factor});
  scheduleReplot();
}

void SpectrogramPlot::resizeEvent(QResizeEvent* event) {
  PlotBase::resizeEvent(event);
  scheduleRebuild();  // what has room has changed
}

void SpectrogramPlot::setPlayhead(double seconds) {
  playhead_ = seconds;
  for (QCPItemLine* line : {headAbove_, headBelow_, headAnswers_}) {
    line->setVisible(seconds >= 0 && (line != headAnswers_ || answers_.isShown()));
    line->start->setCoords(seconds, 0);
    line->end->setCoords(seconds, 1);
  }
  showWindow(seconds);
  drawHead();
}

void SpectrogramPlot::drawHead() {
  if (isVisible() && emptyText().isEmpty()) layer(kHeadLayer)->replot();
}

void SpectrogramPlot::showWindow(double seconds) {
  const bool shown = seconds >= 0 && answers_.isShown();
  for (QCPItemLine* line : {windowEdge_, window_}) line->setVisible(shown);
  if (!shown) return;
  const auto& decision = answers_.decision();
  const double start = decision.starts[answers_.windowAt(seconds)];
  for (QCPItemLine* line : {windowEdge_, window_}) {
    line->start->setCoords(start, 0.97);
    line->end->setCoords(start + decision.windowSeconds, 0.97);
  }
}

void SpectrogramPlot::setStretch(std::optional<Stretch> stretch) {
  stretch_ = stretch;
  stretchBox_->setVisible(stretch.has_value());
  if (stretch) {
    stretchBox_->topLeft->setCoords(stretch->from, 0);
    stretchBox_->bottomRight->setCoords(stretch->to, 1);
  }
  drawHead();
}

double SpectrogramPlot::secondsAt(double pixelX) const {
  return std::clamp(xAxis->pixelToCoord(pixelX), 0.0, clip_.seconds());
}

double SpectrogramPlot::pixelOfTime(double seconds) const {
  return xAxis->coordToPixel(seconds);
}

}  // namespace kinglet::widgets
