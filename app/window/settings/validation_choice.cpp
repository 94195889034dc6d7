#include "app/window/settings/validation_choice.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <cmath>

#include "app/window/kit/section.h"
#include "app/window/settings/dataset_view.h"

namespace kinglet::window {
namespace {

// Percentage points of one standard error of a share near 85 %.
double chance(double clips) {
  return 100 * std::sqrt(0.85 * 0.15 / clips);
}

}  // namespace

ValidationChoice::ValidationChoice(QWidget* parent)
    : QWidget(parent), inTurn_(new QCheckBox(tr("Hold out each fold in turn"))), words_(faintLabel({})) {
  inTurn_->setToolTip(
      tr("Cross-validation: a candidate is trained once for every fold but the test's, and judged "
         "by the sounds that each training has not heard."));
  words_->setWordWrap(true);
  words_->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(inTurn_);
  layout->addWidget(words_);
}

void ValidationChoice::setFacts(const DatasetFacts& facts) {
  if (facts.folds < 3) return forget();
  const int open = facts.folds - 1;
  const double fold = double(facts.clips) / facts.folds;
  words_->setText(
      tr("One fold is %1 sounds: accuracy is known to about ±%2 points. In turn, %3 sounds and ±%4 "
         "points, for %5 times the work.")
          .arg(locale().toString(std::lround(fold)), locale().toString(chance(fold), 'f', 1),
               locale().toString(std::lround(fold * open)), locale().toString(chance(fold * open), 'f', 1),
               locale().toString(open)));
  words_->show();
}

void ValidationChoice::forget() {
  words_->hide();
}

bool ValidationChoice::crossValidates() const {
  return inTurn_->isChecked();
}

void ValidationChoice::setCrossValidates(bool on) {
  inTurn_->setChecked(on);
}

}  // namespace kinglet::window
