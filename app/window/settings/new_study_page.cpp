#include "app/window/settings/new_study_page.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <chrono>
#include <cmath>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/file_choice.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/settings/budget_form.h"
#include "app/window/settings/dataset_view.h"
#include "app/window/settings/grouping_choice.h"
#include "app/window/settings/limits_form.h"
#include "app/window/settings/listening_form.h"
#include "app/window/settings/read_as_field.h"
#include "app/window/settings/space_choice.h"
#include "app/window/settings/validation_choice.h"
#include "app/window/study/study_opening.h"
#include "base/error.h"
#include "data/dataset.h"
#include "energy/device/device_profile.h"
#include "energy/predictor/model_choice.h"
#include "network/baselines.h"
#include "search/strategy.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "widgets/text/message_text.h"
#include "widgets/text/strategy_text.h"

namespace kinglet::window {
namespace {

constexpr int kColumn = 960, kSettleMs = 400, kProgressMs = 100, kNarrow = 280, kNumber = 120;
// What study::usualEnergyLimitMj() takes; classes are of no weight.
constexpr const char* kExample = "mobilenet_v1:0.25";
constexpr int kExampleClasses = 10;

QWidget* withButton(QLineEdit* field, const QString& text, QPushButton*& button) {
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  button = new QPushButton(text);
  line->addWidget(field, 1);
  line->addWidget(button);
  return row;
}

}  // namespace

NewStudyPage::NewStudyPage(QWidget* parent)
    : QScrollArea(parent),
      sounds_(new QLineEdit),
      file_(new QLineEdit),
      device_(new QComboBox),
      objective_(new QComboBox),
      strategy_(new QComboBox),
      baseline_(new QComboBox),
      space_(new SpaceChoice),
      strategyWords_(faintLabel({})),
      limits_(new LimitsForm),
      listening_(new ListeningForm),
      budget_(new BudgetForm),
      validation_(new ValidationChoice),
      grouping_(new GroupingChoice),
      readAs_(new ReadAsField),
      worstError_(new NumberField(1, 100, 1, tr("% error"))),
      epochs_(new NumberField(1, 1000, 0, {})),
      seed_(new NumberField(0, 1e9, 0, {})),
      preview_(new DatasetView),
      readingRow_(new QWidget),
      readingWords_(faintLabel({})),
      reading_(new QProgressBar),
      stopReading_(new QPushButton(tr("Cancel"))),
      hint_(faintLabel({})),
      notices_(new NoticeArea),
      soundsNotices_(new NoticeArea),
      start_(new QPushButton(tr("Start the search"))),
      cancel_(new QPushButton(tr("Cancel"))),
      settle_(new QTimer(this)) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  settle_->setSingleShot(true);
  settle_->setInterval(kSettleMs);
  start_->setProperty("primary", true);
  start_->setIcon(icon(QStringLiteral("start")));

  auto* both = new QHBoxLayout;
  both->setSpacing(32);
  both->addWidget(makeForm(), 3);
  both->addWidget(makePreview(), 2);
  auto* column = new QWidget;
  column->setMaximumWidth(kColumn);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(24, 24, 24, 24);
  layout->setSpacing(16);
  layout->addWidget(headingLabel(tr("New study"), 1.73));
  layout->addWidget(notices_);
  layout->addLayout(both);
  layout->addStretch(1);
  setWidget(centredPage(column));

  // The search can be started without scrolling to the end.
  auto* row = new QWidget;
  row->setMaximumWidth(kColumn);
  auto* buttons = new QHBoxLayout(row);
  buttons->setContentsMargins(24, 12, 24, 12);
  buttons->addStretch(1);
  buttons->addWidget(cancel_);
  buttons->addWidget(start_);
  buttons_ = centredPage(row);
  buttons_->setParent(this);

