#include "app/window/candidate/sounds_tab.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "app/window/candidate/clip_model.h"
#include "app/window/kit/notice.h"
#include "app/window/study/sounds_controller.h"
#include "app/window/study/study_controller.h"
#include "network/network_spec.h"
#include "widgets/candidate/spectrogram_view.h"

namespace kinglet::window {

SoundsTab::SoundsTab(StudyController& study, SoundsController& sounds, QWidget* parent)
    : QWidget(parent),
      study_(study),
      sounds_(sounds),
      model_(new ClipModel(this)),
      filter_(new QSortFilterProxyModel(this)),
      find_(new QLineEdit),
      list_(new QTableView),
      notices_(new NoticeArea),
      spectrogram_(new widgets::SpectrogramView) {
  filter_->setSourceModel(model_);
  filter_->setSortRole(Qt::EditRole);
  filter_->setFilterKeyColumn(-1);
  filter_->setFilterCaseSensitivity(Qt::CaseInsensitive);
  find_->setPlaceholderText(tr("Find a clip or a class"));
  find_->setClearButtonEnabled(true);
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
  list_->setAccessibleName(tr("Clips"));

  auto* upper = new QWidget;
  auto* upperLayout = new QVBoxLayout(upper);
  upperLayout->setContentsMargins(0, 8, 0, 0);
  auto* findRow = new QHBoxLayout;
  findRow->setContentsMargins(12, 0, 12, 0);
  findRow->addWidget(find_);
  upperLayout->addLayout(findRow);
  upperLayout->addWidget(list_, 1);
  auto* lower = new QWidget;
  auto* lowerLayout = new QVBoxLayout(lower);
  lowerLayout->setContentsMargins(0, 0, 0, 0);
  lowerLayout->setSpacing(0);
  lowerLayout->addWidget(notices_);
  lowerLayout->addWidget(spectrogram_, 1);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(lower);
  split->addWidget(upper);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(split);

  connect(find_, &QLineEdit::textChanged, filter_, &QSortFilterProxyModel::setFilterFixedString);
  connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SoundsTab::load);
  connect(list_, &QTableView::doubleClicked, this, [this] { sounds_.playWhenReady(); });
  connect(spectrogram_, &widgets::SpectrogramView::playRequested, &sounds_, &SoundsController::play);
  connect(spectrogram_, &widgets::SpectrogramView::stopRequested, &sounds_, &SoundsController::stop);
  connect(spectrogram_, &widgets::SpectrogramView::seekRequested, this, [this](double seconds) {
    if (sounds_.isPlaying())
      sounds_.play(seconds);
    else
      spectrogram_->setPlayhead(seconds);
  });
  connect(&sounds_, &SoundsController::ready, this, [this](int, const widgets::SpectrogramData& clip) {
    notices_->dismissAll();
    spectrogram_->setClip(clip);
  });
  connect(&sounds_, &SoundsController::failed, this,
          [this](int, const QString& problem) { spectrogram_->setProblem(problem); });
  connect(&sounds_.player(), &Player::playingChanged, this, [this](bool playing) {
    spectrogram_->setPlaying(playing);
    if (!playing) spectrogram_->setPlayhead(-1);
  });
  connect(&sounds_.player(), &Player::position, spectrogram_, &widgets::SpectrogramView::setPlayhead);
  connect(&sounds_.player(), &Player::failed, this, [this](const QString& problem) {
    notices_->show(QStringLiteral("player"), {NoticeKind::warning, problem, {}, {}});
  });
  const auto showStudy = [this] {
    model_->setSounds(study_.features());
    spectrogram_->clear();
    input_ = wantedInput();
    if (filter_->rowCount() > 0) list_->selectRow(0);
  };
  connect(&study_, &StudyController::opened, this, showStudy);
  connect(&study_, &StudyController::closed, this, showStudy);
  showStudy();
}

network::InputSpec SoundsTab::wantedInput() const {
  if (trial_) return trial_->candidate.input;
  return study_.isOpen() ? study_.settings().input : network::InputSpec();
}

void SoundsTab::setTrial(const widgets::TrialPtr& trial) {
  trial_ = trial;
  const auto input = wantedInput();
  if (input == input_) return;
  input_ = input;
  load();
}

void SoundsTab::showClass(const QString& name) {
  find_->setText(name);
  if (filter_->rowCount() > 0) list_->selectRow(0);
}

int SoundsTab::clip() const {
  const auto index = list_->currentIndex();
  return index.isValid() ? filter_->mapToSource(index).row() : -1;
}

void SoundsTab::listen() {
  if (sounds_.isPlaying()) return sounds_.stop();
  if (stale_) fetch();
  sounds_.playWhenReady();
}

void SoundsTab::load() {
  stale_ = true;
  if (isVisible()) fetch();
}

void SoundsTab::fetch() {
  stale_ = false;
  if (clip() >= 0) sounds_.show(study_.features(), clip(), input_);
}

void SoundsTab::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_) load();
}

}  // namespace kinglet::window
