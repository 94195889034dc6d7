#include "widgets/sound/answer_curves.h"

#include <algorithm>
#include <cmath>

#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

constexpr int kLeastHeight = 76;
constexpr double kNear = 5;          // pixels from the threshold
constexpr double kLeastPeak = 0.15;  // a class that stays below is not drawn
// Styles and Okabe and Ito's seven colours repeat in different steps, so that no two of 28 classes look alike.
constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine};

QPen penOf(const Theme& theme, int index, bool answer) {
  return {theme.category(index), answer ? 2.4 : 1.4, kStyles[index % 4]};
}

}  // namespace

void foldRect(QCPAxisRect& rect, bool folded, int leastHeight, int mostHeight) {
  rect.setVisible(!folded);
  rect.setAutoMargins(folded ? QCP::msLeft | QCP::msRight : QCP::msAll);
  if (folded) rect.setMargins(QMargins(rect.margins().left(), 0, rect.margins().right(), 0));
  rect.setMinimumSize(60, folded ? 0 : leastHeight);
  rect.setMaximumSize(QWIDGETSIZE_MAX, folded ? 0 : mostHeight);
}

AnswerCurves::AnswerCurves(QCustomPlot& plot, int row)
    : plot_(plot),
      rect_(new QCPAxisRect(&plot)),
      line_(new QCPItemLine(&plot)),
      level_(new QCPItemText(&plot)) {
  plot_.plotLayout()->addElement(row, 0, rect_);
  rect_->setMinimumMargins(QMargins(8, 4, 8, 4));
  for (QCPAxis* axis : rect_->axes()) axis->setLayer("axes");
  QCPAxis* share = rect_->axis(QCPAxis::atLeft);
  share->setRange(-0.02, 1.08);
  auto ticks = QSharedPointer<QCPAxisTickerText>::create();
  for (const int percent : {0, 50, 100}) ticks->addTick(percent / 100.0, figure(percent, Unit::percent, 2));
  share->setTicker(ticks);
  share->setSubTicks(false);
  line_->setClipAxisRect(rect_);
  level_->setClipAxisRect(rect_);
  for (QCPItemPosition* place : {line_->start, line_->end, level_->position}) {
    place->setAxisRect(rect_);
    place->setAxes(time(), share);
    place->setTypeX(QCPItemPosition::ptAxisRectRatio);
    place->setTypeY(QCPItemPosition::ptPlotCoords);
  }
  level_->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
  QObject::connect(&plot_, &QCustomPlot::afterLayout, rect_, [this] { placeNames(); });
  setThreshold(threshold_);
  setDecision({});
}

void AnswerCurves::setDecision(const DecisionData& decision) {
  decision_ = decision;
  foldRect(*rect_, !isShown(), kLeastHeight, QWIDGETSIZE_MAX);
  line_->setVisible(isShown());
  level_->setVisible(isShown());
  named_.clear();
  std::vector<float> peaks;
  for (int c = 0; c < decision_.classes.size(); ++c) {
    float peak = 0;
    for (std::size_t i = 0; i < decision_.starts.size(); ++i) peak = std::max(peak, decision_.at(i, c));
    peaks.push_back(peak);
    if (isShown() && (peak >= kLeastPeak || c == decision_.answer)) named_.push_back(c);
  }
  std::stable_sort(named_.begin(), named_.end(), [&](int a, int b) {
    if ((a == decision_.answer) != (b == decision_.answer)) return a == decision_.answer;
    return peaks[static_cast<std::size_t>(a)] > peaks[static_cast<std::size_t>(b)];
  });
  if (named_.size() > kMostNamed) named_.resize(kMostNamed);
}

void AnswerCurves::setThreshold(double probability) {
  threshold_ = std::clamp(probability, 0.0, 1.0);
  line_->start->setCoords(0, threshold_);
  line_->end->setCoords(1, threshold_);
  level_->position->setCoords(1, threshold_);
  level_->setText(figure(100 * threshold_, Unit::percent, 2));
}

bool AnswerCurves::isOnThreshold(const QPointF& pixel) const {
  return isShown() && rect_->rect().contains(pixel.toPoint()) &&
         std::abs(rect_->axis(QCPAxis::atLeft)->coordToPixel(threshold_) - pixel.y()) <= kNear;
}

