// What the sounds tab says of the network's answers.
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

#include "app/window/candidate/clip_model.h"
#include "app/window/candidate/sounds_tab.h"
#include "app/window/study/decision_controller.h"
#include "app/window/study/study_controller.h"
#include "train/answer.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/sound/spectrogram_plot.h"
#include "widgets/sound/spectrogram_stack.h"
#include "widgets/sound/spectrogram_view.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

QString SoundsTab::className(int index) const {
  const auto features = study_.features();
  if (!features || index < 0 || index >= static_cast<int>(features->dataset().classes.size())) return {};
  return QString::fromStdString(features->dataset().classes[static_cast<std::size_t>(index)]);
}

void SoundsTab::fillClasses() {
  const QSignalBlocker still(classes_);
  classes_->clear();
  classes_->addItem(tr("All classes"));
  if (const auto features = study_.features())
    for (const auto& name : features->dataset().classes) classes_->addItem(QString::fromStdString(name));
  filter_->setClass(-1);
  filter_->setCell(std::nullopt);
}

void SoundsTab::filterChanged() {
  showState();
  fillStack();
}

// What has been asked, and how much of it was right: of clips that it never learnt.
void SoundsTab::showState() {
  int right = 0, held = 0;
  for (int clip = 0; clip < model_->rowCount(); ++clip) {
    const ClipAnswer answer = model_->answer(clip);
    if (!answer.isKnown() || model_->heard(clip) != study::Heard::held) continue;
    ++held;
    right += answer.right ? 1 : 0;
  }
  QString text;
  if (!decisions_->problem().isEmpty())
    text = decisions_->problem();
  else if (!trial_)
    text = tr("Choose a candidate to see what it takes each clip for.");
  else if (decisions_->isWorking())
    text = tr("Asking the network: %1 of %2 clips").arg(decisions_->asked()).arg(decisions_->toAsk());
  else if (held > 0)
    text = tr("%1 of the %2 clips that it never learnt are right (%3).")
               .arg(right)
               .arg(held)
               .arg(figure(100.0 * right / held, Unit::percent));
  state_->setText(text);
  state_->setVisible(!text.isEmpty());
  const auto& cell = filter_->cell();
  cellButton_->setVisible(cell.has_value());
  if (!cell) return;
  const int shown = filter_->rowCount();
  QString words = cell->truth == cell->answer
                      ? tr("%1, recognised: %n clip(s)", nullptr, shown).arg(className(cell->truth))
                      : tr("%1, taken for %2: %n clip(s)", nullptr, shown)
                            .arg(className(cell->truth), className(cell->answer));
  // A study that cross-validates judges by several networks and keeps one.
  if (!cell->ofTest && study_.isOpen() && study_.settings().crossValidate)
    words += QStringLiteral(" · ") + tr("of one fold");
  cellButton_->setText(words);
}

void SoundsTab::showMatrix() {
  QStringList names;
  std::vector<std::vector<int>> counts;
  if (const auto features = study_.features(); features && trial_ && !trial_->curve.empty()) {
    for (const auto& name : features->dataset().classes) names << QString::fromStdString(name);
    counts = trial_->curve.back().validation.confusion;
    if (counts.size() != static_cast<std::size_t>(names.size())) counts.clear();
  }
  confusions_->setMatrix(names, std::move(counts));
  confusions_->setToolTip(study_.isOpen() && study_.settings().crossValidate
                              ? tr("Clips of all folds, each judged by the training that had not learnt it. "
                                   "Only the network that held out "
                                   "the validation fold is kept, so a cell opens the clips of that fold.")
                              : tr("The clips of the validation fold. A cell opens its clips."));
}

void SoundsTab::showCell(int truth, int answer, bool ofTest) {
  {
    const QSignalBlocker first(find_), second(verdicts_), third(classes_);
    find_->clear();
    verdicts_->setCurrentIndex(0);
    classes_->setCurrentIndex(0);
  }
  filter_->setWords({});
  filter_->setVerdict(ClipFilter::Verdict::all);
  filter_->setClass(-1);
  filter_->setCell(ClipFilter::Cell{truth, answer, ofTest});
  showPage(kStack);
  filterChanged();
  if (filter_->rowCount() > 0) list_->selectRow(0);
}

