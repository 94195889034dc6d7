#include "widgets/candidate/learning_curves.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "study/trial.h"
#include "train/epoch_report.h"
#include "widgets/text/message_text.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {
constexpr std::size_t kMostFaint = 200;  // the latest; more is a grey wall
constexpr double kReach = 12;            // pixels
}  // namespace

LearningCurves::LearningCurves(TrialModel& model, Selection& selection, QWidget* parent)
    : PlotBase(parent), model_(model), selection_(selection), card_(new HoverCard(this)) {
  setAccessibleName(tr("Learning curves"));
  setAccessibleDescription(tr("Left and Right read the selected curve epoch by epoch"));
  connect(&model_, &TrialModel::trialsChanged, this, &PlotBase::scheduleRebuild);
  connect(&model_.scope(), &TrialScope::changed, this, &PlotBase::scheduleRebuild);
  connect(&selection_, &Selection::comparedChanged, this, &PlotBase::scheduleRebuild);
  connect(&selection_, &Selection::hoveredChanged, this, &PlotBase::scheduleRebuild);
  connect(&selection_, &Selection::currentChanged, this, [this] {
    cursor_ = 0;
    card_->hide();
    scheduleRebuild();
  });
}

void LearningCurves::setEpochs(int epochs) {
  epochs_ = epochs;
  scheduleRebuild();
}

void LearningCurves::setCutMarks(std::vector<CutMark> marks) {
  marks_ = std::move(marks);
  scheduleRebuild();
}

void LearningCurves::showAccuracy(bool accuracy) {
  accuracy_ = accuracy;
  scheduleRebuild();
}

double LearningCurves::valueAt(const study::Trial& trial, int epoch) const {
  const double accuracy = 100 * trial.curve[epoch - 1].validation.accuracy;
  return accuracy_ ? accuracy : 100 - accuracy;
}

QPointF LearningCurves::positionOf(const study::Trial& trial, int epoch) const {
  return {xAxis->coordToPixel(epoch), yAxis->coordToPixel(valueAt(trial, epoch))};
}

std::vector<TrialPtr> LearningCurves::faintTrials() const {
  std::vector<TrialPtr> trials;
  for (int row = model_.count() - 1; row >= 0 && trials.size() < kMostFaint; --row) {
    const TrialPtr& trial = model_.at(row);
    if (trial->curve.empty() || trial->number == selection_.current() ||
        selection_.isCompared(trial->number) || !model_.inScope(*trial))
      continue;
    trials.push_back(trial);
  }
  return trials;
}

void LearningCurves::rebuild() {
  clearPlottables();
  clearItems();
  setupAxis(xAxis, tr("Epoch"), Unit::integer, false);
  setupAxis(yAxis, nameOf(accuracy_ ? Quantity::accuracy : Quantity::error), Unit::percent, false);
  const TrialPtr current = model_.find(selection_.current());
  const bool any = std::any_of(selection_.compared().begin(), selection_.compared().end(), [this](int trial) {
    return model_.find(trial) && !model_.find(trial)->curve.empty();
  });
  const std::vector<TrialPtr> faint = faintTrials();
  const bool empty = !any && faint.empty() && (!current || current->curve.empty());
  setEmptyText(empty ? tr("Learning curves appear after the first epoch of a candidate.") : QString());
  if (empty) return;
  fitAxes();
  addFaintCurves();
  addFaintMarks();
  for (std::size_t i = 0; i < selection_.compared().size(); ++i) {
    const TrialPtr trial = model_.find(selection_.compared()[i]);
    if (trial && trial != current) addCurve(*trial, theme().category(static_cast<int>(i) + 1), 2, true);
  }
  const TrialPtr hovered = model_.find(selection_.hovered());
  if (hovered && hovered != current && !selection_.isCompared(hovered->number))
    addCurve(*hovered, mixed(theme().text, theme().paper, 0.35), 1.5, true);
  if (current) addCurve(*current, theme().text, 2.5, true);
  addMarks();
}

// Of the trials that are looked at, every rule by name; rules that stop at the same epoch share a line.
void LearningCurves::addMarks() {
  const TrialPtr current = model_.find(selection_.current());
  std::map<std::pair<int, int>, QStringList> rules;
  for (const CutMark& mark : marks_) {
    const TrialPtr trial = model_.find(mark.trial);
    if (!trial || (trial != current && !selection_.isCompared(mark.trial))) continue;
    if (mark.epoch < 1 || mark.epoch > static_cast<int>(trial->curve.size())) continue;
    rules[{mark.trial, mark.epoch}] << mark.rule;
  }
  int level = 0;
  for (const auto& [where, names] : rules) {
    const auto& [trial, epoch] = where;
    addCut(*model_.find(trial), epoch, names.join(QStringLiteral(", ")), false, level++);
  }
}

