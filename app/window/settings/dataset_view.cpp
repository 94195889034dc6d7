#include "app/window/settings/dataset_view.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/kit/section.h"
#include "app/window/settings/class_bars.h"
#include "data/folds/plan.h"
#include "widgets/text/message_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

constexpr int kNamedFolds = 5;     // of training; more are counted
constexpr int kMostProblems = 40;  // shown; the count tells of the rest

}  // namespace

DatasetFacts DatasetFacts::of(const data::Dataset& dataset) {
  DatasetFacts facts;
  facts.name = QString::fromStdString(dataset.name);
  facts.layout = QString::fromStdString(dataset.layout);
  facts.root = QString::fromStdString(dataset.root.string());
  facts.clips = static_cast<int>(dataset.clips.size());
  facts.folds = dataset.folds - (dataset.addedFold >= 0 ? 1 : 0);
  facts.multiLabel = dataset.multiLabel;
  for (const auto& name : dataset.classes) facts.classes.emplace_back(QString::fromStdString(name), 0);
  for (const auto& clip : dataset.clips) {
    facts.seconds += clip.seconds;
    for (const int label : clip.labels) ++facts.classes[label].second;
    if (clip.fold == dataset.folds - 1) ++facts.testClips;
    if (clip.fold == dataset.folds - 2) ++facts.validationClips;
  }
  for (std::size_t fold = 0; fold < dataset.foldNames.size(); ++fold) {
    const QString name = QString::fromStdString(dataset.foldNames[fold]);
    if (dataset.folds < 3 || fold + 2 < dataset.foldNames.size())
      facts.trainFolds << name;
    else
      (fold + 1 == dataset.foldNames.size() ? facts.testFold : facts.validationFold) = name;
  }
  const auto words = [](const base::Message& message) { return widgets::messageText(message); };
  facts.grouping = words(dataset.grouping);
  const base::Message fault = data::planFault(dataset);
  const auto saysFault = [&](const base::Message& note) {
    return !fault.empty() && !note.arguments().empty() &&
           note.arguments().front() == base::Message::Argument(fault);
  };
  for (const auto& note : dataset.notes)
    if (note != dataset.grouping && !saysFault(note)) facts.notes << words(note);
  facts.fault = words(fault);
  for (const auto& problem : dataset.problems)
    facts.problems.emplace_back(QString::fromStdString(problem.where), widgets::messageText(problem.what));
  return facts;
}

DatasetView::DatasetView(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      line_(faintLabel({})),
      folds_(faintLabel({})),
      grouping_(faintLabel({})),
      notes_(new QLabel),
      bars_(new ClassBars),
      problemsFold_(new QToolButton),
      problems_(new QLabel) {
  QFont bold = title_->font();
  bold.setBold(true);
  title_->setFont(bold);
  title_->setWordWrap(true);
  for (auto* label : {line_, folds_, grouping_, notes_}) label->setWordWrap(true);
  notes_->setTextFormat(Qt::RichText);
  notes_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  problemsFold_->setCheckable(true);
  problemsFold_->setAutoRaise(true);
  problemsFold_->setArrowType(Qt::RightArrow);
  problemsFold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  problems_->setWordWrap(true);
  problems_->setTextFormat(Qt::PlainText);
  problems_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  problems_->hide();
  problemsFold_->hide();

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(title_);
  layout->addWidget(line_);
  layout->addWidget(folds_);
  layout->addWidget(grouping_);
  layout->addSpacing(4);
  layout->addWidget(notes_);
  layout->addWidget(bars_);
  layout->addWidget(problemsFold_);
  layout->addWidget(problems_);
  connect(problemsFold_, &QToolButton::toggled, this, [this](bool open) {
    problemsFold_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    problems_->setVisible(open);
  });
  connect(bars_, &ClassBars::clicked, this, &DatasetView::classClicked);
}

void DatasetView::setMostClasses(int count) {
  bars_->setMostRows(count);
}

void DatasetView::setFacts(const DatasetFacts& facts) {
  facts_ = facts;
  title_->setText(facts.layout == QLatin1String("builtin") ? tr("Built-in sounds") : facts.name);
  title_->setToolTip(facts.root);
  QStringList parts{tr("%n clips", nullptr, facts.clips),
                    tr("%n classes", nullptr, static_cast<int>(facts.classes.size())),
                    tr("%n folds", nullptr, facts.folds), widgets::duration(facts.seconds)};
  if (facts.multiLabel) parts << tr("several labels a clip");
  line_->setText(parts.join(QStringLiteral(" · ")));
  QString trained = tr("%n folds", nullptr, static_cast<int>(facts.trainFolds.size()));
  if (facts.trainFolds.size() <= kNamedFolds) trained = facts.trainFolds.join(QStringLiteral(", "));
  folds_->setText(facts.testFold.isEmpty()
                      ? QString()
                      : tr("Trained on: %1. Judged by: %2 (%3 clips). Closed until you test: %4 (%5 clips).")
                            .arg(trained, facts.validationFold, locale().toString(facts.validationClips),
                                 facts.testFold, locale().toString(facts.testClips)));
  folds_->setVisible(!folds_->text().isEmpty());
  grouping_->setText(facts.grouping);
  grouping_->setVisible(!facts.grouping.isEmpty());
  QString notes;
  for (const QString& note : facts.notes)
    notes += QStringLiteral("<li style='margin-bottom:4px'>%1</li>").arg(note.toHtmlEscaped());
  notes_->setText(QStringLiteral("<ul style='margin-left:0; -qt-list-indent:0'>%1</ul>").arg(notes));
  notes_->setVisible(!facts.notes.isEmpty());
  bars_->setClasses(facts.classes);
  const int problems = static_cast<int>(facts.problems.size());
  problemsFold_->setVisible(problems > 0);
  problemsFold_->setText(tr("%n clips were left out", nullptr, problems));
  if (problems == 0) problemsFold_->setChecked(false);
  QStringList lines;
  for (const auto& [where, what] : facts.problems) {
    if (lines.size() == kMostProblems) {
      lines << tr("and %n more", nullptr, problems - kMostProblems);
      break;
    }
    lines << QStringLiteral("%1: %2").arg(where, what);
  }
  problems_->setText(lines.join(u'\n'));
}

}  // namespace kinglet::window