void SoundsTab::fillStack() {
  if (page_->currentIndex() != kStack) return;
  std::vector<widgets::StackRow> rows;
  const auto features = study_.features();
  if (features) {
    for (const int clip : filter_->clips()) {
      const auto& entry = features->dataset().clips[static_cast<std::size_t>(clip)];
      const ClipAnswer answer = model_->answer(clip);
      widgets::StackRow row{
          clip, QString::fromStdString(entry.name), {}, answer.right, answer.isKnown(), entry.seconds};
      if (answer.isKnown())
        row.answer = QStringLiteral("%1 %2").arg(className(answer.ofClass),
                                                 figure(100 * double(answer.probability), Unit::percent, 2));
      rows.push_back(std::move(row));
    }
  }
  const auto& before = stack_->rows();
  const bool sameClips = std::equal(before.begin(), before.end(), rows.begin(), rows.end(),
                                    [](const auto& a, const auto& b) { return a.clip == b.clip; });
  if (!sameClips) forgetPictures();
  stack_->setRows(std::move(rows));
  stack_->select(clip());
}

// They were of other clips, another front end or other colours.
void SoundsTab::forgetPictures() {
  stack_->forgetPictures();
  scaled_ = false;
}

void SoundsTab::ask() {
  const int clip = shownClip_;
  const bool open = decisions_->isOpen(clip);
  spectrogram_->setAskable(open && decisions_->canAnswer(), open && trial_ != nullptr);
  widgets::DecisionData silent;
  if (clip >= 0 && trial_ && !open) silent.said = ClipModel::standingText(study::Heard::closed);
  if (clip >= 0 && trial_ && open && !decisions_->problem().isEmpty()) silent.said = decisions_->problem();
  if (clip < 0 || !open || !decisions_->canAnswer()) {
    answer_ = -1;
    spectrogram_->setRelevance({});
    spectrogram_->setDecision(silent);
  }
  if (clip < 0 || !open) return;
  if (spectrogram_->asksTrained()) return decisions_->draw(clip, draw_);
  if (!spectrogram_->asksWhy()) spectrogram_->setRelevance({});
  decisions_->decide(clip);
}

void SoundsTab::showDecision(const train::Decision& decision) {
  const double hop = shown_.hopSeconds;
  widgets::DecisionData curves;
  for (int c = 0; c < decision.classes; ++c) curves.classes << className(c);
  curves.windowSeconds = (decision.windowFrames - 1) * hop + shown_.windowSeconds;
  for (std::size_t i = 0; i < decision.firsts.size(); ++i) {
    const double start = decision.firsts[i] * hop;
    if (i > 0 && start + curves.windowSeconds / 2 > shown_.seconds()) break;  // of a long recording, in part
    curves.starts.push_back(start);
    const auto row = decision.at(i);
    curves.probabilities.insert(curves.probabilities.end(), row.begin(), row.end());
  }
  answer_ = curves.answer = train::answerOf(decision.answer);
  const auto& labels = model_->labels(shownClip_);
  const bool right = std::find(labels.begin(), labels.end(), answer_) != labels.end();
  curves.said =
      QStringLiteral("%1 %2 %3 · %4")
          .arg(right ? QStringLiteral("✓") : QStringLiteral("✗"), className(answer_),
               figure(100 * double(decision.answer[static_cast<std::size_t>(answer_)]), Unit::percent, 2),
               ClipModel::standingText(model_->heard(shownClip_)));
  spectrogram_->setDecision(curves);
  if (spectrogram_->asksWhy()) decisions_->feel(shownClip_, answer_);
}

void SoundsTab::showAsTrained(const train::AsTrained& shown) {
  widgets::SpectrogramData picture = shown_;
  picture.samples.clear();
  picture.values = shown.values;
  picture.frames = shown.frames;
  QStringList told;
  for (std::size_t c = 0; c < shown.targets.size(); ++c)
    if (shown.targets[c] >= 0.05f)
      told << QStringLiteral("%1 %2").arg(className(static_cast<int>(c)),
                                          figure(100 * double(shown.targets[c]), Unit::percent, 2));
  widgets::DecisionData words;
  words.said =
      tr("From %1 of the clip on, as training shows it. The network is told: %2")
          .arg(figure(shown.first * picture.hopSeconds, Unit::second), told.join(QStringLiteral(" · ")));
  spectrogram_->setClip(picture);
  spectrogram_->setDecision(words);
}

}  // namespace kinglet::window