void LearningCurves::addFaintMarks() {
  QVector<double> epochs, values;
  for (const CutMark& mark : marks_) {
    const TrialPtr trial = mark.chosen ? model_.find(mark.trial) : nullptr;
    if (!trial || mark.epoch < 1 || mark.epoch > static_cast<int>(trial->curve.size())) continue;
    epochs << mark.epoch;
    values << valueAt(*trial, mark.epoch);
  }
  if (epochs.isEmpty()) return;
  auto* cuts = addGraph();
  cuts->setLineStyle(QCPGraph::lsNone);
  cuts->setData(epochs, values);
  cuts->setScatterStyle(QCPScatterStyle(
      QCPScatterStyle::ssCross, QPen(mixed(theme().warning, theme().paper, 0.25), 1.5), Qt::NoBrush, 6));
}

void LearningCurves::fitAxes() {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  int last = std::max(epochs_, 2);
  for (int row = 0; row < model_.count(); ++row) {
    const study::Trial& trial = *model_.at(row);
    last = std::max(last, static_cast<int>(trial.curve.size()));
    for (int epoch = 1; epoch <= static_cast<int>(trial.curve.size()); ++epoch) {
      low = std::min(low, valueAt(trial, epoch));
      high = std::max(high, valueAt(trial, epoch));
    }
  }
  const double pad = std::max(1.0, (high - low) * 0.06);
  yAxis->setRange(std::max(low - pad, -1.0), std::min(high + pad, 101.0));
  xAxis->setRange(0.5, last + 0.5);
  // Room at the right for the names of the curves.
  QFont bold = font();
  bold.setBold(true);
  int widest = QFontMetrics(bold).horizontalAdvance(QStringLiteral("888"));
  const auto widen = [&](int number) {
    const TrialPtr trial = model_.find(number);
    if (trial)
      widest =
          std::max(widest, QFontMetrics(bold).horizontalAdvance(QString::fromStdString(trial->baseline)));
  };
  widen(selection_.current());
  for (const int trial : selection_.compared()) widen(trial);
  axisRect()->setMinimumMargins(QMargins(8, 8, widest + 8, 8));
}

void LearningCurves::addFaintCurves() {
  // All in one, with gaps between: two hundred plottables would cost more than their points.
  auto* lines = new QCPCurve(xAxis, yAxis);
  QVector<QCPCurveData> points;
  double at = 0;
  for (const TrialPtr& trial : faintTrials()) {
    for (int epoch = 1; epoch <= static_cast<int>(trial->curve.size()); ++epoch) {
      points.append({at++, static_cast<double>(epoch), valueAt(*trial, epoch)});
    }
    points.append({at++, std::numeric_limits<double>::quiet_NaN(), 0});
  }
  lines->data()->set(points, true);
  lines->setPen(QPen(mixed(theme().text, theme().paper, 0.8), 1));
  lines->removeFromLegend();
}

void LearningCurves::addCurve(const study::Trial& trial, const QColor& colour, double width, bool named) {
  if (trial.curve.empty()) return;
  auto* line = addGraph();
  QVector<double> epochs, values;
  for (int epoch = 1; epoch <= static_cast<int>(trial.curve.size()); ++epoch) {
    epochs << epoch;
    values << valueAt(trial, epoch);
  }
  line->setData(epochs, values, true);
  line->setPen(QPen(colour, width));
  line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, 5));
  if (named) {
    auto* name = new QCPItemText(this);
    name->setText(trial.baseline.empty() ? QString::number(trial.number)
                                         : QString::fromStdString(trial.baseline));
    name->setColor(readable(colour, theme().paper));
    QFont bold = font();
    bold.setBold(true);
    name->setFont(bold);
    name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    name->setPadding(QMargins(6, 0, 0, 0));
    name->setClipToAxisRect(false);
    name->position->setCoords(epochs.last(), values.last());
  }
  if (trial.state == study::TrialState::stoppedEarly) {
    addCut(trial, static_cast<int>(trial.curve.size()), tr("stopped after epoch %1").arg(trial.curve.size()),
           true, 0);
  }
}

void LearningCurves::addCut(const study::Trial& trial, int epoch, const QString& text, bool done, int level) {
  auto* line = new QCPItemStraightLine(this);
  line->point1->setCoords(epoch, 0);
  line->point2->setCoords(epoch, 1);
  line->setPen(QPen(theme().warning, done ? 1.5 : 1, done ? Qt::SolidLine : Qt::DashLine));
  auto* point = new QCPItemEllipse(this);
  const QPointF at(epoch, valueAt(trial, epoch));
  for (QCPItemPosition* corner : {point->topLeft, point->bottomRight}) {
    corner->setType(QCPItemPosition::ptAbsolute);
    corner->setParentAnchor(nullptr);
  }
  auto* anchor = new QCPItemTracer(this);
  anchor->setStyle(QCPItemTracer::tsNone);
  anchor->position->setCoords(at);
  point->topLeft->setParentAnchor(anchor->position);
  point->bottomRight->setParentAnchor(anchor->position);
  point->topLeft->setCoords(-5, -5);
  point->bottomRight->setCoords(5, 5);
  point->setPen(QPen(theme().warning, 1.5));
  point->setBrush(done ? QBrush(theme().warning) : QBrush(theme().paper));
  auto* label = new QCPItemText(this);
  label->setColor(theme().warning);
  label->setFont(font());
  label->setPadding(QMargins(4, 2, 4, 2));
  label->setBrush(theme().paper);
  // Beside the line, on the side with more room, each a line below the one before; what is too long ends in
  // dots.
  const bool leftHalf = epoch < xAxis->range().center();
  const double share = (epoch - xAxis->range().lower) / xAxis->range().size();
  const double room = (leftHalf ? 1 - share : share) * (width() - 90) - 12;  // axes and names take the rest
  label->setText(QFontMetrics(font()).elidedText(text, Qt::ElideRight, static_cast<int>(room)));
  label->setPositionAlignment(Qt::AlignTop | (leftHalf ? Qt::AlignLeft : Qt::AlignRight));
  label->position->setTypeX(QCPItemPosition::ptPlotCoords);
  label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  label->position->setCoords(epoch + (leftHalf ? 0.05 : -0.05), 0.02 + 0.08 * level);
}