double AnswerCurves::probabilityAt(double pixelY) const {
  return rect_->axis(QCPAxis::atLeft)->pixelToCoord(pixelY);
}

std::size_t AnswerCurves::windowAt(double seconds) const {
  const auto& starts = decision_.starts;
  const double start = seconds - decision_.windowSeconds / 2;
  const auto above = std::lower_bound(starts.begin(), starts.end(), start);
  if (above == starts.begin()) return 0;
  if (above == starts.end()) return starts.size() - 1;
  const auto i = static_cast<std::size_t>(above - starts.begin());
  return start - starts[i - 1] <= starts[i] - start ? i - 1 : i;
}

QString AnswerCurves::readout(double seconds) const {
  if (!isShown()) return {};
  const std::size_t window = windowAt(seconds);
  std::vector<int> order = named_;
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return decision_.at(window, a) > decision_.at(window, b); });
  QStringList parts;
  for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 2); ++i)
    parts << QStringLiteral("%1 %2").arg(decision_.classes[order[i]],
                                         figure(100 * decision_.at(window, order[i]), Unit::percent, 2));
  return parts.join(QStringLiteral(" · "));
}

void AnswerCurves::rebuild(const Theme& theme, const QFont& font) {
  for (QCPGraph* curve : curves_) plot_.removePlottable(curve);
  for (QCPItemText* name : names_) plot_.removeItem(name);
  curves_.clear();
  names_.clear();
  line_->setPen(QPen(theme.faint, 1, Qt::DashLine));
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() / 1.1);
  level_->setFont(small);
  level_->setColor(theme.faint);
  // The likeliest last, so that it lies on top.
  for (const int c : named_) {
    const bool answer = c == decision_.answer;
    auto* curve = new QCPGraph(time(), rect_->axis(QCPAxis::atLeft));
    curve->setPen(penOf(theme, c, answer));
    QVector<QCPGraphData> points;
    // An answer belongs to the window's middle; the first and the last hold to the clip's ends.
    points.append({decision_.starts.front(), decision_.at(0, c)});
    for (std::size_t i = 0; i < decision_.starts.size(); ++i)
      points.append({decision_.middle(i), decision_.at(i, c)});
    points.append({decision_.starts.back() + decision_.windowSeconds, points.back().value});
    curve->data()->set(points, true);
    curves_.push_back(curve);
    auto* name = new QCPItemText(&plot_);
    name->setClipAxisRect(rect_);
    name->setText(decision_.classes[c]);
    QFont weight = small;
    weight.setBold(answer);
    name->setFont(weight);
    name->setColor(readable(theme.category(c), theme.paper));
    name->setPadding(QMargins(2, 0, 2, 0));
    QColor behind = theme.paper;
    behind.setAlphaF(0.75F);
    name->setBrush(behind);
    name->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    name->position->setType(QCPItemPosition::ptAbsolute);
    names_.push_back(name);
  }
  for (std::size_t i = curves_.size(); i-- > 0;) curves_[i]->setLayer("main");
}

// Each name beside its curve, where that is high and no other name lies. One without such a place is left out; the
// readout tells it.
void AnswerCurves::placeNames() {
  std::vector<QRectF> taken;
  const QRectF room = rect_->rect();
  const QCPAxis* share = rect_->axis(QCPAxis::atLeft);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    QCPItemText* name = names_[i];
    const QFontMetricsF metrics(name->font());
    const QSizeF size(metrics.horizontalAdvance(name->text()) + 6, metrics.height() + 1);
    double best = -1;
    QRectF place;
    for (const auto& point : *curves_[i]->data()) {
      const QPointF at(time()->coordToPixel(point.key), share->coordToPixel(point.value));
      if (at.x() < room.left() || at.x() > room.right() || point.value <= best) continue;
      for (const double top : {at.y() - size.height() - 2, at.y() + 3}) {
        QRectF box(QPointF(at.x() - size.width() / 2, top), size);
        box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - size.width())));
        if (box.top() < room.top() || box.bottom() > room.bottom()) continue;
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const QRectF& other) { return other.intersects(box); }))
          continue;
        best = point.value;
        place = box;
        break;
      }
    }
    name->setVisible(best >= 0 && isShown());
    if (best < 0) continue;
    taken.push_back(place);
    name->position->setCoords(place.center().x(), place.bottom());
  }
}

}  // namespace kinglet::widgets
