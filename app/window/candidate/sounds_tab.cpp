#include "app/window/candidate/sounds_tab.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/candidate/clip_model.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/decision_controller.h"
#include "app/window/study/sounds_controller.h"
#include "app/window/study/study_controller.h"
#include "network/network_spec.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/sound/spectrogram_plot.h"
#include "widgets/sound/spectrogram_stack.h"
#include "widgets/sound/spectrogram_view.h"

namespace kinglet::window {
namespace {
// Stable: what is remembered is found by it.
const QString kColoursKey = QStringLiteral("sounds/colours");
constexpr int kLeastPicture = 300, kLeastList = 130, kLeastCompared = 300;  // pixels
}  // namespace

SoundsTab::SoundsTab(StudyController& study, SoundsController& sounds, QWidget* parent)
    : QWidget(parent),
      study_(study),
      sounds_(sounds),
      decisions_(new DecisionController(study, this)),
      model_(new ClipModel(*decisions_, this)),
      filter_(new ClipFilter(*model_, this)),
      find_(new QLineEdit),
      verdicts_(new QComboBox),
      classes_(new QComboBox),
      state_(faintLabel({})),
      cellButton_(new QToolButton),
      pages_(new QButtonGroup(this)),
      page_(new QStackedWidget),
      list_(new QTableView),
      confusions_(new widgets::ConfusionView),
      stack_(new widgets::SpectrogramStack),
      notices_(new NoticeArea),
      spectrogram_(new widgets::SpectrogramView) {
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(makeUpper());
  split->addWidget(makeLower());
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(split);
  spectrogram_->setColours(AppSettings().layout(kColoursKey) == "grey" ? widgets::PictureColours::grey
                                                                       : widgets::PictureColours::even);
  link();
  linkSpectrogram();
  const auto showStudy = [this] {
    model_->setSounds(study_.features());
    fillClasses();
    spectrogram_->clear();
    shownClip_ = -1;
    input_ = wantedInput();
    if (filter_->rowCount() > 0) list_->selectRow(0);
  };
  connect(&study_, &StudyController::opened, this, showStudy);
  connect(&study_, &StudyController::closed, this, showStudy);
  showStudy();
  showState();
}

QWidget* SoundsTab::makeUpper() {
  auto* upper = new QWidget;
  auto* layout = new QVBoxLayout(upper);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(notices_);
  // On a small screen the page scrolls before its parts are too low to be read.
  spectrogram_->setMinimumHeight(kLeastPicture);
  layout->addWidget(spectrogram_, 1);
  return upper;
}

QWidget* SoundsTab::makeLower() {
  find_->setPlaceholderText(tr("Find a clip or a class"));
  find_->setClearButtonEnabled(true);
  verdicts_->addItems({tr("All"), tr("Right"), tr("Wrong")});
  verdicts_->setAccessibleName(tr("Answers"));
  classes_->setAccessibleName(tr("Class"));
  classes_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  classes_->setMinimumContentsLength(8);
  state_->setWordWrap(true);
  cellButton_->setIcon(icon(QStringLiteral("close")));
  cellButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  cellButton_->setToolTip(tr("Show all clips again"));
  cellButton_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  cellButton_->hide();
  list_->setModel(filter_);
  list_->setSelectionBehavior(QAbstractItemView::SelectRows);
  list_->setSelectionMode(QAbstractItemView::SingleSelection);
  list_->setSortingEnabled(true);
  list_->sortByColumn(-1, Qt::AscendingOrder);
  list_->setShowGrid(false);
  list_->setFrameShape(QFrame::NoFrame);
  list_->verticalHeader()->hide();
  list_->verticalHeader()->setDefaultSectionSize(24);
  list_->horizontalHeader()->setHighlightSections(false);
  list_->horizontalHeader()->setSectionResizeMode(ClipModel::kName, QHeaderView::Stretch);
  list_->horizontalHeader()->setMinimumSectionSize(48);
  list_->setColumnWidth(ClipModel::kClass, 88);
  list_->setColumnWidth(ClipModel::kAnswer, 120);
  list_->setColumnWidth(ClipModel::kFold, 52);
  list_->setColumnWidth(ClipModel::kSeconds, 64);
  list_->setAccessibleName(tr("Clips"));

  auto* views = new QHBoxLayout;
  views->setContentsMargins(12, 0, 12, 0);
  views->setSpacing(4);
  for (const auto& [page, text] : {std::pair(kList, tr("List")), std::pair(kConfusions, tr("Confusions")),
                                   std::pair(kStack, tr("Side by side"))}) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setChecked(page == kList);
    pages_->addButton(button, page);
    views->addWidget(button);
  }
  views->addStretch(1);
  auto* findRow = new QHBoxLayout;
  findRow->setContentsMargins(12, 0, 12, 0);
  findRow->setSpacing(4);
  findRow->addWidget(verdicts_);
  findRow->addWidget(classes_);
  findRow->addWidget(find_, 1);
  auto* stateRow = new QHBoxLayout;
  stateRow->setContentsMargins(12, 0, 12, 0);
  stateRow->addWidget(state_, 1);
  auto* cellRow = new QHBoxLayout;
  cellRow->setContentsMargins(12, 0, 12, 0);
  cellRow->addWidget(cellButton_, 1);
  for (QWidget* page :
       {static_cast<QWidget*>(list_), scrolledPage(confusions_), static_cast<QWidget*>(stack_)})
    page_->addWidget(page);
  auto* lower = new QWidget;
  auto* layout = new QVBoxLayout(lower);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(views);
  layout->addLayout(findRow);
  layout->addLayout(stateRow);
  layout->addLayout(cellRow);
  page_->setMinimumHeight(kLeastList);
  layout->addWidget(page_, 1);
  return lower;
}

