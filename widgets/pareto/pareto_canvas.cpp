#include "widgets/pareto/pareto_canvas.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "statistics/normal.h"
#include "widgets/pareto/pareto_marks.h"
#include "widgets/pareto/pareto_overlay.h"
#include "widgets/trials/front_choice.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

constexpr double kReach = 8;  // pixels beyond a mark's edge that still mean it
constexpr qint64 kFadeMs = 200;
constexpr int kFadeFrameMs = 16, kPulseFrameMs = 80;
constexpr double kPulseMs = 1600;
constexpr int kMostFading = 50;         // more at once is a study being opened, not news
constexpr std::size_t kFewMarks = 100;  // drawn anew in no time
const char* const kOverlayLayer = "chosen";

QCPRange padded(double low, double high, bool logarithmic) {
  if (logarithmic) {
    const double pad = high > low ? std::pow(high / low, 0.07) : 2;
    return {low / pad, high * pad};
  }
  const double pad = high > low ? (high - low) * 0.07 : std::max(1.0, std::abs(high) * 0.1);
  // No empty half below zero where nothing can be negative.
  return {low >= 0 ? std::max(low - pad, -0.3 * pad) : low - pad, high + pad};
}

}  // namespace

ParetoCanvas::ParetoCanvas(TrialModel& model, Selection& selection, QWidget* parent)
    : PlotBase(parent), model_(model), selection_(selection) {
  addLayer(kOverlayLayer, layer("main"), limAbove);
  layer(kOverlayLayer)->setMode(QCPLayer::lmBuffered);
  cloud_ = new TrialCloud(xAxis, yAxis);
  overlay_ = new ParetoOverlay(this, cloud_);
  overlay_->setLayer(kOverlayLayer);
  card_ = new HoverCard(this);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  axisRect()->setRangeDrag(Qt::Horizontal | Qt::Vertical);
  axisRect()->setRangeZoom(Qt::Horizontal | Qt::Vertical);
  setAccessibleName(tr("Pareto plot"));
  setAccessibleDescription(tr("Left and Right walk the front, Enter opens a candidate, 0 shows everything"));
  clock_.start();
  connect(&animation_, &QTimer::timeout, this, &ParetoCanvas::animate);
  connect(&model_, &TrialModel::trialsChanged, this, &ParetoCanvas::follow);
  connect(&model_, &TrialModel::batteryChanged, this, &PlotBase::scheduleRebuild);
  connect(&model_.scope(), &TrialScope::changed, this, &PlotBase::scheduleRebuild);
  connect(&selection_, &Selection::currentChanged, this, &ParetoCanvas::replotOverlay);
  connect(&selection_, &Selection::hoveredChanged, this, &ParetoCanvas::replotOverlay);
  connect(&selection_, &Selection::comparedChanged, this, &ParetoCanvas::replotOverlay);
}

void ParetoCanvas::setAxes(const ParetoAxes& axes) {
  if (axes == axes_) return;
  if (axes.x != axes_.x || axes.y != axes_.y || axes.logX != axes_.logX || axes.logY != axes_.logY)
    ownView_ = false;
  axes_ = axes;
  scheduleRebuild();
}

void ParetoCanvas::setLimit(Quantity quantity, std::optional<double> value, const QString& name) {
  if (value) {
    limits_[quantity] = {*value, name};
  } else {
    limits_.erase(quantity);
  }
  scheduleRebuild();
}

std::optional<double> ParetoCanvas::limit(Quantity quantity) const {
  const auto found = limits_.find(quantity);
  return found == limits_.end() ? std::nullopt : std::optional(found->second.value);
}

void ParetoCanvas::resetView() {
  ownView_ = false;
  scheduleRebuild();
}

void ParetoCanvas::applyTheme() {
  PlotBase::applyTheme();
  overlay_->setTheme(theme());
}

void ParetoCanvas::rebuild() {
  cloud_->setColours(axes_.colour ? mixed(theme().text, theme().paper, 0.4) : theme().paper, theme().text,
                     theme().paper);
  setupAxis(xAxis, nameOf(axes_.x), unitOf(axes_.x), axes_.logX);
  setupAxis(yAxis, nameOf(axes_.y), unitOf(axes_.y), axes_.logY);
  ParetoMarks marks = paretoMarks(model_, axes_, theme());
  setEmptyText(
      !marks.marks.empty() ? QString()
      : model_.count() == 0
          ? tr("Each trained candidate will appear here as a point. Start the search to see the front grow.")
          : tr("No candidate has both figures of these axes yet. The first appears after its first epoch."));
  nameChoices(marks.marks);
  unplaced_ = marks.unplaced;
  frontTrials_ = std::move(marks.frontTrials);
  cloud_->setFront(std::move(marks.front), largerIsBetter(axes_.x), largerIsBetter(axes_.y), theme().front);
  cloud_->setMarks(std::move(marks.marks));
  markOf_.clear();
  markOf_.reserve(static_cast<qsizetype>(cloud_->marks().size()));
  for (std::size_t i = 0; i < cloud_->marks().size(); ++i)
    markOf_.insert(cloud_->marks()[i].trial, static_cast<int>(i));
  if (!ownView_ && !cloud_->marks().empty() && grabbed_ < 0) {
    fitView(marks.lowX, marks.highX, marks.lowY, marks.highY);
  }
  markNewcomers();
  placeLimits();
  placeBrush();
  placeGhost();
  placeRings();
  if (marks.legend != legendData_) {
    legendData_ = std::move(marks.legend);
    Q_EMIT legendChanged();
  }
}