  const auto readSoon = [this] {
    understood_ = false;
    settle_->start();
    refresh();
  };
  connect(sounds_, &QLineEdit::textChanged, this, readSoon);
  connect(readAs_, &QLineEdit::textChanged, this, readSoon);
  connect(grouping_, &GroupingChoice::changed, this, readSoon);
  connect(stopReading_, &QPushButton::clicked, this, [this] {
    jobs_.cancel();
    showReading(false);
    soundsNotices_->show(QStringLiteral("sounds"), {NoticeKind::info,
                                                    tr("The sounds were not read to the end."),
                                                    {},
                                                    {{tr("Read again"), [this] { readSounds(); }}}});
  });
  connect(settle_, &QTimer::timeout, this, &NewStudyPage::readSounds);
  connect(file_, &QLineEdit::textEdited, this, [this] {
    fileChosen_ = true;
    refresh();
  });
  connect(start_, &QPushButton::clicked, this, [this] {
    notices_->dismissAll();
    Q_EMIT createRequested(file_->text(), settings());
  });
  connect(cancel_, &QPushButton::clicked, this, &NewStudyPage::cancelled);
}

QWidget* NewStudyPage::makeForm() {
  auto* form = new QWidget;
  auto* rows = new QFormLayout(form);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setVerticalSpacing(8);
  rows->setHorizontalSpacing(16);
  rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  QPushButton *browse, *place;
  sounds_->setPlaceholderText(tr("A folder of sounds, or a CSV that lists them"));
  rows->addRow(tr("Sounds"), withButton(sounds_, tr("Browse …"), browse));
  rows->addRow(QString(), soundsNotices_);
  auto* reading = new QHBoxLayout;
  reading->setSpacing(16);
  auto* readAsName = new QLabel(tr("Read as"));
  readAsName->setBuddy(readAs_);
  readAsName->setFixedHeight(readAs_->sizeHint().height());
  reading->addWidget(grouping_, 3, Qt::AlignTop);
  reading->addWidget(readAsName, 0, Qt::AlignTop);
  reading->addWidget(readAs_, 2, Qt::AlignTop);
  rows->addRow(tr("Recordings"), reading);
  rows->addRow(tr("Study file"), withButton(file_, tr("Browse …"), place));
  for (const auto& device : energy::builtinDevices())
    device_->addItem(QString::fromStdString(device.name), QString::fromStdString(device.id));
  device_->addItem(tr("A model learned from measurements …"), QString());
  device_->setToolTip(
      tr("The board whose energy is modelled. Its flash and RAM are the limits to begin with."));
  rows->addRow(tr("Device"), device_);
  listening_->layout()->setContentsMargins(0, 0, 0, 0);
  listening_->setMaximumWidth(kNarrow);
  rows->addRow(tr("Listening"), listening_);
  objective_->addItem(tr("Energy per inference"), QString::fromLatin1(toText(study::CostObjective::energy)));
  objective_->addItem(tr("Mean power while listening"),
                      QString::fromLatin1(toText(study::CostObjective::power)));
  objective_->setToolTip(
      tr("What the search makes small beside error and memory. Mean power counts waiting, wake-ups and the "
         "microphone too, so that what is saved is what a battery feels; it holds for the listening above, "
         "which then cannot change while the study lasts."));
  rows->addRow(tr("Makes small"), objective_);
  limits_->layout()->setContentsMargins(0, 0, 0, 0);
  limits_->setMaximumWidth(kNarrow);
  rows->addRow(tr("Limits"), limits_);
  worstError_->setToolTip(
      tr("A candidate that errs more often is worth nothing to the search, however little energy it takes. "
         "Say what you could still use, and the search spends its time there."));
  rows->addRow(tr("Useful up to"), worstError_);
  budget_->layout()->setContentsMargins(0, 0, 0, 0);
  budget_->setMaximumWidth(kNarrow);
  rows->addRow(tr("Length"), budget_);
  for (const auto& name : search::strategyNames()) {
    const QString key = QString::fromStdString(name);
    strategy_->addItem(widgets::strategyName(key), key);
  }
  strategyWords_->setWordWrap(true);
  auto* strategy = new QVBoxLayout;
  strategy->setSpacing(4);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(16);
  choices->addWidget(strategy_, 1);
  choices->addWidget(space_, 1);
  strategy->addLayout(choices);
  strategy->addWidget(strategyWords_);
  rows->addRow(tr("Strategy"), strategy);
  baseline_->addItem(tr("none"), QString());
  for (const auto& name : network::namedNetworks())
    baseline_->addItem(QString::fromStdString(name), QString::fromStdString(name));
  baseline_->setToolTip(tr("A known network, trained in the same way and drawn as a diamond."));
  rows->addRow(tr("Compare with"), baseline_);
  rows->addRow(tr("Validation"), validation_);
  epochs_->setToolTip(tr("How long a candidate trains that is not stopped early."));
  seed_->setToolTip(tr("The same seed and one worker give the same study."));
  // Beside each other, so that the button to start needs no scrolling at 1280x800.
  auto* both = new QHBoxLayout;
  both->setSpacing(16);
  auto* seedName = new QLabel(tr("Seed"));
  seedName->setBuddy(seed_);
  for (auto* field : {worstError_, epochs_, seed_}) field->setMaximumWidth(kNumber);
  epochs_->setAccessibleName(tr("Epochs"));
  both->addWidget(epochs_);
  both->addWidget(seedName);
  both->addWidget(seed_);
  both->addStretch(1);
  rows->addRow(tr("Epochs"), both);

  connect(browse, &QPushButton::clicked, this, &NewStudyPage::browseSounds);
  connect(place, &QPushButton::clicked, this, &NewStudyPage::browsePlace);
  connect(device_, &QComboBox::currentIndexChanged, this, [this](int index) {
    const QString chosen = device_->itemData(index).toString();
    if (chosen.isEmpty()) return;
    deviceBefore_ = chosen;
    limitTo(chosen.toStdString());
  });
  connect(device_, &QComboBox::activated, this, [this](int index) {
    if (device_->itemData(index).toString().isEmpty()) chooseModel();
  });
  connect(listening_, &ListeningForm::changed, this, &NewStudyPage::suggestPower);
  for (QComboBox* choice : {strategy_, static_cast<QComboBox*>(space_)})
    connect(choice, &QComboBox::currentIndexChanged, this, &NewStudyPage::describeStrategy);
  return form;
}