void SoundsTab::link() {
  connect(find_, &QLineEdit::textChanged, this, [this](const QString& words) {
    filter_->setWords(words);
    filterChanged();
  });
  connect(verdicts_, &QComboBox::currentIndexChanged, this, [this](int index) {
    filter_->setVerdict(static_cast<ClipFilter::Verdict>(index));
    filterChanged();
  });
  connect(classes_, &QComboBox::currentIndexChanged, this, [this](int index) {
    filter_->setClass(index - 1);
    filterChanged();
  });
  connect(cellButton_, &QToolButton::clicked, this, [this] {
    filter_->setCell(std::nullopt);
    showPage(kList);
    filterChanged();
  });
  connect(pages_, &QButtonGroup::idClicked, this, [this](int page) { showPage(static_cast<Page>(page)); });
  connect(confusions_, &widgets::ConfusionView::cellSelected, this,
          [this](int truth, int answer) { showCell(truth, answer, false); });
  connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SoundsTab::load);
  connect(list_, &QTableView::doubleClicked, this, [this] { sounds_.playWhenReady(); });
  connect(stack_, &widgets::SpectrogramStack::chosen, this, &SoundsTab::selectClip);
  connect(stack_, &widgets::SpectrogramStack::openRequested, this, [this] { sounds_.playWhenReady(); });
  connect(stack_, &widgets::SpectrogramStack::wanted, this, [this](const std::vector<int>& clips) {
    std::vector<int> scaledBy;
    if (!scaled_)
      for (const auto& row : stack_->rows()) scaledBy.push_back(row.clip);
    scaled_ = true;
    decisions_->picture(clips, scaledBy);
  });
  connect(decisions_, &DecisionController::scaled, this, [this](float quiet, float loud) {
    stack_->setScale(quiet, loud, spectrogram_->plot()->colours());
  });
  connect(decisions_, &DecisionController::pictured, stack_, &widgets::SpectrogramStack::addPicture);
  connect(decisions_, &DecisionController::trialChanged, this, [this] {
    model_->tellAnswers();
    filter_->refresh();
    filterChanged();
    showMatrix();
    ask();
  });
  connect(decisions_, &DecisionController::answersChanged, this, [this] {
    model_->tellAnswers();
    filter_->refresh();
    filterChanged();
    if (!decisions_->canAnswer()) ask();
  });
}