// Where to begin looking: said at the marks themselves.
void ParetoCanvas::nameChoices(std::vector<CloudMark>& marks) const {
  if (!isObjective(axes_.x) || !isObjective(axes_.y)) return;
  const auto limitOf = [this](Quantity quantity) { return limit(quantity); };
  const auto percent = limitOf(Quantity::battery), energy = limitOf(Quantity::energy);
  const int knee = kneeTrial(model_);
  const int best =
      percent || energy
          ? bestTrial(model_,
                      [&](const study::Trial& trial) {
                        const auto within = [&](Quantity quantity, const std::optional<double>& most) {
                          return !most || valueOf(trial, quantity, model_.battery()) <= *most;
                        };
                        return within(Quantity::battery, percent) && within(Quantity::energy, energy);
                      })
          : -1;
  for (CloudMark& mark : marks) {
    QStringList names;
    if (mark.trial == knee) names << tr("knee");
    if (mark.trial == best)
      names << (percent ? tr("best within the battery limit") : tr("best within the limit"));
    if (names.isEmpty()) continue;
    mark.label = names.join(QStringLiteral(", "));
    mark.labelAbove = true;
  }
}

void ParetoCanvas::fitView(double lowX, double highX, double lowY, double highY) {
  // A limit that is near is worth seeing; one far away would squeeze everything else.
  const auto include = [this](Quantity quantity, bool logarithmic, double& low, double& high) {
    const auto found = limits_.find(quantity);
    if (found == limits_.end()) return;
    const double value = found->second.value;
    const bool near = logarithmic ? value > low / 4 && value < high * 4
                                  : value > low - (high - low) * 0.4 && value < high + (high - low) * 0.4;
    if (near && (!logarithmic || value > 0)) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  };
  include(axes_.x, axes_.logX, lowX, highX);
  include(axes_.y, axes_.logY, lowY, highY);
  xAxis->setRange(padded(lowX, highX, axes_.logX));
  yAxis->setRange(padded(lowY, highY, axes_.logY));
}

// An epoch moves the mark of its trial and nothing else: of thousands of others none is drawn anew.
void ParetoCanvas::follow(bool onlyProgress) {
  if (!onlyProgress || !isVisible() || !moveRunning()) return scheduleRebuild();
  layer(kOverlayLayer)->replot();
}

bool ParetoCanvas::moveRunning() {
  // A view that running trials help to choose, and colours or sizes that span all of them.
  if (unplaced_ || axes_.colour || axes_.size || cloud_->marks().size() < kFewMarks) return false;
  for (std::size_t i = 0; i < cloud_->marks().size(); ++i) {
    const CloudMark& mark = cloud_->marks()[i];
    if (!mark.moving) continue;
    const auto trial = model_.find(mark.trial);
    if (!trial || trial->state != study::TrialState::running || mark.shape != MarkShape::ring) return false;
    const double x = plottedValue(*trial, axes_.x, model_.battery()),
                 y = plottedValue(*trial, axes_.y, model_.battery());
    if (!std::isfinite(x) || !std::isfinite(y) || (axes_.logX && x <= 0) || (axes_.logY && y <= 0))
      return false;
    cloud_->moveMark(i, x, y);
  }
  return true;
}

void ParetoCanvas::markNewcomers() {
  const bool animated = animationsWanted(this) && isVisible();
  std::vector<int> fresh;
  bool running = false;
  for (CloudMark& mark : cloud_->marks()) {
    if (!known_.contains(mark.trial)) fresh.push_back(mark.trial);
    if (mark.shape == MarkShape::ring && animated) {
      mark.moving = true;
      running = true;
    }
  }
  const bool news = animated && !known_.isEmpty() && static_cast<int>(fresh.size()) <= kMostFading;
  for (const int trial : fresh) {
    known_.insert(trial);
    if (news) bornMs_.insert(trial, clock_.elapsed());
  }
  for (CloudMark& mark : cloud_->marks()) {
    if (!bornMs_.contains(mark.trial)) continue;
    mark.moving = true;
    mark.opacity =
        std::clamp(static_cast<double>(clock_.elapsed() - bornMs_[mark.trial]) / kFadeMs, 0.0, 1.0);
  }
  if (running || !bornMs_.isEmpty()) {
    animation_.start(bornMs_.isEmpty() ? kPulseFrameMs : kFadeFrameMs);
  } else {
    animation_.stop();
  }
}

