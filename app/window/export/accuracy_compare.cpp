#include "app/window/export/accuracy_compare.h"

#include <QGridLayout>
#include <QLabel>
#include <cmath>

#include "app/window/kit/section.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

namespace {

QLabel* number(double scale) {
  auto* label = headingLabel(QStringLiteral("–"), scale);
  label->setAlignment(Qt::AlignRight);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

AccuracyCompare::AccuracyCompare(QWidget* parent)
    : QWidget(parent),
      real_{faintLabel(tr("float")), number(1.2), new QLabel(QStringLiteral("–"))},
      int8_{faintLabel(tr("int8")), number(1.2), new QLabel(QStringLiteral("–"))},
      difference_(number(1.2)),
      words_(faintLabel({})) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(20);
  grid->setVerticalSpacing(2);
  grid->addWidget(headingLabel(tr("On the validation fold"), 1.0), 0, 0);
  auto* differenceTitle = faintLabel(tr("int8 against float"));
  int column = 1;
  for (auto* title : {real_.title, int8_.title, differenceTitle}) {
    title->setAlignment(Qt::AlignRight);
    grid->addWidget(title, 0, column++);
  }
  grid->addWidget(new QLabel(tr("Accuracy")), 1, 0);
  grid->addWidget(real_.accuracy, 1, 1);
  grid->addWidget(int8_.accuracy, 1, 2);
  grid->addWidget(difference_, 1, 3);
  grid->addWidget(new QLabel(tr("Mean average precision")), 2, 0);
  for (auto* label : {real_.map, int8_.map}) {
    label->setAlignment(Qt::AlignRight);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  grid->addWidget(real_.map, 2, 1);
  grid->addWidget(int8_.map, 2, 2);
  grid->addWidget(words_, 3, 0, 1, 5);
  grid->setColumnStretch(4, 1);
  words_->setWordWrap(true);
}

void AccuracyCompare::setReal(std::optional<double> accuracy) {
  real_.accuracy->setText(accuracy ? figure(100 * *accuracy, Unit::percent) : QStringLiteral("–"));
}

void AccuracyCompare::setInt8(const deploy::Int8Network& int8) {
  if (int8.integer.clips == 0) return setInt8Missing(tr("There are no validation clips to try int8 on."));
  const double points = 100 * (int8.integer.accuracy - int8.real.accuracy);
  setReal(int8.real.accuracy);
  int8_.accuracy->setText(figure(100 * int8.integer.accuracy, Unit::percent));
  difference_->setText(
      std::abs(points) < 0.05
          ? tr("equal")
          : tr("%1%2 points")
                .arg(points < 0 ? QStringLiteral("−") : QStringLiteral("+"), figure(std::abs(points), 2)));
  real_.map->setText(figure(int8.real.map));
  int8_.map->setText(figure(int8.integer.map));
  const QString clips = tr("%n clip(s).", nullptr, int8.integer.clips);
  const QString before = figure(100 * int8.calibrated.accuracy, Unit::percent);
  if (int8.fineTuned)
    words_->setText(
        tr("Trained on with the quantisation in the loop; calibrated alone it reached %1.").arg(before) +
        u' ' + clips);
  else if (points < -deploy::kLargestDrop)
    words_->setText(
        tr("Training on with the quantisation in the loop did not help. Float may be the better choice.") +
        u' ' + clips);
  else
    words_->setText(clips);
}

void AccuracyCompare::setInt8Missing(const QString& why) {
  int8_.accuracy->setText(QStringLiteral("–"));
  int8_.map->setText(QStringLiteral("–"));
  difference_->setText(QStringLiteral("–"));
  words_->setText(why);
}

}  // namespace kinglet::window