QWidget* NewStudyPage::makePreview() {
  auto* box = new QWidget;
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  reading_->setTextVisible(false);
  auto* row = new QHBoxLayout(readingRow_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(reading_, 1);
  row->addWidget(readingWords_);
  row->addWidget(stopReading_);
  hint_->setWordWrap(true);
  hint_->setText(
      tr("What is understood: a folder for each class; ESC-50, UrbanSound8K, FSD50K, Speech Commands and "
         "AudioSet "
         "as they unpack; or a table that names files and labels, and folds where you have them. Sounds of "
         "any rate "
         "that libsndfile reads."));
  preview_->setMostClasses(24);
  layout->addWidget(headingLabel(tr("What Kinglet understands"), 1.0));
  layout->addWidget(readingRow_);
  layout->addWidget(preview_);
  layout->addWidget(hint_);
  layout->addStretch(1);
  return box;
}

void NewStudyPage::describeStrategy() {
  const QString strategy = strategyDescription(strategy_->currentData().toString()), space = space_->words();
  strategyWords_->setText(space.isEmpty() ? strategy : strategy + QLatin1Char(' ') + space);
}

void NewStudyPage::begin(const QString& sounds) {
  const study::Settings usual;
  notices_->dismissAll();
  soundsNotices_->dismissAll();
  fileChosen_ = understood_ = false;
  file_->clear();
  device_->setCurrentIndex(device_->findData(QString::fromLatin1(energy::kDefaultDevice)));
  limitTo(energy::kDefaultDevice);
  limits_->setLimits({usualEnergyMj_, {}, {}});
  listening_->setListening(usual.listening);
  suggestPower();
  objective_->setCurrentIndex(objective_->findData(QString::fromLatin1(toText(usual.objective))));
  strategy_->setCurrentIndex(strategy_->findData(QString::fromLatin1(search::kDefaultStrategy)));
  space_->setUsual();
  describeStrategy();
  budget_->setBudget(usual);
  validation_->setCrossValidates(usual.crossValidate);
  grouping_->setGroupBy(usual.groupBy);
  readAs_->setReadAs(usual.readAs);
  worstError_->setValue(usual.worstError);
  epochs_->setValue(usual.recipe.epochs);
  seed_->setValue(static_cast<double>(usual.seed));
  sounds_->setText(sounds);
  settle_->stop();
  readSounds();
  sounds_->setFocus();
}

// An energy limit that nobody changed follows the device.
void NewStudyPage::limitTo(const std::string& device) {
  constexpr double kRounding = 1e-4;  // of the field
  study::Settings settings;
  double usual = 0;
  try {
    study::setDevice(settings, device);
    usual = study::usualEnergyLimitMj(settings);
  } catch (const base::Error& error) {  // a file that is no model
    notices_->show(QStringLiteral("device"), {NoticeKind::error, widgets::errorText(error), {}, {}});
    device_->setCurrentIndex(device_->findData(QString::fromLatin1(energy::kDefaultDevice)));
    return;
  }
  const auto* profile = study::profileOf(settings);
  if (profile)
    limits_->setDevice(*profile);
  else
    limits_->setNoDevice();
  listening_->setDevice(profile);
  const network::InputSpec input;
  const space::Candidate example{input, network::namedNetwork(kExample, input.shape(), kExampleClasses)};
  listening_->setExample(
      ListeningExample{QStringLiteral("MobileNetV1 0.25"),
                       study::energyModelOf(settings)->estimate(example.input, example.network), example});
  study::Limits limits = limits_->limits();
  const bool untouched = limits.energyMj && std::abs(*limits.energyMj - usualEnergyMj_) <= kRounding;
  usualEnergyMj_ = usual;
  if (untouched) limits.energyMj = usualEnergyMj_;
  limits_->setLimits(limits);
  suggestPower();
}

// What a limit on power begins with when it is ticked: what the usual limit on energy comes to.
void NewStudyPage::suggestPower() {
  if (const auto power = listening_->examplePower()) limits_->power()->setUsual(*power);
}

study::Settings NewStudyPage::settings() const {
  study::Settings settings;
  settings.dataPath = sounds_->text().trimmed().toStdString();
  settings.device = device_->currentData().toString().toStdString();
  settings.strategy = strategy_->currentData().toString().toStdString();
  space_->writeTo(settings);
  settings.limits = limits_->limits();
  settings.listening = listening_->listening();
  settings.objective = study::costObjectiveFrom(objective_->currentData().toString().toStdString());
  settings.crossValidate = validation_->crossValidates();
  settings.groupBy = grouping_->groupBy();
  settings.readAs = readAs_->readAs();
  settings.worstError = worstError_->value();
  settings.recipe.epochs = static_cast<int>(epochs_->value());
  settings.seed = static_cast<std::uint64_t>(seed_->value());
  const auto baseline = baseline_->currentData().toString();
  if (!baseline.isEmpty()) settings.baselines = {baseline.toStdString()};
  budget_->writeTo(settings);
  return settings;
}

void NewStudyPage::showReading(bool on) {
  readingRow_->setVisible(on);
  reading_->setRange(0, 0);  // until something is known
  readingWords_->clear();
}

void NewStudyPage::readSounds() {
  jobs_.cancel();
  understood_ = false;
  soundsNotices_->dismissAll();
  const QString path = sounds_->text().trimmed();
  preview_->hide();
  validation_->forget();
  showReading(!path.isEmpty());
  hint_->setVisible(path.isEmpty());
  refresh();
  const int reading = ++readings_;
  if (path.isEmpty()) return;
  data::OpenOptions how;
  try {
    how.groupBy = grouping_->groupBy();
    how.readAs = readAs_->readAs();
  } catch (const base::Error& error) {
    return refuseSounds(widgets::errorText(error));
  }
  how.progress = [this, reading, last = std::chrono::steady_clock::time_point()](std::size_t done,
                                                                                 std::size_t all) mutable {
    const auto now = std::chrono::steady_clock::now();
    if (now - last < std::chrono::milliseconds(kProgressMs)) return;
    last = now;
    QMetaObject::invokeMethod(this, [this, reading, done, all] {
      if (reading != readings_ || !readingRow_->isVisibleTo(this)) return;
      reading_->setRange(0, static_cast<int>(all));
      reading_->setValue(static_cast<int>(done));
      readingWords_->setText(tr("%1 of %2 files").arg(locale().toString(done), locale().toString(all)));
    });
  };
  jobs_.run(
      this,
      [text = path.toStdString(), how](std::stop_token stop) mutable {
        how.stop = std::move(stop);
        return DatasetFacts::of(data::openDataset(text, how));
      },
      [this, path](const DatasetFacts& facts) { understand(path, facts); },
      [this](const QString& problem) { refuseSounds(problem); });
}

// A refusal that names its ways out offers them.
void NewStudyPage::refuseSounds(const QString& problem) {
  showReading(false);
  hint_->show();
  std::vector<NoticeAction> ways;
  for (const QString& way : ReadAsField::waysIn(problem))
    ways.push_back({tr("Read as %1").arg(way), [this, way] { readAs_->setText(way); }});
  soundsNotices_->show(QStringLiteral("sounds"), {NoticeKind::error, problem, {}, std::move(ways)});
  refresh();
}

void NewStudyPage::understand(const QString& path, const DatasetFacts& facts) {
  understood_ = facts.fault.isEmpty();
  showReading(false);
  preview_->setFacts(facts);
  preview_->show();
  validation_->setFacts(facts);
  if (!understood_)
    soundsNotices_->show(
        QStringLiteral("folds"),
        {NoticeKind::error, tr("A search cannot use these sounds: %1.").arg(facts.fault), {}, {}});
  if (!fileChosen_) {
    const QString name = facts.name.isEmpty() ? QDir(path).dirName() : facts.name;
    file_->setText(
        QString::fromStdString(freePath(studiesFolder().toStdString(), name.toStdString()).string()));
  }
  refresh();
}

void NewStudyPage::refresh() {
  start_->setEnabled(understood_ && !file_->text().trimmed().isEmpty());
}

void NewStudyPage::browseSounds() {
  auto* dialog =
      new QFileDialog(this, tr("Folder of sounds"), AppSettings().folder(QStringLiteral("sounds")));
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    AppSettings().setFolder(QStringLiteral("sounds"), QFileInfo(path).absolutePath());
    sounds_->setText(path);
  });
  dialog->open();
}