void ParetoCanvas::animate() {
  if (!isVisible()) return;
  const qint64 now = clock_.elapsed();
  // Subtle: a running trial never fades by more than half.
  const double pulse = 0.75 + 0.25 * std::cos(2 * std::numbers::pi * static_cast<double>(now) / kPulseMs);
  bool settled = false;
  for (CloudMark& mark : cloud_->marks()) {
    if (!mark.moving) continue;
    mark.opacity = mark.shape == MarkShape::ring ? pulse : 1;
    if (const auto born = bornMs_.constFind(mark.trial); born != bornMs_.constEnd()) {
      mark.opacity = std::min(1.0, static_cast<double>(now - *born) / kFadeMs);
      if (now - *born >= kFadeMs) {
        bornMs_.remove(mark.trial);
        settled = true;
      }
    }
  }
  if (settled && bornMs_.isEmpty()) {
    scheduleRebuild();
  } else {
    layer(kOverlayLayer)->replot();
  }
}

void ParetoCanvas::placeLimits() {
  std::vector<ParetoOverlay::Limit> shown;
  for (const auto& [quantity, limit] : limits_) {
    if (quantity == axes_.x) shown.push_back({quantity, Qt::Vertical, limit.value, limit.name, false});
    if (quantity == axes_.y) shown.push_back({quantity, Qt::Horizontal, limit.value, limit.name, false});
  }
  if (grabbed_ >= static_cast<int>(shown.size())) grabbed_ = -1;
  if (grabbed_ >= 0) {
    shown[grabbed_].grabbed = true;
    shown[grabbed_].value = overlay_->limits()[grabbed_].value;
  }
  overlay_->setLimits(std::move(shown));
}

// Of the axes that are shown; a brush on one of them is a stripe.
void ParetoCanvas::placeBrush() {
  const Brush* x = model_.scope().brushOf(keyOf(axes_.x));
  const Brush* y = model_.scope().brushOf(keyOf(axes_.y));
  std::optional<QRectF> area;
  if (x != nullptr || y != nullptr) {
    const QCPRange across = xAxis->range(), up = yAxis->range();
    const double left = x != nullptr ? x->low : across.lower, right = x != nullptr ? x->high : across.upper;
    const double low = y != nullptr ? y->low : up.lower, high = y != nullptr ? y->high : up.upper;
    area = QRectF(QPointF(left, low), QPointF(right, high));
  }
  overlay_->setBrush(area, x != nullptr, y != nullptr);
}

void ParetoCanvas::setGhost(const TrialPtr& ghost) {
  ghost_ = ghost;
  placeGhost();
  if (isVisible()) layer(kOverlayLayer)->replot();
}

void ParetoCanvas::placeGhost() {
  std::optional<ParetoOverlay::Ghost> drawn;
  if (ghost_) {
    const auto at = [&](Quantity quantity) { return plottedValue(*ghost_, quantity, model_.battery()); };
    const double reach = statistics::normalQuantile(0.95) * ghost_->origin.predictedDeviation;
    const auto spread = [&](Quantity quantity) {
      return (quantity == Quantity::error || quantity == Quantity::accuracy) && std::isfinite(reach) ? reach
                                                                                                     : 0;
    };
    const double x = at(axes_.x), y = at(axes_.y);
    if (std::isfinite(x) && std::isfinite(y) && (!axes_.logX || x > 0) && (!axes_.logY || y > 0))
      drawn = ParetoOverlay::Ghost{x, y, spread(axes_.x), spread(axes_.y), tr("as changed")};
  }
  overlay_->setGhost(std::move(drawn));
}

void ParetoCanvas::placeRings() {
  std::vector<ParetoOverlay::Ring> rings;
  const auto add = [&](int trial, const QColor& colour, double width) {
    const auto found = markOf_.constFind(trial);
    if (found != markOf_.constEnd()) rings.push_back({*found, colour, width});
  };
  for (std::size_t i = 0; i < selection_.compared().size(); ++i) {
    add(selection_.compared()[i], theme().category(static_cast<int>(i) + 1), 2);
  }
  if (selection_.hovered() != selection_.current()) add(selection_.hovered(), theme().line, 1.5);
  add(selection_.current(), theme().text, 2.5);
  overlay_->setRings(std::move(rings));
}

void ParetoCanvas::replotOverlay() {
  placeRings();
  if (isVisible()) layer(kOverlayLayer)->replot();
}

int ParetoCanvas::trialAt(const QPointF& pixel) const {
  const int mark = cloud_->markAt(pixel, kReach);
  return mark < 0 ? -1 : cloud_->marks()[mark].trial;
}

std::optional<QPointF> ParetoCanvas::positionOf(int trial) const {
  const auto found = markOf_.constFind(trial);
  return found == markOf_.constEnd() ? std::nullopt : std::optional(cloud_->pixelOf(cloud_->marks()[*found]));
}

std::optional<QPointF> ParetoCanvas::limitHandle(Quantity quantity) const {
  for (const auto& limit : overlay_->limits()) {
    if (limit.quantity == quantity) return overlay_->handleOf(limit);
  }
  return {};
}

}  // namespace kinglet::widgets