void SoundsTab::linkSpectrogram() {
  using widgets::SpectrogramView;
  connect(spectrogram_, &SpectrogramView::playRequested, this, [this](double seconds) {
    if (const auto& stretch = spectrogram_->plot()->stretch())
      sounds_.loop(stretch->from, stretch->to);
    else
      sounds_.play(seconds);
  });
  connect(spectrogram_, &SpectrogramView::stopRequested, &sounds_, &SoundsController::stop);
  connect(spectrogram_, &SpectrogramView::seekRequested, this, [this](double seconds) {
    if (sounds_.isPlaying())
      sounds_.play(seconds);
    else
      spectrogram_->setPlayhead(seconds);
  });
  connect(spectrogram_, &SpectrogramView::stretchChanged, this, [this] {
    if (!sounds_.isPlaying()) return;
    if (const auto& stretch = spectrogram_->plot()->stretch()) sounds_.loop(stretch->from, stretch->to);
  });
  connect(spectrogram_, &SpectrogramView::coloursChanged, this, [this](widgets::PictureColours map) {
    AppSettings().setLayout(kColoursKey, map == widgets::PictureColours::grey ? "grey" : "cividis");
    forgetPictures();
  });
  connect(spectrogram_, &SpectrogramView::enlargeRequested, this, &SoundsTab::enlargeRequested);
  connect(spectrogram_, &SpectrogramView::whyToggled, this, &SoundsTab::ask);
  connect(spectrogram_, &SpectrogramView::trainedToggled, this, [this](bool asked) {
    if (!asked && shownClip_ >= 0) spectrogram_->setClip(shown_);
    ask();
  });
  connect(spectrogram_, &SpectrogramView::drawAgainRequested, this, [this] {
    ++draw_;
    ask();
  });
  connect(&sounds_, &SoundsController::ready, this,
          [this](int clip, const widgets::SpectrogramData& picture) {
            notices_->dismissAll();
            shown_ = picture;
            shownClip_ = clip;
            spectrogram_->setDecision({});
            spectrogram_->setClip(picture);
            ask();
          });
  connect(&sounds_, &SoundsController::failed, this, [this](int, const QString& problem) {
    shownClip_ = -1;
    spectrogram_->setProblem(problem);
  });
  connect(decisions_, &DecisionController::decided, this, [this](int clip, const train::Decision& decision) {
    if (clip == shownClip_ && !spectrogram_->asksTrained()) showDecision(decision);
  });
  connect(decisions_, &DecisionController::felt, this,
          [this](int clip, int, const std::vector<float>& relevance) {
            if (clip != shownClip_ || !spectrogram_->asksWhy() || spectrogram_->asksTrained()) return;
            // A long recording is shown in part.
            const std::size_t most = shown_.values.size();
            spectrogram_->setRelevance(
                {relevance.begin(),
                 relevance.begin() + static_cast<std::ptrdiff_t>(std::min(most, relevance.size()))});
          });
  connect(decisions_, &DecisionController::drawn, this, [this](int clip, const train::AsTrained& shown) {
    if (clip == shownClip_ && spectrogram_->asksTrained()) showAsTrained(shown);
  });
  connect(decisions_, &DecisionController::clipFailed, this, [this](int clip, const QString& problem) {
    if (clip == shownClip_ || clip < 0)
      notices_->show(QStringLiteral("decision"), {NoticeKind::warning, problem, {}, {}});
  });
  connect(&sounds_.player(), &Player::playingChanged, this, [this](bool playing) {
    spectrogram_->setPlaying(playing);
    if (!playing) spectrogram_->setPlayhead(-1);
  });
  connect(&sounds_.player(), &Player::position, spectrogram_, &widgets::SpectrogramView::setPlayhead);
  connect(&sounds_.player(), &Player::failed, this, [this](const QString& problem) {
    notices_->show(QStringLiteral("player"), {NoticeKind::warning, problem, {}, {}});
  });
}

network::InputSpec SoundsTab::wantedInput() const {
  if (trial_) return trial_->candidate.input;
  return study_.isOpen() ? study_.settings().input : network::InputSpec();
}

void SoundsTab::setTrial(const widgets::TrialPtr& trial) {
  trial_ = trial;
  decisions_->setTrial(trial);
  const auto input = wantedInput();
  if (input == input_) return;
  input_ = input;
  forgetPictures();
  load();
}

void SoundsTab::showClass(const QString& name) {
  filter_->setCell(std::nullopt);
  classes_->setCurrentIndex(std::max(0, classes_->findText(name)));
  filterChanged();
  if (filter_->rowCount() > 0) list_->selectRow(0);
}

void SoundsTab::showPage(Page page) {
  if (auto* button = pages_->button(page)) button->setChecked(true);
  page_->setCurrentIndex(page);
  page_->setMinimumHeight(page == kList ? kLeastList : kLeastCompared);
  // What is compared needs room; the list does with less.
  if (auto* split = findChild<QSplitter*>(); split && page != kList && isVisible()) {
    const int upper = split->sizes().constFirst(), all = upper + split->sizes().constLast();
    if (upper > all * 0.45) split->setSizes({static_cast<int>(all * 0.45), static_cast<int>(all * 0.55)});
  }
  fillStack();
}

int SoundsTab::clip() const {
  const auto index = list_->currentIndex();
  return index.isValid() ? filter_->mapToSource(index).row() : -1;
}

void SoundsTab::selectClip(int clip) {
  const auto row = filter_->mapFromSource(model_->index(clip, 0));
  if (row.isValid()) list_->selectRow(row.row());
}

void SoundsTab::listen() {
  if (sounds_.isPlaying()) return sounds_.stop();
  if (stale_) fetch();
  sounds_.playWhenReady();
}

void SoundsTab::load() {
  stack_->select(clip());
  stale_ = true;
  if (isVisible()) fetch();
}

void SoundsTab::fetch() {
  stale_ = false;
  if (clip() >= 0) sounds_.show(study_.features(), clip(), input_);
}

void SoundsTab::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  decisions_->setWatched(true);
  stale_ ? load() : ask();
}

void SoundsTab::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  decisions_->setWatched(false);
}

}  // namespace kinglet::window