// The last entry of the devices asks for a file; what was chosen becomes an entry of its own.
void NewStudyPage::chooseModel() {
  device_->setCurrentIndex(device_->findData(deviceBefore_));
  chooseFileToOpen(this,
                   {tr("A model learned from measurements, or a counted board"),
                    QStringLiteral("models"),
                    tr("Energy models and boards (*.model *.json);;All files (*)"),
                    {},
                    {}},
                   [this](const QString& path) { addModel(path); });
}

void NewStudyPage::addModel(const QString& path) {
  const bool board = path.endsWith(QLatin1String(".json"));
  const QString key = (board ? QStringLiteral("board:") : QStringLiteral("model:")) + path;
  const QString file = QFileInfo(path).fileName();
  if (device_->findData(key) < 0)
    device_->insertItem(device_->count() - 1, board ? tr("Board: %1").arg(file) : tr("Model: %1").arg(file),
                        key);
  device_->setCurrentIndex(device_->findData(key));
}

void NewStudyPage::browsePlace() {
  auto* dialog = new QFileDialog(this, tr("Study file"), QFileInfo(file_->text()).absolutePath(),
                                 tr("Kinglet studies (*.kinglet)"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("kinglet"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    fileChosen_ = true;
    file_->setText(path);
    refresh();
  });
  dialog->open();
}

void NewStudyPage::resizeEvent(QResizeEvent* event) {
  const int high = buttons_->sizeHint().height();
  setViewportMargins(0, 0, 0, high);
  buttons_->setGeometry(0, height() - high, width(), high);
  QScrollArea::resizeEvent(event);
}

}  // namespace kinglet::window