LearningCurves::Hit LearningCurves::hitAt(const QPointF& pixel) const {
  if (!axisRect()->rect().contains(pixel.toPoint()) || !emptyText().isEmpty()) return {};
  const int epoch = static_cast<int>(std::lround(xAxis->pixelToCoord(pixel.x())));
  Hit best;
  double nearest = kReach;
  const auto look = [&](const TrialPtr& trial, double favour) {
    if (!trial || epoch < 1 || epoch > static_cast<int>(trial->curve.size())) return;
    const double distance = std::abs(positionOf(*trial, epoch).y() - pixel.y()) - favour;
    if (distance < nearest) {
      nearest = distance;
      best = {trial, epoch};
    }
  };
  for (const TrialPtr& trial : faintTrials()) look(trial, 0);
  for (const int trial : selection_.compared()) look(model_.find(trial), 4);
  look(model_.find(selection_.current()), 6);
  return best;
}

void LearningCurves::readOut(const Hit& hit, const QPointF& pixel) {
  if (!hit.trial) return card_->hide();
  const train::EpochReport& report = hit.trial->curve[hit.epoch - 1];
  HoverCard::Content card;
  card.title = tr("%1, epoch %2").arg(titleOf(*hit.trial)).arg(hit.epoch);
  card.rows.emplace_back(nameOf(Quantity::error),
                         figure(100 * (1 - report.validation.accuracy), Unit::percent));
  card.rows.emplace_back(nameOf(Quantity::accuracy), figure(100 * report.validation.accuracy, Unit::percent));
  card.rows.emplace_back(tr("Training loss"), figure(report.trainLoss));
  card.rows.emplace_back(tr("Time of the epoch"), figure(report.seconds, Unit::second));
  QStringList cuts;
  for (const CutMark& mark : marks_) {
    if (mark.trial != hit.trial->number || mark.epoch != hit.epoch) continue;
    const QString words = tr("%1 would stop here").arg(mark.rule);
    cuts << (mark.reason.isEmpty() ? words : words + QStringLiteral(": ") + mark.reason);
  }
  card.note = cuts.join(QLatin1Char('\n'));
  const bool last = hit.epoch == static_cast<int>(hit.trial->curve.size());
  if (last && !hit.trial->reason.empty()) card.note = messageText(hit.trial->reason);
  card_->showAt(pixel, card);
}

void LearningCurves::mouseMoveEvent(QMouseEvent* event) {
  const Hit hit = hitAt(event->position());
  selection_.hover(hit.trial ? hit.trial->number : -1);
  readOut(hit, event->position());
  PlotBase::mouseMoveEvent(event);
}

void LearningCurves::mousePressEvent(QMouseEvent* event) {
  PlotBase::mousePressEvent(event);
  const Hit hit = hitAt(event->position());
  if (!hit.trial || event->button() != Qt::LeftButton) return;
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    selection_.toggleCompared(hit.trial->number);
  } else {
    selection_.select(hit.trial->number);
  }
}

void LearningCurves::mouseDoubleClickEvent(QMouseEvent* event) {
  PlotBase::mouseDoubleClickEvent(event);
  const Hit hit = hitAt(event->position());
  if (hit.trial && event->button() == Qt::LeftButton) Q_EMIT openRequested(hit.trial->number);
}

void LearningCurves::resizeEvent(QResizeEvent* event) {
  PlotBase::resizeEvent(event);
  scheduleRebuild();
}

void LearningCurves::leaveEvent(QEvent* event) {
  PlotBase::leaveEvent(event);
  card_->hide();
  selection_.hover(-1);
}

void LearningCurves::keyPressEvent(QKeyEvent* event) {
  const TrialPtr current = model_.find(selection_.current());
  const bool right = event->key() == Qt::Key_Right;
  if (!current || current->curve.empty() || (!right && event->key() != Qt::Key_Left)) {
    return PlotBase::keyPressEvent(event);
  }
  const int epochs = static_cast<int>(current->curve.size());
  cursor_ = std::clamp(cursor_ == 0 ? (right ? 1 : epochs) : cursor_ + (right ? 1 : -1), 1, epochs);
  readOut({current, cursor_}, positionOf(*current, cursor_));
}

}  // namespace kinglet::widgets
